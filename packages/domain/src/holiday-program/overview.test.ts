import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { clashesIn, holesIn, offerByCell, type OverviewActivity } from './overview.ts'

const week = { fromDay: day('2026-06-29'), toDay: day('2026-07-05') }
const activity = (id: string, part: Partial<OverviewActivity> & { at?: [string, string, string, string?][] } = {}): OverviewActivity => {
  const { at = [['2026-06-29', '10:00', '12:00']], ...rest } = part
  return {
    id, title: id, organiserId: `o-${id}`, ageFrom: 6, ageTo: 9, area: 'Rødvig', capacity: 10, free: 4, ...rest,
    sessions: at.map(([on, timeFrom, timeTo, place]) => ({ day: day(on), timeFrom, timeTo, place: place ?? `Hal ${id}` })),
  }
}
const said = (activities: OverviewActivity[], smallArea = 10) => clashesIn(activities, smallArea).map(({ kind, first, second }) => `${kind} ${first}${second}`)

describe('hvor mange pladser er der, dag for dag?', () => {
  test('to møder samme dag tæller én gang, og begge aldersgrupper ser aktiviteten', () => {
    const cells = offerByCell([activity('a', { ageFrom: 8, ageTo: 11, at: [['2026-06-29', '09:00', '10:00'], ['2026-06-29', '11:00', '12:00']] })], week, ['Rødvig'])
    const monday = cells.filter((cell) => cell.day === '2026-06-29')
    expect(monday.map(({ activities, places, free }) => [activities, places, free])).toEqual([[0, 0, 0], [1, 10, 4], [1, 10, 4], [0, 0, 0], [0, 0, 0]])
  })
  test('weekenden er kun med, når der sker noget', () => {
    const daysOf = (activities: OverviewActivity[]) => new Set(offerByCell(activities, week, ['Rødvig']).map((cell) => cell.day)).size
    expect(daysOf([])).toBe(5)
    expect(daysOf([activity('a', { at: [['2026-07-04', '10:00', '12:00']] })])).toBe(6)
  })
  test('huller: hverdage uden noget, de tommeste først, og aldrig weekenden', () => {
    const cells = offerByCell([activity('a'), activity('b', { area: 'Hårlev', ageFrom: 3, ageTo: 17, at: ['2026-06-29', '2026-06-30', '2026-07-01', '2026-07-02', '2026-07-03'].map((on) => [on, '09:00', '10:00']) })], week, ['Hårlev', 'Rødvig'])
    const holes = holesIn(cells, week)
    expect(holes.every(({ area }) => area === 'Rødvig')).toBe(true)
    expect(holes.map(({ ages, days }) => [ages, days.length])).toEqual([[0, 5], [2, 5], [3, 5], [4, 5], [1, 4]])
    expect(holes.at(-1)?.days).toEqual(['2026-06-30', '2026-07-01', '2026-07-02', '2026-07-03'])
  })
})

describe('hvad er i vejen for hinanden?', () => {
  const cases: [string, OverviewActivity[], string[]][] = [
    ['samme arrangør samtidig', [activity('a', { organiserId: 'o' }), activity('b', { organiserId: 'o', area: 'Hårlev', at: [['2026-06-29', '11:59', '13:00']] })], ['organiser ab']],
    ['samme arrangør lige efter hinanden', [activity('a', { organiserId: 'o' }), activity('b', { organiserId: 'o', area: 'Hårlev', at: [['2026-06-29', '12:00', '13:00']] })], []],
    ['samme arrangør en anden dag', [activity('a', { organiserId: 'o' }), activity('b', { organiserId: 'o', at: [['2026-06-30', '10:00', '12:00']] })], []],
    ['samme sted, skrevet forskelligt', [activity('a', { at: [['2026-06-29', '10:00', '12:00', 'Hallen']] }), activity('b', { area: 'Hårlev', at: [['2026-06-29', '11:00', '12:00', ' hallen ']] })], ['place ab']],
    ['samme børn i et lille område', [activity('a'), activity('b', { ageFrom: 9, ageTo: 12 })], ['same-children ab']],
    ['andre aldre i samme område', [activity('a'), activity('b', { ageFrom: 10, ageTo: 12 })], []],
    ['samme børn i to områder', [activity('a'), activity('b', { area: 'Hårlev' })], []],
    ['to dage giver to linjer', [activity('a', { organiserId: 'o', at: [['2026-06-29', '10:00', '12:00'], ['2026-06-30', '10:00', '12:00']] }), activity('b', { organiserId: 'o', at: [['2026-06-29', '10:00', '12:00'], ['2026-06-30', '10:00', '12:00']] })], ['organiser ab', 'organiser ab']],
  ]
  test.each(cases)('%s', (_name, activities, expected) => expect(said(activities)).toEqual(expected))
  test('rækkefølgen, de kom ind i, ændrer intet', () => {
    const some = cases.flatMap(([name, activities]) => activities.map((one) => ({ ...one, id: `${name}${one.id}` })))
    expect(new Set(said(some.toReversed(), 99))).toEqual(new Set(said(some, 99)))
  })
  test('i et stort område er der noget andet at vælge', () => expect(said([activity('a'), activity('b'), activity('c', { at: [['2026-07-01', '10:00', '12:00']] })], 2)).toEqual([]))
})
