import { newId } from '@medspil/db'
import { addDays, type Day, day, weekdayOf } from '@medspil/domain/day'
import type { PlantedRow } from './plant.ts'
import { shortHolidays } from './draws.ts'

/** Easter Sunday of a year in the Gregorian calendar (the anonymous computus of 1876). */
export function easterOf(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const [month, date] = [Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1]
  return day(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
}

/** The summer holiday begins on the last Saturday of June (folkeskoleloven § 14 a, stk. 1). */
const summerBegins = (year: number): Day => {
  const last = day(`${year}-06-30`)
  return addDays(last, -((weekdayOf(last) + 1) % 7))
}

/**
 * Rows of a kommune's table for the school years that begin in these years. Only the start of the summer and the days of
 * Easter are published for all; the other weeks are what most kommuner choose, so they are examples.
 */
export function schoolHolidayRows(from: number, to: number): PlantedRow[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n).flatMap((year): PlantedRow[] => {
    const schoolYear = `${year}/${String(year + 1).slice(2)}`
    const row = (holiday: string, fromDay: Day, toDay: Day): PlantedRow => ({ id: newId(), school_year: schoolYear, holiday, from_day: fromDay, to_day: toDay })
    const [autumn] = shortHolidays(year, year).filter(({ holiday }) => holiday === 'autumn')
    const [winter] = shortHolidays(year + 1, year + 1).filter(({ holiday }) => holiday === 'winter')
    const easter = easterOf(year + 1)
    const summer = summerBegins(year + 1)
    return [
      row('autumn', addDays(autumn!.monday, -2), addDays(autumn!.monday, 6)), row('christmas', day(`${year}-12-21`), day(`${year + 1}-01-03`)),
      row('winter', addDays(winter!.monday, -2), addDays(winter!.monday, 6)), row('easter', addDays(easter, -8), addDays(easter, 1)), row('summer', summer, addDays(summer, 43)),
    ]
  })
}
