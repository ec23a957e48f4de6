import { newId } from '@medspil/db'
import { addDays, completedYears, type Day } from '@medspil/domain/day'
import type { Chance } from '../life/chance.ts'
import type { PlantedActivity } from './activities.ts'
import type { TownChild } from './children.ts'

/** What became of one child's request. Moments in milliseconds. */
export interface Asked {
  id: string; child: TownChild; activity: PlantedActivity; at: number
  state: 'place' | 'waiting' | 'offered' | 'lapsed' | 'declined' | 'cancelled'
  waitingNumber: number | null; offeredAt: number | null; deadlineAt: number | null; endedAt: number | null
}

interface Rush {
  activities: readonly PlantedActivity[]
  children: readonly TownChild[]
  /** The programme's first Monday: ages are measured on each activity's own first day, which is near enough. */
  first: Day
  opensAt: number
  /** Until when families ask, and until when they give places back. */
  asksUntil: number; givesBackUntil: number
  /** Of a hundred children so many want one activity, two, three. */
  wants: readonly [one: number, two: number, three: number]
}

const minute = 60_000
const hour = 60 * minute
/** Below this an activity is mostly passed by, so that some are cancelled for want of children. */
const hardlyWanted = 0.07
/** Most places and numbers of a child, as the programme's stages say. */
const most = { places: 3, waiting: 2 }

/**
 * Lets a town ask for places as one does: half of it in the first twenty minutes, the wanted activities first. Who finds one
 * full waits there or takes another; places given back go to the line in its order.
 */
export function askForPlaces(chance: Chance, rush: Rush): Asked[] {
  const byAge = new Map<number, PlantedActivity[]>()
  const suiting = (age: number) => {
    const known = byAge.get(age)
    if (known) return known
    const found = rush.activities.filter(({ ages }) => age >= ages.from && age <= ages.to)
    byAge.set(age, found)
    return found
  }
  const all: Asked[] = []
  const ofChild = new Map<string, Asked[]>()
  const taken = new Map<string, number>()
  const lines = new Map<string, Asked[]>()
  const free = ({ id, capacity, reserved }: PlantedActivity) => capacity - reserved - (taken.get(id) ?? 0)
  const comers = rush.children.flatMap((child) => momentsOf(chance, rush).map((at) => ({ child, at }))).sort((a, b) => a.at - b.at)
  for (const { child, at } of comers) {
    const own = ofChild.get(child.id) ?? []
    const busy = new Set(own.flatMap(({ activity }) => activity.dates))
    const fits = suiting(completedYears(child.birthDay, rush.first))
    if (fits.length === 0) continue
    const seen = Array.from({ length: 7 }, () => chance.pick(fits)).filter((one) => !one.dates.some((day) => busy.has(day)) && (one.wanted > hardlyWanted || chance.yes(0.12))).sort((a, b) => b.wanted - a.wanted)
    const wished = seen[0]
    if (!wished) continue
    const numbers = own.filter(({ state }) => state === 'waiting').length
    const waits = free(wished) <= 0 && numbers < most.waiting && chance.yes(0.4)
    const activity = waits ? wished : seen.find((one) => free(one) > 0)
    if (!activity || (!waits && own.length - numbers >= most.places)) continue
    const asked: Asked = { id: newId(), child, activity, at, state: waits ? 'waiting' : 'place', waitingNumber: null, offeredAt: null, deadlineAt: null, endedAt: null }
    if (waits) {
      const line = lines.get(activity.id) ?? []
      asked.waitingNumber = line.push(asked)
      lines.set(activity.id, line)
    } else taken.set(activity.id, (taken.get(activity.id) ?? 0) + 1)
    all.push(asked)
    ofChild.set(child.id, [...own, asked])
  }
  giveBack(chance, rush, all, lines)
  return all
}

function momentsOf(chance: Chance, { opensAt, asksUntil, wants: [one, two, three] }: Rush): number[] {
  const many = chance.between(1, one + two + three)
  const count = many <= one ? 1 : many <= one + two ? 2 : 3
  const early = chance.yes(0.55)
  const begins = early ? opensAt + chance.between(0, 20 * 60) * 1000 : opensAt + chance.between(20 * 60, Math.max(1800, Math.floor((asksUntil - opensAt) / 1000))) * 1000
  return Array.from({ length: count }, (_, n) => begins + n * chance.between(40, 150) * 1000).filter((at) => at < asksUntil)
}

/** A twentieth of the places comes back, free ones alone, so that no money moves; each goes to the next in line. */
function giveBack(chance: Chance, { asksUntil, givesBackUntil }: Rush, all: readonly Asked[], lines: ReadonlyMap<string, Asked[]>): void {
  const givers = all.filter(({ state, activity }) => state === 'place' && activity.price === 0 && chance.yes(0.09))
  for (const giver of givers) {
    let at = asksUntil + chance.between(0, Math.max(1, Math.floor((givesBackUntil - asksUntil) / minute))) * minute
    Object.assign(giver, { state: 'cancelled', endedAt: at })
    for (const next of lines.get(giver.activity.id) ?? []) {
      if (next.state !== 'waiting') continue
      Object.assign(next, { offeredAt: at, deadlineAt: at + 48 * hour })
      const says = chance.between(1, 100)
      if (says <= 78) { next.state = 'place'; break }
      at += says <= 90 ? 48 * hour : 3 * hour
      Object.assign(next, { state: says <= 90 ? 'lapsed' : 'declined', endedAt: at })
    }
  }
}

/** The day of a moment, near enough for a made-up town. */
export const dayOfMoment = (at: number): Day => addDays(new Date(at).toISOString().slice(0, 10) as Day, 0)
