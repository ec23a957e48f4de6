import type { TeamList } from '@medspil/contracts/attendance'
import type { KommuneInfo } from '@medspil/ui'

/** A team's list as the server last showed it: first names and initials, and whom to ring. */
export interface KeptList { kommune: KommuneInfo; team: TeamList }

/** Where lists are kept on the phone. */
export type ListMemory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What it is now: the moment and, for the next training, the local day (ISO). */
export interface KeptNow { at: Date; day: string }

const prefix = 'medspil-list:'

/** Where a link's list is kept. The hash, so that the phone's memory gives nobody the link. */
export async function placeOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return prefix + Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Keeps a list for as long as marks are taken on it; one that takes none is not kept. Allergies, medicine and phones are no
 * part of a list and never lie on a phone: nothing there can be erased after the set days, or when the link ends.
 */
export function keepList(place: string, { kommune, team }: KeptList, now: KeptNow, memory: ListMemory): void {
  if (isOver(team, now)) memory.removeItem(place)
  else memory.setItem(place, JSON.stringify({ kommune: { ...kommune, logo: null }, team }))
}

/** The list behind a link; null when there is none. Every list on the phone whose day is over is taken away. */
export function readList(place: string, now: KeptNow, memory: ListMemory): KeptList | null {
  const places = Array.from({ length: memory.length }, (_, at) => memory.key(at)).filter((key) => key?.startsWith(prefix)) as string[]
  for (const each of places) {
    const list = parse(memory.getItem(each))
    if (!list || isOver(list.team, now)) memory.removeItem(each)
  }
  return parse(memory.getItem(place))
}

/** The day is over when its list has closed (noon of the next day), or the team trains anew. */
function isOver({ closesAt, nextDay }: TeamList, now: KeptNow): boolean {
  return closesAt === null || now.at.getTime() > Date.parse(closesAt) || (nextDay !== null && nextDay <= now.day)
}

function parse(text: string | null): KeptList | null {
  try {
    const list = JSON.parse(text ?? 'null') as Partial<KeptList> | null
    return list?.kommune && Array.isArray(list.team?.children) ? (list as KeptList) : null
  } catch {
    return null
  }
}
