import { expect, it } from 'vitest'
import { travelSign, signOf } from './offer-signs.ts'
import { weekdayName } from './say-when.tsx'

it.each([['da', 3, 'onsdag'], ['en', 3, 'Wednesday'], ['da', 7, 'søndag'], ['tr', 1, 'Pazartesi']])('ugedagen på %s', (language, weekday, name) =>
  expect(weekdayName(weekday, language)).toBe(name))

it('tegningen følger foreningens egne ord om vejen', () => {
  expect(['Bussen stopper ved hallen', '6 min. på cykel', '11 min. til fods', ''].map(travelSign)).toEqual(['bus', 'cykel', 'gang', 'sted'])
  expect(signOf('noget-andet')).toBe('fodbold')
})
