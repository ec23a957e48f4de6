import { addDays, daysBetween, type Day } from '../day.ts'
import type { ReportWhyNot } from './why-not.ts'

/**
 * How one child's time in leisure life ended, or where it stands. `stopped` is an event: on the stated day, else the
 * day after the last sign. All others are censored: still active, moved and too old on their day, unknown at its last
 * sign (product.md 3g).
 */
export type StayEnd =
  | { kind: 'stopped'; on: Day | null; lastSign: Day }
  | { kind: 'unknown'; lastSign: Day }
  | { kind: 'active' | 'moved' | 'aged-out'; on: Day }

/** One child, from its first training on. */
export type Stay = { firstTraining: Day; end: StayEnd }

/** Days under observation and whether they ended with a stop. */
export type Observation = { days: number; stopped: boolean }

/**
 * One step of the curve, valid from `days` on. `atRisk` children were in count just before it; `stopped` stopped on it;
 * `stoppedInAll` up to it. `share`, `lower` and `upper` are between 0 and 1.
 */
export type CurvePoint = {
  days: number; atRisk: number; stopped: number; stoppedInAll: number; share: number; lower: number; upper: number
}

/** The 97.5th percentile of the standard normal distribution: a 95 % band, 2.5 % on each side. */
const z = 1.959963984540054

/**
 * The 95 % band about a share by the log-log method on Greenwood's sum (Kalbfleisch and Prentice), which stays between
 * 0 and 1 and is the default of SAS and Stata. Where the share is 1 or 0 it is undefined and equals the share.
 */
const logLogBand = (share: number, greenwood: number): { lower: number; upper: number } => {
  if (share >= 1 || share <= 0) return { lower: share, upper: share }
  const width = z * Math.sqrt(greenwood) / -Math.log(share)
  return { lower: share ** Math.exp(width), upper: share ** Math.exp(-width) }
}

/**
 * The Kaplan–Meier curve: a first point at 0 days and one per day with a stop. A child censored on the day of a stop is
 * still at risk for it: stops come before censorings. Points where fewer than `limit` children are at risk are left
 * out, so the curve ends there.
 */
export const kaplanMeier = (observations: readonly Observation[], limit: number): CurvePoint[] => {
  const stopsAt = new Map<number, number>()
  for (const { days, stopped } of observations) if (stopped) stopsAt.set(days, (stopsAt.get(days) ?? 0) + 1)
  const ordered = observations.map(({ days }) => days).sort((a, b) => a - b)
  const points: CurvePoint[] =
    [{ days: 0, atRisk: ordered.length, stopped: 0, stoppedInAll: 0, share: 1, lower: 1, upper: 1 }]
  let [share, greenwood, stoppedInAll, gone] = [1, 0, 0, 0]
  for (const [days, stopped] of [...stopsAt].sort(([a], [b]) => a - b)) {
    while (ordered[gone]! < days) gone += 1
    const atRisk = ordered.length - gone
    if (atRisk < limit) break
    share *= 1 - stopped / atRisk
    greenwood += stopped / (atRisk * (atRisk - stopped))
    stoppedInAll += stopped
    points.push({ days, atRisk, stopped, stoppedInAll, share, ...logLogBand(share, greenwood) })
  }
  return points
}

/** Children still under observation on a day after the start: those whose time is that long or longer. */
export const atRiskOn = (observations: readonly Observation[], days: number): number =>
  observations.filter((observation) => observation.days >= days).length

/** How unknown children are read: at their last sign, as stopped the day after it, or as active on the report's day. */
export type UnknownAs = 'censored' | 'stopped' | 'active'

/** One child's observation on the report's day. Time before the first training counts as none. */
export const observe = ({ firstTraining, end }: Stay, asOf: Day, unknownAs: UnknownAs): Observation => {
  const until = (d: Day, stopped: boolean): Observation =>
    ({ days: Math.max(0, daysBetween(firstTraining, d < asOf ? d : asOf)), stopped: stopped && d <= asOf })
  switch (end.kind) {
    case 'stopped': return until(end.on ?? addDays(end.lastSign, 1), true)
    case 'unknown':
      if (unknownAs === 'stopped') return until(addDays(end.lastSign, 1), true)
      return until(unknownAs === 'active' ? asOf : end.lastSign, false)
    default: return until(end.on, false)
  }
}

/** The curve of staying with its two bounds, as all unknown stopped and all unknown active. */
export type StayCurves = {
  children: number
  curve: CurvePoint[]
  allUnknownStopped: CurvePoint[]
  allUnknownActive: CurvePoint[]
  /** Number at risk on the asked days (after the first training), null where it is under the cell limit. */
  atRisk: { days: number; count: number | null }[]
}

/**
 * The curve, its bounds and the number at risk, all cut where fewer than `limit` (the cell limit) children are left;
 * silence is not random, so the bounds are always shown with it. Refused when there are too few children for a point.
 */
export const stayCurves = (
  stays: readonly Stay[], asOf: Day, limit: number, ticks: readonly number[],
): ({ ok: true } & StayCurves) | { ok: false; whyNot: ReportWhyNot } => {
  const started = stays.filter((stay) => stay.firstTraining <= asOf)
  if (started.length < limit) {
    return { ok: false, whyNot: { reason: 'too-few-for-curve', children: started.length, limit } }
  }
  const read = (unknownAs: UnknownAs) => started.map((stay) => observe(stay, asOf, unknownAs))
  const [observed, lowest, highest] = [read('censored'), read('stopped'), read('active')]
  const atRisk = ticks.map((days) => {
    const count = atRiskOn(observed, days)
    return { days, count: count < limit ? null : count }
  })
  return {
    ok: true, children: started.length, curve: kaplanMeier(observed, limit),
    allUnknownStopped: kaplanMeier(lowest, limit), allUnknownActive: kaplanMeier(highest, limit), atRisk,
  }
}
