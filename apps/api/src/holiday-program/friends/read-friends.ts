import type { FriendGroupView, FriendsView, ShowFriends } from '@medspil/contracts/holiday-program'
import { groupBy } from '@medspil/db'
import { inKommunesName } from '@medspil/db/forening'
import { type Friend, loadFriendCodes, loadFriends, loadProgram } from '@medspil/db/holiday-program'
import { firstNameOf } from '@medspil/domain/first-name'
import { mostFriends } from '@medspil/domain/holiday-program'
import { instant } from '@medspil/domain/signup'
import { NotFound } from '../../errors.ts'
import { allow, type Shell } from '../../shell.ts'
import { loadMyYoung } from './my-young.ts'

/** My children's friend groups in a programme: who goes along and who has left, and of the others nothing but a name. */
export async function readFriends(shell: Shell, { programId }: ShowFriends): Promise<FriendsView> {
  await allow(shell, 'holiday-program.friends')
  const { tx, now } = shell
  const program = await loadProgram(tx, programId)
  if (!program) throw new NotFound()
  const young = await loadMyYoung(shell)
  const firstNames = new Map(young.map(({ id, name }) => [id, firstNameOf(name)]))
  const friends = (await loadFriends(tx, programId)).filter(({ childId, isMine }) => !isMine || firstNames.has(childId))
  const groups: FriendGroupView[] = []
  for (const [groupId, members] of groupBy(friends, (friend) => friend.groupId)) {
    const invites = members.some((friend) => friend.isMine && friend.invites)
    const isIn = members.some((friend) => friend.isMine && friend.invites && !friend.hasLeft)
    const codes = isIn ? await inKommunesName(tx, (kommune) => loadFriendCodes(kommune, groupId)) : []
    groups.push(groupView(groupId, members, invites, codes.map(({ code }) => code), firstNames))
  }
  const going = new Set(friends.filter(({ isMine, hasLeft }) => isMine && !hasLeft).map(({ childId }) => childId))
  return {
    programId, programName: program.name, way: program.way, closesAt: program.closesAt, isOpen: instant(now.at.toISOString()) < program.closesAt,
    free: young.filter(({ id }) => !going.has(id)).map(({ id }) => ({ childId: id, firstName: firstNames.get(id)! })), groups,
  }
}

function groupView(groupId: string, members: readonly Friend[], invites: boolean, codes: string[], firstNames: ReadonlyMap<string, string>): FriendGroupView {
  return {
    groupId, invites, codes, free: mostFriends - members.filter(({ hasLeft }) => !hasLeft).length,
    mine: members.filter(({ isMine }) => isMine).map(({ childId, hasLeft }) => ({ childId, firstName: firstNames.get(childId)!, hasLeft })),
    others: members.filter(({ isMine }) => !isMine).map(({ name, hasLeft }) => ({ name, hasLeft })),
  }
}
