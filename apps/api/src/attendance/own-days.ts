import { firstNameOf } from '@medspil/domain/first-name'
import type { OwnDays } from '@medspil/contracts/attendance'
import { findNote } from '@medspil/db/care'
import { type HolidayPlace, loadNotices, loadOwnPlaces } from '@medspil/db/care-days'
import { meetingId } from '@medspil/domain/attendance'
import { allow, type Shell } from '../shell.ts'

/** The holiday days to come of the actor's children, and for which of them the adults have been told something. */
export async function ownDays(shell: Shell): Promise<OwnDays> {
  await allow(shell, 'attendance.own-days')
  const { tx, now } = shell
  const places = (await loadOwnPlaces(tx)).filter(({ lastDay }) => lastDay >= now.day)
  const notices = await loadNotices(tx, places.map(({ signupId }) => signupId))
  const meetings = places.flatMap((place) => place.meetings.filter(({ day }) => day >= now.day).map((meeting) => ({
    ...meeting, ...nameOf(place), pictogram: place.offer.pictogram, foreningName: place.offer.foreningName, saidAbsent: notices.get(place.signupId)?.has(meeting.day) ?? false,
  })))
  const signups: OwnDays['signups'] = []
  for (const place of places) signups.push({ ...nameOf(place), hasNote: (await findNote(tx, place.signupId)) !== null })
  return { meetings: meetings.sort((a, b) => (meetingId(a) < meetingId(b) ? -1 : 1)), signups }
}

const nameOf = ({ signupId, childId, childName, offer }: HolidayPlace) => ({ signupId, childId, childFirstName: firstNameOf(childName), title: offer.title })
