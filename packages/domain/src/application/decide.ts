import { sum, zero, type Ore } from '@medspil/ledger'
import type { Day } from '../day.ts'
import type { LegalBasis, SupportKind } from '../ordning/index.ts'
import { gatesOf, type ApplicationCheck, type CheckedLine, type VersionRef } from './check.ts'
import type { CriterionResult } from './criteria.ts'
import { hearingSatisfied, type Hearing, type HearingWhyNot } from './hearing.ts'
import { outcomeOf, type Given, type Outcome, type Request } from './request.ts'

/** A person's answer to one judged criterion, with the reason in that person's own words. */
export type Judgement = { criterionId: string; result: 'met' | 'not-met'; reason: string }

/**
 * Why a decision is not a full grant, in the three parts forvaltningsloven § 24 asks for: the rules, the main
 * considerations and the facts of this child. Three fields, so that a text block alone never passes.
 */
export type Reasons = { rules: string; considerations: string; facts: string }

/** A decision. Never edited: a wrong one is followed by a new one that names it. Amounts in øre. */
export type Decision = {
  outcome: Outcome
  request: Request
  given: Given
  criteria: CriterionResult[]
  judgements: Judgement[]
  reasons: Reasons | null
  hearing: Hearing
  childView: string
  basis: LegalBasis
  version: VersionRef
  decidedBy: { kind: 'rules' } | { kind: 'person'; personId: string }
  decidedOn: Day
}

/** Why an application cannot be decided like this. */
export type DecideWhyNot =
  | HearingWhyNot
  | { reason: 'person-must-decide'; because: 'not-full' | 'judged' }
  | { reason: 'facts-still-missing'; criteria: string[] }
  | { reason: 'judgement-missing'; criteria: string[] }
  | { reason: 'judgement-without-reason'; criteria: string[] }
  | { reason: 'judgement-not-asked-for'; criteria: string[] }
  | { reason: 'criteria-not-met'; kind: SupportKind; criteria: string[] }
  | { reason: 'support-not-offered'; kind: SupportKind }
  | { reason: 'support-not-asked-for'; kind: SupportKind }
  | { reason: 'support-given-twice'; kind: SupportKind }
  | { reason: 'amount-needed'; kind: SupportKind }
  | { reason: 'above-ceiling'; kind: SupportKind; given: Ore; most: Ore }
  | { reason: 'more-than-asked-for'; kind: SupportKind; given: Ore; asked: Ore }
  | { reason: 'grant-above-pool'; given: Ore; free: Ore; then: 'stop' | 'queue' | null }
  | { reason: 'no-ground-for-less'; kinds: SupportKind[] }
  | { reason: 'reasons-missing'; parts: (keyof Reasons)[] }
  | { reason: 'child-view-missing' }
  | { reason: 'legal-basis-missing' }

/** What a caseworker, a fagperson at a granting door, or the rules themselves decide from. */
export type DecideCommand = {
  check: ApplicationCheck
  judgements: Judgement[]
  given: Given
  reasons: Reasons | null
  hearing: Hearing
  /** How the child's own view was obtained and what it was, or why it was not. */
  childView: string
  /** Null: decided by the rules alone, which only a full grant without judgement may be (GDPR art. 22). */
  deciderId: string | null
  today: Day
}

type Verdict = { ok: true; decision: Decision } | { ok: false; whyNot: DecideWhyNot }

/**
 * Decides an application. The outcome follows from what is given against what was asked and is never chosen.
 * Every no and every part goes through a person, heard facts, and three written reasons.
 */
export const decideApplication = (command: DecideCommand): Verdict => {
  const { check, judgements, given, hearing, childView, deciderId, today } = command
  if (check.basis === null) return { ok: false, whyNot: { reason: 'legal-basis-missing' } }
  const criteria = withJudgements(check.criteria, judgements)
  const outcome = outcomeOf(check.request, given)
  const whyNot =
    judgementProblem(check.criteria, judgements)
    ?? factProblem(criteria, given, outcome)
    ?? personProblem(check.criteria, given, outcome, deciderId)
    ?? givenProblem(check, criteria, given)
    ?? groundProblem(check, criteria, given)
    ?? (outcome === 'granted' ? null : hearingSatisfied(hearing, adverseUnseen(criteria, check, given), today))
    ?? reasonProblem(command, outcome)
    ?? viewProblem(check.basis, childView)
  if (whyNot) return { ok: false, whyNot }
  return {
    ok: true,
    decision: {
      outcome, request: check.request, given, criteria, judgements, hearing, childView: childView.trim(),
      reasons: outcome === 'granted' ? null : command.reasons, basis: check.basis, version: check.version,
      decidedBy: deciderId === null ? { kind: 'rules' } : { kind: 'person', personId: deciderId }, decidedOn: today,
    },
  }
}

/** Criteria with each judged one answered by the person who judged it. */
export const withJudgements = (criteria: CriterionResult[], judgements: readonly Judgement[]): CriterionResult[] =>
  criteria.map((criterion) => {
    const judgement = judgements.find(({ criterionId }) => criterionId === criterion.id)
    return judgement && criterion.result === 'judged' ? { ...criterion, result: judgement.result } : criterion
  })

const judgementProblem = (criteria: CriterionResult[], judgements: Judgement[]): DecideWhyNot | null => {
  const asked = criteria.filter(({ result }) => result === 'judged').map(({ id }) => id)
  const notAsked = judgements.map(({ criterionId }) => criterionId).filter((id) => !asked.includes(id))
  if (notAsked.length > 0) return { reason: 'judgement-not-asked-for', criteria: notAsked }
  const empty = judgements.filter(({ reason }) => reason.trim() === '').map(({ criterionId }) => criterionId)
  return empty.length > 0 ? { reason: 'judgement-without-reason', criteria: empty } : null
}

/** A grant waits for every fact and judgement it rests on; a refusal may stand on one unmet criterion alone. */
const factProblem = (criteria: CriterionResult[], given: Given, outcome: Outcome): DecideWhyNot | null => {
  const gatesGiven = given.supports.flatMap(({ kind }) => gatesOf(criteria, kind).waitsFor)
  const open = criteria.filter(({ id, result }) =>
    result === 'unknown' ? gatesGiven.includes(id) : result === 'judged' && gatesGiven.includes(id))
  const noGround = outcome === 'refused' && !criteria.some(({ result }) => result === 'not-met')
  const waiting = noGround ? criteria.filter(({ result }) => result === 'unknown' || result === 'judged') : open
  const unknown = waiting.filter(({ result }) => result === 'unknown').map(({ id }) => id)
  if (unknown.length > 0) return { reason: 'facts-still-missing', criteria: unknown }
  return waiting.length > 0 ? { reason: 'judgement-missing', criteria: waiting.map(({ id }) => id) } : null
}

const personProblem = (
  criteria: CriterionResult[], { supports }: Given, outcome: Outcome, deciderId: string | null,
): DecideWhyNot | null => {
  if (deciderId !== null && deciderId.trim() !== '') return null
  if (outcome !== 'granted') return { reason: 'person-must-decide', because: 'not-full' }
  const judged = criteria.filter(({ result }) => result === 'judged')
  return supports.some(({ kind }) => gatesOf(judged, kind).waitsFor.length > 0)
    ? { reason: 'person-must-decide', because: 'judged' } : null
}

const givenProblem = (check: ApplicationCheck, criteria: CriterionResult[], { supports }: Given): DecideWhyNot | null => {
  for (const [at, { kind, amount }] of supports.entries()) {
    if (supports.findIndex((other) => other.kind === kind) !== at) return { reason: 'support-given-twice', kind }
    const line = check.lines.find((found) => found.kind === kind)
    if (!line) return { reason: 'support-not-asked-for', kind }
    if (!line.offered) return { reason: 'support-not-offered', kind }
    // A part that fits the pool may be given although the whole does not; the sum is tested below.
    const blockedBy = gatesOf(criteria.filter((criterion) => criterion.kind !== 'poolHasMoney'), kind).blockedBy
    if (blockedBy.length > 0) return { reason: 'criteria-not-met', kind, criteria: blockedBy }
    if (line.asked !== null && (amount === null || amount <= zero)) return { reason: 'amount-needed', kind }
    if (amount === null) continue
    if (line.most !== null && amount > line.most) return { reason: 'above-ceiling', kind, given: amount, most: line.most }
    if (line.asked !== null && amount > line.asked) return { reason: 'more-than-asked-for', kind, given: amount, asked: line.asked }
  }
  const total = sum(supports.map(({ amount }) => amount ?? zero))
  return total > zero && check.poolFree !== null && total > check.poolFree
    ? { reason: 'grant-above-pool', given: total, free: check.poolFree, then: check.poolEmpty } : null
}

/** Less than asked for needs a ground in the rules: an unmet criterion, a ceiling, no such purse, or the pool. */
const groundProblem = (check: ApplicationCheck, criteria: CriterionResult[], given: Given): DecideWhyNot | null => {
  const poolShort = check.poolFree !== null && check.poolFree < sum(check.lines.map(({ asked }) => asked ?? zero))
  const kinds = check.lines.filter((line) => isCut(line, given) && !poolShort && line.offered
    && gatesOf(criteria, line.kind).blockedBy.length === 0 && !isAtCeiling(line, given)).map(({ kind }) => kind)
  return kinds.length > 0 ? { reason: 'no-ground-for-less', kinds } : null
}

const amountGiven = (kind: SupportKind, given: Given): Ore | null | undefined =>
  given.supports.find((support) => support.kind === kind)?.amount

const isCut = ({ kind, asked }: CheckedLine, given: Given): boolean => {
  const got = amountGiven(kind, given)
  return got === undefined || (asked !== null && got !== null && got < asked)
}

const isAtCeiling = ({ kind, most, asked }: CheckedLine, given: Given): boolean =>
  most !== null && asked !== null && most < asked && (amountGiven(kind, given) ?? zero) === most

/** Unmet criteria that cost the family something and rest on a fact it has not seen. */
const adverseUnseen = (criteria: CriterionResult[], check: ApplicationCheck, given: Given): CriterionResult[] => {
  const costly = new Set(check.lines.filter((line) => isCut(line, given)).flatMap(({ kind }) => gatesOf(criteria, kind).blockedBy))
  return criteria.filter(({ id, facts }) => costly.has(id) && facts.some(({ seenByParty }) => !seenByParty))
}

const reasonProblem = ({ reasons }: DecideCommand, outcome: Outcome): DecideWhyNot | null => {
  if (outcome === 'granted') return null
  const parts = (['rules', 'considerations', 'facts'] as const).filter((part) => (reasons?.[part] ?? '').trim() === '')
  return parts.length > 0 ? { reason: 'reasons-missing', parts } : null
}

/** Barnets lov § 5: the child's view belongs to every decision under that law about the child. */
const viewProblem = (basis: LegalBasis, childView: string): DecideWhyNot | null =>
  basis.kind === 'barnetsLov35Stk3' && childView.trim() === '' ? { reason: 'child-view-missing' } : null
