import type { CheckPayment, PaymentView, ShowPayment } from '@medspil/contracts/payment'
import { audit } from '@medspil/db'
import { loadOwnPayments, type PaymentOfFamily } from '@medspil/db/payment'
import { firstNameOf } from '@medspil/domain/first-name'
import { isOpen, paymentNumber } from '@medspil/domain/payment'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { askAnew } from './ask-anew.ts'

/** One of the payments that the actor made itself: how it stands, where to pay, and its receipt. */
export async function readPayment(shell: Shell, { paymentId }: ShowPayment): Promise<PaymentView> {
  await allow(shell, 'payment.mine')
  const [payment] = await loadOwnPayments(shell.tx, paymentId)
  if (!payment) throw new NotFound('payment')
  return viewOf(payment)
}

/** Everything the actor has paid, newest first. */
export async function readReceipts(shell: Shell): Promise<PaymentView[]> {
  await allow(shell, 'payment.mine')
  return (await loadOwnPayments(shell.tx, null)).filter(({ state }) => state === 'paid').map(viewOf)
}

/** A payer is back and nothing was heard: Stripe is asked anew. */
export async function checkPayment(shell: Shell, { paymentId }: CheckPayment): Promise<PaymentView> {
  await allow(shell, 'payment.mine')
  const payment = await readPayment(shell, { paymentId })
  if (isOpen(payment.state) && (await askAnew(shell.tx, paymentId))) await audit(shell.tx, 'payment.checked', { id: paymentId })
  return payment
}

const viewOf = ({ id, state, amount, programId, programName, sessionUrl, createdAt, expiresAt, paidAt, lines, refunds }: PaymentOfFamily): PaymentView => ({
  id, number: paymentNumber(id), state, amount, programId, programName, url: sessionUrl, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(), paidAt: paidAt && paidAt.toISOString(),
  lines: lines.map((line) => ({
    signupId: line.signupId, childFirstName: firstNameOf(line.childName), offerTitle: line.offerTitle, foreningName: line.foreningName,
    firstDay: line.firstDay, lastDay: line.lastDay, amount: line.amount, refunded: line.refunded, passPays: line.passPays, signupState: line.signupState, outcome: line.outcome,
  })),
  refunds: refunds.map((refund) => ({ ...refund, at: refund.at.toISOString() })),
})
