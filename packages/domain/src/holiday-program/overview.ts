import { addDays, daysBetween, isWeekend, type Day } from '../day.ts'
import type { Session } from './activity.ts'

/** The age groups of the overview, completed years, both ends included. */
export const overviewAges = [{ from: 3, to: 5 }, { from: 6, to: 9 }, { from: 10, to: 12 }, { from: 13, to: 15 }, { from: 16, to: 17 }] as const

/** An activity as the overview sees it. `capacity` is children per session; cancelled ones are left out by the caller. */
export type OverviewActivity = {
  id: string; title: string; organiserId: string; ageFrom: number; ageTo: number; area: string; capacity: number; free: number; sessions: readonly Session[]
}

/** What one day offers one age group in one area. `places` and `free` are children. */
export type OverviewCell = { day: Day; ages: number; area: string; activities: number; places: number; free: number }

const meets = (activity: OverviewActivity, ages: { from: number; to: number }): boolean => activity.ageFrom <= ages.to && ages.from <= activity.ageTo

const weekdaysOf = ({ fromDay, toDay }: { fromDay: Day; toDay: Day }): Day[] =>
  Array.from({ length: daysBetween(fromDay, toDay) + 1 }, (_, at) => addDays(fromDay, at)).filter((day) => !isWeekend(day))

/**
 * How many places there are per day, age group (index into `overviewAges`) and area. Weekdays of the holiday and every
 * other day on which something happens; an activity counts once a day however often it meets.
 */
export const offerByCell = (activities: readonly OverviewActivity[], holiday: { fromDay: Day; toDay: Day }, areas: readonly string[]): OverviewCell[] => {
  const days = [...new Set([...weekdaysOf(holiday), ...activities.flatMap(({ sessions }) => sessions.map(({ day }) => day))])].sort()
  const onDay = new Map(days.map((day) => [day, activities.filter(({ sessions }) => sessions.some((one) => one.day === day))]))
  return days.flatMap((day) => overviewAges.flatMap((group, ages) => areas.map((area) => {
    const here = onDay.get(day)!.filter((one) => one.area === area && meets(one, group))
    return { day, ages, area, activities: here.length, places: here.reduce((sum, one) => sum + one.capacity, 0), free: here.reduce((sum, one) => sum + one.free, 0) }
  })))
}

/** An area and age group with nothing on these days of the holiday. */
export type Hole = { area: string; ages: number; days: Day[] }

/** The weekdays of the holiday on which an age group finds nothing in an area: the emptiest first. Age groups and areas without any activity at all are one hole each. */
export const holesIn = (cells: readonly OverviewCell[], holiday: { fromDay: Day; toDay: Day }): Hole[] => {
  const weekdays = new Set(weekdaysOf(holiday))
  const byPlace = new Map<string, Hole>()
  for (const { day, ages, area, activities } of cells) {
    if (activities > 0 || !weekdays.has(day)) continue
    const key = `${area}/${ages}`
    const hole = byPlace.get(key) ?? { area, ages, days: [] }
    hole.days.push(day)
    byPlace.set(key, hole)
  }
  return [...byPlace.values()].sort((a, b) => b.days.length - a.days.length || (a.area < b.area ? -1 : a.area > b.area ? 1 : a.ages - b.ages))
}

/**
 * Two activities that get in each other's way on a day: the same organiser or the same place at the same time, or two for
 * the same ages in a small area, where the children have nothing left to choose afterwards.
 */
export type OverviewClash = { kind: 'organiser' | 'place' | 'same-children'; day: Day; first: string; second: string }

const overlap = (a: Session, b: Session): boolean => a.timeFrom < b.timeTo && b.timeFrom < a.timeTo
const placeName = (place: string): string => place.trim().toLocaleLowerCase('da')

/**
 * Every pair that clashes, once a day, the strongest kind of clash: place, then organiser, then children.
 * @param smallArea an area with at most so many activities in the whole programme counts as small (eksempel)
 */
export const clashesIn = (activities: readonly OverviewActivity[], smallArea: number): OverviewClash[] => {
  const inArea = new Map<string, number>()
  for (const { area } of activities) inArea.set(area, (inArea.get(area) ?? 0) + 1)
  const byDay = new Map<Day, { activity: OverviewActivity; session: Session }[]>()
  for (const activity of activities)
    for (const session of activity.sessions) byDay.set(session.day, [...(byDay.get(session.day) ?? []), { activity, session }])
  const kindOf = (a: { activity: OverviewActivity; session: Session }, b: { activity: OverviewActivity; session: Session }): OverviewClash['kind'] | null => {
    if (placeName(a.session.place) === placeName(b.session.place)) return 'place'
    if (a.activity.organiserId === b.activity.organiserId) return 'organiser'
    const sameChildren = a.activity.area === b.activity.area && meets(a.activity, { from: b.activity.ageFrom, to: b.activity.ageTo })
    return sameChildren && inArea.get(a.activity.area)! <= smallArea ? 'same-children' : null
  }
  const found = new Map<string, OverviewClash>()
  for (const [day, meetings] of [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)))
    meetings.forEach((a, at) => {
      for (const b of meetings.slice(at + 1)) {
        if (a.activity.id === b.activity.id || !overlap(a.session, b.session)) continue
        const kind = kindOf(a, b)
        const [first, second] = a.activity.id < b.activity.id ? [a.activity.id, b.activity.id] : [b.activity.id, a.activity.id]
        if (kind) found.set(`${day}/${first}/${second}`, { kind, day, first, second })
      }
    })
  return [...found.values()]
}
