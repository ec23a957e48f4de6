import type { Ore } from '@medspil/ledger'
import { daysBetween, type Day } from '../day.ts'

/** Why a person is asked to act, with the facts of the sentence. Amounts in øre. */
export type TaskReason =
  | { reason: 'first-training-missing'; plannedOn: Day; answered: boolean }
  | { reason: 'absent-in-a-row'; absences: number; presentBefore: number; since: Day }
  | {
    reason: 'answer-and-marks-disagree'
    checkId: string; said: string; present: number; absent: number; lastPresent: Day | null
  }
  | { reason: 'forening-silent'; askedOn: Day }
  | { reason: 'wants-something-else'; checkId: string; saidOn: Day }
  | { reason: 'no-answer-no-mark'; checkId: string; askedOn: Day; absences: number }
  | { reason: 'no-way-to-ask'; checkId: string }
  /** The ordning asks by a person, not by a link. */
  | { reason: 'time-to-ask'; checkId: string; how: 'phone' | 'meeting' }
  | { reason: 'pass-unused'; since: Day; validTo: Day; left: Ore }
  | { reason: 'wants-company'; firstTrainingOn: Day }
  | { reason: 'forening-asks'; question: string; askedOn: Day }
  | { reason: 'forening-full'; saidOn: Day }
  | { reason: 'fee-higher'; fee: Ore; agreed: Ore }
  | { reason: 'never-came'; saidOn: Day; moneyWaits: boolean }

/** One task on somebody's list. */
export type FollowUpTask = { taskId: string; childId: string; owner: string; dueOn: Day; because: TaskReason }

/**
 * How much each reason hurries when both are due: a child who never came, or is on its way out, before one who is
 * well and before a choice that can wait.
 */
const hurry: Readonly<Record<TaskReason['reason'], number>> = {
  'first-training-missing': 0, 'absent-in-a-row': 1, 'answer-and-marks-disagree': 2, 'forening-silent': 3,
  'wants-something-else': 4, 'no-answer-no-mark': 5, 'no-way-to-ask': 6, 'time-to-ask': 6, 'pass-unused': 7, 'wants-company': 8,
  'never-came': 0, 'forening-full': 3, 'forening-asks': 3, 'fee-higher': 3,
}

/** Days a task is over its day: positive is overdue, 0 is today, negative is to come. */
export const overdueBy = (task: FollowUpTask, today: Day): number => daysBetween(task.dueOn, today)

/**
 * The tasks in the order in which they should be taken: all that is due before all that is to come; among the due by
 * reason and then by age, among the coming by day. The same tasks always stand in the same order.
 */
export const sortTasks = (tasks: readonly FollowUpTask[], today: Day): FollowUpTask[] => {
  const key = (task: FollowUpTask): (number | string)[] => {
    const urgency = hurry[task.because.reason]
    return task.dueOn <= today ? [0, urgency, task.dueOn, task.taskId] : [1, task.dueOn, urgency, task.taskId]
  }
  return [...tasks].map((task) => ({ task, key: key(task) })).sort((a, b) => {
    const at = a.key.findIndex((part, index) => part !== b.key[index])
    return at < 0 ? 0 : a.key[at]! < b.key[at]! ? -1 : 1
  }).map(({ task }) => task)
}
