import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addDays, addMonths, addYears, compareDays, completedYears, day, dayOf, daysBetween, daysInMonth, endOfYear,
  firstOfMonth, isLeapYear, isWeekend, isWithin, lastOfMonth, parseDay, startOfYear, weekdayOf, yearOf, type Day,
} from './day.ts'

const anyDay = fc.record({ year: fc.integer({ min: 1000, max: 3000 }), month: fc.integer({ min: 1, max: 12 }), at: fc.nat(30) })
  .map(({ year, month, at }) => dayOf(year, month, 1 + (at % daysInMonth(year, month))))
const plain = (d: Day) => Temporal.PlainDate.from(d)
const agrees = (claim: (a: Day, b: Day, n: number) => void) =>
  fc.assert(fc.property(anyDay, anyDay, fc.integer({ min: -5000, max: 5000 }), claim), { numRuns: 1500 })

describe('day.ts er enig med Temporal', () => {
  it('dage, måneder og år lagt til', () => agrees((a, _, n) => {
    expect(addDays(a, n)).toBe(plain(a).add({ days: n }).toString())
    expect(addMonths(a, n % 1200)).toBe(plain(a).add({ months: n % 1200 }).toString())
    expect(addYears(a, n % 500)).toBe(plain(a).add({ years: n % 500 }).toString())
  }))

  it('afstand, orden, ugedag og månedens ender', () => agrees((a, b) => {
    expect(daysBetween(a, b)).toBe(plain(a).until(plain(b), { largestUnit: 'days' }).days)
    expect(compareDays(a, b)).toBe(Temporal.PlainDate.compare(plain(a), plain(b)))
    expect(weekdayOf(a)).toBe(plain(a).dayOfWeek)
    expect(isWeekend(a)).toBe(plain(a).dayOfWeek > 5)
    expect(isLeapYear(yearOf(a))).toBe(plain(a).inLeapYear)
    expect(lastOfMonth(a)).toBe(plain(a).with({ day: plain(a).daysInMonth }).toString())
    expect(firstOfMonth(a)).toBe(plain(a).with({ day: 1 }).toString())
    expect(startOfYear(a)).toBe(plain(a).with({ month: 1, day: 1 }).toString())
    expect(endOfYear(a)).toBe(plain(a).with({ month: 12, day: 31 }).toString())
  }))

  it('fyldte år', () => agrees((a, b) => {
    const [birth, on] = compareDays(a, b) <= 0 ? [a, b] : [b, a]
    expect(completedYears(birth, on)).toBe(plain(birth).until(plain(on), { largestUnit: 'years' }).years)
  }))
})

describe('grænsedage', () => {
  it.each([
    ['2026-11-30', 3, '2027-02-28'], ['2027-11-30', 3, '2028-02-29'], ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'], ['2026-12-15', 1, '2027-01-15'],
  ])('%s + %i måneder er %s', (from, months, to) => expect(addMonths(day(from), months)).toBe(to))

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '0000-01-01', '2026-04-31', ' 2026-01-01', '2026-01-01T00:00'])(
    '%s er ingen dag', (text) => expect(parseDay(text)).toBeNull())

  it('født 29. februar fylder år 1. marts i et år uden skuddag', () => {
    expect(completedYears(day('2012-02-29'), day('2026-02-28'))).toBe(13)
    expect(completedYears(day('2012-02-29'), day('2026-03-01'))).toBe(14)
  })

  it('dagen før og på fødselsdagen', () => {
    expect(completedYears(day('2008-11-22'), day('2026-11-21'))).toBe(17)
    expect(completedYears(day('2008-11-22'), day('2026-11-22'))).toBe(18)
  })

  it('begge ender hører med i en periode', () => {
    expect(isWithin(day('2026-01-01'), day('2026-01-01'), day('2026-12-31'))).toBe(true)
    expect(isWithin(day('2027-01-01'), day('2026-01-01'), day('2026-12-31'))).toBe(false)
  })

  it('uden for kalenderen siger day.ts fra', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => day('i morgen')).toThrow(RangeError)
  })
})
