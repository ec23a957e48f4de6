import { expect, test } from 'vitest'
import { minutesSince, nextStep, nextWeekday, sayMinutes } from './trip-words.ts'

test('en tur har ét stærkt skridt ad gangen', () => {
  const walk = (stage: 'escorted' | 'metThere' | 'phoned') => (['planned', 'late', 'collected', 'arrived', 'returned', 'cancelled'] as const).map((state) => nextStep({ state, stage })?.to ?? null)
  expect(walk('escorted')).toEqual(['collected', 'collected', 'arrived', 'returned', null, null])
  expect(walk('metThere')).toEqual(['collected', 'collected', 'arrived', 'returned', null, null])
  expect(walk('phoned')).toEqual(['collected', 'collected', 'returned', 'returned', null, null])
})

test('tid siges i timer og minutter', () => {
  expect([0, 45, 60, 270].map(sayMinutes)).toEqual(['0 min.', '45 min.', '1 time', '4 timer 30 min.'])
  expect(minutesSince('16:30', '18:02')).toBe(90)
  expect(minutesSince('16:30', '16:00')).toBe(0)
})

test('den næste mandag er i dag, hvis i dag er mandag', () => {
  expect(nextWeekday(1, '2026-09-07')).toBe('2026-09-07')
  expect(nextWeekday(1, '2026-09-08')).toBe('2026-09-14')
  expect(nextWeekday(7, '2026-09-07')).toBe('2026-09-13')
})
