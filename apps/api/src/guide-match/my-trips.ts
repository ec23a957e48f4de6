import type { FamilyMatches, MyTrips } from '@medspil/contracts/guide-match'
import { loadFirstNames, loadGuides, loadMatches, loadTrips } from '@medspil/db/guide-match'
import { firstOfMonth } from '@medspil/domain/day'
import { mayTravel } from '@medspil/domain/guide-match'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { matchView, tripView } from './view.ts'

/** The guide's own page: the children they go along with, the next trips, hours, and whether they may travel today. */
export async function readMyTrips(shell: Shell): Promise<MyTrips> {
  await allow(shell, 'guide-match.my-trips')
  const { tx, now, actor } = shell
  const guide = (await loadGuides(tx)).find(({ guideId }) => guideId === actor.id)
  if (!guide) throw new NotFound()
  const matches = (await loadMatches(tx, { guideId: guide.guideId })).filter(({ state }) => state !== 'ended')
  const names = await loadFirstNames(tx, matches.map(({ childId }) => childId))
  const trips = await loadTrips(tx, matches.map(({ id }) => id))
  const verdict = mayTravel({ guideState: guide.state, certificateValidTo: guide.certificateValidTo, matchState: 'active', endsOn: null, parentPermission: true }, now.day)
  return {
    matches: matches.map((match) => matchView(match, names.get(match.childId) ?? '', [])), trips: trips.map((trip) => tripView(trip, names.get(trip.childId) ?? '')),
    certificateUntil: guide.certificateValidTo, mayTravel: verdict.ok, whyNot: verdict.ok ? null : verdict.whyNot.reason,
    minutesThisMonth: trips.filter(({ day }) => day >= firstOfMonth(now.day)).reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
  }
}

/** What a family sees of guides: who is proposed to whom, and the trips. */
export async function readFamilyMatches(shell: Shell): Promise<FamilyMatches> {
  await allow(shell, 'guide-match.of-my-family')
  const { tx } = shell
  const matches = (await loadMatches(tx, {})).filter(({ state, declinedBy }) => state !== 'proposed' && declinedBy === null)
  const names = await loadFirstNames(tx, matches.map(({ childId }) => childId))
  const trips = await loadTrips(tx, matches.map(({ id }) => id))
  return { matches: matches.map((match) => matchView(match, names.get(match.childId) ?? '', [])), trips: trips.map((trip) => ({ ...tripView(trip, names.get(trip.childId) ?? ''), note: null })) }
}
