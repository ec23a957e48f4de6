import type { Day } from '../day.ts'
import type { TaskReason } from './tasks.ts'

/** What is known about a child at a check. */
export type CheckResult = 'active' | 'stopped' | 'unknown'

/** The answer of child, family or forening, if any came. */
export type CheckAnswer = { said: 'active' | 'stopped' | 'something-else'; on: Day } | null

/** Marks in the window of the check: meetings attended and missed, and the last day present. */
export type CheckMarks = { present: number; absent: number; lastPresent: Day | null }

/** The result of a check, and the task it opens, if any. `askedOn` is the day of the question. */
export type CheckOutcome = { result: CheckResult; task: TaskReason | null }

/**
 * Weighs the answer against the marks (product.md 3a steps 10 and 11). Present marks count as evidence, absences alone
 * do not: only a person can say that a child has stopped. Answer and marks that disagree, and silence, open a task.
 */
export const weighCheck = (checkId: string, askedOn: Day, answer: CheckAnswer, marks: CheckMarks): CheckOutcome => {
  if (answer === null) {
    if (marks.present > 0) return { result: 'active', task: null }
    return { result: 'unknown', task: { reason: 'no-answer-no-mark', checkId, askedOn, absences: marks.absent } }
  }
  const { said, on } = answer
  const disagree = said === 'active'
    ? marks.present === 0 && marks.absent >= 2 : marks.lastPresent !== null && marks.lastPresent > on
  const wantsElse: TaskReason | null =
    said === 'something-else' ? { reason: 'wants-something-else', checkId, saidOn: on } : null
  return {
    result: said === 'active' ? 'active' : 'stopped',
    task: disagree ? { reason: 'answer-and-marks-disagree', checkId, said, ...marks } : wantsElse,
  }
}

/** What settles a course. `keptCheck` is the result at the ordning's last check, null while it is not due. */
export type SettleFacts = {
  keptCheck: CheckResult | null
  /** Someone said that the child stopped. */
  stoppedOn: Day | null
  left: { why: 'moved' | 'aged-out'; on: Day } | null
}

/** How a course ends (product.md 3a), or not-yet-due. */
export type Settlement = 'kept' | 'stopped' | 'unknown' | 'moved' | 'aged-out' | 'not-yet-due'

/**
 * Settles a course: kept = active at the last check, stopped = someone said so, unknown = neither. Moving away or
 * growing too old ends the observation and is never a stop, unless the child had stopped before.
 */
export const settle = ({ keptCheck, stoppedOn, left }: SettleFacts): Settlement => {
  if (stoppedOn !== null && (left === null || stoppedOn < left.on)) return 'stopped'
  if (keptCheck === 'active') return 'kept'
  if (left !== null) return left.why
  if (keptCheck === null) return 'not-yet-due'
  return keptCheck
}
