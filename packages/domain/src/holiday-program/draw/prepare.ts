import type { Day } from '../../day.ts'
import type { TravelMinutes } from '../../signup/index.ts'
import type { DrawActivity, DrawMeeting, DrawRecord } from './record.ts'
import { compareNumbers, numbersOf } from './ticket.ts'
import { unitsOf } from './units.ts'

/** A wish by position: `activity` in the record's activities, `children` in its children; `ranks` beside `children`. */
export type Wish = { activity: number; children: number[]; ranks: number[] }

/** A canonical record with its lists turned into positions, so that one record may be drawn with many seeds. */
export type Prepared = {
  record: DrawRecord
  wishes: Wish[]
  /** Per child its wishes, most wanted first. */
  wishesOf: number[][]
  /** Per child the activities it holds before the draw. */
  holdsOf: number[][]
  /** Children per unit, in ticket order; only children with a wish are in one. */
  units: number[][]
  /** The first day on which a child could not be at both activities, or null. */
  clash: (one: number, other: number) => Day | null
}

/** The order of one draw: units first to last, and each child's place in the order of all children's own numbers. */
export type DrawnOrder = { units: number[]; childAt: Int32Array }

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

const minutesBetween = (one: DrawMeeting, other: DrawMeeting, travel: TravelMinutes): number => {
  if (one.place === other.place) return travel.samePlace
  return one.area !== null && one.area === other.area ? travel.sameArea : travel.otherArea
}

/**
 * The first day on which two activities lie too close to reach both, or null. Travel is counted within a day. Said here and
 * not called from the room signup: an old record is run again by the rule it was drawn by, whatever sign-up's becomes.
 */
export const clashWithTravel = (a: Pick<DrawActivity, 'meetings'>, b: Pick<DrawActivity, 'meetings'>, travel: TravelMinutes): Day | null => {
  let first: Day | null = null
  for (const one of a.meetings) {
    for (const other of b.meetings) {
      if (one.day !== other.day || (first !== null && first <= one.day)) continue
      const between = minutesBetween(one, other, travel)
      const apart = minutesOf(one.to) + between <= minutesOf(other.from) || minutesOf(other.to) + between <= minutesOf(one.from)
      if (!apart) first = one.day
    }
  }
  return first
}

const positions = (keys: readonly string[]): Map<string, number> => new Map(keys.map((key, at) => [key, at]))

/**
 * Puts a record into positions.
 * @param record canonical and without faults
 */
export const prepareDraw = (record: DrawRecord): Prepared => {
  const { activities, children } = record
  const activityAt = positions(activities.map(({ id }) => id))
  const childAt = positions(children.map(({ ticket }) => ticket))
  const wishes = record.wishes.map(({ activity, by }) => ({
    activity: activityAt.get(activity)!, children: by.map(({ ticket }) => childAt.get(ticket)!), ranks: by.map(({ rank }) => rank),
  }))
  const ranked: { wish: number; rank: number }[][] = children.map(() => [])
  wishes.forEach(({ children: together, ranks }, wish) =>
    together.forEach((child, at) => ranked[child]!.push({ wish, rank: ranks[at]! })))
  const known = new Map<number, Day | null>()
  return {
    record, wishes,
    wishesOf: ranked.map((mine) => mine.sort((a, b) => a.rank - b.rank).map(({ wish }) => wish)),
    holdsOf: children.map(({ holds }) => holds.map((id) => activityAt.get(id)!)),
    units: unitsOf(record.wishes).map((unit) => unit.map((ticket) => childAt.get(ticket)!)),
    clash: (one, other) => {
      const pair = Math.min(one, other) * activities.length + Math.max(one, other)
      const answer = known.get(pair)
      if (answer !== undefined) return answer
      const day = clashWithTravel(activities[one]!, activities[other]!, record.travel)
      known.set(pair, day)
      return day
    },
  }
}

/**
 * The order that a seed gives. A unit draws with the ticket that comes first in text order, and with the fewest numbers
 * any of its children has: asking together never gives a number or a weight that a child did not have alone.
 */
export const orderOf = ({ record, units }: Prepared, seed: string): DrawnOrder => {
  const numberOf = numbersOf(seed, record)
  const drawn: { child: number; number: Uint8Array }[] = []
  const ofUnit = units.map((unit, at) => {
    const own = unit.map((child) => numberOf(record.children[child]!.ticket, record.children[child]!.numbers))
    unit.forEach((child, place) => drawn.push({ child, number: own[place]! }))
    const first = record.children[unit[0]!]!
    const fewest = unit.reduce((count, child) => Math.min(count, record.children[child]!.numbers), first.numbers)
    return { unit: at, number: fewest === first.numbers ? own[0]! : numberOf(first.ticket, fewest) }
  })
  // Units and children stand in ticket order and sorting is stable, so equal numbers fall back on the ticket.
  const childAt = new Int32Array(record.children.length)
  drawn.sort((a, b) => compareNumbers(a.number, b.number) || a.child - b.child).forEach(({ child }, place) => { childAt[child] = place })
  return { units: ofUnit.sort((a, b) => compareNumbers(a.number, b.number)).map(({ unit }) => unit), childAt }
}
