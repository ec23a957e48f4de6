import type { LogTripInput, PlanTripInput, TripView } from '@medspil/contracts/guide-match'
import { audit, enqueue } from '@medspil/db'
import { loadFirstNames, loadGuardianIds, loadMatches, loadTrip, lockMatch, saveTrip, type StoredMatch, updateTrip } from '@medspil/db/guide-match'
import { day, type Day } from '@medspil/domain/day'
import { mayTravel, moveTrip } from '@medspil/domain/guide-match'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { tripView } from './view.ts'

/** The guide plans a trip with a child they go along with; asked against the certificate as it stands on the trip's day. */
export async function planTrip(shell: Shell, input: PlanTripInput): Promise<TripView> {
  await allow(shell, 'guide-match.log-trip')
  const match = await ownMatch(shell, input.matchId)
  const on = day(input.day)
  mayGo(match, on < shell.now.day ? shell.now.day : on)
  await saveTrip(shell.tx, { id: input.requestId, matchId: match.id, childId: match.childId, day: on, meetAt: input.meetAt, place: input.place, stage: match.stage })
  await audit(shell.tx, 'guide-match.trip-planned', { id: input.requestId, childId: match.childId })
  return tripOf(shell, input.requestId)
}

/**
 * The guide logs a step of a trip. Setting out is asked on the day itself, so that a lapsed børneattest stops it the same
 * day; a child already under way is always brought on. The parents are told at collection and return.
 */
export async function logTrip(shell: Shell, input: LogTripInput): Promise<TripView> {
  await allow(shell, 'guide-match.log-trip')
  const { tx, now } = shell
  const trip = await loadTrip(tx, input.tripId)
  if (!trip) throw new NotFound()
  const match = await ownMatch(shell, trip.matchId)
  if (input.to === 'collected' || input.to === 'late') mayGo(match, now.day)
  const moved = moveTrip(trip.state, input.to)
  if (!moved.ok) throw new Refused(moved.whyNot)
  await updateTrip(tx, trip.id, { state: moved.state, minutes: input.minutes, note: input.note })
  await audit(tx, 'guide-match.trip-logged', { id: trip.id, childId: trip.childId }, { to: input.to })
  if (input.to === 'collected' || input.to === 'returned' || input.to === 'cancelled')
    for (const personId of await loadGuardianIds(tx, trip.childId)) await enqueue(tx, 'tell-family', { personId, childId: trip.childId, purpose: 'news', subjectId: trip.id })
  return tripOf(shell, trip.id)
}

function mayGo(match: StoredMatch, on: Day): void {
  const verdict = mayTravel({ guideState: match.guideState, certificateValidTo: match.certificateValidTo, matchState: match.state, endsOn: match.maxUntil, parentPermission: match.permission }, on)
  if (!verdict.ok) throw new Refused(verdict.whyNot)
}

async function ownMatch({ tx, actor }: Shell, matchId: string): Promise<StoredMatch> {
  await lockMatch(tx, matchId)
  const [match] = await loadMatches(tx, { id: matchId })
  if (!match || match.guideId !== actor.id) throw new NotFound()
  return match
}

async function tripOf({ tx }: Shell, id: string): Promise<TripView> {
  const trip = await loadTrip(tx, id)
  if (!trip) throw new NotFound()
  return tripView(trip, (await loadFirstNames(tx, [trip.childId])).get(trip.childId) ?? '')
}
