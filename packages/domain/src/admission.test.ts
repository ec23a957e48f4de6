import { describe, expect, test } from 'vitest'
import { gradeOn, whyNotAdmitted, type AdmissionRule } from './admission.ts'
import { day } from './day.ts'

const born = (birthDay: string, grade: number | null = null, asOf = '2026-06-01') =>
  ({ birthDay: day(birthDay), grade: grade === null ? null : { value: grade, asOf: day(asOf) } })
const activityDay = day('2026-07-06')

describe('hvem et tilbud tager imod', () => {
  const cases: [string, AdmissionRule, ReturnType<typeof born>, string | null][] = [
    ['alle må komme', { kind: 'everyone' }, born('2020-01-01'), null],
    ['fylder 8 på selve dagen og er med', { kind: 'completed-years', from: 8, to: 12, on: 'activity-day' }, born('2018-07-06'), null],
    ['fylder 8 dagen efter og er for ung', { kind: 'completed-years', from: 8, to: 12, on: 'activity-day' }, born('2018-07-07'), 'too-young-for-place'],
    ['12 år og 364 dage er stadig 12', { kind: 'completed-years', from: 8, to: 12, on: 'activity-day' }, born('2013-07-07'), null],
    ['13 på dagen er for gammel', { kind: 'completed-years', from: 8, to: 12, on: 'activity-day' }, born('2013-07-06'), 'too-old-for-place'],
    ['alderen måles på en fast dag', { kind: 'completed-years', from: 8, to: null, on: day('2026-12-31') }, born('2018-12-31'), null],
    ['under 18 på dagen', { kind: 'under', years: 18, on: 'activity-day' }, born('2008-07-07'), null],
    ['18 på dagen er ikke under 18', { kind: 'under', years: 18, on: 'activity-day' }, born('2008-07-06'), 'too-old-for-place'],
    ['Sverige: 8–16 efter fødselsår', { kind: 'birth-year', from: 2010, to: 2018 }, born('2018-12-31'), null],
    ['født et år for sent', { kind: 'birth-year', from: 2010, to: 2018 }, born('2019-01-01'), 'birth-year-outside'],
    ['3.–6. klasse før ferien', { kind: 'grade', from: 3, to: 6, on: day('2026-06-26') }, born('2016-05-01', 3), null],
    ['6. klasse sagt i september er 6. klasse før ferien', { kind: 'grade', from: 3, to: 6, on: day('2026-06-26') }, born('2013-05-01', 6, '2025-09-01'), null],
    ['2. klasse er ikke nok', { kind: 'grade', from: 3, to: 6, on: day('2026-06-26') }, born('2017-05-01', 2), 'grade-outside'],
    ['ingen har sagt klassen', { kind: 'grade', from: 3, to: 6, on: day('2026-06-26') }, born('2017-05-01'), 'grade-unknown'],
    ['Gladsaxe: færdig med 0. klasse og under 18', { kind: 'every', rules: [{ kind: 'grade', from: 0, to: 10, on: day('2026-06-26') }, { kind: 'under', years: 18, on: 'activity-day' }] }, born('2019-05-01', 0), null],
    ['Gladsaxe: ikke færdig med 0. klasse', { kind: 'every', rules: [{ kind: 'grade', from: 0, to: 10, on: day('2026-06-26') }, { kind: 'under', years: 18, on: 'activity-day' }] }, born('2020-05-01', -1), 'grade-outside'],
  ]
  test.each(cases)('%s', (_name, rule, child, reason) => {
    expect(whyNotAdmitted(rule, child, activityDay)?.reason ?? null).toBe(reason)
  })

  test('klassen stiger 1. august, ikke nytår', () => {
    expect(gradeOn({ value: 3, asOf: day('2026-07-31') }, day('2026-08-01'))).toBe(4)
    expect(gradeOn({ value: 3, asOf: day('2025-12-31') }, day('2026-01-01'))).toBe(3)
    expect(gradeOn({ value: 3, asOf: day('2026-08-01') }, day('2026-06-01'))).toBe(2)
  })
})
