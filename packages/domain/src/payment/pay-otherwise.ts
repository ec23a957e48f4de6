import { zero, type Ore } from '@medspil/ledger'
import type { Day } from '../day.ts'
import { stillOwed, type Payment, type Refund } from './apply-truth.ts'
import type { PaymentWhyNot } from './why-not.ts'

/** Why a refund did not reach its family: the bank sent it back, Stripe never had it, a lost dispute, or Stripe's no. */
export type RefundFailure = 'sent-back' | 'never-arrived' | 'dispute-lost' | 'refused'

/** Why a refund failed, from what was kept of it: a bank that sends money back gives no reason of ours. */
export const refundFailure = ({ failedWhy, stripeId }: { failedWhy: string | null; stripeId: string | null }): RefundFailure => {
  if (failedWhy === 'absent-after-a-day') return 'never-arrived'
  if (failedWhy === 'dispute-lost') return 'dispute-lost'
  return failedWhy === null && stripeId !== null ? 'sent-back' : 'refused'
}

/** What a person says: this much (øre) was paid to the family outside Stripe, on this day. */
export type SaidPaid = { amount: Ore; paidOn: Day }

/**
 * Decides whether a failed refund may be noted as paid in another way. The amount is what the person saw and paid; when the
 * family has had some of it meanwhile the two differ, and nothing is noted before that is looked at.
 * @param days the day the family paid, before which nothing can be given back, and today
 * @returns the new refund of the same line; the failed one stays as it was
 */
export const payOtherwise = (
  payment: Payment, failed: Refund, { amount, paidOn }: SaidPaid, { id, from, today }: { id: string; from: Day; today: Day },
): { ok: true; refund: Refund } | { ok: false; whyNot: PaymentWhyNot } => {
  const owed = stillOwed(payment, failed)
  if (owed === zero) return { ok: false, whyNot: { reason: 'nothing-owed' } }
  // Its bank may give the family the whole payment back: paid now, it would be paid twice.
  if (payment.dispute === 'open') return { ok: false, whyNot: { reason: 'bank-still-looks' } }
  if (amount !== owed) return { ok: false, whyNot: { reason: 'owed-changed', owed } }
  if (paidOn < from || paidOn > today) return { ok: false, whyNot: { reason: 'paid-on-other-days', from, to: today } }
  return { ok: true, refund: { id, lineId: failed.lineId, amount, cause: failed.cause, state: 'paid-otherwise', stripeId: null } }
}
