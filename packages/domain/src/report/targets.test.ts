import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { evaluateTarget, planYears, type Figure, type Plan, type Target } from './targets.ts'

/** The helhedsplan of Slagelse: 1 October 2017 to 30 September 2021 (schemes.md 4). */
const plan: Plan = { starts: day('2017-10-01'), years: 4, units: ['Motalavej', 'Ringparken'] }
const ended = day('2021-10-01')
const counts = (...values: (number | null)[]): Figure[] => values.map((count, at) => ({ year: at + 1, unit: null, count }))
const perUnit = (...rows: [number | null, string, number | null][]): Figure[] => rows.map(([year, unit, count]) => ({ year, unit, count }))
const total = (count: number | null): Figure[] => [{ year: null, unit: null, count }]
const status = (target: Target, figures: Figure[], today = ended, p = plan) => evaluateTarget(target, figures, p, today).status

test('planår går fra 1. oktober til 30. september', () => {
  expect(planYears(plan.starts, 4)[0]).toEqual({ year: 1, from: '2017-10-01', to: '2018-09-30' })
  expect(planYears(plan.starts, 4)[3]).toEqual({ year: 4, from: '2020-10-01', to: '2021-09-30' })
})

describe('IP1: 3–4 fællesskaber inden udgangen af planår 1', () => {
  const ip1: Target = { kind: 'by-date', lower: 3, upper: 4, by: day('2018-09-30') }
  test.each([[3, '2018-10-01', 'met'], [2, '2018-10-01', 'not-met'], [2, '2018-09-30', 'not-yet-due'], [3, '2018-05-01', 'met'], [null, '2018-10-01', 'no-data'], [5, '2018-10-01', 'met']] as const)(
    '%s den %s: %s', (count, today, expected) => expect(status(ip1, total(count), day(today))).toBe(expected))
})
describe('IP2: mindst 10–12 unge i hvert fællesskab', () => {
  const ip2: Target = { kind: 'per-unit', lower: 10, upper: 12, by: day('2018-09-30') }
  test('alle', () => expect(status(ip2, perUnit([null, 'Motalavej', 10], [null, 'Ringparken', 14]))).toBe('met'))
  test('ét har 9', () => expect(status(ip2, perUnit([null, 'Motalavej', 9], [null, 'Ringparken', 14]))).toBe('not-met'))
  test('ét har ikke talt', () => expect(status(ip2, perUnit([null, 'Motalavej', 10]))).toBe('no-data'))
  test('ét er nået før tid, det andet mangler: ikke forfalden', () => {
    expect(status(ip2, perUnit([null, 'Motalavej', 10], [null, 'Ringparken', 4]), day('2018-06-01'))).toBe('not-yet-due')
  })
})
describe('IP3: mindst 20–25 flere pr. fællesskab og planår', () => {
  const ip3: Target = { kind: 'per-unit-and-year', lower: 20, upper: 25 }
  const year = (y: number, a: number, b: number) => perUnit([y, 'Motalavej', a], [y, 'Ringparken', b])
  test('første år nået', () => expect(status(ip3, year(1, 20, 31), day('2018-10-01'))).toBe('met'))
  test('andet år glippede', () => expect(status(ip3, [...year(1, 20, 31), ...year(2, 25, 19)], day('2019-10-01'))).toBe('not-met'))
  test('midt i første år', () => expect(status(ip3, year(1, 22, 3), day('2018-03-01'))).toBe('not-yet-due'))
})
describe('IP4: mindst 60–80 i alt hvert planår, som skrevet og ikke ganget', () => {
  const ip4: Target = { kind: 'per-year', lower: 60, upper: 80 }
  test('60 er nok, selv om fire fællesskaber à 20 ville være 80', () => expect(status(ip4, counts(60, 61, 62, 63))).toBe('met'))
  test('59 er ikke', () => expect(status(ip4, counts(60, 61, 59, 63))).toBe('not-met'))
})
describe('IP5: mindst 50–70 børn hvert planår', () => {
  const ip5: Target = { kind: 'per-year', lower: 50, upper: 70 }
  test('skærmen Tal: nået 3 af 4 år', () => {
    const result = evaluateTarget(ip5, counts(41, 56, 63, 66), plan, ended)
    expect(result.status).toBe('not-met')
    expect(result.parts.filter((part) => part.status === 'met')).toHaveLength(3)
  })
  test('sidste dag i planåret er ikke forfalden', () => expect(status(ip5, counts(49), day('2018-09-30'))).toBe('not-yet-due'))
})
test('IP6: ord bedømmes ikke', () => expect(status({ kind: 'words' }, [])).toBe('not-scored'))

describe('FJ1: 60 job i gennemsnit af de planår, der er gået', () => {
  const fj1: Target = { kind: 'average-per-year', lower: 60 }
  test('skærmen Tal: 48, 66, 71 og 59 er 61', () => expect(evaluateTarget(fj1, counts(48, 66, 71, 59), plan, ended)).toMatchObject({ status: 'met', value: 61 }))
  test('efter to år tæller kun de to', () => expect(evaluateTarget(fj1, counts(48, 66, 71), plan, day('2019-10-01'))).toMatchObject({ status: 'not-met', value: 57 }))
  test('et år uden tal', () => expect(status(fj1, counts(48, null, 71, 59))).toBe('no-data'))
  test('før første år er gået', () => expect(status(fj1, counts(99), day('2018-09-30'))).toBe('not-yet-due'))
})
describe('FJ2: mindst 50 % holdt 2 måneder eller mere', () => {
  const fj2: Target = { kind: 'share-kept', percent: 50, months: 2 }
  const year = (y: number, kept: number, notKept: number, notYetDue = 0): Figure => ({ year: y, unit: null, kept, notKept, notYetDue })
  test('skærmen Tal: 44, 55, 56 og 53 % er 52 %', () => {
    const result = evaluateTarget(fj2, [year(1, 21, 27), year(2, 36, 30), year(3, 40, 31), year(4, 31, 28)], plan, ended)
    expect([result.status, Math.round(result.value!)]).toEqual(['met', 52])
    expect(result.parts.map((part) => Math.round(part.value!))).toEqual([44, 55, 56, 53])
  })
  test('netop halvdelen er nok', () => expect(status(fj2, [year(1, 10, 10, 5)])).toBe('met'))
  test('de ikke-forfaldne er ude af nævneren', () => expect(evaluateTarget(fj2, [year(1, 10, 5, 100)], plan, ended).value).toBeCloseTo(66.667, 2))
  test('kun ikke-forfaldne', () => expect(status(fj2, [year(1, 0, 0, 7)])).toBe('not-yet-due'))
  test('ingen tal', () => expect(status(fj2, [])).toBe('no-data'))
})
describe('FJ3: mindst 25 frivillige hvert planår og et korps i hvert område', () => {
  test('skærmen Tal: 22, 27, 26 og intet tal mangler data', () => expect(status({ kind: 'per-year', lower: 25, upper: null }, counts(22, 27, 26, null))).toBe('no-data'))
  test('korps i hvert område', () => {
    const corps: Target = { kind: 'per-unit-and-year', lower: 1, upper: null }
    const p = { ...plan, years: 1 }
    expect(status(corps, perUnit([1, 'Motalavej', 1], [1, 'Ringparken', 1]), ended, p)).toBe('met')
    expect(status(corps, perUnit([1, 'Motalavej', 1], [1, 'Ringparken', 0]), ended, p)).toBe('not-met')
  })
})
