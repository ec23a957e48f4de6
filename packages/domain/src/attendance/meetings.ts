import { addDays, daysBetween, earliest, isAfter, isBefore, type Day } from '../day.ts'
import type { SignupState } from '../signup/index.ts'
import type { ShownMark } from './marks.ts'

/** One meeting of an activity. Times are local, `HH:MM`. */
export type Meeting = { day: Day; timeFrom: string; timeTo: string; place: string }

/** What names one meeting of an activity in its marks: its day and, since it may meet twice a day, its time. */
export const meetingId = ({ day, timeFrom }: Pick<Meeting, 'day' | 'timeFrom'>): string => `${day}T${timeFrom}`

/**
 * The meeting a list opens on: the one going on today, or the next of today; else the last one whose list may still be
 * changed; else the next to come; else the last of all.
 * @param hour local hour, 0–23; @param isOpen whether marks are still taken on a past day
 */
export const meetingShown = <M extends Meeting>(meetings: readonly M[], today: Day, hour: number, isOpen: (day: Day) => boolean): M | null => {
  const sorted = [...meetings].sort((a, b) => (meetingId(a) < meetingId(b) ? -1 : 1))
  const ofToday = sorted.filter(({ day }) => day === today)
  // A leader opens the list while the children arrive, so a meeting is on from the hour before it begins.
  const begun = ofToday.findLast(({ timeFrom }) => Number(timeFrom.slice(0, 2)) <= hour + 1)
  const lastPast = sorted.findLast(({ day }) => isBefore(day, today))
  return begun ?? ofToday[0] ?? (lastPast && isOpen(lastPast.day) ? lastPast : null) ?? sorted.find(({ day }) => isAfter(day, today)) ?? lastPast ?? null
}

/** Days on whose eve a family is reminded: the first day of each run of days, so that a week is not five messages. */
export const remindedDays = (days: readonly Day[]): Day[] => {
  const met = new Set(days)
  return [...met].sort().filter((on) => !met.has(addDays(on, -1)))
}

/** Most days between two links to one list: a link lives 14 days, and a new one ends the one in the leader's hand. */
const linkLasts = 12

/** The day on which an activity's list is sent, and its organiser begins to see names: the day before its first meeting. */
export const firstListDay = (firstDay: Day): Day => addDays(firstDay, -1)

/** Days on which an activity's list is sent to its organiser: the day before its first meeting, and anew when that link would be too old for the next. */
export const listDays = (days: readonly Day[]): Day[] =>
  [...new Set(days)].sort().reduce<Day[]>((sent, on) => {
    const last = sent.at(-1)
    return last !== undefined && daysBetween(last, on) <= linkLasts ? sent : [...sent, firstListDay(on)]
  }, [])

/**
 * The last day on which places of an activity are kept: at the latest the day before its list is sent. From then on its
 * organiser sees names come and go, and one that did while the public count stood still would be on a kept place.
 * @param until the day the kommune asked for; null when it named none
 */
export const lastKeptDay = (firstDay: Day, until: Day | null): Day => {
  const latest = addDays(firstListDay(firstDay), -1)
  return until === null ? latest : earliest(until, latest)
}

/**
 * How a child's place ends when its activity is over. Away from every meeting without a word is a no-show; a child nobody
 * marked is unknown and no no-show, nor is one whose family said so (`noticed`: days, taken back ones left out).
 */
export const endOfPlace = (
  state: Extract<SignupState, 'confirmed' | 'started'>, meetings: readonly Meeting[], shown: readonly ShownMark[], noticed: ReadonlySet<Day>,
): 'ended' | 'no-show' => {
  if (state === 'started' || meetings.length === 0) return 'ended'
  const presence = new Map(shown.map((line) => [line.occurrenceId, line.presence]))
  return meetings.every((meeting) => presence.get(meetingId(meeting)) === 'absent' && !noticed.has(meeting.day)) ? 'no-show' : 'ended'
}

/** Whether a family may still say that a child stays away on a day, or take it back: until the day is over. */
export const maySayAbsent = (day: Day, today: Day): boolean => !isBefore(day, today)
