import type Stripe from 'stripe'
import { invalid, missing } from './errors.ts'
import { inRange, pageOf, paging, route } from './route.ts'
import type { Route } from './route.ts'
import { stripeId } from './state.ts'
import type { StripeState } from './state.ts'

/** How long a refund that Stripe holds back stays pending, by the simulated clock. */
const pendingSeconds = 24 * 60 * 60

/** `pending` = Stripe holds the refund back for a day first, as it may when the balance is too small. */
export type RefundGiven = { charge?: string; payment_intent?: string; amount?: number; reason?: Stripe.Refund.Reason; metadata?: Stripe.Metadata; pending?: boolean }

const kr = (ore: number) => `kr.${(ore / 100).toFixed(2)}`

function chargeOf(state: StripeState, { charge, payment_intent }: RefundGiven): Stripe.Charge {
  if ((charge === undefined) === (payment_intent === undefined)) throw invalid('One of the following params should be provided for this request: payment_intent or charge.', 'payment_intent', 'parameter_missing')
  if (payment_intent === undefined) {
    const found = state.charges.get(charge ?? '')
    if (!found) throw invalid(`No such charge: '${charge}'`, 'charge', 'resource_missing')
    return found
  }
  const intent = state.intents.get(payment_intent)
  if (!intent) throw invalid(`No such payment_intent: '${payment_intent}'`, 'payment_intent', 'resource_missing')
  const found = state.charges.get(String(intent.latest_charge))
  if (!found || intent.status !== 'succeeded') throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, 'payment_intent')
  return found
}

function count(state: StripeState, charge: Stripe.Charge, amountRefunded: number): Stripe.Charge {
  return state.charges.put(charge.id, { ...charge, amount_refunded: amountRefunded, refunded: amountRefunded === charge.amount })
}

/**
 * Gives money back to the payer; the fee is not given back, and a transfer to a forening is not taken back.
 * Throws 400 for more than is left, for a payment that never succeeded and for one in an open or lost dispute.
 */
export function refund(state: StripeState, given: RefundGiven): Stripe.Refund {
  const charge = chargeOf(state, given)
  if (charge.status !== 'succeeded') throw invalid(`Charge ${charge.id} has not succeeded and cannot be refunded.`, 'charge')
  const blocked = state.disputes.all(one => one.charge === charge.id && !one.is_charge_refundable).length > 0
  if (blocked) throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, undefined, 'charge_disputed')
  const left = charge.amount - charge.amount_refunded
  if (left === 0) throw invalid(`Charge ${charge.id} has already been refunded.`, undefined, 'charge_already_refunded')
  const amount = given.amount ?? left
  if (amount <= 0) throw invalid('This value must be greater than or equal to 1.', 'amount', 'parameter_invalid_integer')
  if (amount > left) throw invalid(`Refund amount (${kr(amount)}) is greater than unrefunded amount on charge (${kr(left)})`, 'amount')

  const id = stripeId(charge.id.startsWith('py') ? 'pyr' : 're')
  const made: Stripe.Refund = {
    id, object: 'refund', amount, balance_transaction: null, charge: charge.id, created: state.second(), currency: 'dkk', customer: null, customer_account: null,
    metadata: given.metadata ?? {}, payment_intent: charge.payment_intent, payment_method: charge.payment_method, reason: given.reason ?? null, receipt_number: null,
    source_transfer_reversal: null, status: given.pending ? 'pending' : 'succeeded', transfer_reversal: null, ...(given.pending && { pending_reason: 'insufficient_funds' as const }),
  }
  const kept = state.refunds.put(id, given.pending ? made : { ...made, balance_transaction: takeFromBalance(state, made) })
  if (given.pending) state.due.put(id, { id, atSecond: state.second() + pendingSeconds, act: 'refund-success' })
  const changed = count(state, charge, charge.amount_refunded + amount)
  state.emit('refund.created', kept)
  state.emit('charge.refunded', changed, { previous: { amount_refunded: charge.amount_refunded, refunded: charge.refunded } })
  return kept
}

const takeFromBalance = (state: StripeState, { id, amount }: Stripe.Refund): string | null =>
  state.move({ source: id, amount, from: { account: 'platform', type: 'refund' }, to: { account: 'outside', type: 'refund' } })['platform'] ?? null

function tell(state: StripeState, refund: Stripe.Refund): void {
  state.emit('refund.updated', refund)
  state.emit('charge.refund.updated', refund)
}

/** A pending refund goes through. */
export function finishRefund(state: StripeState, id: string): Stripe.Refund {
  const { pending_reason: _over, ...pending } = refundOr404(state, id)
  if (pending.status !== 'pending') throw invalid(`Refund ${id} is ${pending.status}`)
  state.due.remove(id)
  const done = state.refunds.put(id, { ...pending, status: 'succeeded', balance_transaction: takeFromBalance(state, pending) })
  tell(state, done)
  return done
}

/** The payer's bank sends the money back, days later: it is the platform's again and the charge counts as not refunded. */
export function failRefund(state: StripeState, id: string): Stripe.Refund {
  const { pending_reason: _over, ...before } = refundOr404(state, id)
  const charge = state.charges.get(String(before.charge))
  if (!charge || before.status === 'failed') return before
  state.due.remove(id)
  const transactions = before.status === 'succeeded'
    ? state.move({ source: id, amount: before.amount, from: { account: 'outside', type: 'refund_failure' }, to: { account: 'platform', type: 'refund_failure' } })
    : {}
  const back = transactions['platform']
  const failed = state.refunds.put(id, { ...before, status: 'failed', failure_reason: 'expired_or_canceled_card', ...(back && { failure_balance_transaction: back }) })
  count(state, charge, charge.amount_refunded - before.amount)
  tell(state, failed)
  state.emit('refund.failed', failed)
  return failed
}

function refundOr404(state: StripeState, id = ''): Stripe.Refund {
  const found = state.refunds.get(id)
  if (!found) throw missing('refund', id)
  return found
}

const reasons = ['duplicate', 'fraudulent', 'requested_by_customer']

/** `/v1/refunds`. */
export const refundRoutes: Route[] = [
  route<Stripe.RefundCreateParams>('POST', '/v1/refunds', {
    accepts: { charge: 'string', payment_intent: 'string', amount: 'integer', reason: 'string', metadata: 'metadata' },
    handle({ params, state }) {
      const { charge, payment_intent, amount, reason, metadata } = params
      if (reason !== undefined && !reasons.includes(reason)) throw invalid(`Invalid reason: must be one of ${reasons.join(', ')}`, 'reason')
      return refund(state, {
        ...(charge !== undefined && { charge }), ...(payment_intent !== undefined && { payment_intent }), ...(amount !== undefined && { amount }),
        ...(reason !== undefined && { reason }), metadata: (metadata || {}) as Stripe.Metadata, pending: state.holdRefunds,
      })
    },
  }),
  route<Stripe.RefundListParams>('GET', '/v1/refunds', {
    accepts: { ...paging, created: 'range', charge: 'string', payment_intent: 'string' },
    handle({ params, state }) {
      const found = state.refunds.all(one => inRange(one.created, params.created) && (params.charge === undefined || one.charge === params.charge)
        && (params.payment_intent === undefined || one.payment_intent === params.payment_intent))
      return pageOf(found.reverse(), params, '/v1/refunds')
    },
  }),
  route<Stripe.RefundRetrieveParams>('GET', '/v1/refunds/:id', { accepts: {}, handle: ({ ids, state }) => refundOr404(state, ids[0]) }),
]
