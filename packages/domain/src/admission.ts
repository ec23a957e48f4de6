import { completedYears, monthOf, yearOf, type Day } from './day.ts'

/** The day on which an age is measured: the activity's own first day, or a day the rule names. */
export type MeasuringDay = 'activity-day' | Day

/**
 * Whom an offer or activity admits (schemes.md 5.2 and 6, age rule). Years and grades are both included, null means no
 * limit. `grade` is the grade on a named day, so "the grade before the holiday" names the last school day.
 */
export type AdmissionRule =
  | { kind: 'everyone' }
  | { kind: 'completed-years'; from: number | null; to: number | null; on: MeasuringDay }
  | { kind: 'under'; years: number; on: MeasuringDay }
  | { kind: 'birth-year'; from: number; to: number }
  | { kind: 'grade'; from: number; to: number; on: Day }
  | { kind: 'every'; rules: readonly AdmissionRule[] }

/** What admission asks about a child. `grade` (0–10) was true on `grade.asOf`; null when nobody has said it. */
export type AdmissionFacts = { birthDay: Day; grade: { value: number; asOf: Day } | null }

/** Why a child is not admitted, with the figures of the sentence; years are completed years on `on`. */
export type AdmissionWhyNot =
  | { reason: 'too-young-for-place'; years: number; from: number; on: Day }
  | { reason: 'too-old-for-place'; years: number; to: number; on: Day }
  | { reason: 'birth-year-outside'; birthYear: number; from: number; to: number }
  | { reason: 'grade-outside'; grade: number; from: number; to: number; on: Day }
  | { reason: 'grade-unknown'; from: number; to: number; on: Day }

// Danish school years begin on 1 August (folkeskoleloven § 14 a); the grade rises by one each time it passes.
const schoolYearOf = (d: Day): number => (monthOf(d) >= 8 ? yearOf(d) : yearOf(d) - 1)

/** The grade a child is in on a day, given the grade it was in on another; below 0 means before school. */
export const gradeOn = (grade: { value: number; asOf: Day }, on: Day): number =>
  grade.value + schoolYearOf(on) - schoolYearOf(grade.asOf)

const byYears = (child: AdmissionFacts, from: number | null, to: number | null, on: Day): AdmissionWhyNot | null => {
  const years = completedYears(child.birthDay, on)
  if (from !== null && years < from) return { reason: 'too-young-for-place', years, from, on }
  if (to !== null && years > to) return { reason: 'too-old-for-place', years, to, on }
  return null
}

const byGrade = (child: AdmissionFacts, rule: AdmissionRule & { kind: 'grade' }): AdmissionWhyNot | null => {
  const { from, to, on } = rule
  if (child.grade === null) return { reason: 'grade-unknown', from, to, on }
  const grade = gradeOn(child.grade, on)
  return grade >= from && grade <= to ? null : { reason: 'grade-outside', grade, from, to, on }
}

const byBirthYear = (child: AdmissionFacts, from: number, to: number): AdmissionWhyNot | null => {
  const birthYear = yearOf(child.birthDay)
  return birthYear >= from && birthYear <= to ? null : { reason: 'birth-year-outside', birthYear, from, to }
}

/** Null when the rule admits the child, else the first reason it does not. `activityDay` is the first day of meeting. */
export const whyNotAdmitted = (
  rule: AdmissionRule, child: AdmissionFacts, activityDay: Day,
): AdmissionWhyNot | null => {
  const measured = (on: MeasuringDay): Day => (on === 'activity-day' ? activityDay : on)
  switch (rule.kind) {
    case 'everyone': return null
    case 'completed-years': return byYears(child, rule.from, rule.to, measured(rule.on))
    case 'under': return byYears(child, null, rule.years - 1, measured(rule.on))
    case 'birth-year': return byBirthYear(child, rule.from, rule.to)
    case 'grade': return byGrade(child, rule)
    case 'every': {
      for (const part of rule.rules) {
        const whyNot = whyNotAdmitted(part, child, activityDay)
        if (whyNot) return whyNot
      }
      return null
    }
  }
}
