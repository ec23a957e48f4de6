import { addDays, dayOf, lastOfMonth, weekdayOf, yearOf, type Day } from './day.ts'
import { instant, type Instant } from './instant.ts'

/**
 * The moment at which a clock in Denmark shows `clock` (`HH:MM`) on a day. In the hour that summer time skips it is an
 * hour later, in the one it repeats the first. Summer time is that of Directive 2000/84/EC, from 01:00 UTC on the last
 * Sunday of March to 01:00 UTC on the last Sunday of October; years before 1996 are not asked about.
 */
export const danishMoment = (on: Day, clock: string): Instant => {
  const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
  // Denmark is one or two hours ahead; summer time is tried first, so that a repeated hour is its first.
  const summer = utc(on, minutes - 120)
  return isSummerTime(summer, on) ? summer : utc(on, minutes - 60)
}

const utc = (on: Day, minutes: number): Instant => {
  const within = (minutes + 1440) % 1440
  return instant(`${minutes < 0 ? addDays(on, -1) : on}T${twoDigits(Math.floor(within / 60))}:${twoDigits(within % 60)}:00.000Z`)
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')

const isSummerTime = (at: Instant, on: Day): boolean => at >= changeOfClocks(on, 3) && at < changeOfClocks(on, 10)

const changeOfClocks = (on: Day, month: 3 | 10): Instant => {
  const last = lastOfMonth(dayOf(yearOf(on), month, 1))
  return utc(addDays(last, -(weekdayOf(last) % 7)), 60)
}
