import { expect, test } from 'vitest'
import { guideCount, sayDays, sayHas, sayOthers, sayWanted, sayWishes } from './words.ts'
import type { FitLine } from './words.ts'

const nothing = { gender: null, languages: [], interests: [], ageFrom: null, ageTo: null }
const line = (about: FitLine['about'], wanted: string, has: string, verdict: FitLine['verdict'] = 'met'): FitLine => ({ about, wanted, has, verdict })

test('barnets ønsker siges, som barnet ville sige dem', () => {
  expect(sayWishes(nothing)).toBeNull()
  expect(sayWishes({ ...nothing, interests: ['fodbold'], gender: 'male', languages: ['ar'] })).toBe('En, der kan lide fodbold. Gerne en mand. Gerne en, der kan arabisk.')
  expect(sayWishes({ ...nothing, ageTo: 25 })).toBe('Gerne en på højst 25 år.')
})

test('hver linje siger, hvad der ønskes, og hvad guiden er', () => {
  expect([sayWanted(line('language', 'ar', '')), sayHas(line('language', 'ar', 'da, ar'))]).toEqual(['Taler arabisk', 'Dansk og arabisk'])
  expect([sayWanted(line('weekday', '1', '')), sayHas(line('weekday', '1', 'even-weeks', 'not-met'))]).toEqual(['Kan mandag', 'Kun lige uger'])
  expect(sayHas(line('gender', 'male', 'female', 'not-met'))).toBe('En kvinde')
  expect([sayWanted(line('age', '0–25', '')), sayWanted(line('age', '41–99', '')), sayWanted(line('age', '26–40', ''))]).toEqual(['Er højst 25 år', 'Er mindst 41 år', 'Er mellem 26 og 40 år'])
  expect([sayHas(line('near', '2000', '', 'unknown')), sayHas(line('near', '2000', '1100')), sayHas(line('near', '2000', '620'))]).toEqual(['Afstanden er ikke kendt', '1,1 km', '600 m'])
})

test('dage, antal og grunde', () => {
  expect(sayDays({ 1: 'every-week', 2: 'every-week', 4: 'even-weeks' })).toBe('mandag og tirsdag, torsdag i lige uger')
  expect([0, 1, 3, 11].map(guideCount)).toEqual(['ingen guide', 'en guide', 'tre guider', '11 guider'])
  expect(sayOthers({ reason: 'guide-cannot-that-day', count: 5 }, 1)).toBe('5 kan ikke om mandagen.')
  expect(sayOthers({ reason: 'noget-nyt', count: 1 }, 1)).toBe('1 kan ikke lige nu.')
})
