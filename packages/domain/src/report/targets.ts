import { addDays, addYears, type Day } from '../day.ts'

/** Plan years count from the plan's start, 1 for the first; the last day is included. */
export type PlanYear = { year: number; from: Day; to: Day }

/** The plan years of a plan. */
export const planYears = (starts: Day, years: number): PlanYear[] =>
  Array.from({ length: years }, (_, at) =>
    ({ year: at + 1, from: addYears(starts, at), to: addDays(addYears(starts, at + 1), -1) }))

/**
 * A stated aim (schemes.md 4). `lower` is what must be met; `upper` is shown beside it and never scored. `percent` is
 * whole. `words` is kept as text and never scored.
 */
export type Target =
  | { kind: 'by-date'; lower: number; upper: number | null; by: Day }
  | { kind: 'per-unit'; lower: number; upper: number | null; by: Day }
  | { kind: 'per-year'; lower: number; upper: number | null }
  | { kind: 'per-unit-and-year'; lower: number; upper: number | null }
  | { kind: 'average-per-year'; lower: number }
  | { kind: 'share-kept'; percent: number; months: number }
  | { kind: 'words' }

/**
 * What was counted: per plan year, per unit (an area, a community), or both; null is no data. For a share, `kept` and
 * `notKept` are those whose duration is over; `notYetDue` is left out of the share and shown.
 */
export type Figure =
  | { year: number | null; unit: string | null; count: number | null }
  | { year: number; unit: null; kept: number; notKept: number; notYetDue: number }

/** How a target stands. `not-scored` is for words alone. */
export type TargetStatus = 'met' | 'not-met' | 'not-yet-due' | 'no-data' | 'not-scored'

/** The status, what it was judged on (a count, or a percentage with decimals), and the same per plan year or unit. */
export type TargetResult = {
  status: TargetStatus
  value: number | null
  parts: { year: number | null; unit: string | null; value: number | null; status: TargetStatus; due: boolean }[]
}

type Part = TargetResult['parts'][number]

/** The plan and its units, so that a unit nobody reported is seen as missing and not as absent. */
export type Plan = { starts: Day; years: number; units: readonly string[] }

/**
 * Evaluates a target on a day. A plan year is due the day after it ends. Missing data outweighs a miss, because what is
 * not counted cannot be said to have failed; a later figure never changes an earlier year.
 */
export const evaluateTarget = (target: Target, figures: readonly Figure[], plan: Plan, today: Day): TargetResult => {
  const years = planYears(plan.starts, plan.years)
  switch (target.kind) {
    case 'words': return { status: 'not-scored', value: null, parts: [] }
    case 'by-date': return single(countPart(figures, null, null, target.lower, today > target.by))
    case 'per-unit':
      return together(plan.units.map((unit) => countPart(figures, null, unit, target.lower, today > target.by)))
    case 'per-year': return together(years.map(({ year, to }) => countPart(figures, year, null, target.lower, today > to)))
    case 'per-unit-and-year':
      return together(years.flatMap(({ year, to }) =>
        plan.units.map((unit) => countPart(figures, year, unit, target.lower, today > to))))
    case 'average-per-year':
      return averaged(years.map(({ year, to }) => countPart(figures, year, null, 0, today > to)), target.lower)
    case 'share-kept': return sharedOut(figures, years, target.percent)
  }
}

const countPart = (
  figures: readonly Figure[], year: number | null, unit: string | null, lower: number, due: boolean,
): Part => {
  const found = figures.find((figure) => 'count' in figure && figure.year === year && figure.unit === unit)
  const value = found && 'count' in found ? found.count : null
  // A minimum that is already reached is met before its day; a count that is still short has its time left.
  const early = value !== null && lower > 0 && value >= lower
  const status = early ? 'met' : !due ? 'not-yet-due' : value === null ? 'no-data' : value >= lower ? 'met' : 'not-met'
  return { year, unit, value, status, due }
}

const single = (part: Part): TargetResult => ({ status: part.status, value: part.value, parts: [part] })

const together = (parts: Part[]): TargetResult => {
  const has = (status: TargetStatus) => parts.some((part) => part.status === status)
  const metSoFar = parts.some((part) => part.due) || !has('not-yet-due')
  const status = has('no-data') || parts.length === 0 ? 'no-data' : has('not-met') ? 'not-met' : metSoFar ? 'met' : 'not-yet-due'
  return { status, value: null, parts }
}

const averaged = (parts: Part[], lower: number): TargetResult => {
  const due = parts.filter((part) => part.due)
  if (due.length === 0) return { status: 'not-yet-due', value: null, parts }
  if (due.some((part) => part.value === null)) return { status: 'no-data', value: null, parts }
  const total = due.reduce((sum, part) => sum + part.value!, 0)
  // Years are compared with the sum, not the quotient: 59.999 must not round its way to 60.
  return { status: total >= lower * due.length ? 'met' : 'not-met', value: total / due.length, parts }
}

const sharedOut = (figures: readonly Figure[], years: readonly PlanYear[], percent: number): TargetResult => {
  const shareOf = (own: readonly Figure[]) => {
    let [kept, due, waiting] = [0, 0, 0]
    for (const figure of own) {
      if (!('kept' in figure)) continue
      kept += figure.kept
      due += figure.kept + figure.notKept
      waiting += figure.notYetDue
    }
    const status: TargetStatus = due > 0 ? (kept * 100 >= percent * due ? 'met' : 'not-met') : waiting > 0 ? 'not-yet-due' : 'no-data'
    return { status, value: due > 0 ? (kept * 100) / due : null }
  }
  const parts = years.map(({ year }): Part => {
    const share = shareOf(figures.filter((figure) => figure.year === year))
    return { year, unit: null, due: share.value !== null, ...share }
  })
  return { ...shareOf(figures), parts }
}
