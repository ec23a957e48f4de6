import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { periodOf, type PeriodFacts, type PeriodRule } from './period.ts'

const from = (start: string, more: Partial<PeriodFacts> = {}): PeriodFacts => ({ start: day(start), ...more })
const plan: PeriodRule = { kind: 'planYear', firstDay: day('2017-10-01'), years: 4 }

describe('Hvilken periode gælder?', () => {
  test.each<[string, PeriodRule, PeriodFacts, string]>([
    ['Holstebro begynder forfra 1. januar', { kind: 'calendarYear' }, from('2026-12-31'), '2026-01-01 2026-12-31'],
    ['Slagelse, et halvt år fra starten', { kind: 'rolling', months: [6, 12] }, from('2026-09-01', { months: 6 }), '2026-09-01 2027-02-28'],
    ['Slagelse, et helt år fra starten', { kind: 'rolling', months: [6, 12] }, from('2026-09-01', { months: 12 }), '2026-09-01 2027-08-31'],
    ['Slagelse, ingen har valgt længde', { kind: 'rolling', months: [6, 12] }, from('2026-09-01'), 'period-not-given'],
    ['Slagelse, en længde der ikke findes', { kind: 'rolling', months: [6, 12] }, from('2026-09-01', { months: 9 }), 'period-length-not-offered'],
    ['skoleår, sidste dag', { kind: 'schoolYear', startsOn: '08-01' }, from('2026-07-31'), '2025-08-01 2026-07-31'],
    ['skoleår, første dag', { kind: 'schoolYear', startsOn: '08-01' }, from('2026-08-01'), '2026-08-01 2027-07-31'],
    ['halve sæsoner, foråret', { kind: 'season', length: 'half', startsOn: ['08-01', '01-01'] }, from('2026-07-31'), '2026-01-01 2026-07-31'],
    ['halve sæsoner, efteråret', { kind: 'season', length: 'half', startsOn: ['08-01', '01-01'] }, from('2026-08-01'), '2026-08-01 2026-12-31'],
    ['Odsherred, ét kontingent ad gangen', { kind: 'kontingentPeriod' },
      from('2026-09-01', { kontingent: { from: day('2026-08-15'), to: day('2026-12-15') } }), '2026-08-15 2026-12-15'],
    ['Odsherred, kontingentet er ikke kendt', { kind: 'kontingentPeriod' }, from('2026-09-01'), 'period-not-given'],
    ['helhedsplanens første dag', plan, from('2017-10-01'), '2017-10-01 2018-09-30'],
    ['helhedsplanens sidste dag', plan, from('2021-09-30'), '2020-10-01 2021-09-30'],
    ['dagen efter helhedsplanen', plan, from('2021-10-01'), 'plan-not-running'],
    ['Vesthimmerland, det femte kalenderår', { kind: 'lifetimeCount', years: 4 },
      from('2026-03-01', { earlier: [day('2022-05-01'), day('2023-05-01'), day('2024-05-01'), day('2025-05-01')] }), 'years-used-up'],
    ['Vesthimmerland, igen i det fjerde kalenderår', { kind: 'lifetimeCount', years: 4 },
      from('2026-03-01', { earlier: [day('2023-05-01'), day('2024-05-01'), day('2025-05-01'), day('2026-01-01')] }), '2026-01-01 2026-12-31'],
    ['én gang, første gang', { kind: 'once', months: 3 }, from('2026-11-30'), '2026-11-30 2027-02-27'],
    ['én gang, anden gang', { kind: 'once', months: 3 }, from('2026-03-01', { earlier: [day('2024-01-01')] }), 'already-given-once'],
    ['en værdi ingen har givet', { kind: 'schoolYear', startsOn: null }, from('2026-08-01'), 'period-not-given'],
  ])('%s', (_name, rule, facts, expected) => {
    const answer = periodOf(rule, facts)
    expect(answer.ok ? `${answer.period.from} ${answer.period.to}` : answer.whyNot.reason).toBe(expected)
  })
})
