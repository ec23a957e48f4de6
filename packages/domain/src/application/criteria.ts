import type { Ore } from '@medspil/ledger'
import type { Day } from '../day.ts'
import {
  checkAge, given, workIncome, type ActivityRule, type AgeAnswer, type Criterion, type OrdningRules, type PlaceRule,
  type PurseKind, type SupportKind, type WorkedIncome,
} from '../ordning/index.ts'
import type { ApplicationFacts, Fact, FactName, UsedFact } from './fact.ts'

/** `judged` waits for a person; `unknown` waits for a fact and becomes one question with a date. */
export type CriterionAnswer = 'met' | 'not-met' | 'judged' | 'unknown'

/** One criterion held against the facts: the answer, what it rests on and, for income, the sum line by line. */
export type CriterionResult = {
  id: string
  kind: Criterion['rule']['kind'] | 'age'
  says: string
  /** What cannot be given without it; empty gates everything. */
  gates: SupportKind[]
  result: CriterionAnswer
  facts: UsedFact[]
  /** Facts somebody must still supply. */
  missing: FactName[]
  age?: AgeAnswer
  worked?: WorkedIncome
}

/** What criteria are held against besides the child's own facts. Amounts in øre. */
export type CriteriaContext = { kommuneKey: string; receivedOn: Day; today: Day; poolFree: Ore | null; asked: Ore }

type Answered = Pick<CriterionResult, 'result' | 'facts' | 'missing'> & { worked?: WorkedIncome }

/** The age rule first, then every criterion in the ordning's order. Nothing is left out and nothing is guessed. */
export const checkCriteria = (rules: OrdningRules, facts: ApplicationFacts, context: CriteriaContext): CriterionResult[] => [
  ...(rules.age.kind === 'none' ? [] : [ageResult(rules, facts, context)]),
  ...rules.criteria.map((criterion) => ({
    id: criterion.id, kind: criterion.rule.kind, says: criterion.says, gates: criterion.gates,
    ...answer(criterion, facts, context),
  })),
]

const ageResult = (rules: OrdningRules, facts: ApplicationFacts, { receivedOn, today }: CriteriaContext): CriterionResult => {
  const age = checkAge(rules.age, {
    birthDay: facts.birthDay?.value ?? null, gradeBeforeHoliday: facts.gradeBeforeHoliday?.value ?? null,
    application: receivedOn, decision: today, start: facts.start?.value ?? null, activityDay: facts.activityDay?.value ?? null,
  })
  const names: FactName[] = rules.age.kind === 'grade' ? ['gradeBeforeHoliday'] : ['birthDay']
  return { id: 'age', kind: 'age', says: '', gates: [], age, result: age.result, ...looked(facts, names) }
}

const answer = ({ id, rule }: Criterion, facts: ApplicationFacts, context: CriteriaContext): Answered => {
  switch (rule.kind) {
    case 'place':
      return placeAnswer(rule.place, facts, context.kommuneKey)
    case 'activity':
      return activityAnswer(rule.activity, facts)
    case 'income': {
      const worked = workIncome(rule.income, {
        income: facts.income?.value ?? null, adults: facts.adults?.value ?? null, children: facts.children?.value ?? null,
        fripladsPercent: facts.fripladsPercent?.value ?? null, benefits: facts.benefits?.value ?? null,
      })
      return { result: worked.result, worked, ...looked(facts, incomeFacts[rule.income.kind]) }
    }
    case 'openCase':
      return by(facts, 'openCase', facts.openCase, (open) => open)
    case 'throughSchool':
      return by(facts, 'schoolReferred', facts.schoolReferred, (referred) => referred)
    case 'notInFosterCare':
      return by(facts, 'fosterCare', facts.fosterCare, (placed) => !placed)
    case 'noDoubleUse':
      return noDoubleUseAnswer(rule.purse, facts)
    case 'judged':
      return {
        result: 'judged', missing: [],
        facts: (facts.statements ?? []).filter(({ value }) => value.criterionId === id).map((fact) => used('statement', fact)),
      }
    case 'poolHasMoney': {
      const { poolFree, asked, today } = context
      if (poolFree === null) return { result: 'unknown', facts: [], missing: ['poolFree'] }
      const fact: UsedFact = { name: 'poolFree', value: poolFree, from: [{ source: 'pool', on: today }], seenByParty: true }
      return { result: poolFree >= asked ? 'met' : 'not-met', facts: [fact], missing: [] }
    }
  }
}

const incomeFacts: Record<'limit' | 'table' | 'friplads' | 'benefits', FactName[]> = {
  limit: ['income', 'adults', 'children'], table: ['income', 'adults', 'children'], friplads: ['fripladsPercent'], benefits: ['benefits'],
}

const placeAnswer = (place: PlaceRule, facts: ApplicationFacts, kommuneKey: string): Answered => {
  if (place.kind === 'kommune') return by(facts, 'kommune', facts.kommune, (lives) => lives === kommuneKey)
  const named = given(place.named)
  const holds = (name: string): boolean => named !== null && named.includes(name)
  const found = place.kind === 'areas' ? by(facts, 'area', facts.area, holds) : by(facts, 'school', facts.school, holds)
  return named === null ? { ...found, result: 'unknown' } : found
}

/** Rests on what is paid for its own purse alone: another purse's payment is no fact of this criterion. */
const noDoubleUseAnswer = (purse: PurseKind, facts: ApplicationFacts): Answered => {
  const { paidByOthers: all } = facts
  const own = all && { ...all, value: all.value.filter((paid) => paid.purse === purse) }
  return by({ ...facts, ...(own && { paidByOthers: own }) }, 'paidByOthers', own, (paid) => paid.length === 0)
}

const activityAnswer = (rule: ActivityRule, facts: ApplicationFacts): Answered => {
  switch (rule) {
    case 'any':
      return { result: 'met', facts: [], missing: [] }
    case 'notActive':
      return by(facts, 'activity', facts.activity, (activity) => activity === 'none')
    case 'notActiveOrWithoutPaying':
      return by(facts, 'activity', facts.activity, (activity) => activity !== 'paying')
    case 'renewal':
      return by(facts, 'isRenewal', facts.isRenewal, (renewal) => renewal)
  }
}

const by = <T>(
  facts: ApplicationFacts, name: Exclude<FactName, 'statement' | 'poolFree'>, fact: Fact<T> | undefined,
  holds: (value: T) => boolean,
): Answered => ({
  result: fact === undefined ? 'unknown' : holds(fact.value) ? 'met' : 'not-met', ...looked(facts, [name]),
})

const used = (name: FactName, fact: Fact<unknown>): UsedFact =>
  ({ name, value: fact.value, from: fact.from, seenByParty: fact.seenByParty })

const looked = (facts: ApplicationFacts, names: FactName[]): { facts: UsedFact[]; missing: FactName[] } => {
  const known = names.flatMap((name) => {
    const fact = name === 'statement' || name === 'poolFree' ? undefined : facts[name]
    return fact === undefined ? [] : [used(name, fact)]
  })
  return { facts: known, missing: names.filter((name) => !known.some((fact) => fact.name === name)) }
}
