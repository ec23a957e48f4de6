import { zero, type Ore } from '@medspil/ledger'
import type { DisputeState, PaymentState, RefundState } from './states.ts'

/** A refund as it stands at Stripe now. `refundId` is ours, from its metadata; null when somebody made it in the dashboard. */
export type RefundTruth = { stripeId: string; refundId: string | null; amount: Ore; state: Extract<RefundState, 'sent' | 'settled' | 'failed'> }

/**
 * Everything Stripe says of one Checkout at this moment, read from its objects and never from an event's body. Amounts in
 * øre; refunds in the order they were made.
 */
export type CheckoutTruth = {
  session: 'open' | 'complete' | 'expired'
  /** What was taken from the card; zero while nothing was. */
  charged: Ore
  /** A method whose bank has not answered yet. */
  pending: boolean
  intentId: string | null
  chargeId: string | null
  refunds: readonly RefundTruth[]
  dispute: { state: DisputeState; amount: Ore } | null
}

/** The state that a truth speaks of. Complete without money and without a bank still thinking is a payment that failed. */
export const stateOf = ({ session, charged, pending }: CheckoutTruth): PaymentState => {
  if (charged > zero) return 'paid'
  if (session !== 'complete') return session
  return pending ? 'processing' : 'failed'
}
