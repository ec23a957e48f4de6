import type { Day } from '@medspil/domain/day'
import { yearOf } from '@medspil/domain/day'
import Holidays from 'date-holidays'

const danish = new Holidays('DK')
const years = new Map<number, ReadonlySet<Day>>()

/** Danish public holidays from the year of a day to two years on: what working days are counted over. */
export function holidaysFrom(on: Day): ReadonlySet<Day> {
  const first = yearOf(on)
  const known = years.get(first)
  if (known) return known
  const days = new Set([first - 1, first, first + 1, first + 2].flatMap((year) =>
    danish.getHolidays(year).filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10) as Day)))
  years.set(first, days)
  return days
}
