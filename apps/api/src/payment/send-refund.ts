import { audit, enqueue, newId, type Tx } from '@medspil/db'
import { loadPayment, lockRefund, markRefund, recountRefunds, retryRefund, type StoredPayment, type StoredRefund } from '@medspil/db/payment'
import { leftOfLine } from '@medspil/domain/payment'
import { zero } from '@medspil/ledger'
import { Unavailable } from '../errors.ts'
import type { JobHandler } from '../jobs/job.ts'
import { log } from '../log.ts'
import { askToPayBack } from './ask-to-pay-back.ts'
import { type Doors, doorsOf } from './doors.ts'
import { followCheckout } from './follow-checkout.ts'

/** Milliseconds in which Stripe certainly knows our key: the same key again is the same refund. */
const keyLivesMs = 23 * 3_600_000

/**
 * Sends a refund, once for ever. Before the call it is marked; whoever finds it marked looks first at what stands at Stripe
 * under our id, and only while Stripe still knows the key is the same call made again. Later than that a person is asked.
 */
export const sendRefund: JobHandler<'send-refund'> = async (job, { refundId }) => {
  const doors = doorsOf(job)
  const known = await job.inTx((tx) => lockRefund(tx, refundId))
  if (!known || known.state === 'settled' || known.state === 'failed' || known.state === 'paid-otherwise') return
  // What staff gave back by hand a minute ago is heard of first.
  await followCheckout(doors, known.paymentId)
  const order = await job.inTx((tx) => mark(tx, refundId))
  if (!order) return
  try {
    await doors.checkouts.refund({ refundId, paymentId: order.paymentId, kommuneId: job.kommuneId, intentId: order.intentId, amount: order.amount, key: order.sendKey })
  } catch (error) {
    if (error instanceof Unavailable) return job.inTx((tx) => markRefund(tx, refundId, 'unknown'))
    await afterRefusal(doors, order, error)
  }
  await followCheckout(doors, order.paymentId)
}

type Order = StoredRefund & { intentId: string }

/** Marks the refund for the call that follows; null when there is nothing to call for now. */
async function mark(tx: Tx, refundId: string): Promise<Order | null> {
  const refund = await lockRefund(tx, refundId)
  const stored = refund && (await loadPayment(tx, refund.paymentId))
  if (!refund || !stored?.intentId || refund.stripeId !== null || (refund.state !== 'due' && refund.state !== 'sent' && refund.state !== 'unknown')) return null
  // While a bank looks at the payment Stripe gives nothing back; its answer sends what waits.
  if (stored.payment.dispute === 'open') return null
  if (refund.state !== 'due' && refund.sentAt !== null && tx.now.at.getTime() - refund.sentAt.getTime() > keyLivesMs) {
    await fail(tx, stored, refund, 'absent-after-a-day')
    return null
  }
  if (refund.state === 'due') await markRefund(tx, refundId, 'sent')
  return { ...refund, intentId: stored.intentId }
}

/** Even a plain no is looked up: what counts is whether the money went back. A disputed payment's refund waits for the bank. */
async function afterRefusal(doors: Doors, refund: Order, error: unknown): Promise<void> {
  const { code } = error as { code?: unknown }
  await followCheckout(doors, refund.paymentId)
  await doors.inTx(async (tx) => {
    const now = await lockRefund(tx, refund.id)
    if (now?.state !== 'sent' || now.stripeId !== null) return
    const stored = (await loadPayment(tx, refund.paymentId))!
    if (stored.payment.dispute === 'open') return markRefund(tx, refund.id, 'due')
    const line = stored.payment.lines.find(({ id }) => id === now.lineId)
    const left = line ? leftOfLine(line, stored.payment.refunds.filter(({ id }) => id !== refund.id)) : zero
    if (left > zero && left < now.amount) {
      await retryRefund(tx, refund.id, left, newId())
      return enqueue(tx, 'send-refund', { refundId: refund.id })
    }
    await fail(tx, stored, now, stored.payment.dispute === 'lost' ? 'dispute-lost' : typeof code === 'string' ? code : 'refused')
  })
}

async function fail(tx: Tx, stored: StoredPayment, refund: StoredRefund, why: string): Promise<void> {
  await markRefund(tx, refund.id, 'failed', why)
  await recountRefunds(tx, refund.id)
  await audit(tx, 'refund.failed', { id: refund.id }, { paymentId: refund.paymentId, amount: String(refund.amount), why })
  const failed = stored.payment.refunds.find(({ id }) => id === refund.id)
  if (failed) await askToPayBack(tx, stored, { ...failed, state: 'failed' })
  log('alarm', 'refund-failed', { refundId: refund.id, why })
}
