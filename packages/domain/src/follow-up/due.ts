import { addDays, type Day } from '../day.ts'
import type { FollowUp, FollowUpPlan } from './plan.ts'
import { followUpMoves, type FollowUpState } from './states.ts'
import type { TaskReason } from './tasks.ts'
import type { FollowUpWhyNot } from './why-not.ts'

/** Local time in Europe/Copenhagen: the day and the hour 0–23. The shell turns the clock into both. */
export type LocalTime = { today: Day; hour: number }

/** What stands in the way of asking. */
export type CourseContact = { closed: boolean; contactBarred: boolean; reachable: boolean }

/** What the shell must do for a step, once: send the question, or give the owner a task. */
export type FollowUpAct = { act: 'ask' } | { act: 'open-task'; reason: TaskReason } | null

/** Nothing is sent from 00.00 up to 07.00 local time (product.md 3a step 10). */
export const isQuiet = (hour: number): boolean => hour < 7

/**
 * One step of one follow-up, to be run as often as wanted: the returned state is saved with the act, so an act happens
 * once. A worker that was down takes up every step it missed. The course closing or contact barred cancels all that is
 * not over.
 */
export const stepFollowUp = (
  followUp: FollowUp, plan: Pick<FollowUpPlan, 'silenceDays'>, contact: CourseContact, { today, hour }: LocalTime,
): { followUp: FollowUp; act: FollowUpAct } => {
  const { state, checkId } = followUp
  const as = (next: FollowUpState, act: FollowUpAct = null, askedOn = followUp.askedOn) =>
    ({ followUp: { ...followUp, state: next, askedOn }, act })
  if (contact.closed || contact.contactBarred) {
    return followUpMoves[state].includes('cancelled') && state !== 'answered' ? as('cancelled') : as(state)
  }
  if ((state === 'planned' || state === 'due') && followUp.dueOn <= today) {
    if (isQuiet(hour)) return as('due')
    return contact.reachable
      ? as('asked', { act: 'ask' }, today)
      : as('task', { act: 'open-task', reason: { reason: 'no-way-to-ask', checkId } })
  }
  const silentSince = followUp.askedOn
  if (state === 'asked' && silentSince !== null && addDays(silentSince, plan.silenceDays) <= today) return as('unanswered')
  return as(state)
}

/** Moves a follow-up along `followUpMoves`: an answer came, a task was given or closed. */
export const moveFollowUp = (
  followUp: FollowUp, to: FollowUpState,
): { ok: true; followUp: FollowUp } | { ok: false; whyNot: FollowUpWhyNot } => {
  const { state } = followUp
  if (followUpMoves[state].includes(to)) return { ok: true, followUp: { ...followUp, state: to } }
  return { ok: false, whyNot: state === 'cancelled'
    ? { reason: 'follow-up-cancelled' } : { reason: 'follow-up-move-impossible', from: state, to } }
}
