import { addDays, addMonths, addYears, dayOf, earliest, endOfYear, startOfYear, yearOf, type Day } from '../day.ts'
import { given, type Leaf } from './leaf.ts'

/**
 * For how long money is given and a ceiling holds. There is no shared "year" in the code (schemes.md 5.1). Days of the
 * year are `MM-DD`:
 * - `calendarYear`: 1 January to 31 December. - `schoolYear`: from a day to the day before it a year later.
 * - `season`: half or whole seasons, each with its first day; a season ends where the next begins.
 * - `rolling`: a number of months from the start; more than one length means that the decision chooses.
 * - `kontingentPeriod`: exactly the period the forening's kontingent covers (Odsherred).
 * - `planYear`: the year of an area plan, 1 October–30 September in the helhedsplan, only while the plan runs.
 * - `lifetimeCount`: calendar years, at most `years` of them in all (Vesthimmerland: four).
 * - `once`: one time only; usable for `months` from the start.
 */
export type PeriodRule =
  | { kind: 'calendarYear' }
  | { kind: 'schoolYear'; startsOn: Leaf<string> }
  | { kind: 'season'; length: 'half' | 'whole'; startsOn: Leaf<string[]> }
  | { kind: 'rolling'; months: Leaf<number[]> }
  | { kind: 'kontingentPeriod' }
  | { kind: 'planYear'; firstDay: Leaf<Day>; years: Leaf<number> }
  | { kind: 'lifetimeCount'; years: Leaf<number> }
  | { kind: 'once'; months: Leaf<number> }

/** First and last day, both included. */
export type Period = { from: Day; to: Day }

/** What a period is worked out from. */
export type PeriodFacts = {
  /** First day the money is wanted for. */
  start: Day
  /** The length chosen for a rolling period, in months; needed only where the rule allows more than one. */
  months?: number
  /** The forening's own period, for `kontingentPeriod`. */
  kontingent?: Period
  /** First days of the periods the child has had before under this ordning, for `lifetimeCount` and `once`. */
  earlier?: readonly Day[]
}

/** Why there is no period. */
export type PeriodWhyNot =
  | { reason: 'period-not-given'; missing: 'rule' | 'length' | 'kontingent-period' }
  | { reason: 'period-length-not-offered'; months: number; offered: number[] }
  | { reason: 'plan-not-running'; firstDay: Day; lastDay: Day }
  | { reason: 'years-used-up'; years: number }
  | { reason: 'already-given-once'; on: Day }

type PeriodAnswer = { ok: true; period: Period } | { ok: false; whyNot: PeriodWhyNot }

const yes = (from: Day, to: Day): PeriodAnswer => ({ ok: true, period: { from, to } })
const no = (whyNot: PeriodWhyNot): PeriodAnswer => ({ ok: false, whyNot })
const missing = (what: 'rule' | 'length' | 'kontingent-period'): PeriodAnswer => no({ reason: 'period-not-given', missing: what })

/** The period that holds on `facts.start`, first and last day included, or why there is none. */
export const periodOf = (rule: PeriodRule, facts: PeriodFacts): PeriodAnswer => {
  const { start, earlier = [] } = facts
  switch (rule.kind) {
    case 'calendarYear':
      return yes(startOfYear(start), endOfYear(start))
    case 'schoolYear': {
      const startsOn = given(rule.startsOn)
      return startsOn === null ? missing('rule') : recurring(start, [startsOn])
    }
    case 'season': {
      const starts = given(rule.startsOn)
      return starts === null || starts.length === 0 ? missing('rule') : recurring(start, starts)
    }
    case 'rolling':
      return rolling(given(rule.months), facts)
    case 'kontingentPeriod':
      return facts.kontingent ? yes(facts.kontingent.from, facts.kontingent.to) : missing('kontingent-period')
    case 'planYear':
      return planYear(given(rule.firstDay), given(rule.years), start)
    case 'lifetimeCount': {
      const years = given(rule.years)
      if (years === null) return missing('rule')
      const used = new Set(earlier.map(yearOf))
      return used.size >= years && !used.has(yearOf(start))
        ? no({ reason: 'years-used-up', years })
        : yes(startOfYear(start), endOfYear(start))
    }
    case 'once': {
      const months = given(rule.months)
      if (months === null) return missing('rule')
      const before = earlier[0]
      return before ? no({ reason: 'already-given-once', on: before }) : yes(start, addDays(addMonths(start, months), -1))
    }
  }
}

const rolling = (offered: number[] | null, { start, months }: PeriodFacts): PeriodAnswer => {
  if (offered === null || offered.length === 0) return missing('rule')
  const chosen = months ?? (offered.length === 1 ? offered[0] : undefined)
  if (chosen === undefined) return missing('length')
  if (!offered.includes(chosen)) return no({ reason: 'period-length-not-offered', months: chosen, offered })
  return yes(start, addDays(addMonths(start, chosen), -1))
}

/** From the latest of the yearly first days on or before the start, to the day before the next of them. */
const recurring = (start: Day, firstDays: readonly string[]): PeriodAnswer => {
  const year = yearOf(start)
  const all = [year - 1, year, year + 1].flatMap((y) => firstDays.map((monthDay) => inYear(y, monthDay))).sort()
  const from = all.filter((day) => day <= start).at(-1)
  const next = all.find((day) => day > start)
  return from && next ? yes(from, addDays(next, -1)) : missing('rule')
}

const inYear = (year: number, monthDay: string): Day => {
  const [month, dayOfMonth] = monthDay.split('-').map(Number)
  return dayOf(year, month ?? 1, dayOfMonth ?? 1)
}

const planYear = (firstDay: Day | null, years: number | null, start: Day): PeriodAnswer => {
  if (firstDay === null || years === null) return missing('rule')
  const lastDay = addDays(addYears(firstDay, years), -1)
  if (start < firstDay || start > lastDay) return no({ reason: 'plan-not-running', firstDay, lastDay })
  let from = firstDay
  while (addYears(from, 1) <= start) from = addYears(from, 1)
  return yes(from, earliest(addDays(addYears(from, 1), -1), lastDay))
}
