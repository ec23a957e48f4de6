import type { Instant } from '../instant.ts'
import type { SignupState } from '../signup/index.ts'

/** Why a payment cannot be started. */
export type PaymentWhyNot =
  | { reason: 'payment-of-one-program' }
  | { reason: 'nothing-to-pay'; state: SignupState }
  | { reason: 'seat-over'; heldUntil: Instant }
  | { reason: 'payment-open-already'; paymentId: string }
