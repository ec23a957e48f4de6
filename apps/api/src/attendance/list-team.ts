import type { TeamList, TeamListInput } from '@medspil/contracts/attendance'
import { loadMarks, loadTeamChildren, occurrenceOf } from '@medspil/db/attendance'
import { loadNotices } from '@medspil/db/care-days'
import { meetingShown, shownMarks, type Mark, type Meeting } from '@medspil/domain/attendance'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { holderOf } from '../forening/index.ts'
import { closesAt, isOpenAt, reachedTeam } from './team.ts'

/** A team's list for one meeting: every child by first name and initial, the same row for each. */
export async function listTeam(shell: Shell, input: TeamListInput): Promise<TeamList> {
  await allow(shell, 'attendance.list')
  const { tx } = shell
  const holder = holderOf(shell.actor, 'team-list', 'forening-desk')
  const { id: offerId, title, isHoliday, meetings, next, ...team } = await reachedTeam(tx, holder, input.offerId ?? holder.subjectId)
  const meeting = input.day === undefined
    ? meetingShown(meetings, tx.now.day, tx.now.hour, (day) => isOpenAt(day, tx))
    : meetings.find(({ day, timeFrom }) => day === input.day && (input.timeFrom === undefined || timeFrom === input.timeFrom))
  if (meeting === undefined) throw new NotFound('day')
  const day = meeting && meeting.day
  const children = meeting ? await loadTeamChildren(tx, offerId, isHoliday) : []
  const ids = children.map(({ signupId }) => signupId)
  const marks = day ? await loadMarks(tx, ids, day) : new Map<string, Mark[]>()
  const notices = isHoliday && day ? await loadNotices(tx, ids) : new Map<string, ReadonlySet<string>>()
  const { timeFrom, timeTo, place } = meeting ?? team
  const occurrence = meeting && occurrenceOf(meeting.day, isHoliday ? meeting.timeFrom : null)
  return {
    offerId, title, day, timeFrom, timeTo, place, isHoliday, isAhead: day !== null && day > tx.now.day, meetings: meetings.map(viewOf), nextDay: next,
    closesAt: day && closesAt(day).toISOString(), isOpen: day !== null && isOpenAt(day, tx),
    children: children.map(({ signupId, ...child }) => ({
      ...child, mark: markShown((marks.get(signupId) ?? []).filter(({ occurrenceId }) => occurrenceId === occurrence)), saidAbsent: day !== null && (notices.get(signupId)?.has(day) ?? false),
    })),
  }
}

const viewOf = ({ day, timeFrom, timeTo, place }: Meeting) => ({ day, timeFrom, timeTo, place })

/** The mark a coach sees: the last one, and none when it was taken back. */
export function markShown(marks: readonly Mark[]): 'present' | 'absent' | null {
  const presence = shownMarks(marks)[0]?.presence ?? 'unknown'
  return presence === 'unknown' ? null : presence
}
