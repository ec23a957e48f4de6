import { audit, enqueue, newId, saveEffect, type Tx } from '@medspil/db'
import { addDeskTask } from '@medspil/db/follow-up'
import { saveEntries } from '@medspil/db/ledger'
import { loadPayment, loadProgramName, lockPayment, saveApplied, saveSession, type StoredPayment } from '@medspil/db/payment'
import { loadShares } from '@medspil/db/subsidy'
import { type Applied, applyTruth, type CheckoutTruth, entriesForMovements, type PaymentState } from '@medspil/domain/payment'
import { zero } from '@medspil/ledger'
import { log } from '../log.ts'
import { signupBatcher } from '../signup/index.ts'
import { recoverShare } from '../subsidy/index.ts'
import { askToPayBack } from './ask-to-pay-back.ts'
import type { Doors } from './doors.ts'

const neverOpened: CheckoutTruth = { session: 'expired', charged: zero, pending: false, intentId: null, chargeId: null, refunds: [], dispute: null }

/**
 * Reads what is true of a payment at Stripe now and lays it over what we keep: state, refunds, disputes and ledger in one
 * transaction, then the places through the sign-up batch. Run twice, late or out of order, it ends the same (promise 5).
 * @returns the payment's state afterwards; null when there is none
 */
export async function followCheckout(doors: Doors, paymentId: string): Promise<PaymentState | null> {
  const stored = await doors.inTx((tx) => loadPayment(tx, paymentId))
  if (!stored) return null
  const sessionId = stored.sessionId ?? (await doors.checkouts.find(paymentId, stored.createdAt))?.sessionId ?? null
  // Without a session nobody has an address to pay at. It may still be on its way until its time is over.
  if (sessionId === null && doors.clock().at < stored.expiresAt) return stored.payment.state
  const truth = sessionId === null ? neverOpened : await doors.checkouts.truth(sessionId)
  const after = await doors.inTx((tx) => lay(tx, paymentId, sessionId, truth))
  if (after?.payment.state === 'paid' && after.lines.some(({ outcome }) => outcome === null)) await settle(doors, after)
  return after?.payment.state ?? null
}

/** Lays a truth over the locked payment. Asked again with the same truth, it writes nothing. */
async function lay(tx: Tx, paymentId: string, sessionId: string | null, truth: CheckoutTruth): Promise<StoredPayment | null> {
  const stored = await lockPayment(tx, paymentId)
  if (!stored) return null
  if (sessionId !== null && stored.sessionId === null) await saveSession(tx, paymentId, { sessionId, url: null })
  const applied = applyTruth(stored.payment, truth, newId)
  await saveApplied(tx, stored, applied.payment, truth)
  const shares = await loadShares(tx, stored.lines.map(({ signupId }) => signupId))
  await saveEntries(tx, entriesForMovements(applied.movements, shares, newId).map((entry) => ({ entry, subjectId: paymentId })))
  for (const movement of applied.movements) if (movement.kind === 'refunded' || movement.kind === 'refund-failed') await recoverShare(tx, movement.signupId)
  await note(tx, stored, applied)
  return { ...stored, payment: applied.payment }
}

async function note(tx: Tx, stored: StoredPayment, { payment, hasFailed, foreignRefunds, failedRefunds, movements, alarms }: Applied): Promise<void> {
  const { id, state, dispute } = payment
  const before = stored.payment
  if (state !== before.state) await audit(tx, `payment.${state}`, { id }, { amount: String(payment.amount), before: before.state })
  for (const { kind, amount } of movements) if (kind !== 'received') await audit(tx, `payment.${kind}`, { id }, { amount: String(amount) })
  for (const alarm of alarms) log('alarm', 'payment-needs-a-person', { paymentId: id, alarm })
  if (alarms.includes('dispute-lost')) {
    const { programId, intentId: stripeId } = stored
    await addDeskTask(tx, { reason: 'dispute-lost', paymentId: id, programName: await loadProgramName(tx, programId), amount: payment.disputeAmount, lostOn: tx.now.day, stripeId }, tx.now.day)
  }
  for (const refund of failedRefunds) await askToPayBack(tx, { ...stored, payment }, refund)
  // Money of a disputed payment cannot be sent back; what waited for the bank's word goes now.
  if (before.dispute === 'open' && dispute === 'won') for (const refund of payment.refunds) if (refund.state === 'due') await enqueue(tx, 'send-refund', { refundId: refund.id })
  const [line] = stored.lines
  if (!line) return
  const news = [...(hasFailed ? [`payment-failed/${id}`] : []), ...new Set(foreignRefunds.map(({ stripeId }) => `refund-by-hand/${stripeId}`))]
  for (const key of news) if (await saveEffect(tx, key)) await enqueue(tx, 'tell-family', { personId: stored.payerId, childId: line.childId, purpose: 'news', subjectId: id })
}

/** The places of a paid payment, under the offers' locks. */
async function settle({ kommuneId, pool, clock }: Doors, { payment: { id }, lines }: StoredPayment): Promise<void> {
  await signupBatcher({ pool }, kommuneId).run({
    act: { kind: 'settle-payment', paymentId: id, signups: lines.map(({ signupId, childId, offerId }) => ({ signupId, childId, offerId })) },
    by: { kind: 'job', kommuneId, id: null, name: 'settle-payment' }, now: clock(), once: null,
  })
}
