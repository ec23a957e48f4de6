import { day } from '@medspil/domain/day'
import { expect, test } from 'vitest'
import { lastAndNext } from './draws.ts'
import { easterOf, schoolHolidayRows } from './school-holidays.ts'
import { firstMonday, lastSummerOf } from './summers.ts'

test('påsken falder, som almanakken siger', () => {
  expect([2024, 2025, 2026, 2027, 2028].map(easterOf)).toEqual(['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16'])
})

test('skoleåret 2026/27: uge 42, uge 7, påsken og sommeren fra den sidste lørdag i juni', () => {
  expect(schoolHolidayRows(2026, 2026).map((row) => [row['school_year'], row['holiday'], row['from_day'], row['to_day']])).toEqual([
    ['2026/27', 'autumn', '2026-10-10', '2026-10-18'], ['2026/27', 'christmas', '2026-12-21', '2027-01-03'], ['2026/27', 'winter', '2027-02-13', '2027-02-21'],
    ['2026/27', 'easter', '2027-03-20', '2027-03-29'], ['2026/27', 'summer', '2027-06-26', '2027-08-08'],
  ])
})

test('hvilke ferier der er gået og kommer, følger dagen', () => {
  const names = (today: string) => { const { last, next } = lastAndNext(day(today)); return [last.name, next.name] }
  expect(names('2026-11-22')).toEqual(['Aktiv Efterårsferie 2026', 'Aktiv Vinterferie 2027'])
  expect(names('2027-05-01')).toEqual(['Aktiv Vinterferie 2027', 'Aktiv Efterårsferie 2027'])
  expect(firstMonday(2027)).toBe('2027-06-28')
  expect([lastSummerOf(day('2026-11-22'), 2027), lastSummerOf(day('2026-07-10'), 2027)]).toEqual([2026, 2025])
})
