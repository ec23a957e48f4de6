import type { Day } from '../../day.ts'
import type { HandedOut } from './hand-out.ts'
import type { Prepared, Wish } from './prepare.ts'

/**
 * What became of one wish for one child. `ticket` is the child of the wish that stood in the way, `activity` what that
 * child has instead. `waits` is the child's own number in the waiting list, from 1; `number` counts the places that
 * were given as well: number 14 of 12 places. `left` are the places that were free when the group came to its turn.
 */
export type DrawOutcome =
  | { kind: 'given'; round: number }
  | { kind: 'full'; waits: number; number: number; places: number }
  | { kind: 'group-did-not-fit'; waits: number; number: number; places: number; size: number; left: number }
  | { kind: 'waits-by-another-wish' }
  | { kind: 'has-activity'; ticket: string }
  | { kind: 'got-better-wish'; ticket: string; activity: string }
  | { kind: 'limit-reached'; ticket: string; most: number }
  | { kind: 'clash'; ticket: string; activity: string; on: Day }

/** A place by position; rank 0 is a place held before the draw. */
export type OwnedPlace = { activity: number; rank: number }

/** The rank a child gave a wish. */
const rankBy = ({ children, ranks }: Wish, child: number): number => ranks[children.indexOf(child)]!

/** Per child every place it has after the draw, those held before first. */
export const ownedPlaces = ({ wishes, holdsOf }: Prepared, { gotBy }: HandedOut): OwnedPlace[][] =>
  holdsOf.map((holds, child) => [
    ...holds.map((activity) => ({ activity, rank: 0 })),
    ...gotBy[child]!.map((wish) => ({ activity: wishes[wish]!.activity, rank: rankBy(wishes[wish]!, child) })),
  ])

/**
 * Why a wish cannot stand beside places its children have: all of them, or only those each child wanted more. Null when
 * nothing but room was missing.
 */
export const whatStandsInTheWay = (
  { record, clash }: Prepared, owned: readonly (readonly OwnedPlace[])[], wish: Wish, among: 'wanted-more' | 'all',
): DrawOutcome | null => {
  const { activities, children, mostPerChild } = record
  for (const [at, child] of wish.children.entries()) {
    const ticket = children[child]!.ticket
    const places = owned[child]!
    if (places.some(({ activity }) => activity === wish.activity)) return { kind: 'has-activity', ticket }
    const counted = among === 'all' ? places : places.filter(({ rank }) => rank < wish.ranks[at]!)
    const drawn = counted.find(({ rank }) => rank > 0)
    if (mostPerChild === 1 && drawn) return { kind: 'got-better-wish', ticket, activity: activities[drawn.activity]!.id }
    for (const { activity } of counted) {
      const on = clash(activity, wish.activity)
      if (on !== null) return { kind: 'clash', ticket, activity: activities[activity]!.id, on }
    }
    if (mostPerChild !== null && counted.length >= mostPerChild) return { kind: 'limit-reached', ticket, most: mostPerChild }
  }
  return null
}

/** The places wanted less that a child would have to give up to take this activity; ids in text order. */
export const insteadOf = ({ record, clash }: Prepared, places: readonly OwnedPlace[], activity: number): string[] => {
  const stays = places.filter((place) => clash(place.activity, activity) === null).sort((a, b) => a.rank - b.rank)
  const room = record.mostPerChild === null ? stays.length : record.mostPerChild - 1
  const kept = new Set(stays.slice(0, room))
  return places.filter((place) => !kept.has(place)).map((place) => record.activities[place.activity]!.id).sort()
}
