import { addDays, isWeekend, type Day } from '../day.ts'
import { given, type Leaf } from './leaf.ts'

/** Deadlines an ordning promises, in working days: the answer, the hearing, and how early a delay must be told. */
export type AnswerRule = { workingDays: Leaf<number>; hearingWorkingDays: Leaf<number>; delayNoticeWorkingDays: Leaf<number> }

/** A day on which the kommune works: neither a weekend nor in the holiday table handed in. */
export const isWorkingDay = (day: Day, holidays: ReadonlySet<Day>): boolean => !isWeekend(day) && !holidays.has(day)

/** The working day `count` working days after `day`; the day itself is not counted. Negative counts go back. */
export const addWorkingDays = (day: Day, count: number, holidays: ReadonlySet<Day>): Day => {
  const step = count < 0 ? -1 : 1
  let [at, left] = [day, Math.abs(count)]
  while (left > 0) {
    at = addDays(at, step)
    if (isWorkingDay(at, holidays)) left -= 1
  }
  return at
}

/** Working days from `from` (not counted) to `to` (counted); negative when `to` is earlier. */
export const workingDaysBetween = (from: Day, to: Day, holidays: ReadonlySet<Day>): number => {
  if (to < from) return -workingDaysBetween(to, from, holidays)
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, holidays)) count += 1
  return count
}

/** Last day for the answer to what was received on `receivedOn`; null when the ordning has promised none. */
export const answerBy = (rule: AnswerRule, receivedOn: Day, holidays: ReadonlySet<Day>): Day | null => {
  const count = given(rule.workingDays)
  return count === null ? null : addWorkingDays(receivedOn, count, holidays)
}

/** Last day for the party to answer a hearing sent on `sentOn`; null when the ordning has set none. */
export const hearingBy = (rule: AnswerRule, sentOn: Day, holidays: ReadonlySet<Day>): Day | null => {
  const count = given(rule.hearingWorkingDays)
  return count === null ? null : addWorkingDays(sentOn, count, holidays)
}

/**
 * Whether a delay notice must go out today: it has to be told before the old date passes, never after
 * (retssikkerhedsloven § 3 stk. 2; law.md 1).
 */
export const delayNoticeDue = (rule: AnswerRule, answerDay: Day, today: Day, holidays: ReadonlySet<Day>): boolean => {
  const lead = given(rule.delayNoticeWorkingDays)
  return lead !== null && today >= addWorkingDays(answerDay, -lead, holidays)
}

/**
 * The new last day when a delay is told: the ordning's own promise counted again from the old one. Null when nothing is
 * due to be told today, or the ordning has promised no day.
 */
export const delayedTo = (rule: AnswerRule, answerDay: Day, today: Day, holidays: ReadonlySet<Day>): Day | null =>
  delayNoticeDue(rule, answerDay, today, holidays) ? answerBy(rule, answerDay < today ? today : answerDay, holidays) : null
