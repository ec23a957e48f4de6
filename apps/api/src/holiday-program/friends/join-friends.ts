import type { FriendInvitation, JoinFriends, OpenFriendCode, RejoinFriends } from '@medspil/contracts/holiday-program'
import { inKommunesName } from '@medspil/db/forening'
import { endFriendCodes, findFriendCode, findMyGroup, loadProgram, type StoredProgram } from '@medspil/db/holiday-program'
import { readFriendCode } from '@medspil/domain/holiday-program'
import { instant } from '@medspil/domain/signup'
import { hashOf } from '../../access/index.ts'
import { NotFound } from '../../errors.ts'
import { allow, type Shell } from '../../shell.ts'
import { befriend } from './befriend.ts'

type Opened = NonNullable<Awaited<ReturnType<typeof findFriendCode>>> & { program: StoredProgram }

// Used, replaced, of another kommune, of a programme that is over, or never made: one answer, so that nothing is learnt by trying.
async function openCode({ tx, now }: Shell, typed: string): Promise<Opened> {
  const code = readFriendCode(typed)
  const opened = code && await findFriendCode(tx, hashOf(code))
  const program = opened && await loadProgram(tx, opened.programId)
  if (!program || instant(now.at.toISOString()) >= program.closesAt) throw new NotFound('holiday-program.friends')
  return { ...opened, program }
}

/** What a code opens, before anybody says yes: the child who invites, by first name and initial, and to what. */
export async function openFriendCode(shell: Shell, input: OpenFriendCode): Promise<FriendInvitation> {
  await allow(shell, 'holiday-program.friends')
  const { program, name, children } = await openCode(shell, input.code)
  return { programId: program.id, programName: program.name, way: program.way, name, children }
}

/**
 * Goes along with the group of a code, which is used up by it.
 * @throws NotFound for a code that opens nothing; Refused as `befriend` says
 */
export async function joinFriends(shell: Shell, { code, childId }: JoinFriends): Promise<{ done: true }> {
  await allow(shell, 'holiday-program.befriend', { childId })
  const { codeId, groupId, programId } = await openCode(shell, code)
  const isNew = await befriend(shell, { groupId, programId, childId })
  // Two families with the same code: the second finds it used, and all it did is undone.
  if (isNew && (await inKommunesName(shell.tx, (kommune) => endFriendCodes(kommune, [codeId]))) === 0) throw new NotFound('holiday-program.friends')
  return { done: true }
}

/**
 * Goes along again with a group that the child has left, or brings another child of the family that invites.
 * @throws NotFound when neither is so; Refused as `befriend` says
 */
export async function rejoinFriends(shell: Shell, { groupId, childId }: RejoinFriends): Promise<{ done: true }> {
  await allow(shell, 'holiday-program.befriend', { childId })
  const group = await findMyGroup(shell.tx, groupId)
  if (!group || !(group.invites || group.childIds.includes(childId))) throw new NotFound('holiday-program.befriend')
  await befriend(shell, { groupId, programId: group.programId, childId })
  return { done: true }
}
