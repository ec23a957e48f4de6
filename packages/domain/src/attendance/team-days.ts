import { addDays, earliest, weekdayOf, type Day } from '../day.ts'

/** What tells a team's days: planned ones when there are any, else a weekday through the season. */
export type TeamPlan = { weekday: number | null; seasonFrom: Day; seasonTo: Day; days: readonly Day[] }

/** Days of a list that a coach may look back at. */
const shownDays = 6

/** The team's days up to today, newest first and at most six, and the next one to come. */
export const teamDays = (plan: TeamPlan, today: Day): { past: Day[]; next: Day | null } => {
  if (plan.days.length > 0) {
    const sorted = [...new Set(plan.days)].sort()
    return { past: sorted.filter((on) => on <= today).reverse().slice(0, shownDays), next: sorted.find((on) => on > today) ?? null }
  }
  if (plan.weekday === null) return { past: [], next: null }
  const from = earliest(today, plan.seasonTo)
  const last = addDays(from, -((weekdayOf(from) - plan.weekday + 7) % 7))
  const past = Array.from({ length: shownDays }, (_, week) => addDays(last, -7 * week)).filter((on) => on >= plan.seasonFrom)
  const first = addDays(plan.seasonFrom, (plan.weekday - weekdayOf(plan.seasonFrom) + 7) % 7)
  const next = past.length === 0 && first > today ? first : addDays(last, 7)
  return { past, next: next > today && next <= plan.seasonTo ? next : null }
}
