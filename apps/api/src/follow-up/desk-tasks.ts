import type { CloseDeskTask, DeskTaskView } from '@medspil/contracts/follow-up'
import { audit } from '@medspil/db'
import { addDeskTask, closeDecidedTasks, closeDeskTask, loadDeskTasks, loadTooFew } from '@medspil/db/follow-up'
import { daysBetween } from '@medspil/domain/day'
import { type DeskTaskReason, minimumTaskUntil } from '@medspil/domain/follow-up'
import { NotFound } from '../errors.ts'
import type { Tick } from '../jobs/ticks.ts'
import { allow, type Shell } from '../shell.ts'

/** What the fritidsvejledere are asked to deal with beside the children: an activity with too few, a payment that was taken back. */
export async function readDeskTasks(shell: Shell): Promise<DeskTaskView[]> {
  await allow(shell, 'follow-up.desk-tasks')
  return (await loadDeskTasks(shell.tx)).map(({ id, because, dueOn, taken }) => ({ taskId: id, because: namingNoChild(because), dueOn, overdueBy: daysBetween(dueOn, shell.now.day), taken }))
}

/** A refund is one child's: its id stays here, and whom it is about is asked for at the task, where the look is logged. */
function namingNoChild(because: DeskTaskReason): DeskTaskView['because'] {
  if (because.reason !== 'refund-failed') return because
  const { refundId: _, ...shown } = because
  return shown
}

/**
 * Says that such a task is dealt with.
 * @throws NotFound when there is none that is open
 */
export async function endDeskTask(shell: Shell, { taskId }: CloseDeskTask): Promise<{ done: true }> {
  await allow(shell, 'follow-up.desk-tasks')
  if (!(await closeDeskTask(shell.tx, taskId))) throw new NotFound('task')
  await audit(shell.tx, 'task.done', { id: taskId })
  return { done: true }
}

/** Gives the task before the day on which too few children are decided on, and ends it when that is done or no more needed. */
export const watchMinimums: Tick = (job) => job.inTx(async (tx) => {
  await closeDecidedTasks(tx)
  for (const { taken: _, ...activity } of await loadTooFew(tx, minimumTaskUntil(tx.now.day))) await addDeskTask(tx, { reason: 'minimum-not-reached', ...activity }, activity.decidedOn)
})
