import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Day } from '../../day.ts'
import type { TravelMinutes } from '../../signup/index.ts'

/** The rule that a record was drawn by. Another rule gets another name, so that old records still explain themselves. */
export const drawRule = 'medspil-draw-1'

/** One meeting of an activity: local clock times `HH:MM`, `to` after `from`. `area` null counts as an area of its own. */
export type DrawMeeting = { day: Day; from: string; to: string; place: string; area: string | null }

/** `places` is what the draw may give: reserved places and places held before are already taken out. */
export type DrawActivity = { id: string; places: number; meetings: readonly DrawMeeting[] }

/** `numbers` is how many numbers the child draws, the best counts; `holds` are activities it has a place in already. */
export type DrawChild = { ticket: string; numbers: number; holds: readonly string[] }

/** One wish. More than one child means together or not at all. Each child ranks by itself; 1 is wanted most. */
export type DrawWish = { activity: string; by: readonly { ticket: string; rank: number }[] }

/** All that a draw is decided on beside the seed. It holds no name: a child is its ticket (see ticket.ts). */
export type DrawRecord = {
  rule: string
  programId: string
  /** SHA-256 of the seed in hex, published before the first wish. */
  commitment: string
  /** A figure nobody could know while wishes were open, announced beforehand ("Lotto 27. juni 2026"); null for none. */
  publicChance: string | null
  travel: TravelMinutes
  /** Places a child may have in the programme, those it holds included; null is no limit. */
  mostPerChild: number | null
  /** Most children whose wishes hang together, directly or through others. */
  mostTogether: number
  /** Most numbers a child may have, as announced; 1 is no weight for earlier losers. */
  mostNumbers: number
  activities: readonly DrawActivity[]
  children: readonly DrawChild[]
  wishes: readonly DrawWish[]
}

/** Order by code unit: the same in every language and on every machine. */
export const inTextOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** In order of `key`, equal keys in order of their text; what was sent several times, word for word, is there once. */
const listOf = <T>(items: readonly T[], key: (item: T) => string): T[] => {
  if (items.length < 2) return [...items]
  const keyed = items.map((item) => ({ key: key(item), item }))
  keyed.sort((a, b) => inTextOrder(a.key, b.key) || inTextOrder(JSON.stringify(a.item), JSON.stringify(b.item)))
  return keyed.filter(({ key: mine, item }, at) => {
    const before = keyed[at - 1]
    return !before || before.key !== mine || JSON.stringify(before.item) !== JSON.stringify(item)
  }).map(({ item }) => item)
}

const meetingOf = ({ day, from, to, place, area }: DrawMeeting): DrawMeeting =>
  ({ day, from, to, place: place.normalize('NFC'), area: area === null ? null : area.normalize('NFC') })

const wishOf = ({ activity, by }: DrawWish): DrawWish =>
  ({ activity, by: listOf(by.map(({ ticket, rank }) => ({ ticket, rank })), ({ ticket }) => ticket) })

/**
 * The record in its one form: fields and lists in a fixed order, letters composed, what was sent many times there once.
 * Whatever order the facts came in, the same facts give the same record.
 */
export const canonicalRecord = (record: DrawRecord): DrawRecord => {
  const { rule, programId, commitment, publicChance, travel, mostPerChild, mostTogether, mostNumbers } = record
  return {
    rule, programId, commitment, publicChance: publicChance === null ? null : publicChance.normalize('NFC'),
    travel: { samePlace: travel.samePlace, sameArea: travel.sameArea, otherArea: travel.otherArea },
    mostPerChild, mostTogether, mostNumbers,
    activities: listOf(record.activities.map(({ id, places, meetings }) =>
      ({ id, places, meetings: listOf(meetings.map(meetingOf), (meeting) => meeting.day) })), ({ id }) => id),
    children: listOf(record.children.map(({ ticket, numbers, holds }) =>
      ({ ticket, numbers, holds: listOf(holds, (id) => id) })), ({ ticket }) => ticket),
    wishes: listOf(record.wishes.map(wishOf), ({ activity, by }) => `${activity} ${by.map(({ ticket }) => ticket).join(' ')}`),
  }
}

/** The text that is published: canonical JSON without spaces, byte for byte the same from the same facts. */
export const drawText = (record: DrawRecord): string => JSON.stringify(canonicalRecord(record))

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))
