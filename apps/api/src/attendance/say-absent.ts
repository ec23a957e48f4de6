import type { AbsenceSaid, SayAbsent } from '@medspil/contracts/attendance'
import { audit } from '@medspil/db'
import { loadOwnPlaces, saveNotice } from '@medspil/db/care-days'
import { maySayAbsent } from '@medspil/domain/attendance'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/**
 * A family says that its child stays away on a day, or comes after all. The adults' list shows it the next time it is read.
 * @throws Refused when the day is over
 */
export async function sayAbsent(shell: Shell, { signupId, day, isAway }: SayAbsent): Promise<AbsenceSaid> {
  const { tx, now } = shell
  const [place] = await loadOwnPlaces(tx, { signupId })
  if (!place) throw new NotFound('attendance.say-absent')
  await allow(shell, 'attendance.say-absent', { childId: place.childId })
  const meeting = place.meetings.find((one) => one.day === day)
  if (!meeting) throw new NotFound('day')
  if (!maySayAbsent(meeting.day, now.day)) throw new Refused({ reason: 'absence-too-late', on: meeting.day })
  await saveNotice(tx, { id: signupId, childId: place.childId }, meeting.day, isAway)
  await audit(tx, isAway ? 'attendance.said-absent' : 'attendance.absence-taken-back', { id: signupId, childId: place.childId }, { day })
  return { signupId, day, isAway }
}
