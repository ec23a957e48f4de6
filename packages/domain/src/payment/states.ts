/**
 * A Checkout's life as the kommune keeps it. `processing` is a method whose answer comes a day later; `paid` is an end that
 * nothing takes back, because refunds and disputes are told of beside it.
 */
export type PaymentState = 'open' | 'processing' | 'paid' | 'expired' | 'failed'

/**
 * Money back to a family. `due` is decided, `sent` was asked of Stripe under its stored key, `unknown` is looked up and never
 * asked again blindly. A refund that the bank sends back ends as `failed`, also after it was settled. `paid-otherwise` never was
 * at Stripe: a person paid by bank or NemKonto what a failed one did not bring.
 */
export type RefundState = 'due' | 'sent' | 'unknown' | 'settled' | 'failed' | 'paid-otherwise'

/** What a family's bank does on the family's word: the money is away while it is open, and stays away when it is lost. */
export type DisputeState = 'open' | 'won' | 'lost'

/** What became of the money of a line: it pays a place, or it was given back because there was none. */
export type LineOutcome = 'placed' | 'given-back'

/** Why money goes back. `dashboard` was made by staff in Stripe's own pages, beside us. */
export type RefundCause =
  | 'cancelled-by-family' | 'cancelled-by-forening' | 'cancelled-by-kommune' | 'declined' | 'paid-too-late' | 'paid-twice' | 'dashboard'

const paymentRank: Readonly<Record<PaymentState, number>> = { open: 0, processing: 1, expired: 2, failed: 2, paid: 3 }
const refundRank: Readonly<Record<RefundState, number>> = { due: 0, unknown: 1, sent: 1, settled: 2, failed: 3, 'paid-otherwise': 3 }
const disputeRank: Readonly<Record<DisputeState, number>> = { open: 1, won: 2, lost: 2 }

/** The state after hearing another one: only ever on. Two ends of one rank keep the first; money that came beats them all. */
export const laterPayment = (known: PaymentState, heard: PaymentState): PaymentState =>
  paymentRank[heard] > paymentRank[known] ? heard : known

/** The refund's state after hearing another one; what is unknown becomes what is heard. */
export const laterRefund = (known: RefundState, heard: RefundState): RefundState =>
  refundRank[heard] > refundRank[known] || (known === 'unknown' && heard === 'sent') ? heard : known

/** The dispute's state after hearing another one. */
export const laterDispute = (known: DisputeState | null, heard: DisputeState | null): DisputeState | null =>
  heard !== null && disputeRank[heard] > (known === null ? 0 : disputeRank[known]) ? heard : known

/** Whether the Checkout can still be paid, or is being answered by a bank: only one such per sign-up. */
export const isOpen = (state: PaymentState): boolean => state === 'open' || state === 'processing'
