import { addDays, daysBetween, isWeekend, weekdayOf, type Day } from '../day.ts'

/** The Monday of a holiday's first week: one that begins on a Saturday has its first week after the weekend. */
const firstMonday = (d: Day): Day => addDays(d, isWeekend(d) ? 8 - weekdayOf(d) : 1 - weekdayOf(d))

/**
 * How many days a copied programme's days move when the holiday begins on another day: whole weeks, so that a Tuesday
 * stays a Tuesday and the first week stays the first week.
 */
export const copyShift = (fromDay: Day, newFromDay: Day): number => daysBetween(firstMonday(fromDay), firstMonday(newFromDay))

/**
 * A moment of the old programme in the new one: the same weekday and the same clock on the wall.
 * @param local `YYYY-MM-DDTHH:MM`, so that summer time cannot move 9 o'clock to 8
 */
export const shiftLocal = (local: string, days: number): string => `${addDays(local.slice(0, 10) as Day, days)}${local.slice(10)}`

/** A session moved with its programme. It may fall outside a shorter holiday, and is then moved by hand. */
export const shiftSession = <S extends { day: Day }>(session: S, days: number): S => ({ ...session, day: addDays(session.day, days) })
