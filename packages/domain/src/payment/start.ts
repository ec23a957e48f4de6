import { sum, type Ore } from '@medspil/ledger'
import { isHeldForPayment, smallestCharge, type SignupState } from '../signup/index.ts'
import type { Instant } from '../instant.ts'
import type { PaymentWhyNot } from './why-not.ts'

/** A sign-up that its family wants to pay now; øre. `openPaymentId` is a Checkout for it that can still be paid. */
export type PayableSignup = { id: string; state: SignupState; programId: string | null; familyPays: Ore; heldUntil: Instant | null; openPaymentId: string | null }

/** A payment to start, the open one that is paid by going on with it, or why not. */
export type StartAnswer =
  | { kind: 'start'; amount: Ore } | { kind: 'open-already'; paymentId: string } | { kind: 'refused'; whyNot: PaymentWhyNot }

/**
 * Decides whether one Checkout may be opened for these sign-ups. The same sign-ups again are the same Checkout; a Checkout for
 * others of them must end first, since a sign-up has at most one that can be paid (promise 6).
 * @param linesOf the sign-ups that a payment is for
 */
export const startPayment = (signups: readonly PayableSignup[], linesOf: (paymentId: string) => readonly string[], at: Instant): StartAnswer => {
  const refuse = (whyNot: PaymentWhyNot): StartAnswer => ({ kind: 'refused', whyNot })
  const [first] = signups
  if (!first || signups.some(({ programId }) => programId === null || programId !== first.programId)) return refuse({ reason: 'payment-of-one-program' })
  for (const { state, heldUntil } of signups) {
    if (!isHeldForPayment(state)) return refuse({ reason: 'nothing-to-pay', state })
    if (heldUntil !== null && at > heldUntil) return refuse({ reason: 'seat-over', heldUntil })
  }
  const open = signups.find(({ openPaymentId }) => openPaymentId !== null)?.openPaymentId
  if (open) {
    const lines = new Set(linesOf(open))
    const isSame = lines.size === signups.length && signups.every(({ id }) => lines.has(id))
    return isSame ? { kind: 'open-already', paymentId: open } : refuse({ reason: 'payment-open-already', paymentId: open })
  }
  const amount = sum(signups.map(({ familyPays }) => familyPays))
  return amount < smallestCharge ? refuse({ reason: 'nothing-to-pay', state: first.state }) : { kind: 'start', amount }
}

/**
 * Shortest and longest time that we let a Checkout stay open, minutes. Stripe takes 30 minutes to 24 hours from the moment it
 * hears of it: asked again under the same key after half an hour away, the time must still be long enough. A place that
 * lapses closes its Checkout itself.
 */
const sessionMinutes = { least: 60, most: 23 * 60 }

/** When the Checkout closes, in ms since 1970: with the place's time, but never outside what Stripe allows. */
export const sessionEnds = (nowMs: number, heldUntilMs: number): number =>
  Math.min(Math.max(heldUntilMs, nowMs + sessionMinutes.least * 60_000), nowMs + sessionMinutes.most * 60_000)
