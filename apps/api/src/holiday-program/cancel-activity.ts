import type { CancelActivity, CancelProgress, ReadCancel } from '@medspil/contracts/holiday-program/cancel'
import { audit, dayOf, enqueue } from '@medspil/db'
import { inKommunesName } from '@medspil/db/forening'
import { countCancel, findActivity, loadLivingOf, lockActivity, saveCancelled } from '@medspil/db/payment'
import { NotFound, Refused } from '../errors.ts'
import type { JobHandler } from '../jobs/job.ts'
import { allow, type Shell } from '../shell.ts'
import { signupBatcher } from '../signup/index.ts'

/** Sign-ups ended in one transaction: few enough that a family's press in the same minute never waits for long. */
const chunk = 50

/**
 * Cancels an activity: from this moment nobody is signed up to it, and everybody in it or in its line is told and gets
 * everything back, pass and card alike, by a job whose progress can be read. Cancelled twice is cancelled once.
 * @throws Refused when its last day is over
 */
export async function cancelActivity(shell: Shell, { offerId, reason }: CancelActivity): Promise<CancelProgress> {
  await allow(shell, 'holiday-program.cancel')
  const { tx, now } = shell
  const activity = await lockActivity(tx, offerId)
  if (!activity) throw new NotFound('holiday-program.cancel')
  if (dayOf(activity.lastDay) < now.day) throw new Refused({ reason: 'activity-over', lastDay: dayOf(activity.lastDay) })
  if (activity.cancelledAt === null) {
    await inKommunesName(tx, (kommune) => saveCancelled(kommune, offerId, reason))
    await audit(tx, 'activity.cancelled', { id: offerId }, { words: reason.length })
    await enqueue(tx, 'cancel-activity', { offerId })
  }
  return readCancel(shell, { offerId })
}

/** What cancelling would mean, or how far it has come: children told, children left, money on its way. */
export async function readCancel(shell: Shell, { offerId }: ReadCancel): Promise<CancelProgress> {
  await allow(shell, 'holiday-program.cancel')
  const activity = await findActivity(shell.tx, offerId)
  if (!activity) throw new NotFound('holiday-program.cancel')
  const counts = await inKommunesName(shell.tx, (kommune) => countCancel(kommune, offerId, activity.cancelledAt))
  return { offerId, title: activity.title, cancelledAt: activity.cancelledAt && activity.cancelledAt.toISOString(), reason: activity.cancelReason, ...counts }
}

/** Ends every sign-up of a cancelled activity on the path of all places, chunk by chunk. Run twice, the second goes on where the first stopped. */
export const endCancelled: JobHandler<'cancel-activity'> = async ({ inTx, pool, kommuneId, clock }, { offerId }) => {
  const batcher = signupBatcher({ pool }, kommuneId)
  for (;;) {
    const some = await inTx((tx) => loadLivingOf(tx, offerId, chunk))
    if (some.length === 0) return
    await Promise.all(some.map(({ id, childId }) => batcher.run({
      act: { kind: 'cancel', cancelledBy: 'kommune', signupId: id, childId, offerId }, by: { kind: 'job', kommuneId, id: null, name: 'cancel-activity' }, now: clock(), once: null,
    })))
  }
}
