/**
 * Calendar days without a clock and without a time zone. A Day is an ISO string, so it sorts as text, travels as JSON
 * and equals a PostgreSQL `date`. The arithmetic agrees with Temporal.PlainDate (proved in day.test.ts), which is too
 * heavy for the family app. "Today" is always handed in by the caller.
 */

declare const dayBrand: unique symbol

/** A calendar day as `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31. Make one with `day` or `parseDay`. */
export type Day = string & { readonly [dayBrand]: true }

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

type Parts = { year: number; month: number; dayOfMonth: number }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day written in `text`, or null when it is not an existing day in the form `YYYY-MM-DD`. */
export const parseDay = (text: string): Day | null => {
  const match = shape.exec(text)
  if (!match) return null
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1) return null
  return dayOfMonth <= daysInMonth(year, month) ? (text as Day) : null
}

/** The day written in `text`; throws RangeError when there is no such day. For literals and trusted text. */
export const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new RangeError(`not a day: ${text}`)
  return parsed
}

/** The day with this year, month (1–12) and day of month; throws RangeError when there is no such day. */
export const dayOf = (year: number, month: number, dayOfMonth: number): Day =>
  day(`${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`)

const padded = (n: number, width: number): string => String(n).padStart(width, '0')

const partsOf = (d: Day): Parts => ({
  year: Number(d.slice(0, 4)), month: Number(d.slice(5, 7)), dayOfMonth: Number(d.slice(8, 10)),
})

/** Whether 29 February exists in this year. */
export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Number of days in a month (1–12) of a year. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

/** Days since 1970-01-01, after Howard Hinnant's civil calendar: years begin in March so that the leap day is last. */
const epochDays = (d: Day): number => {
  const { year, month, dayOfMonth } = partsOf(d)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

const fromEpochDays = (count: number): Day => {
  const z = count + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth + (marchMonth < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return dayOf(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1)
}

/** The day `count` days later, or earlier when negative. Throws RangeError outside years 1–9999. */
export const addDays = (d: Day, count: number): Day => fromEpochDays(epochDays(d) + count)

/**
 * The same date `count` months later (or earlier). A date the month does not have becomes its last day:
 * 30 November + 3 months is the last day of February. Throws RangeError outside years 1–9999.
 */
export const addMonths = (d: Day, count: number): Day => {
  const { year, month, dayOfMonth } = partsOf(d)
  const months = year * 12 + (month - 1) + count
  const [newYear, newMonth] = [Math.floor(months / 12), (months % 12 + 12) % 12 + 1]
  return dayOf(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)))
}

/** The same date `count` years later; 29 February becomes 28 February in a common year. */
export const addYears = (d: Day, count: number): Day => addMonths(d, count * 12)

/** Whole days from `from` to `to`: positive when `to` is later. */
export const daysBetween = (from: Day, to: Day): number => epochDays(to) - epochDays(from)

/** Negative when `a` is earlier than `b`, 0 when equal, positive when later; fits Array.prototype.sort. */
export const compareDays = (a: Day, b: Day): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/** Whether `a` is before `b`. */
export const isBefore = (a: Day, b: Day): boolean => a < b

/** Whether `a` is after `b`. */
export const isAfter = (a: Day, b: Day): boolean => a > b

/** Whether `d` lies from `first` to `last`, both included. */
export const isWithin = (d: Day, first: Day, last: Day): boolean => first <= d && d <= last

/** The earlier of two days. */
export const earliest = (a: Day, b: Day): Day => (a <= b ? a : b)

/** The later of two days. */
export const latest = (a: Day, b: Day): Day => (a >= b ? a : b)

/** Calendar year of a day. */
export const yearOf = (d: Day): number => partsOf(d).year

/** Month of a day, 1–12. */
export const monthOf = (d: Day): number => partsOf(d).month

/** Day of the month, 1–31. */
export const dayOfMonth = (d: Day): number => partsOf(d).dayOfMonth

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (d: Day): Weekday => ((((epochDays(d) + 3) % 7) + 7) % 7 + 1) as Weekday

/** Saturday or Sunday. */
export const isWeekend = (d: Day): boolean => weekdayOf(d) >= 6

/** First day of the day's month. */
export const firstOfMonth = (d: Day): Day => `${d.slice(0, 8)}01` as Day

/** Last day of the day's month. */
export const lastOfMonth = (d: Day): Day => dayOf(yearOf(d), monthOf(d), daysInMonth(yearOf(d), monthOf(d)))

/** 1 January of the day's year. */
export const startOfYear = (d: Day): Day => `${d.slice(0, 4)}-01-01` as Day

/** 31 December of the day's year. */
export const endOfYear = (d: Day): Day => `${d.slice(0, 4)}-12-31` as Day

/**
 * Whole years a person has lived on a day. One born on 29 February completes a year on 1 March of a common year,
 * because the day of birth has not come before then. Negative before birth.
 */
export const completedYears = (birthDay: Day, onDay: Day): number => {
  const years = yearOf(onDay) - yearOf(birthDay)
  return onDay.slice(5) < birthDay.slice(5) ? years - 1 : years
}
