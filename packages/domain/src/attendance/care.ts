import { addDays, isAfter, isBefore, latest, type Day } from '../day.ts'
import { isOver, type SignupState } from '../signup/index.ts'
import { firstListDay } from './meetings.ts'
import type { AttendanceWhyNot } from './why-not.ts'

/**
 * The days a kommune sets for what it must know of a child (product.md 3c, law.md 4): `opensDays` before the first meeting
 * its adults may read it, and `erasedDays` after the last it is gone. First and last day are the activity's meetings.
 */
export type CareDays = { firstDay: Day; lastDay: Day; opensDays: number; erasedDays: number }

/**
 * When a care note opens for the activity's adults, when it closes for them (that day included), and when it is erased. Never
 * before they have the day list: a note that came while the public count stood still would be of a child on a kept place.
 */
export const careWindow = ({ firstDay, lastDay, opensDays, erasedDays }: CareDays): { opensOn: Day; closesOn: Day; erasedOn: Day } =>
  ({ opensOn: latest(addDays(firstDay, -opensDays), firstListDay(firstDay)), closesOn: lastDay, erasedOn: addDays(lastDay, Math.max(erasedDays, 1)) })

/** Whether the activity's adults may read its care notes today. */
export const isCareOpen = (days: CareDays, today: Day): boolean => {
  const { opensOn, closesOn } = careWindow(days)
  return !isBefore(today, opensOn) && !isAfter(today, closesOn)
}

/** Whether a family may write a care note today: while the child has or may get a place, until the last meeting. */
export const mayWriteCare = (state: SignupState, days: CareDays, today: Day): { ok: true } | { ok: false; whyNot: AttendanceWhyNot } =>
  isOver(state) || isAfter(today, days.lastDay) ? { ok: false, whyNot: { reason: 'care-note-over', lastDay: days.lastDay } } : { ok: true }

/** Whether a care note must be gone today: its days are over, or the child is not coming after all. */
export const isCareDue = (state: SignupState, days: CareDays, today: Day): boolean =>
  (isOver(state) && state !== 'ended') || !isBefore(today, careWindow(days).erasedOn)
