import type { NotePaidOtherwise, OwedRefund, OwedRefundView, UndoPaidOtherwise } from '@medspil/contracts/payment'
import { audit, enqueue, newId, type Tx } from '@medspil/db'
import { closeDeskTask, loadRefundTask, type RefundTask, reopenDeskTask } from '@medspil/db/follow-up'
import { inKommunesName } from '@medspil/db/forening'
import { saveEntries } from '@medspil/db/ledger'
import { addPaidOtherwise, findPaidOtherwise, loadFailedWhy, loadOwedTo, loadPayment, lockPayment, markRefund, type OwedTo, recountRefunds, type StoredPayment } from '@medspil/db/payment'
import { loadShares } from '@medspil/db/subsidy'
import type { Day } from '@medspil/domain/day'
import { firstNameOf } from '@medspil/domain/first-name'
import { entryForPaidOtherwise, entryForPaidOtherwiseUndone, paymentNumber, payOtherwise, type Refund, refundFailure, stillOwed } from '@medspil/domain/payment'
import { type Ore, zero } from '@medspil/ledger'
import { nowAt } from '../clock.ts'
import { Conflict, NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { recoverShare } from '../subsidy/index.ts'
import { askAnew } from './ask-anew.ts'

/**
 * What a failed refund left owed, and to whom: asked for when somebody goes to pay it, and logged as a look at the child.
 * Stripe is asked anew meanwhile, so that money given back by hand is heard of before somebody pays it again.
 */
export async function readOwed(shell: Shell, { taskId }: OwedRefund): Promise<OwedRefundView> {
  await allow(shell, 'payment.pay-otherwise')
  const { tx } = shell
  const { because } = await openTask(tx, taskId)
  const { stored, failed, failedWhy } = await inKommunesName(tx, async (kommune) => ({ ...found(await loadPayment(kommune, because.paymentId), because), failedWhy: await loadFailedWhy(kommune, because.refundId) }))
  const to = await loadOwedTo(tx, stored, failed)
  if (!to) throw new NotFound('task')
  await askAnew(tx, because.paymentId)
  const { family } = to
  return {
    taskId, number: paymentNumber(because.paymentId), title: because.title, failedOn: because.failedOn, why: refundFailure({ failedWhy, stripeId: failed.stripeId }),
    amount: stillOwed(stored.payment, failed), bankStillLooks: stored.payment.dispute === 'open', from: firstDayOf(stored), family: family && familyView(family, { stripeRefundId: failed.stripeId, stripePaymentId: stored.intentId }),
  }
}

// Stripe's pages name the one who paid, so its numbers are as hidden as the family.
const familyView = ({ childName, payer: { name, phone, mail, contactBarred } }: NonNullable<OwedTo['family']>, atStripe: { stripeRefundId: string | null; stripePaymentId: string | null }) =>
  ({ childFirstName: firstNameOf(childName), payer: { name, phone: contactBarred ? null : phone, mail: contactBarred ? null : mail }, ...atStripe })

/**
 * Notes that staff paid a family by bank or NemKonto what a refund did not bring, and ends the task. The family's share is
 * settled with it, exactly once: whoever presses at the same time finds nothing owed.
 * @param input.requestId takes the new refund as its id
 * @throws Refused when nothing is owed any more, the family's bank still looks at the payment, another amount is owed, or the day cannot be
 */
export async function notePaidOtherwise(shell: Shell, { requestId, taskId, amount, paidOn, reference }: NotePaidOtherwise): Promise<{ done: true }> {
  await allow(shell, 'payment.pay-otherwise')
  const { tx, actor, now } = shell
  const { because } = await openTask(tx, taskId)
  const saidBy = actor.id
  if (saidBy === null) throw new NotFound('task')
  const { payerId, childId } = await inKommunesName(tx, async (kommune) => {
    const { stored, failed, line } = found(await lockPayment(kommune, because.paymentId), because)
    const answer = payOtherwise(stored.payment, failed, { amount: amount as Ore, paidOn: paidOn as Day }, { id: requestId, from: firstDayOf(stored), today: now.day })
    if (!answer.ok) throw new Refused(answer.whyNot)
    await addPaidOtherwise(kommune, stored, answer.refund, { replacesId: failed.id, saidBy, paidOn: paidOn as Day, reference })
    const held = (await loadShares(kommune, [line.signupId])).get(line.signupId) ?? zero
    await saveEntries(kommune, [{ entry: entryForPaidOtherwise(newId(), line.signupId, answer.refund.amount, held), subjectId: because.paymentId }])
    await recoverShare(kommune, line.signupId)
    return { payerId: stored.payerId, childId: line.childId }
  })
  if (!(await closeDeskTask(tx, taskId, 'paid-otherwise'))) throw new Conflict('the task is done')
  await audit(tx, 'refund.paid-otherwise', { id: requestId, childId }, { paymentId: because.paymentId, replaces: because.refundId, amount: String(amount), paidOn })
  await enqueue(tx, 'tell-family', { personId: payerId, childId, purpose: 'news', subjectId: because.paymentId })
  // Money that was given back by hand just before wakes a person now, not at the next message.
  await enqueue(tx, 'read-checkout', { paymentId: because.paymentId })
  return { done: true }
}

/** Takes back, on the same day, what oneself noted by mistake: the money is owed again, and the task is open. @throws NotFound when another noted it or the day is over */
export async function undoPaidOtherwise(shell: Shell, { taskId }: UndoPaidOtherwise): Promise<{ done: true }> {
  await allow(shell, 'payment.pay-otherwise')
  const { tx, actor, now } = shell
  const task = await loadRefundTask(tx, taskId)
  const isMine = task?.done?.outcome === 'paid-otherwise' && task.done.by === actor.id && task.done.at !== null && nowAt(task.done.at).day === now.day
  if (!task || !isMine) throw new NotFound('task')
  const { paymentId, refundId } = task.because
  const noted = await inKommunesName(tx, async (kommune) => {
    await lockPayment(kommune, paymentId)
    const noted = await findPaidOtherwise(kommune, refundId)
    if (!noted) throw new NotFound('task')
    await markRefund(kommune, noted.id, 'failed', 'said-by-mistake')
    await recountRefunds(kommune, noted.id)
    await saveEntries(kommune, [{ entry: entryForPaidOtherwiseUndone(newId(), noted.signupId, noted.amount as Ore), subjectId: paymentId }])
    await recoverShare(kommune, noted.signupId)
    return noted
  })
  await reopenDeskTask(tx, taskId)
  await audit(tx, 'refund.paid-otherwise-undone', { id: noted.id, childId: noted.childId }, { paymentId, amount: String(noted.amount) })
  return { done: true }
}

async function openTask(tx: Tx, taskId: string): Promise<RefundTask> {
  const task = await loadRefundTask(tx, taskId)
  if (!task || task.done) throw new NotFound('task')
  return task
}

function found(stored: StoredPayment | null, { refundId }: RefundTask['because']): { stored: StoredPayment; failed: Refund; line: StoredPayment['lines'][number] } {
  const failed = stored?.payment.refunds.find(({ id }) => id === refundId)
  const line = stored?.lines.find(({ id }) => id === failed?.lineId)
  if (!stored || !failed || !line) throw new NotFound('task')
  return { stored, failed, line }
}

/** The day the payment was begun: no money of it came back before. */
const firstDayOf = ({ createdAt }: StoredPayment): Day => nowAt(createdAt).day
