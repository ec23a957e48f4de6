import { addDays, addMonths, type Day } from '../day.ts'
import { guideMoves, matchMoves, tripMoves } from './states.ts'
import type { FadingStage, GuideState, MatchEnd, MatchState, TripState } from './states.ts'
import type { GuideMatchWhyNot } from './why-not.ts'

type Verdict = { ok: true } | { ok: false; whyNot: GuideMatchWhyNot }
type Moved<S> = { ok: true; state: S } | { ok: false; whyNot: GuideMatchWhyNot }

const no = (whyNot: GuideMatchWhyNot) => ({ ok: false as const, whyNot })

/** The last day a børneattest counts: so many months after it was seen, by the ordning's renewal rule. */
export const certificateValidTo = (seenOn: Day, renewalMonths: number): Day => addDays(addMonths(seenOn, renewalMonths), -1)

/** What one trip needs. `endsOn` is the last day of the match by the ordning's limit, null without one. */
export type TripFacts = {
  guideState: GuideState; certificateValidTo: Day | null; matchState: MatchState; endsOn: Day | null
  parentPermission: boolean
}

/** Whether a trip may set out on a day. Asked on the day itself, so that a lapsed certificate stops it the same day. */
export const mayTravel = (facts: TripFacts, on: Day): Verdict => {
  const { guideState, certificateValidTo: validTo, matchState, endsOn } = facts
  if (guideState !== 'active') return no({ reason: 'guide-not-active', state: guideState })
  if (validTo === null) return no({ reason: 'guide-certificate-missing' })
  if (validTo < on) return no({ reason: 'guide-certificate-lapsed', validTo })
  if (matchState !== 'active' && matchState !== 'fading') return no({ reason: 'match-not-active', state: matchState })
  if (endsOn !== null && endsOn < on) return no({ reason: 'match-time-over', endedOn: endsOn })
  return facts.parentPermission ? { ok: true } : no({ reason: 'escort-permission-missing' })
}

/** A trip that has not set out yet. */
export type PlannedTrip = { tripId: string; day: Day; state: TripState }

/**
 * The trips to cancel today: from today on, all that have not set out, when today's facts forbid travelling. A trip
 * already under way is finished, because a child is not left on the road.
 */
export const tripsToStop = (
  trips: readonly PlannedTrip[], facts: TripFacts, today: Day,
): { tripId: string; whyNot: GuideMatchWhyNot }[] => {
  const verdict = mayTravel(facts, today)
  if (verdict.ok) return []
  return trips.filter(({ day, state }) => day >= today && (state === 'planned' || state === 'late'))
    .map(({ tripId }) => ({ tripId, whyNot: verdict.whyNot }))
}

/** Moves a guide along `guideMoves`. */
export const moveGuide = (from: GuideState, to: GuideState): Moved<GuideState> =>
  guideMoves[from].includes(to) ? { ok: true, state: to } : no({ reason: 'guide-move-impossible', from, to })

/** Moves a match along `matchMoves`; an end is always named. */
export const moveMatch = (
  from: MatchState, to: Exclude<MatchState, 'ended'> | { ended: MatchEnd },
): { ok: true; state: MatchState; endedAs: MatchEnd | null } | { ok: false; whyNot: GuideMatchWhyNot } => {
  const state = typeof to === 'string' ? to : 'ended'
  if (!matchMoves[from].includes(state)) return no({ reason: 'match-move-impossible', from, to: state })
  return { ok: true, state, endedAs: typeof to === 'string' ? null : to.ended }
}

/** Moves a trip along `tripMoves`. */
export const moveTrip = (from: TripState, to: TripState): Moved<TripState> =>
  tripMoves[from].includes(to) ? { ok: true, state: to } : no({ reason: 'trip-move-impossible', from, to })

/** The next stage of stepping back among those the ordning uses, in its order; refused when there is none. */
export const nextFading = (
  stages: readonly FadingStage[], now: FadingStage,
): { ok: true; stage: FadingStage } | { ok: false; whyNot: GuideMatchWhyNot } => {
  const at = stages.indexOf(now)
  const stage = at < 0 ? undefined : stages[at + 1]
  return stage === undefined ? no({ reason: 'no-further-fading', stage: now }) : { ok: true, stage }
}

/** The last day of a match by the ordning's limit, and whether it is so near that the guide and child are warned. */
export const matchLimit = (
  began: Day, longestMonths: number, warnDays: number, today: Day,
): { endsOn: Day; warn: boolean; over: boolean } => {
  const endsOn = addDays(addMonths(began, longestMonths), -1)
  return { endsOn, warn: today >= addDays(endsOn, -warnDays) && today <= endsOn, over: today > endsOn }
}
