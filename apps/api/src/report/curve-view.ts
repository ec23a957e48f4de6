import type { CurveView } from '@medspil/contracts/report'
import { addMonths, type Day, daysBetween } from '@medspil/domain/day'
import { atRiskOn, type CurvePoint, observe, type Stay, stayCurves } from '@medspil/domain/report'

/** Months of the table beside the curve. */
const tableMonths = [1, 2, 3, 4, 5, 6] as const
/** A month of the table in days; the table counts from each child's own first training. */
const daysOf = (months: number, from: Day): number => daysBetween(from, addMonths(from, months))

/**
 * The curve as it may be shown, with its bounds and table; null when too few children have begun. Every step holds at
 * least `limit` stops, and a line of the table tells counts only where so many stopped and so many left observation
 * since the line before, or none.
 */
export function curveView(stays: readonly Stay[], asOf: Day, limit: number): CurveView | null {
  const curves = stayCurves(stays, asOf, limit, [])
  if (!curves.ok) return null
  const observed = stays.filter(({ firstTraining }) => firstTraining <= asOf).map((stay) => observe(stay, asOf, 'censored'))
  // A month is 30 or 31 days; counted from a fixed day, so that all children share the same marks.
  const ticks = tableMonths.map((months) => ({ months, days: daysOf(months, '2025-01-01' as Day) }))
  const shown = ticks.filter(({ days }) => atRiskOn(observed, days) >= limit)
  const lastDay = shown.at(-1)?.days ?? 0
  const points = coarse(curves.curve, limit).filter(({ days }) => days <= lastDay)
  let [atRiskBefore, stoppedBefore] = [curves.children, 0]
  const table = shown.map(({ months, days }) => {
    const atRisk = atRiskOn(observed, days)
    const stopped = curves.curve.findLast((point) => point.days < days)?.stoppedInAll ?? 0
    const [left, stops] = [atRiskBefore - atRisk - (stopped - stoppedBefore), stopped - stoppedBefore]
    const mayTell = [left, stops].every((count) => count === 0 || count >= limit)
    if (mayTell) [atRiskBefore, stoppedBefore] = [atRisk, stopped]
    const { share, lower, upper } = points.findLast((point) => point.days <= days) ?? { share: 1, lower: 1, upper: 1 }
    return { months, days, atRisk: mayTell ? atRisk : null, stopped: mayTell ? stopped : null, share, lower, upper }
  })
  const bound = (curve: readonly CurvePoint[]) => coarse(curve, limit).filter(({ days }) => days <= lastDay).map(pointView)
  return {
    children: curves.children, lastDay, points: points.map(pointView), allUnknownStopped: bound(curves.allUnknownStopped), allUnknownActive: bound(curves.allUnknownActive), table,
  }
}

/** The first point, and then each at which `limit` more children have stopped than at the one before. */
function coarse(points: readonly CurvePoint[], limit: number): CurvePoint[] {
  const kept: CurvePoint[] = []
  for (const point of points) {
    const before = kept.at(-1)
    if (!before || point.stoppedInAll - before.stoppedInAll >= limit) kept.push(point)
  }
  return kept
}

const pointView = ({ days, share, lower, upper }: CurvePoint) => ({ days, share, lower, upper })
