import { loadPayment } from '@medspil/db/payment'
import { isOpen, type PaymentState } from '@medspil/domain/payment'
import type { Doors } from './doors.ts'
import { followCheckout } from './follow-checkout.ts'

/** Closes a Checkout so that nobody can pay it, and hears what came first: the closing or the card. */
export async function closeCheckout(doors: Doors, paymentId: string): Promise<PaymentState | null> {
  const stored = await doors.inTx((tx) => loadPayment(tx, paymentId))
  if (!stored) return null
  const sessionId = stored.sessionId ?? (await doors.checkouts.find(paymentId, stored.createdAt))?.sessionId ?? null
  if (sessionId !== null && isOpen(stored.payment.state)) await doors.checkouts.expire(sessionId)
  return followCheckout(doors, paymentId)
}
