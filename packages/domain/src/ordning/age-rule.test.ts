import { describe, expect, test } from 'vitest'
import { day, type Day } from '../day.ts'
import { ageSpan, checkAge, type AgeFacts, type AgeRule } from './age-rule.ts'

const born = (birthDay: string, on: Partial<Record<'application' | 'decision' | 'start' | 'activityDay', string>> = {}): AgeFacts => ({
  birthDay: day(birthDay), gradeBeforeHoliday: null, application: day(on.application ?? '2026-08-03'),
  decision: day(on.decision ?? '2026-08-10'), start: on.start ? day(on.start) : null,
  activityDay: on.activityDay ? day(on.activityDay) : null,
})

const helFritid: AgeRule = { kind: 'completedYears', from: 2, to: 17, toIncluded: true, on: { kind: 'application' } }
const nordfyn: AgeRule = { kind: 'completedYears', from: 3, to: 17, toIncluded: false, on: { kind: 'start' } }
const fixedDay: AgeRule = { kind: 'completedYears', from: 6, to: 15, toIncluded: true, on: { kind: 'fixedDay', monthDay: '08-01' } }
const fritidskortet: AgeRule = { kind: 'yearOfBirth', from: 8, to: 16, on: { kind: 'application' } }
const gladsaxe: AgeRule = { kind: 'underOnActivityDay', from: 0, under: 18 }
const before: AgeRule = { kind: 'grade', from: 7, to: 9, named: 'beforeHoliday' }
const after: AgeRule = { kind: 'grade', from: 7, to: 9, named: 'afterHoliday' }

describe('Hvor gammelt må et barn være?', () => {
  test.each<[string, AgeRule, AgeFacts, string]>([
    ['Hel Fritid: fylder 2 på ansøgningsdagen', helFritid, born('2024-08-03'), 'met'],
    ['Hel Fritid: fylder 2 dagen efter', helFritid, born('2024-08-04'), 'not-met'],
    ['Hel Fritid: 17 år, fylder 18 i morgen', helFritid, born('2008-08-04'), 'met'],
    ['Hel Fritid: fylder 18 i dag', helFritid, born('2008-08-03'), 'not-met'],
    ['øverste år tæller ikke med: 17 år', nordfyn, born('2009-09-01', { start: '2026-09-01' }), 'not-met'],
    ['øverste år tæller ikke med: 16 år, sidste dag', nordfyn, born('2009-09-02', { start: '2026-09-01' }), 'met'],
    ['startdagen er ikke kendt endnu', nordfyn, born('2015-01-01'), 'unknown'],
    ['fast dag 1. august: fylder 6 den dag', fixedDay, born('2020-08-01'), 'met'],
    ['fast dag 1. august: fylder 6 den 2. august', fixedDay, born('2020-08-02'), 'not-met'],
    ['Fritidskortet: fylder 8 nytårsaften', fritidskortet, born('2018-12-31'), 'met'],
    ['Fritidskortet: fylder 8 den 1. januar efter', fritidskortet, born('2019-01-01'), 'not-met'],
    ['Fritidskortet: fylder 17 i år, men er 16 endnu', fritidskortet, born('2009-12-31'), 'not-met'],
    ['Gladsaxe: fylder 18 dagen efter aktiviteten', gladsaxe, born('2008-07-11', { activityDay: '2026-07-10' }), 'met'],
    ['Gladsaxe: fylder 18 på dagen', gladsaxe, born('2008-07-10', { activityDay: '2026-07-10' }), 'not-met'],
    ['født 29. februar: fylder 18 den 1. marts i et almindeligt år', gladsaxe, born('2008-02-29', { activityDay: '2026-02-28' }), 'met'],
    ['ingen fødselsdag endnu', helFritid, { ...born('2020-01-01'), birthDay: null }, 'unknown'],
    ['klassetrin før ferien: går i 6. nu', before, { ...born('2014-01-01'), gradeBeforeHoliday: 6 }, 'not-met'],
    ['klassetrin efter ferien: går i 6. nu', after, { ...born('2014-01-01'), gradeBeforeHoliday: 6 }, 'met'],
    ['kilden siger ikke, hvordan alderen måles', { kind: 'unnamed', from: 0, to: 18 }, born('2015-01-01'), 'unknown'],
    ['ingen aldersregel', { kind: 'none' }, born('1990-01-01'), 'met'],
  ])('%s', (_name, rule, facts, result) => {
    expect(checkAge(rule, facts).result).toBe(result)
  })

  test('svaret siger alderen og dagen, den er målt på', () => {
    expect(checkAge(helFritid, born('2016-02-01'))).toEqual({ result: 'met', age: 10, on: '2026-08-03' as Day })
  })

  test('spændet siges med den sidste alder, der er med', () => {
    expect(ageSpan(helFritid)).toEqual({ from: 2, to: 17, unit: 'years' })
    expect(ageSpan(nordfyn)).toEqual({ from: 3, to: 16, unit: 'years' })
    expect(ageSpan(gladsaxe)).toEqual({ from: 0, to: 17, unit: 'years' })
    expect(ageSpan(before)).toEqual({ from: 7, to: 9, unit: 'grade' })
  })
})
