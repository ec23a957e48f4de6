import { expect, test } from 'vitest'
import { instantOf, localDayOf, localOf } from './program-clock.ts'

test('kl. 9 er kl. 9 sommer og vinter', () => {
  expect(instantOf('2027-06-01T09:00')).toBe('2027-06-01T07:00:00.000Z')
  expect(instantOf('2027-01-11T09:00')).toBe('2027-01-11T08:00:00.000Z')
  for (const local of ['2027-06-01T09:00', '2027-01-11T00:00', '2027-12-31T23:59', '2027-03-28T03:00']) expect(localOf(instantOf(local))).toBe(local)
})

test('dagen er den danske, også den sidste time før midnat i UTC', () => {
  expect([localDayOf('2027-05-31T21:59:59.999Z'), localDayOf('2027-05-31T22:00:00.000Z')]).toEqual(['2027-05-31', '2027-06-01'])
  expect([localDayOf('2027-01-10T22:59:59.999Z'), localDayOf('2027-01-10T23:00:00.000Z')]).toEqual(['2027-01-10', '2027-01-11'])
})

test('timen, der ikke findes, bliver timen efter, og den, der er to gange, er den første', () => {
  expect(localOf(instantOf('2027-03-28T02:30'))).toBe('2027-03-28T03:30')
  expect(instantOf('2027-10-31T02:30')).toBe('2027-10-31T00:30:00.000Z')
})
