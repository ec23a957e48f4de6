import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { danishMoment } from './danish-time.ts'
import { addDays, day } from './day.ts'

test('kl. 9 er kl. 9 sommer og vinter, og efter midnat er det i går i UTC', () => {
  expect([danishMoment(day('2027-06-01'), '09:00'), danishMoment(day('2027-01-11'), '09:00'), danishMoment(day('2027-01-01'), '00:30')])
    .toEqual(['2027-06-01T07:00:00.000Z', '2027-01-11T08:00:00.000Z', '2026-12-31T23:30:00.000Z'])
})

test('timen, der ikke findes, bliver timen efter, og den, der er to gange, er den første', () => {
  expect([danishMoment(day('2027-03-28'), '02:30'), danishMoment(day('2027-10-31'), '02:30'), danishMoment(day('2027-10-31'), '03:00')])
    .toEqual(['2027-03-28T01:30:00.000Z', '2027-10-31T00:30:00.000Z', '2027-10-31T02:00:00.000Z'])
})

test('er enig med Temporal i 40 år, minut for minut omkring hvert skifte og tilfældigt ellers', () => {
  const anyDay = fc.integer({ min: 0, max: 14_600 }).map((n) => addDays(day('2000-01-01'), n))
  const change = fc.record({ year: fc.integer({ min: 2000, max: 2040 }), month: fc.constantFrom('03', '10'), on: fc.integer({ min: 24, max: 31 }) }).map(({ year, month, on }) => day(`${year}-${month}-${on}`))
  fc.assert(fc.property(fc.oneof(anyDay, change), fc.nat(23), fc.nat(59), (on, hour, minute) => {
    const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    const told = Temporal.PlainDateTime.from(`${on}T${clock}`).toZonedDateTime('Europe/Copenhagen', { disambiguation: 'compatible' }).toInstant()
    expect(danishMoment(on, clock)).toBe(told.toString({ fractionalSecondDigits: 3 }))
  }), { numRuns: 3000, seed: 3 })
})
