import type { Hearing, Judgement, Reasons, Request, Given } from '@medspil/domain/application'
import { withJudgements } from '@medspil/domain/application'
import { addDays, addYears, type Day } from '@medspil/domain/day'
import { firstNameOf } from '@medspil/domain/first-name'
import type { DecisionBase, EksempelPart, LetterBase, LetterCriterion, LetterFact, LetterFacts, LetterLine, NegativeBase } from '@medspil/domain/letter'
import { given as valueOf, isEksempelPath, type AppealableKind } from '@medspil/domain/ordning'
import { Refused } from '../errors.ts'
import { sayAges } from '../ordning/index.ts'
import type { Case } from './open-case.ts'
import { sayFact, sourceNames } from './say-fact.ts'

/** A decision before it is a letter: what was given, by whom, and the words a person wrote. */
export interface ToldDecision {
  result: 'granted' | 'partly-granted' | 'refused' | 'withdrawn'
  request: Request; given: Given; reasons: Reasons | null; childView: string; weighed: string; whatWouldChange: string
  deciderId: string | null; deciderName: string
}

/** What every letter of this case says first and last. */
export function letterBase({ application, child, kommune, ordning, version, check }: Case, receiverName: string, contactName: string, today: Day): LetterBase {
  if (!check.basis) throw new Refused({ reason: 'legal-basis-missing' })
  const { rules } = version
  const settings = kommune.settings as { dataProtectionUrl?: string }
  const parts: [EksempelPart, string][] = [['law', 'law.basis'], ['appeal', 'law.appeal'], ['amounts', 'pass.purses'], ['amounts', 'pass.together'], ['period', 'pass.period'], ['criteria', 'age'], ['criteria', 'criteria'], ['deadline', 'answer']]
  return {
    kommune: kommune.name, unit: valueOf(rules.owner) ?? ordning.department, contactName, phone: kommune.phone, date: today, reference: application.reference,
    receiverName, childName: firstNameOf(child.name), ordningName: ordning.name, activity: application.asked.request.activity, receivedOn: application.submittedOn,
    basis: check.basis, dataProtectionUrl: settings.dataProtectionUrl ?? `${kommune.key}.dk/databeskyttelse`,
    eksempel: [...new Set(parts.filter(([, path]) => isEksempelPath(rules, path)).map(([part]) => part))],
  }
}

/** A decision as the facts of its letter, for one receiver. */
export function decisionLetterFacts(opened: Case, told: ToldDecision, receiverName: string, today: Day): LetterFacts {
  const { version, ordning } = opened
  const base: DecisionBase = {
    ...letterBase(opened, receiverName, told.deciderId === null ? ordning.department : told.deciderName, today),
    deciderId: told.deciderId, deciderName: told.deciderName, criteriaVersion: version.number, criteriaSince: version.validFrom,
  }
  const lines = linesOf(told)
  const period = told.given.period ?? { from: today, to: addDays(addYears(today, 1), -1) }
  if (told.result === 'granted') {
    const { pass } = version.rules
    return { ...base, kind: 'granted', lines, period, receiver: (pass.kind === 'offered' ? valueOf(pass.receiver) : null) ?? 'forening' }
  }
  const negative = negativeBase(opened, told, base)
  if (told.result === 'partly-granted') return { ...negative, kind: 'partly-granted', lines, period }
  return told.result === 'refused' ? { ...negative, kind: 'refused', lines } : { ...negative, kind: 'withdrawn', lines, from: today }
}

function negativeBase(opened: Case, told: ToldDecision, base: DecisionBase): NegativeBase {
  const { version, check, judgements, hearing } = opened
  const appeal = (valueOf(version.rules.law.appeal) ?? []).find(({ decisions }) => decisions.includes(told.result as AppealableKind))
  return {
    ...base, deciderId: told.deciderId ?? '', reasons: told.reasons ?? { rules: '', considerations: '', facts: '' },
    criteria: criteriaLines(opened, judgements), facts: adverseFacts(opened, judgements), hearing: hearingOf(hearing, told.weighed),
    childView: told.childView, whatWouldChange: told.whatWouldChange, appeal: appeal?.parts ?? [], basis: check.basis ?? base.basis,
  }
}

function criteriaLines({ check, version }: Case, judgements: readonly Judgement[]): LetterCriterion[] {
  return withJudgements(check.criteria, judgements).map(({ id, says, result }) => ({
    says: says === '' ? sayAges(version.rules.age) : says, result: result === 'judged' ? 'unknown' : result,
    isJudged: check.criteria.some((criterion) => criterion.id === id && criterion.result === 'judged'),
  }))
}

/** The facts behind what is not met: what a no rests on, each with source and day. */
export function adverseFacts({ check, kommune }: Case, judgements: readonly Judgement[], only?: readonly string[]): (LetterFact & { criterionId: string })[] {
  return withJudgements(check.criteria, judgements).filter(({ id, result }) => (only ? only.includes(id) : result === 'not-met')).flatMap(({ id, facts }) =>
    facts.flatMap((fact) => fact.from.slice(-1).map(({ source, on }) => ({ criterionId: id, says: sayFact(fact, kommune.name), source: sourceNames[source], on }))))
}

function hearingOf(hearing: Hearing, weighed: string): NegativeBase['hearing'] {
  if (hearing.kind === 'not-held') return { kind: 'nothing-unseen' }
  if (hearing.kind === 'exempt') return { kind: 'exempt', reason: hearing.reason }
  return hearing.answer === null ? { kind: 'silent', deadline: hearing.deadline } : { kind: 'answered', answer: hearing.answer, weighed }
}

/** What was asked and what is given, thing by thing. */
export function linesOf({ request, given, result }: Pick<ToldDecision, 'request' | 'given' | 'result'>): LetterLine[] {
  return request.supports.map(({ kind, amount }) => {
    const got = result === 'withdrawn' ? undefined : given.supports.find((support) => support.kind === kind)
    return { kind, asked: amount, given: got?.amount ?? null, isGiven: got !== undefined }
  })
}
