import { expect, test } from 'vitest'
import { dayFromParts, noDate, partsFromDay } from './date-parts.ts'

test.each([
  ['en almindelig dag', '3', '8', '2017', '2017-08-03'],
  ['foranstillede nuller og mellemrum', ' 03', '08 ', '2017', '2017-08-03'],
  ['skuddag i et skudår', '29', '2', '2016', '2016-02-29'],
  ['skuddag i år 2000', '29', '2', '2000', '2000-02-29'],
  ['skuddag uden for et skudår', '29', '2', '2017', null],
  ['den 31. i en måned med 30 dage', '31', '4', '2017', null],
  ['måned 13', '1', '13', '2017', null],
  ['måned 0', '1', '0', '2017', null],
  ['to cifre i årstallet', '1', '1', '17', null],
  ['bogstaver', 'tre', '8', '2017', null],
  ['tomme felter', '', '', '', null],
])('%s', (_name, day, month, year, iso) => {
  expect(dayFromParts({ day, month, year })).toBe(iso)
})

test('en dag kan vises i felterne og læses tilbage', () => {
  expect(dayFromParts(partsFromDay('2026-08-03'))).toBe('2026-08-03')
  expect(partsFromDay(null)).toEqual(noDate)
})
