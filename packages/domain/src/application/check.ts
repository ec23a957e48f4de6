import { add, min, max, subtract, sum, zero, type Ore } from '@medspil/ledger'
import type { Day } from '../day.ts'
import {
  ceilingAmount, given, pursesAt, type LegalBasis, type OrdningRules, type SupportKind,
} from '../ordning/index.ts'
import { checkCriteria, type CriterionResult } from './criteria.ts'
import type { ApplicationFacts } from './fact.ts'
import type { Request, Support } from './request.ts'

/** Which version of which ordning; stored on every decision. */
export type VersionRef = { ordningKey: string; number: number }

/** One thing asked for. `most` is the most money the ceilings leave, øre; null where no sum limits it. */
export type CheckedLine = {
  kind: SupportKind
  asked: Ore | null
  most: Ore | null
  /** False: the ordning has no such purse or service for this child. */
  offered: boolean
  blockedBy: string[]
  waitsFor: string[]
}

/** An application held against one version of an ordning. A decision is made from this and nothing else. */
export type ApplicationCheck = {
  version: VersionRef
  basis: LegalBasis | null
  request: Request
  criteria: CriterionResult[]
  lines: CheckedLine[]
  poolFree: Ore | null
  poolEmpty: 'stop' | 'queue' | null
}

/** Everything a check needs. `grantedInPeriod`: what the child already has in this period. Amounts in øre. */
export type CheckInput = {
  version: VersionRef
  rules: OrdningRules
  kommuneKey: string
  facts: ApplicationFacts
  request: Request
  grantedInPeriod: Support[]
  receivedOn: Day
  today: Day
  poolFree: Ore | null
}

/** Holds an application against its ordning, criterion by criterion and thing by thing. */
export const checkApplication = (input: CheckInput): ApplicationCheck => {
  const { version, rules, facts, request, poolFree } = input
  const asked = sum(request.supports.map(({ amount }) => amount ?? zero))
  const criteria = checkCriteria(rules, facts, { ...input, asked })
  return {
    version, request, criteria, poolFree, basis: given(rules.law.basis),
    lines: checkLines(rules, criteria, request, input.grantedInPeriod),
    poolEmpty: rules.pass.kind === 'offered' ? given(rules.pass.poolEmpty) : null,
  }
}

const checkLines = (rules: OrdningRules, criteria: CriterionResult[], request: Request, earlier: Support[]): CheckedLine[] => {
  const age = criteria.find(({ kind }) => kind === 'age')?.age?.age ?? null
  let together = rules.pass.kind === 'offered' ? left(ceilingAmount(rules.pass.together), earlier) : null
  return request.supports.map(({ kind, amount }) => {
    const own = purseLeft(rules, kind, age, earlier)
    const most = smallest(own.most, amount === null ? null : together)
    if (together !== null && amount !== null) together = max(zero, subtract(together, smallest(amount, most) ?? zero))
    return { kind, asked: amount, most, offered: own.offered, ...gatesOf(criteria, kind) }
  })
}

/** Which criteria stand in the way of one thing, and which are still to be judged or answered. */
export const gatesOf = (criteria: readonly CriterionResult[], kind: SupportKind): { blockedBy: string[]; waitsFor: string[] } => {
  const gating = criteria.filter(({ gates }) => gates.length === 0 || gates.includes(kind))
  return {
    blockedBy: gating.filter(({ result }) => result === 'not-met').map(({ id }) => id),
    waitsFor: gating.filter(({ result }) => result === 'judged' || result === 'unknown').map(({ id }) => id),
  }
}

const purseLeft = (rules: OrdningRules, kind: SupportKind, age: number | null, earlier: Support[]):
  { offered: boolean; most: Ore | null } => {
  if (kind === 'guidance') return { offered: rules.guidance.kind === 'offered', most: null }
  if (kind === 'guideHours') return { offered: rules.guide.kind !== 'none', most: null }
  if (kind === 'reservedPlace' || kind === 'signUpForFamily') return { offered: rules.guidance.kind === 'offered', most: null }
  const purse = pursesAt(rules.pass, age).find((found) => found.kind === kind)
  if (!purse) return { offered: false, most: zero }
  return { offered: true, most: left(ceilingAmount(purse.ceiling), earlier.filter((support) => support.kind === kind)) }
}

const left = (ceiling: Ore | null, earlier: Support[]): Ore | null =>
  ceiling === null ? null : max(zero, subtract(ceiling, earlier.reduce((total, { amount }) => add(total, amount ?? zero), zero)))

const smallest = (a: Ore | null, b: Ore | null): Ore | null => (a === null ? b : b === null ? a : min(a, b))
