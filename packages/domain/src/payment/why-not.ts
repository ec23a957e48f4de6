import type { Ore } from '@medspil/ledger'
import type { Day } from '../day.ts'
import type { Instant } from '../instant.ts'
import type { SignupState } from '../signup/index.ts'

/** Why a payment cannot be started, or a failed refund cannot be noted as paid in another way or its task ended; øre. */
export type PaymentWhyNot =
  | { reason: 'payment-of-one-program' }
  | { reason: 'nothing-to-pay'; state: SignupState }
  | { reason: 'seat-over'; heldUntil: Instant }
  | { reason: 'payment-open-already'; paymentId: string }
  | { reason: 'nothing-owed' }
  | { reason: 'bank-still-looks' }
  | { reason: 'owed-changed'; owed: Ore }
  | { reason: 'still-owed'; owed: Ore }
  | { reason: 'paid-on-other-days'; from: Day; to: Day }
