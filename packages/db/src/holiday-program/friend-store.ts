import type { Tx } from '../as-actor.ts'
import { logRead } from '../audit.ts'
import { newId } from '../new-id.ts'
import { open, seal } from '../sealed.ts'

/** A child of a friend group as a family of it may see it: by the name a forening sees too, null for a sheltered one. */
export interface Friend { groupId: string; childId: string; name: string | null; isMine: boolean; invites: boolean; hasLeft: boolean }

/** The friend groups of my children in a programme; those of other families only where a child of mine goes along. Logged as read. */
export async function loadFriends(tx: Tx, programId: string): Promise<Friend[]> {
  const rows = await tx.db.$queryRaw<Friend[]>`
    select group_id as "groupId", child_id as "childId", display_name as name, is_mine as "isMine", invites, has_left as "hasLeft" from medspil.friends_of(${programId}::uuid)`
  await logRead(tx, rows.filter(({ isMine }) => !isMine).map(({ childId }) => childId), 'friend-group', ['displayName'])
  return rows
}

/** Who goes along in one of my groups now, by id alone: for acts that show nobody. */
export async function loadGoing(tx: Tx, programId: string, groupId: string): Promise<Pick<Friend, 'childId' | 'isMine' | 'invites'>[]> {
  return tx.db.$queryRaw<Pick<Friend, 'childId' | 'isMine' | 'invites'>[]>`
    select child_id as "childId", is_mine as "isMine", invites from medspil.friends_of(${programId}::uuid) where group_id = ${groupId}::uuid and not has_left`
}

/** What a code opens; `name` is the inviting child's, null for a sheltered one, and `children` counts those who go along. */
export interface OpenedCode { codeId: string; groupId: string; programId: string; name: string | null; children: number }

/** Looks a code up by its hash; null when it opens nothing (any more). The inviting child is logged as read. */
export async function findFriendCode(tx: Tx, codeHash: Uint8Array<ArrayBuffer>): Promise<OpenedCode | null> {
  const [row] = await tx.db.$queryRaw<(OpenedCode & { childId: string })[]>`
    select code_id as "codeId", group_id as "groupId", program_id as "programId", child_id as "childId", display_name as name, children from medspil.friend_code(${codeHash})`
  if (!row) return null
  const { childId, ...opened } = row
  await logRead(tx, [childId], 'friend-group', ['displayName'])
  return opened
}

/** The group each of these children of mine goes with in a programme now. */
export async function loadGoesWith(tx: Tx, programId: string, childIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db.friendMember.findMany({ where: { kommuneId: tx.kommuneId, programId, childId: { in: [...childIds] }, leftAt: null }, select: { childId: true, groupId: true } })
  return new Map(rows.map(({ childId, groupId }) => [childId, groupId]))
}

/** A group that a child of mine invites to or once went with, and those children; null when there is none. `invites`: the inviting child is mine and goes along. */
export async function findMyGroup(tx: Tx, groupId: string): Promise<{ programId: string; invites: boolean; childIds: string[] } | null> {
  const group = await tx.db.friendGroup.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: groupId } }, select: { childId: true } })
  const members = await tx.db.friendMember.findMany({ where: { kommuneId: tx.kommuneId, groupId }, select: { programId: true, childId: true, leftAt: true } })
  const [first] = members
  if (!first) return null
  return { programId: first.programId, invites: members.some(({ childId, leftAt }) => childId === group?.childId && leftAt === null), childIds: members.map(({ childId }) => childId) }
}

/** Makes a group for the child that invites. Only in the kommune's name. */
export async function addFriendGroup(tx: Tx, group: { id: string; programId: string; childId: string; madeBy: string }): Promise<void> {
  await tx.db.friendGroup.createMany({ data: [{ kommuneId: tx.kommuneId, ...group, madeAt: tx.now.at }] })
}

/** Holds a group until the transaction ends, so that one joins at a time, and tells who goes along. Only in the kommune's name. */
export async function lockFriendGroup(tx: Tx, groupId: string): Promise<string[]> {
  await tx.db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`${tx.kommuneId}/friends/${groupId}`}, 0))::text`
  const rows = await tx.db.friendMember.findMany({ where: { kommuneId: tx.kommuneId, groupId, leftAt: null }, select: { childId: true } })
  return rows.map(({ childId }) => childId)
}

/** Writes a child's part in a group, with the adult who agreed. Only in the kommune's name. */
export async function addFriend(tx: Tx, friend: { groupId: string; programId: string; childId: string; agreedBy: string; displayName: string }): Promise<void> {
  await tx.db.friendMember.createMany({ data: [{ kommuneId: tx.kommuneId, id: newId(), ...friend, joinedAt: tx.now.at }] })
}

/**
 * Keeps a child where it is until the transaction ends: nobody signs it up, alone or with a group, meanwhile. The lock that
 * the sign-up batch takes for its children.
 */
export async function lockChild(tx: Tx, childId: string): Promise<void> {
  await tx.db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`${tx.kommuneId}/child/${childId}`}, 0))::text`
}

/** Takes a child of mine out of a group. @returns whether it went along */
export async function leaveFriends(tx: Tx, groupId: string, childId: string): Promise<boolean> {
  const left = await tx.db.friendMember.updateMany({ where: { kommuneId: tx.kommuneId, groupId, childId, leftAt: null }, data: { leftAt: tx.now.at } })
  return left.count > 0
}

/** A child's wishes in a programme hang together with nobody's any more. */
export async function untieWishes(tx: Tx, programId: string, childId: string): Promise<void> {
  await tx.db.signup.updateMany({ where: { kommuneId: tx.kommuneId, programId, childId, state: 'wished', groupId: { not: null } }, data: { groupId: null } })
}

const sealedAt = (rowId: string, personId: string) => ({ personId, table: 'friend_code', rowId, column: 'sealed' })

/** Codes of a group that still open it, the oldest first. Only in the kommune's name, for the family that invites. */
export async function loadFriendCodes(tx: Tx, groupId: string): Promise<{ id: string; code: string }[]> {
  const rows = await tx.db.friendCode.findMany({ where: { kommuneId: tx.kommuneId, groupId, endedAt: null }, orderBy: [{ madeAt: 'asc' }, { id: 'asc' }] })
  if (rows.length === 0) return []
  const { childId } = await tx.db.friendGroup.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: groupId } }, select: { childId: true } })
  return Promise.all(rows.map(async ({ id, sealed }) => ({ id, code: await open(tx, sealedAt(id, childId), sealed) })))
}

/** Keeps a new code: its hash, and itself sealed with the inviting child's key. Only in the kommune's name. */
export async function addFriendCode(tx: Tx, code: { groupId: string; code: string; codeHash: Uint8Array<ArrayBuffer>; madeBy: string }): Promise<void> {
  const id = newId()
  const { childId } = await tx.db.friendGroup.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: code.groupId } }, select: { childId: true } })
  await tx.db.friendCode.createMany({ data: [{
    kommuneId: tx.kommuneId, id, groupId: code.groupId, codeHash: code.codeHash, sealed: await seal(tx, sealedAt(id, childId), code.code), madeBy: code.madeBy, madeAt: tx.now.at,
  }] })
}

/** Ends codes: used, or replaced by a newer one. Only in the kommune's name. @returns how many opened something until now */
export async function endFriendCodes(tx: Tx, ids: readonly string[]): Promise<number> {
  const ended = await tx.db.friendCode.updateMany({ where: { kommuneId: tx.kommuneId, id: { in: [...ids] }, endedAt: null }, data: { endedAt: tx.now.at, sealed: new Uint8Array() } })
  return ended.count
}

/** Empties the groups of a programme that is over: no code opens them and no name stands in them. Only for a job. */
export async function emptyFriendGroups(tx: Tx, programId: string): Promise<void> {
  await tx.db.friendMember.updateMany({ where: { kommuneId: tx.kommuneId, programId, leftAt: null }, data: { leftAt: tx.now.at } })
  await tx.db.friendMember.updateMany({ where: { kommuneId: tx.kommuneId, programId }, data: { displayName: '' } })
  const groups = await tx.db.friendGroup.findMany({ where: { kommuneId: tx.kommuneId, programId }, select: { id: true } })
  await tx.db.friendCode.updateMany({ where: { kommuneId: tx.kommuneId, groupId: { in: groups.map(({ id }) => id) }, endedAt: null }, data: { endedAt: tx.now.at, sealed: new Uint8Array() } })
}
