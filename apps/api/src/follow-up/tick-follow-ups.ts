import { loadCoursesToPlan, loadCoursesToSettle, loadDueIds } from '@medspil/db/follow-up'
import type { Tick } from '../jobs/ticks.ts'
import { planCourseFollowUps } from './plan-follow-ups.ts'
import { settleCourse } from './settle-course.ts'
import { findSilence } from './find-silence.ts'
import { stepFollowUps } from './step-follow-ups.ts'

/** How many are done in one transaction: a worker that is killed loses no more than these, and does them again. */
const batch = 25

/**
 * Plans, asks, weighs, gives tasks and settles, for everything that is due now. Comes as often as wanted and as late as a
 * worker was down: every step is saved with its act, and every task has a key (promise 15).
 */
export const followUpsDue: Tick = async ({ inTx }) => {
  for (const ids of inBatches(await inTx(loadCoursesToPlan)))
    await inTx(async (tx) => { for (const id of ids) await planCourseFollowUps({ tx }, id) })
  for (const ids of inBatches(await inTx(loadDueIds))) await inTx((tx) => stepFollowUps(tx, ids))
  await inTx(findSilence)
  for (const courses of inBatches(await inTx(loadCoursesToSettle)))
    await inTx(async (tx) => { for (const course of courses) await settleCourse(tx, course) })
}

function inBatches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / batch) }, (_, at) => all.slice(at * batch, (at + 1) * batch))
}
