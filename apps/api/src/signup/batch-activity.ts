import type { BatchOffer, OfferElsewhere } from '@medspil/db/signup'
import { lastKeptDay } from '@medspil/domain/attendance'
import { addDays, day, isBefore, latest, type Day, weekdayOf } from '@medspil/domain/day'
import { mayList } from '@medspil/domain/forening'
import { isSignupOpen } from '@medspil/domain/holiday-program'
import { isPublic } from '@medspil/domain/offer'
import { type Activity, type HeldActivity, type HeldSignup, type Instant, lastBeginOf, type LimitStage, type MeetingTimes, type Occurrence, type SigningChild, takesPlace } from '@medspil/domain/signup'
import type { WhyNot } from '@medspil/domain/why-not'
import { NotFound } from '../errors.ts'
import type { BatchWorld } from './batch-world.ts'

/** An offer as the rules of the room signup take it. */
export function activityOf(offer: BatchOffer, today: Day): Activity {
  const { program } = offer
  const firstDay = day(offer.seasonFrom)
  return {
    id: offer.id, cancelled: offer.cancelled, capacity: offer.capacity, taken: offer.taken, reserved: offer.reserved, reservedTaken: offer.reservedTaken,
    waiting: offer.waiting, waitingLimit: null, travel: program?.travel ?? null,
    admits: offer.admits, lastDay: day(offer.seasonTo), lastBegins: lastBeginOf(meetingTimesOf(offer)), occurrences: occurrencesOf(offer, today),
    // A child who joins a running team is as old as on the day it joins.
    firstDay: program ? firstDay : latest(firstDay, today),
    opens: program?.opensAt ?? null, closes: program?.closesAt ?? null, limitGroup: offer.programId,
  }
}

/** Whether the time of an activity's kept places is over, also where nobody has released them yet. */
export const isKeptOver = ({ seasonFrom, reservedUntil }: BatchOffer, today: Day): boolean =>
  isBefore(lastKeptDay(day(seasonFrom), reservedUntil === null ? null : day(reservedUntil)), today)

/** When an offer meets, as the rules on time to answer and to pay take it. */
export const meetingTimesOf = (offer: OfferElsewhere): MeetingTimes => ({ ...offer, firstDay: day(offer.seasonFrom), lastDay: day(offer.seasonTo) })

/** Meetings as written down; a weekly team without written dates meets on its weekday until the season ends. */
function occurrencesOf(offer: OfferElsewhere, today: Day): Occurrence[] {
  if (offer.occurrences.length > 0 || offer.weekday === null) return offer.occurrences
  const lastDay = day(offer.seasonTo)
  const from = latest(day(offer.seasonFrom), today)
  const days: Occurrence[] = []
  for (let on = addDays(from, (offer.weekday - weekdayOf(from) + 7) % 7); on <= lastDay; on = addDays(on, 7)) {
    days.push({ day: on, from: offer.timeFrom, to: offer.timeTo })
  }
  return days
}

/** How many places a child may have at a time, by programme and from when. */
export function limitsOf(offer: BatchOffer): ReadonlyMap<string, readonly LimitStage[]> {
  const { program, programId } = offer
  if (!program || programId === null) return new Map()
  return new Map([[programId, program.stages]])
}

/** Why nobody can be signed up here at this moment, whoever asks; null when the child's own rules decide. */
export function whyNotTaking(offer: BatchOffer, today: Day, at: Instant): WhyNot | null {
  const { approval, approvedOn, declaredOn, providerType } = offer.forening
  const listing = mayList({
    state: approval as never, since: day(approvedOn ?? offer.seasonFrom), limitedTo: null, providerType, declaredOn: declaredOn === null ? null : day(declaredOn),
    payment: { rail: 'nemkonto', cvr: null, namedReceiver: null },
  }, offer.id, today)
  const shown = isPublic({ state: offer.state as never, lastDay: day(offer.seasonTo) }, listing, today)
  if (!shown.ok) return shown.whyNot.reason === 'offer-season-over' ? shown.whyNot : { reason: 'activity-not-offered', activityId: offer.id }
  if (!offer.program) return null
  const open = isSignupOpen({ state: offer.program.state, opens: offer.program.opensAt, closes: offer.program.closesAt }, at)
  return open.ok ? null : open.whyNot
}

/** What a child holds now, for limits and clashes. */
export function heldBy(world: BatchWorld, childId: string): HeldSignup[] {
  return world.livingOf(childId).map(({ signup, offer }): HeldSignup => {
    const activity: HeldActivity = { id: offer.id, limitGroup: offer.programId, occurrences: occurrencesOf(offer, world.now.day) }
    if (takesPlace(signup.state)) return { signupId: signup.id, activity, kind: 'place', reserved: signup.reserved }
    return { signupId: signup.id, activity, kind: 'waiting', position: ('position' in signup ? signup.position : null) ?? 1 }
  })
}

/** A child as the rules take it: its age, its class, and all it holds. @throws NotFound when the batch did not load it */
export function signingChild(world: BatchWorld, childId: string): SigningChild {
  const child = world.child(childId)
  if (!child) throw new NotFound()
  const { gradeValue: value, gradeAsOf: asOf } = child
  return { birthDay: day(child.birthDay), held: heldBy(world, childId), grade: value === null || asOf === null ? null : { value, asOf: day(asOf) } }
}
