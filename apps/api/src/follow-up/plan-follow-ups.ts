import { addFollowUps, loadFollowUps, loadPlanFacts, lockPlan, moveDueOn } from '@medspil/db/follow-up'
import { loadVersion } from '@medspil/db/ordning'
import { planFollowUps } from '@medspil/domain/follow-up'
import type { Shell } from '../shell.ts'
import { anchorDays } from './anchor-days.ts'
import { resolvePlan } from './resolve-plan.ts'

/**
 * Writes the follow-ups a course's ordning promises, as far as their days are known: in the transaction that grants, and
 * again whenever an anchor becomes known (promise 15). May be run as often as wanted. An actor who cannot see the course,
 * such as a forening, leaves it to the worker, which plans every open course again.
 */
export async function planCourseFollowUps({ tx }: Pick<Shell, 'tx'>, courseId: string): Promise<void> {
  if (tx.actor.kind === 'forening' || tx.actor.kind === 'signup-batch') return
  await lockPlan(tx, courseId)
  const course = await loadPlanFacts(tx, courseId)
  if (!course || course.state === 'closed') return
  const version = await loadVersion(tx, course.ordningVersionId)
  const plan = version && resolvePlan(version.version.rules.followUp, course)
  if (!plan) return
  const known = await loadFollowUps(tx, courseId)
  const planned = planFollowUps(plan, anchorDays(course), known)
  const isKnown = new Map(known.map((followUp) => [followUp.checkId, followUp]))
  const anchorOf = (checkId: string) => plan.checks.find(({ id }) => id === checkId)?.after.kind === 'firstTraining' ? 'firstTraining' : plan.anchor
  await addFollowUps(tx, course, planned.filter(({ checkId }) => !isKnown.has(checkId)).map((row) => ({ ...row, anchor: anchorOf(row.checkId) })), plan.channel)
  for (const { checkId, dueOn } of planned) {
    const before = isKnown.get(checkId)
    if (before && before.dueOn !== dueOn) await moveDueOn(tx, { id: before.id, dueOn })
  }
}
