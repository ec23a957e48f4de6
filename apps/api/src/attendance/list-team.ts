import type { TeamList, TeamListInput } from '@medspil/contracts/attendance'
import { loadMarks, loadTeamChildren } from '@medspil/db/attendance'
import { shownMarks, type Mark } from '@medspil/domain/attendance'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { holderOf } from '../forening/index.ts'
import { closesAt, reachedTeam } from './team.ts'

/** A team's list for one day: every child by first name and initial, the same row for each. */
export async function listTeam(shell: Shell, input: TeamListInput): Promise<TeamList> {
  await allow(shell, 'attendance.list')
  const { tx } = shell
  const holder = holderOf(shell.actor, 'team-list', 'forening-desk')
  const { id: offerId, title, timeFrom, past, next } = await reachedTeam(tx, holder, input.offerId ?? holder.subjectId)
  const day = input.day === undefined ? past[0] ?? null : past.find((one) => one === input.day) ?? null
  if (input.day !== undefined && day === null) throw new NotFound('day')
  const children = await loadTeamChildren(tx, offerId)
  const marks = day ? await loadMarks(tx, children.map(({ signupId }) => signupId), day) : new Map<string, Mark[]>()
  const closing = day && closesAt(day)
  return {
    offerId, title, day, timeFrom, days: past, nextDay: next, closesAt: closing && closing.toISOString(), isOpen: closing !== null && tx.now.at <= closing,
    children: children.map((child) => ({ ...child, mark: markShown(marks.get(child.signupId) ?? []) })),
  }
}

/** The mark a coach sees: the last one, and none when it was taken back. */
export function markShown(marks: readonly Mark[]): 'present' | 'absent' | null {
  const presence = shownMarks(marks)[0]?.presence ?? 'unknown'
  return presence === 'unknown' ? null : presence
}
