import { danishMoment } from '../danish-time.ts'
import { addDays, weekdayOf, type Day } from '../day.ts'
import type { Instant } from '../instant.ts'
import type { Occurrence } from './facts.ts'
import type { OfferKind } from './given-place.ts'
import type { SignupState } from './states.ts'
import type { ActivityBegun, ActivityOver } from './why-not.ts'

/** When an activity meets, as far as it is known: written meetings, else a weekday until its last day. `timeFrom` is local, `HH:MM`. */
export type MeetingTimes = OfferKind & {
  firstDay: Day; lastDay: Day; weekday: number | null; timeFrom: string; occurrences: readonly Pick<Occurrence, 'day' | 'from'>[]
}

/** Hours between an offer of a place and the next meeting, for it to end there; a family needs as many to see it (eksempel). */
export const leastAnswerHours = 3

/**
 * The moments at which a place that nobody has answered or paid stands empty, in order; one at least. A holiday activity
 * has few meetings, and each counts. A team goes on for months: only its season's last meeting is too late, or the hours
 * to answer would be cut every week.
 */
export const beginsOf = (times: MeetingTimes): readonly Instant[] =>
  times.programId === null || times.occurrences.length === 0 ? [lastBeginOf(times)] : times.occurrences.map(({ day, from }) => danishMoment(day, from)).sort()

const lastMeetingDay = ({ firstDay, lastDay, weekday }: MeetingTimes): Day => {
  const day = weekday === null ? lastDay : addDays(lastDay, -((weekdayOf(lastDay) - weekday + 7) % 7))
  return day < firstDay ? lastDay : day
}

/**
 * The moment its last meeting begins: until then a child may join, also on the third day of five, since no paper of the
 * programmes asks for the first one. One clock is read, however many meetings there are: every request of a rush asks.
 */
export const lastBeginOf = (times: MeetingTimes): Instant => {
  const [first, ...others] = times.occurrences
  if (!first) return danishMoment(lastMeetingDay(times), times.timeFrom)
  const last = others.reduce((latest, one) => (one.day > latest.day || (one.day === latest.day && one.from > latest.from) ? one : latest), first)
  return danishMoment(last.day, last.from)
}

/** Why nobody can get a place any more: the last meeting has begun. Null before that. */
export const whyNotAnyMore = (times: MeetingTimes, at: Instant): ActivityOver | null =>
  at >= lastBeginOf(times) ? { reason: 'activity-over', lastDay: times.lastDay } : null

/** A sign-up as giving it back asks of it: its state, and when its place was asked for, or offered. */
export interface GivenPlace { state: SignupState; createdAt: Instant; offeredAt: Instant | null }

/**
 * Why a family cannot give its place at a holiday activity back any more: the first meeting since it had the place has begun, so
 * the organiser is paid for it, whoever came and whoever paid. Null before that, for whoever has no place yet, and for a team,
 * which is left by stopping. One that was called off is not asked about here: giving that back is the kommune's act.
 */
export const whyNotGiveBack = (times: MeetingTimes, { state, createdAt, offeredAt }: GivenPlace, at: Instant): ActivityBegun | null => {
  if (times.programId === null || (state !== 'confirmed' && state !== 'requested')) return null
  const since = offeredAt ?? createdAt
  const begins = beginsOf(times)
  return at >= (begins.find((one) => one > since) ?? begins.at(-1)!) ? { reason: 'activity-begun' } : null
}

/**
 * When the time that a family is given runs out: after its hours (`wanted`), or when a meeting begins before that. A
 * meeting before `least` is let pass, so that nobody's turn is over in minutes; the last one is not.
 */
export const cutAtBegin = (times: MeetingTimes, { wanted, least }: { wanted: Instant; least: Instant }): Instant => {
  const begins = beginsOf(times)
  const begin = begins.find((one) => one >= least) ?? begins.at(-1)!
  return begin < wanted ? begin : wanted
}
