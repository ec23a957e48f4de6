import { randomBytes } from 'node:crypto'
import type { InviteFriend, MakeFriendGroup } from '@medspil/contracts/holiday-program'
import { audit, type Tx } from '@medspil/db'
import { inKommunesName } from '@medspil/db/forening'
import { addFriendCode, addFriendGroup, endFriendCodes, loadFriendCodes, loadProgram, lockFriendGroup } from '@medspil/db/holiday-program'
import { codeBytes, mostFriends, writeFriendCode } from '@medspil/domain/holiday-program'
import { instant } from '@medspil/domain/signup'
import { hashOf } from '../../access/index.ts'
import { NotFound, Refused } from '../../errors.ts'
import { allow, type Shell } from '../../shell.ts'
import { loadGoingAlong } from '../../signup/index.ts'
import { befriend } from './befriend.ts'

/**
 * Makes a friend group with one's own child in it, and a first code for a friend's family. The code is not answered, since
 * an answer is kept for ever; the page reads it with the group.
 * @throws Refused when the programme has closed, or the child goes with others there
 */
export async function makeFriendGroup(shell: Shell, input: MakeFriendGroup): Promise<{ done: true }> {
  const { tx, actor } = shell
  const { requestId: groupId, programId, childId } = input
  await allow(shell, 'holiday-program.befriend', { childId })
  if (actor.kind !== 'family' || !(await loadProgram(tx, programId))) throw new NotFound('holiday-program.befriend')
  await inKommunesName(tx, (kommune) => addFriendGroup(kommune, { id: groupId, programId, childId, madeBy: actor.id }))
  await befriend(shell, { groupId, programId, childId })
  await inKommunesName(tx, (kommune) => makeCode(kommune, groupId, actor.id, mostFriends - 1))
  await audit(tx, 'friends.made', { id: groupId, childId }, { programId })
  return { done: true }
}

/**
 * Makes a code for one more family. There are never more codes than places in the group: the oldest gives way.
 * @throws NotFound when no child of mine invites to the group; Refused when it is full or its programme has closed
 */
export async function inviteFriend(shell: Shell, { groupId }: InviteFriend): Promise<{ done: true }> {
  const { tx, actor, now } = shell
  await allow(shell, 'holiday-program.friends')
  const { programId, friends } = await loadGoingAlong(shell, groupId)
  const inviting = friends.find((friend) => friend.isMine && friend.invites)
  const program = await loadProgram(tx, programId)
  if (!inviting || !program || actor.kind !== 'family') throw new NotFound('holiday-program.friends')
  if (instant(now.at.toISOString()) >= program.closesAt) throw new Refused({ reason: 'friends-over', closed: program.closesAt })
  const free = await inKommunesName(tx, async (kommune) => {
    const places = mostFriends - (await lockFriendGroup(kommune, groupId)).length
    if (places > 0) await makeCode(kommune, groupId, actor.id, places)
    return places
  })
  if (free <= 0) throw new Refused({ reason: 'friend-group-full', most: mostFriends })
  await audit(tx, 'friends.invited', { id: groupId, childId: inviting.childId })
  return { done: true }
}

async function makeCode(kommune: Tx, groupId: string, madeBy: string, most: number): Promise<void> {
  const open = await loadFriendCodes(kommune, groupId)
  await endFriendCodes(kommune, open.slice(0, Math.max(0, open.length + 1 - most)).map(({ id }) => id))
  const code = writeFriendCode(randomBytes(codeBytes))
  await addFriendCode(kommune, { groupId, code, codeHash: hashOf(code), madeBy })
}
