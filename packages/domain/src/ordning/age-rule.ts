import { completedYears, dayOf, yearOf, type Day } from '../day.ts'
import { given, type Leaf } from './leaf.ts'

/**
 * How old a child may be. Each ordning names one rule, and the rule names the day it is measured on (schemes.md 5.2):
 * - `completedYears`: whole years lived on the day; `toIncluded` says whether the upper year counts.
 * - `yearOfBirth`: age reached in the calendar year of the day, both ends included (Fritidskortet: 8–16).
 * - `underOnActivityDay`: younger than `under` on the day of the activity (Gladsaxe: under 18 on the day).
 * - `grade`: school grade, named before or after the holiday (0 is børnehaveklasse).
 * - `unnamed`: a source gives ages but not how they are measured; blocks publication.
 * - `none`: no age rule.
 */
export type AgeRule =
  | { kind: 'none' }
  | { kind: 'unnamed'; from: number; to: number }
  | { kind: 'completedYears'; from: Leaf<number>; to: Leaf<number>; toIncluded: Leaf<boolean>; on: Leaf<AgeDay> }
  | { kind: 'yearOfBirth'; from: Leaf<number>; to: Leaf<number>; on: Leaf<AgeDay> }
  | { kind: 'underOnActivityDay'; from: Leaf<number>; under: Leaf<number> }
  | { kind: 'grade'; from: Leaf<number>; to: Leaf<number>; named: 'beforeHoliday' | 'afterHoliday' }

/** The day an age is measured on; `fixedDay` is a day in the application's calendar year. */
export type AgeDay =
  | { kind: 'application' } | { kind: 'decision' } | { kind: 'start' } | { kind: 'activityDay' }
  | { kind: 'fixedDay'; monthDay: string }

/** What is known about a child's age. `null` is "not known yet", never a guess. */
export type AgeFacts = {
  birthDay: Day | null
  /** Grade the child attends before the holiday, 0–10. */
  gradeBeforeHoliday: number | null
  application: Day
  decision: Day
  start: Day | null
  activityDay: Day | null
}

/** Whether the age fits, with the number and the day it was measured on for the sentence. `age` is years or grade. */
export type AgeAnswer = { result: 'met' | 'not-met' | 'unknown'; age: number | null; on: Day | null }

const notKnown: AgeAnswer = { result: 'unknown', age: null, on: null }

/** How old may a child be? The whole answer is here. `unknown` when a fact or a value of the rule is missing. */
export const checkAge = (rule: AgeRule, facts: AgeFacts): AgeAnswer => {
  if (rule.kind === 'none') return { result: 'met', age: null, on: null }
  if (rule.kind === 'unnamed') return notKnown
  const from = given(rule.from)
  if (rule.kind === 'grade') {
    const grade = facts.gradeBeforeHoliday
    return within(grade === null || rule.named === 'beforeHoliday' ? grade : grade + 1, null, from, given(rule.to))
  }
  if (rule.kind === 'underOnActivityDay') {
    const under = given(rule.under)
    return within(yearsOn(facts.birthDay, facts.activityDay), facts.activityDay, from, under === null ? null : under - 1)
  }
  const on = measuredOn(given(rule.on), facts)
  const to = given(rule.to)
  if (rule.kind === 'yearOfBirth') {
    const reached = facts.birthDay === null || on === null ? null : yearOf(on) - yearOf(facts.birthDay)
    return within(reached, on, from, to)
  }
  const included = given(rule.toIncluded)
  if (to === null || included === null) return notKnown
  return within(yearsOn(facts.birthDay, on), on, from, included ? to : to - 1)
}

const yearsOn = (birthDay: Day | null, on: Day | null): number | null =>
  birthDay === null || on === null ? null : completedYears(birthDay, on)

const within = (age: number | null, on: Day | null, from: number | null, last: number | null): AgeAnswer =>
  age === null || from === null || last === null
    ? { result: 'unknown', age, on }
    : { result: age >= from && age <= last ? 'met' : 'not-met', age, on }

const measuredOn = (on: AgeDay | null, facts: AgeFacts): Day | null => {
  if (on === null) return null
  if (on.kind !== 'fixedDay') return facts[on.kind]
  const [month, dayOfMonth] = on.monthDay.split('-').map(Number)
  return dayOf(yearOf(facts.application), month ?? 1, dayOfMonth ?? 1)
}

/**
 * The ages a rule spans, as they are said: `to` is the last age that is still inside. Null when a value is missing or
 * there is no age rule. For a grade the numbers are grades.
 */
export const ageSpan = (rule: AgeRule): { from: number; to: number; unit: 'years' | 'grade' } | null => {
  if (rule.kind === 'none') return null
  if (rule.kind === 'unnamed') return { from: rule.from, to: rule.to, unit: 'years' }
  const from = given(rule.from)
  const upper = rule.kind === 'underOnActivityDay' ? given(rule.under) : given(rule.to)
  if (from === null || upper === null) return null
  const excluded = rule.kind === 'underOnActivityDay' || (rule.kind === 'completedYears' && given(rule.toIncluded) === false)
  return { from, to: excluded ? upper - 1 : upper, unit: rule.kind === 'grade' ? 'grade' : 'years' }
}
