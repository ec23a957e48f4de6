import type Stripe from 'stripe'
import { invalid, missing } from './errors.ts'
import { cancel } from './payments.ts'
import { inRange, pageOf, paging, route } from './route.ts'
import type { Route } from './route.ts'
import type { StripeState } from './state.ts'

function intentOr404(state: StripeState, id = ''): Stripe.PaymentIntent {
  const found = state.intents.get(id)
  if (!found) throw missing('payment_intent', id, 'intent')
  return found
}

const cancelable = ['requires_payment_method', 'requires_confirmation', 'requires_action', 'requires_capture']

/** `/v1/payment_intents` (only Checkout makes them) and `/v1/charges`. */
export const paymentRoutes: Route[] = [
  route<Stripe.PaymentIntentListParams>('GET', '/v1/payment_intents', {
    accepts: { ...paging, created: 'range' },
    handle: ({ params, state }) => pageOf(state.intents.all(one => inRange(one.created, params.created)).reverse(), params, '/v1/payment_intents'),
  }),
  route<Stripe.PaymentIntentRetrieveParams>('GET', '/v1/payment_intents/:id', { accepts: {}, handle: ({ ids, state }) => intentOr404(state, ids[0]) }),
  route<Stripe.PaymentIntentCancelParams>('POST', '/v1/payment_intents/:id/cancel', {
    accepts: { cancellation_reason: 'string' },
    handle({ params, ids, state }) {
      const intent = intentOr404(state, ids[0])
      if (state.sessions.all(({ session }) => session.payment_intent === intent.id && session.status === 'open').length > 0) {
        throw invalid('You cannot cancel a PaymentIntent that belongs to an open Checkout Session. Expire the Checkout Session instead.', undefined, 'payment_intent_unexpected_state')
      }
      if (!cancelable.includes(intent.status)) throw invalid(`You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`, undefined, 'payment_intent_unexpected_state')
      return cancel(state, intent, params.cancellation_reason ?? null)
    },
  }),
  route<Stripe.ChargeListParams>('GET', '/v1/charges', {
    accepts: { ...paging, created: 'range', payment_intent: 'string', transfer_group: 'string' },
    handle({ params, state }) {
      const found = state.charges.all(one => inRange(one.created, params.created) && (params.payment_intent === undefined || one.payment_intent === params.payment_intent)
        && (params.transfer_group === undefined || one.transfer_group === params.transfer_group))
      return pageOf(found.reverse(), params, '/v1/charges')
    },
  }),
  route<Stripe.ChargeRetrieveParams>('GET', '/v1/charges/:id', {
    accepts: {},
    handle({ ids, state }) {
      const found = state.charges.get(ids[0] ?? '')
      if (!found) throw missing('charge', ids[0] ?? '', 'charge')
      return found
    },
  }),
]
