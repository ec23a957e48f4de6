import { addDays, addMonths, type Day } from '../day.ts'
import type { FollowUpState } from './states.ts'

/** The day a plan counts from. */
export type Anchor = 'grant' | 'signup' | 'firstTraining' | 'stop'

/** When one check falls: about the first training itself, or a while after the anchor. */
export type CheckAfter = { kind: 'firstTraining' } | { kind: 'days'; days: number } | { kind: 'months'; months: number }

/** The ordning's plan with every value given. `owner` is the role that asks and takes the task. */
export type FollowUpPlan = {
  anchor: Anchor
  owner: string
  checks: readonly { id: string; after: CheckAfter; countsAsKept: boolean }[]
  /** Days of silence after the question before a person gets a task. */
  silenceDays: number
}

/** What has happened in the course so far; null has not happened. `plannedTraining` is the agreed first day. */
export type AnchorDays = Readonly<Record<Anchor, Day | null>> & { plannedTraining: Day | null }

/** One planned question. `askedOn` is the day it was sent; `checkId` is unique within the course. */
export type FollowUp = { checkId: string; owner: string; dueOn: Day; state: FollowUpState; askedOn: Day | null }

/** The day a check is due, or null while its anchor has not happened. */
export const dueOn = (plan: FollowUpPlan, after: CheckAfter, days: AnchorDays): Day | null => {
  // The day after, so that a coach who marks in the evening has spoken before anybody is asked.
  if (after.kind === 'firstTraining') return days.plannedTraining && addDays(days.plannedTraining, 1)
  const anchor = days[plan.anchor]
  if (anchor === null) return null
  return after.kind === 'days' ? addDays(anchor, after.days) : addMonths(anchor, after.months)
}

/**
 * All follow-ups of a course as the plan now has them: run in the transaction that grants and again whenever an anchor
 * becomes known. A check that is still only planned moves with its anchor; one that is due or asked stays, so that
 * running this twice, or late, neither loses nor repeats a question.
 */
export const planFollowUps = (
  plan: FollowUpPlan, days: AnchorDays, existing: readonly FollowUp[],
): FollowUp[] => {
  const planned = plan.checks.flatMap((check): FollowUp[] => {
    const due = dueOn(plan, check.after, days)
    const known = existing.find((followUp) => followUp.checkId === check.id)
    if (known) return [known.state === 'planned' && due !== null ? { ...known, dueOn: due } : known]
    return due === null ? [] : [{ checkId: check.id, owner: plan.owner, dueOn: due, state: 'planned', askedOn: null }]
  })
  // A newer plan may have dropped a check; what was already promised to the family is kept.
  const dropped = existing.filter(({ checkId }) => !plan.checks.some((check) => check.id === checkId))
  return [...planned, ...dropped]
}
