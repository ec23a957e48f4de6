import type { ActivityView } from '@medspil/contracts/holiday-program'
import { foldText } from '@medspil/ui'
import { describe, expect, it } from 'vitest'
import { noChoices, readChoices, toggled, writeChoices } from './choices.ts'
import { facetsOf, findActivities, firstOf, groupByDay, loosened, waysOut } from './find-activities.ts'

const activity = (part: Partial<ActivityView>): ActivityView => ({
  id: 'x', title: 'Kajak', foreningName: 'Rødvig Roklub', pictogram: 'kajak', activity: 'kajak', ageFrom: 6, ageTo: 12, grades: null, days: ['2026-07-06'], timeFrom: '10:00', timeTo: '12:00',
  place: 'Havnen', area: 'Rødvig', price: 15_000n, supportNeeds: [], languages: [], freePlaces: 4, waiting: 0, state: 'open', forChild: null, ...part,
})
const fits = { whyNot: null, paidByPass: 0n, signupId: null }
const tooYoung = { whyNot: { reason: 'too-young-for-place', years: 5, from: 6, on: '2026-07-06' } as never, paidByPass: 0n, signupId: null }
const programme = [
  activity({ id: 'kajak', days: ['2026-07-06', '2026-07-07'], forChild: { ...fits, paidByPass: 15_000n } }),
  activity({ id: 'svømning', title: 'Svømning', pictogram: 'svoemning', area: 'Hårlev', timeFrom: '13:00', price: 0n, freePlaces: 0, waiting: 2, forChild: fits, supportNeeds: ['Små hold'] }),
  activity({ id: 'klatring', title: 'Klatring', days: ['2026-07-08'], forChild: tooYoung }),
]
const none = new Set<string>()
const ids = (choices: Partial<typeof noChoices>, kept = none) => findActivities(programme, { ...noChoices, ...choices }, kept).map(({ id }) => id)

describe('at finde i programmet', () => {
  it.each([
    ['kun det, barnet må', {}, ['kajak', 'svømning']],
    ['også det, barnet er for ung til', { all: true }, ['kajak', 'svømning', 'klatring']],
    ['en af dagene er nok', { days: ['2026-07-07', '2026-07-09'] }, ['kajak']],
    ['formiddag', { time: 'morning' as const }, ['kajak']],
    ['eftermiddag', { time: 'afternoon' as const }, ['svømning']],
    ['et område', { areas: ['Hårlev'] }, ['svømning']],
    ['ledige pladser', { free: true }, ['kajak']],
    ['0 kr. er både gratis og betalt af passet', { noCost: true }, ['kajak', 'svømning']],
    ['alle behov skal være mødt', { needs: ['Små hold', 'Uden trapper'] }, []],
    ['ordene må stå hvert sit sted', { text: 'roklub hårlev' }, ['svømning']],
  ])('%s', (_name, choices, expected) => expect(ids(choices)).toEqual(expected))

  it('kun det, man har husket', () => expect(ids({ kept: true }, new Set(['svømning']))).toEqual(['svømning']))

  it.each(['Svømning', 'svomning', 'SVOEMNING', 'svömning'])('%s finder svømning', (text) => expect(ids({ text })).toEqual(['svømning']))
  it.each([['Åbenrå', 'aabenraa'], ['Ærø', 'aeroe'], ['Hårlev', 'harlev'], ['Café', 'cafe']])('%s og %s er ens', (a, b) => expect(foldText(a)).toBe(foldText(b)))
})

describe('tallene på valgene', () => {
  it('hvert valg siger, hvor mange det giver, når de andre står', () => {
    const facets = facetsOf(programme, { ...noChoices, time: 'morning' }, none)
    expect(facets).toMatchObject({ morning: 1, afternoon: 1, free: 1, noCost: 1, all: 2, areas: [{ value: 'Rødvig', count: 1 }], topics: [{ value: 'kajak', count: 1 }] })
    expect(facets.days).toEqual([{ value: '2026-07-06', count: 1 }, { value: '2026-07-07', count: 1 }])
  })

  it('intet tal større end nul fører til en tom liste', () => {
    const choices = { ...noChoices, time: 'afternoon' as const }
    const { days, areas, topics, needs } = facetsOf(programme, choices, none)
    for (const { value, count } of days) expect(findActivities(programme, { ...choices, days: [value] }, none)).toHaveLength(count)
    for (const { value, count } of areas) expect(findActivities(programme, { ...choices, areas: [value] }, none)).toHaveLength(count)
    for (const { value, count } of topics) expect(findActivities(programme, { ...choices, topics: [value] }, none)).toHaveLength(count)
    for (const { value, count } of needs) expect(findActivities(programme, { ...choices, needs: [value] }, none)).toHaveLength(count)
  })

  it('er listen tom, siges hvilket valg der skal væk, det bedste først', () => {
    const choices = { ...noChoices, areas: ['Hårlev'], free: true, time: 'afternoon' as const }
    expect(findActivities(programme, choices, none)).toEqual([])
    const ways = waysOut(programme, choices, none)
    expect(ways).toEqual([{ kind: 'free', count: 1 }])
    expect(findActivities(programme, loosened(choices, 'free'), none)).toHaveLength(1)
  })
})

describe('dag for dag', () => {
  it('en aktivitet over flere dage står én gang, under den første dag, der er spurgt om', () => {
    expect(groupByDay(programme, []).map(({ day, activities }) => [day, activities.map(({ id }) => id)])).toEqual([['2026-07-06', ['kajak', 'svømning']], ['2026-07-08', ['klatring']]])
    expect(groupByDay(programme.slice(0, 1), ['2026-07-07'])[0]?.day).toBe('2026-07-07')
  })
  it('vis de første', () => expect(firstOf(groupByDay(programme, []), 1).map(({ activities }) => activities.length)).toEqual([1]))
})

describe('valgene står i adressen', () => {
  it('og kommer uændret tilbage', () => {
    const choices = { ...noChoices, days: ['2026-07-06', '2026-07-07'], time: 'morning' as const, areas: ['Store Heddinge'], free: true, text: 'bold' }
    expect(readChoices(writeChoices(choices))).toEqual(choices)
    expect(readChoices(writeChoices(noChoices))).toEqual(noChoices)
    expect(readChoices({ dage: 7, tid: 'nat', ledige: 'ja', soeg: 7 })).toEqual({ ...noChoices, text: '7' })
  })
  it('et valg slås til og fra', () => expect([toggled([], 'a'), toggled(['a'], 'a')]).toEqual([['a'], []]))
})
