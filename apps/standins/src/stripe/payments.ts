import type Stripe from 'stripe'
import { newCharge, newIntent } from './payment-shapes.ts'
import type { PayMethod } from './payment-shapes.ts'
import { stripeId } from './state.ts'
import type { KeptSession, StripeState } from './state.ts'

/** Card money is on the platform's balance but not free for this long. */
const pendingSeconds = 3 * 24 * 60 * 60

type Failure = { code: NonNullable<Stripe.PaymentIntent.LastPaymentError['code']>; message: string; declineCode?: string }

const declined: Failure = { code: 'card_declined', declineCode: 'generic_decline', message: 'Your card was declined.' }
const notApproved: Failure = { code: 'payment_intent_authentication_failure', message: 'The provided PaymentMethod has failed authentication.' }
const debitFailed: Failure = { code: 'payment_method_provider_decline', message: 'The payment could not be collected from the bank account.' }

/** The failures by the way they come. */
export const failures = { declined, notApproved, debitFailed }

const keep = (state: StripeState, intent: Stripe.PaymentIntent, change: Partial<Stripe.PaymentIntent>): Stripe.PaymentIntent =>
  state.intents.put(intent.id, { ...intent, ...change })

/** The session's intent, made at the first attempt as Checkout does, told `payment_intent.created`. */
export function intentFor(state: StripeState, kept: KeptSession, method: PayMethod): Stripe.PaymentIntent {
  const known = typeof kept.session.payment_intent === 'string' ? state.intents.get(kept.session.payment_intent) : undefined
  const fresh = known ?? newIntent(state, kept, method)
  const intent = keep(state, fresh, { payment_method: stripeId('pm'), payment_method_types: [method.startsWith('late') ? 'sepa_debit' : 'card'] })
  if (!known) state.emit('payment_intent.created', intent)
  return intent
}

/** Øre that Stripe keeps of a payment. */
export const feeOf = ({ fees }: StripeState, amount: number) => Math.min(amount, Math.round(amount * fees.basisPoints / 10_000) + fees.fixed)

/** The money is taken: on the platform's balance, pending first, less Stripe's fee. `pending` = a charge already there; `atOnce` = free and without a fee. */
export function succeed(state: StripeState, intent: Stripe.PaymentIntent, { pending, atOnce = false }: { pending?: Stripe.Charge | undefined; atOnce?: boolean } = {}): Stripe.PaymentIntent {
  const id = pending?.id ?? stripeId(intent.payment_method_types[0] === 'card' ? 'ch' : 'py')
  const transactions = state.move({
    source: id, amount: intent.amount, from: { account: 'outside', type: 'charge' },
    to: {
      account: 'platform', type: intent.payment_method_types[0] === 'card' ? 'charge' : 'payment', category: 'charge',
      ...(!atOnce && { fee: feeOf(state, intent.amount), availableOn: state.second() + pendingSeconds }),
    },
  })
  const balance_transaction = transactions['platform'] ?? null
  const charge: Stripe.Charge = pending
    ? { ...pending, status: 'succeeded', paid: true, balance_transaction }
    : newCharge(state, intent, { id, status: 'succeeded', balance_transaction, failure_code: null, failure_message: null })
  state.emit('charge.succeeded', state.charges.put(id, charge))
  const paid = keep(state, intent, { status: 'succeeded', amount_received: intent.amount, latest_charge: id, next_action: null, last_payment_error: null, processing: null })
  state.emit('payment_intent.succeeded', paid)
  return paid
}

/** Nothing was taken; the intent may be tried again. A declined card leaves a failed charge, a denied approval none. */
export function fail(state: StripeState, intent: Stripe.PaymentIntent, failure: Failure, pending?: Stripe.Charge): Stripe.PaymentIntent {
  const charge = pending
    ? { ...pending, status: 'failed', paid: false, failure_code: failure.code, failure_message: failure.message }
    : failure === declined
      ? newCharge(state, intent, { id: stripeId('ch'), status: 'failed', balance_transaction: null, failure_code: failure.code, failure_message: failure.message })
      : undefined
  if (charge) state.emit('charge.failed', state.charges.put(charge.id, charge))
  const failed = keep(state, intent, {
    status: 'requires_payment_method', latest_charge: charge?.id ?? intent.latest_charge, next_action: null, payment_method: null, processing: null,
    last_payment_error: {
      type: failure === debitFailed ? 'invalid_request_error' : 'card_error', code: failure.code, message: failure.message,
      ...(failure.declineCode && { decline_code: failure.declineCode }), ...(charge && { charge: charge.id }),
    },
  })
  state.emit('payment_intent.payment_failed', failed)
  return failed
}

/** A delayed method: the order is given, the money comes or does not come later. */
export function process(state: StripeState, intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
  const charge = newCharge(state, intent, { id: stripeId('py'), status: 'pending', balance_transaction: null, failure_code: null, failure_message: null })
  state.emit('charge.pending', state.charges.put(charge.id, { ...charge, paid: false }))
  const processing = keep(state, intent, { status: 'processing', latest_charge: charge.id, last_payment_error: null })
  state.emit('payment_intent.processing', processing)
  return processing
}

/** The bank wants to see the payer. */
export function askApproval(state: StripeState, intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
  const waiting = keep(state, intent, { status: 'requires_action', next_action: { type: 'use_stripe_sdk', use_stripe_sdk: {} } })
  state.emit('payment_intent.requires_action', waiting)
  return waiting
}

/** Ends an intent that took nothing. */
export function cancel(state: StripeState, intent: Stripe.PaymentIntent, reason: Stripe.PaymentIntent.CancellationReason | null): Stripe.PaymentIntent {
  const canceled = keep(state, intent, { status: 'canceled', canceled_at: state.second(), cancellation_reason: reason, next_action: null })
  state.emit('payment_intent.canceled', canceled)
  return canceled
}
