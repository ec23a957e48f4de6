import { findMyGroup, loadGoing } from '@medspil/db/holiday-program'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/**
 * The children who go along in one of my friend groups now, by id alone, and the group's programme.
 * @throws NotFound when no child of mine is among them
 */
export async function loadGoingAlong(shell: Shell, groupId: string): Promise<{ programId: string; friends: Awaited<ReturnType<typeof loadGoing>> }> {
  await allow(shell, 'holiday-program.friends')
  const group = await findMyGroup(shell.tx, groupId)
  const friends = group ? await loadGoing(shell.tx, group.programId, groupId) : []
  if (!group || !friends.some(({ isMine }) => isMine)) throw new NotFound('holiday-program.friends')
  return { programId: group.programId, friends }
}
