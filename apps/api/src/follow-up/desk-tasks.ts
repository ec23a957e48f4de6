import type { CloseDeskTask, DeskTaskView } from '@medspil/contracts/follow-up'
import { audit, type Tx } from '@medspil/db'
import { addDeskTask, closeDecidedTasks, closeDeskTask, loadDeskTasks, loadRefundTask, loadTooFew } from '@medspil/db/follow-up'
import { inKommunesName } from '@medspil/db/forening'
import { lockPayment } from '@medspil/db/payment'
import { daysBetween } from '@medspil/domain/day'
import { type DeskTaskReason, minimumTaskUntil } from '@medspil/domain/follow-up'
import { stillOwed } from '@medspil/domain/payment'
import { type Ore, zero } from '@medspil/ledger'
import { NotFound, Refused } from '../errors.ts'
import type { Tick } from '../jobs/ticks.ts'
import { allow, type Shell } from '../shell.ts'

/** What the fritidsvejledere are asked to deal with beside the children: an activity with too few, a payment that was taken back. */
export async function readDeskTasks(shell: Shell): Promise<DeskTaskView[]> {
  await allow(shell, 'follow-up.desk-tasks')
  return (await loadDeskTasks(shell.tx)).map(({ id, because, dueOn, taken }) => ({ taskId: id, because: namingNoChild(because), dueOn, overdueBy: daysBetween(dueOn, shell.now.day), taken }))
}

/** A refund is one child's: its id and Stripe's stay here, and whom it is about is asked for at the task, where the look is logged. */
function namingNoChild(because: DeskTaskReason): DeskTaskView['because'] {
  if (because.reason !== 'refund-failed') return because
  const { refundId: _, stripeId: __, ...shown } = because
  return shown
}

/**
 * Says that such a task is dealt with.
 * @throws NotFound when there is none that is open
 * @throws Refused while money of a failed refund is owed: nothing else reminds of it
 */
export async function endDeskTask(shell: Shell, { taskId }: CloseDeskTask): Promise<{ done: true }> {
  await allow(shell, 'follow-up.desk-tasks')
  const owed = await owedOf(shell.tx, taskId)
  if (owed > zero) throw new Refused({ reason: 'still-owed', owed })
  if (!(await closeDeskTask(shell.tx, taskId))) throw new NotFound('task')
  await audit(shell.tx, 'task.done', { id: taskId })
  return { done: true }
}

/** Øre that the refund of an open task still owes its family; nothing where the task is about no refund. */
async function owedOf(tx: Tx, taskId: string): Promise<Ore> {
  const task = await loadRefundTask(tx, taskId)
  if (!task || task.done) return zero
  const { paymentId, refundId } = task.because
  const payment = (await inKommunesName(tx, (kommune) => lockPayment(kommune, paymentId)))?.payment
  const failed = payment?.refunds.find(({ id }) => id === refundId)
  return payment && failed ? stillOwed(payment, failed) : zero
}

/** Gives the task before the day on which too few children are decided on, and ends it when that is done or no more needed. */
export const watchMinimums: Tick = (job) => job.inTx(async (tx) => {
  await closeDecidedTasks(tx)
  for (const { taken: _, ...activity } of await loadTooFew(tx, minimumTaskUntil(tx.now.day))) await addDeskTask(tx, { reason: 'minimum-not-reached', ...activity }, activity.decidedOn)
})
