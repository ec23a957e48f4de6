import type { LeaveFriends } from '@medspil/contracts/holiday-program'
import { audit } from '@medspil/db'
import { inKommunesName } from '@medspil/db/forening'
import { findMyGroup, leaveFriends, lockChild, lockWishes, untieWishes } from '@medspil/db/holiday-program'
import { NotFound } from '../../errors.ts'
import { allow, type Shell } from '../../shell.ts'

/**
 * Takes one's own child out of a group, at any time and without a reason. Nobody of the group can sign it up any more; its
 * wishes stand alone; the places and numbers it has, it keeps. Leaving twice is leaving once.
 */
export async function leaveFriendGroup(shell: Shell, { groupId, childId }: LeaveFriends): Promise<{ done: true }> {
  const { tx } = shell
  await allow(shell, 'holiday-program.befriend', { childId })
  const group = await findMyGroup(tx, groupId)
  if (!group?.childIds.includes(childId)) throw new NotFound('holiday-program.befriend')
  await lockChild(tx, childId)
  await inKommunesName(tx, (kommune) => lockWishes(kommune, group.programId, [childId]))
  if (!(await leaveFriends(tx, groupId, childId))) return { done: true }
  await untieWishes(tx, group.programId, childId)
  await audit(tx, 'friends.left', { id: groupId, childId }, { programId: group.programId })
  return { done: true }
}
