import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Instant } from '../instant.ts'

/** Most children of one friend group: as many as an activity can be expected to have room for at once. */
export const mostFriends = 4

/** The words that an adult says yes to when its child goes with a group; a changed text is another name. */
export const friendTerms = 'venner-1'

/** Why a friend group cannot be made or joined. */
export type FriendWhyNot =
  | { reason: 'friends-over'; closed: Instant }
  | { reason: 'friend-group-full'; most: number }
  | { reason: 'child-has-friends' }

/** A friend group as one who joins finds it: when its programme closes, and the children who go along now. */
export type FriendGround = { closes: Instant; childIds: readonly string[] }

/**
 * Why a child cannot go along, or null. A child goes with one group in a programme, so that groups never chain into one
 * great unit of the whole town; a group takes children until its programme closes (not included).
 * @param goesWith the group the child goes with now, and `groupId` the one it would join
 */
export const whyNotBefriend = (ground: FriendGround, groupId: string, child: { id: string; goesWith: string | null }, at: Instant): FriendWhyNot | null => {
  if (at >= ground.closes) return { reason: 'friends-over', closed: ground.closes }
  if (child.goesWith !== null && child.goesWith !== groupId) return { reason: 'child-has-friends' }
  const isIn = ground.childIds.includes(child.id)
  return !isIn && ground.childIds.length >= mostFriends ? { reason: 'friend-group-full', most: mostFriends } : null
}

/**
 * What ties the wishes of a group for one activity: the same for each of its families, who see no wish but their own.
 * @returns a uuid that tells nobody the group
 */
export const wishTie = (groupId: string, activityId: string): string => {
  const hex = bytesToHex(sha256(utf8ToBytes(`${groupId}/${activityId}`)))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

// Crockford's letters, as in a ticket: none is mistaken for a digit when a code is read aloud.
const letters = '0123456789abcdefghjkmnpqrstvwxyz'
const codeLetters = 12

/** Random bytes that a code is written from: 60 bits are used. */
export const codeBytes = 12

/** Writes a code from random bytes, e.g. `7k2m-9xqf-3tdh`. @throws RangeError for fewer than `codeBytes` */
export const writeFriendCode = (random: Uint8Array): string => {
  if (random.length < codeBytes) throw new RangeError('a code takes twelve random bytes')
  const text = Array.from(random.slice(0, codeLetters), (byte) => letters[byte & 31]).join('')
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}

/** Reads a code as a family types it: any case, with spaces, an o for a nought or an i or l for a one. Null when it is none. */
export const readFriendCode = (typed: string): string | null => {
  const text = typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1')
  if (text.length !== codeLetters || [...text].some((letter) => !letters.includes(letter))) return null
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}
