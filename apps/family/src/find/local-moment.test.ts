import { expect, it } from 'vitest'
import { localParts } from './local-moment.ts'
import { travelSign, signOf } from './offer-signs.ts'
import { weekdayName } from './say-when.tsx'

it('et øjeblik læses i dansk tid, sommer og vinter', () => {
  expect(localParts('2026-06-07T18:00:00.000Z')).toEqual(['2026-06-07', '20:00'])
  expect(localParts('2026-12-31T23:30:00.000Z')).toEqual(['2027-01-01', '00:30'])
})

it.each([['da', 3, 'onsdag'], ['en', 3, 'Wednesday'], ['da', 7, 'søndag'], ['tr', 1, 'Pazartesi']])('ugedagen på %s', (language, weekday, name) =>
  expect(weekdayName(weekday, language)).toBe(name))

it('tegningen følger foreningens egne ord om vejen', () => {
  expect(['Bussen stopper ved hallen', '6 min. på cykel', '11 min. til fods', ''].map(travelSign)).toEqual(['bus', 'cykel', 'gang', 'sted'])
  expect(signOf('noget-andet')).toBe('fodbold')
})
