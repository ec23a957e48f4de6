/** The life of one follow-up (product.md 3a). */
export type FollowUpState =
  | 'planned' | 'due' | 'asked' | 'answered' | 'unanswered' | 'task' | 'reached' | 'not-reached' | 'cancelled'

/** Where each state may go. An answer may still come while a person is already on the task. */
export const followUpMoves: Readonly<Record<FollowUpState, readonly FollowUpState[]>> = {
  planned: ['due', 'answered', 'cancelled'],
  due: ['asked', 'answered', 'task', 'cancelled'],
  asked: ['answered', 'unanswered', 'task', 'cancelled'],
  answered: ['task', 'cancelled'],
  unanswered: ['task', 'answered', 'cancelled'],
  task: ['reached', 'not-reached', 'answered', 'cancelled'],
  reached: [], 'not-reached': [], cancelled: [],
}
