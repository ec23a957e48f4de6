import type { CheckoutTruth, RefundTruth } from '@medspil/domain/payment'

/** A Checkout to open. Amounts in øre; `text` is neutral and stands on the payer's screen and statement. */
export interface CheckoutOrder {
  paymentId: string
  kommuneId: string
  lines: readonly { text: string; amount: bigint }[]
  /** Where the payer comes back to, paid or not, below the family app's address. */
  returnPath: string
  expiresAt: Date
  /** Our stored key: the same key is the same session, for as long as Stripe remembers it (24 hours). */
  key: string
}

/** A Checkout session: its id, and where the payer pays; null once it is closed. */
export interface OpenedCheckout { sessionId: string; url: string | null }

/**
 * Stripe Checkout, behind a port. Only opaque ids leave the house. Each call throws Unavailable when the outcome is unknown,
 * and Stripe's own error when it said no.
 */
export interface Checkouts {
  open(order: CheckoutOrder): Promise<OpenedCheckout>
  /** Looks for the session of a payment by our id: what an unknown `open` is settled by. @param since not made before */
  find(paymentId: string, since: Date): Promise<OpenedCheckout | null>
  /** Closes a session so that nobody can pay it. Too late is no error: the truth says what came first. */
  expire(sessionId: string): Promise<void>
  /** Everything that is true of a session now. */
  truth(sessionId: string): Promise<CheckoutTruth>
  refund(order: { refundId: string; paymentId: string; kommuneId: string; intentId: string; amount: bigint; key: string }): Promise<RefundTruth>
  /** Whose payment an object of Stripe's is (session, intent, charge, refund, dispute), by the ids we gave it; null when not ours. */
  ownerOf(objectId: string): Promise<{ kommuneId: string; paymentId: string } | null>
}
