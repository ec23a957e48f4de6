import type Stripe from 'stripe'
import { accountOr404, accountRoutes, changeAccount } from './accounts.ts'
import { sendPayout } from './balances.ts'
import { openDispute } from './disputes.ts'
import { invalid } from './errors.ts'
import { newLine, newSession } from './payment-shapes.ts'
import { fail, failures, intentFor, succeed } from './payments.ts'
import { route } from './route.ts'
import type { Route } from './route.ts'
import { pay, sessionOr404 } from './sessions.ts'
import { stripeId } from './state.ts'
import type { KeptSession, StripeState } from './state.ts'
import { transferRoutes } from './transfers.ts'

/**
 * Keys that open this door: it answers what the triggers of Stripe's official CLI ask for and Medspil's own code may not.
 * Dollars and euros are booked as øre, metadata is not held against the list.
 */
export const cliKey = 'sk_test_cli_'

const usual = (routes: Route[], method: Route['method'], path: string): Route => {
  const found = routes.find(one => one.method === method && one.path === path)
  if (!found) throw new Error(`No ${method} ${path}`)
  return found
}

const [createAccount, createTransfer] = [usual(accountRoutes, 'POST', '/v1/accounts'), usual(transferRoutes, 'POST', '/v1/transfers')]

/** Stripe's test account number from which nothing can be collected; the payment method's id remembers it. */
const failingIban = 'IT60X0542811101000000123456'

const day = 24 * 60 * 60

function openSession(state: StripeState, amount: number, methods: string[], urls: { success_url: string; cancel_url: string }): KeptSession {
  const session = newSession(state, { ...urls, amount_total: amount, client_reference_id: null, expires_at: state.second() + day, locale: null, metadata: {}, payment_method_types: methods, submit_type: null })
  const intentData = { transfer_group: null, metadata: {}, statement_descriptor_suffix: null, description: null }
  return state.sessions.put(session.id, { session, lines: [newLine(state, { name: 'myproduct', unitAmount: amount, quantity: 1 })], intentData, paidBy: null })
}

/** An intent without a session, which only the CLI makes; the test card in `payment_method` says what happens. */
function confirmedIntent(state: StripeState, { amount, payment_method: card = '' }: Stripe.PaymentIntentCreateParams): Stripe.PaymentIntent {
  const kept = openSession(state, amount, ['card'], { success_url: '', cancel_url: '' })
  state.sessions.remove(kept.session.id)
  const intent = intentFor(state, kept, 'card')
  if (card.includes('Declined')) return fail(state, intent, failures.declined)
  const paid = succeed(state, intent, { atOnce: card.endsWith('bypassPending') })
  if (card.includes('createDispute')) openDispute(state, String(paid.latest_charge))
  return paid
}

/** What the CLI needs beyond, or more loosely than, the routes of everybody. */
export const cliRoutes: Route[] = [
  route<Stripe.ProductCreateParams>('POST', '/v1/products', { accepts: { name: 'string', description: 'string' }, handle: ({ params }) => ({ id: stripeId('prod'), object: 'product', name: params.name }) }),
  route<Stripe.PriceCreateParams>('POST', '/v1/prices', {
    accepts: { product: 'string', unit_amount: 'integer', currency: 'string' },
    handle: ({ params }) => ({ id: `price_${params.unit_amount}x${stripeId('p').slice(2)}`, object: 'price', unit_amount: params.unit_amount, currency: params.currency }),
  }),
  route<Stripe.PaymentMethodCreateParams>('POST', '/v1/payment_methods', {
    accepts: { type: 'string', card: 'anything', sepa_debit: 'anything', billing_details: 'anything' },
    handle: ({ params }) => ({ id: `${stripeId('pm')}${JSON.stringify(params.sepa_debit ?? '').includes(failingIban) ? 'fails' : ''}`, object: 'payment_method', type: params.type }),
  }),
  route<Stripe.Checkout.SessionCreateParams & { payment_method_types?: string[] }>('POST', '/v1/checkout/sessions', {
    accepts: { success_url: 'string', cancel_url: 'string', mode: 'string', payment_method_types: 'strings', line_items: [{ price: 'string', quantity: 'integer' }], payment_intent_data: 'anything' },
    handle({ params, state }) {
      const amount = (params.line_items ?? []).reduce((sum, { price = '', quantity = 1 }) => sum + Number(/^price_(\d+)x/.exec(price)?.[1] ?? 0) * quantity, 0)
      return openSession(state, amount, params.payment_method_types ?? ['card'], { success_url: params.success_url ?? '', cancel_url: params.cancel_url ?? '' }).session
    },
  }),
  route<object>('GET', '/v1/payment_pages/:id', { accepts: {}, handle: ({ ids, state }) => sessionOr404(state, ids[0]).session }),
  route<{ payment_method: string; expected_amount: number }>('POST', '/v1/payment_pages/:id/confirm', {
    accepts: { payment_method: 'string', expected_amount: 'integer' }, required: ['payment_method', 'expected_amount'],
    handle({ params, ids, state }) {
      const { session } = sessionOr404(state, ids[0])
      if (session.amount_total !== params.expected_amount) throw invalid('The amount is another', 'expected_amount')
      const late = session.payment_method_types.includes('sepa_debit')
      pay(state, session.id, !late ? 'card' : params.payment_method.endsWith('fails') ? 'late-failure' : 'late-success')
      // The CLI does not wait for the clock: Stripe answers its test accounts within minutes.
      const intent = sessionOr404(state, session.id).session.payment_intent
      const due = state.due.get(String(intent))
      if (due) state.due.put(due.id, { ...due, atSecond: state.second() })
      return sessionOr404(state, session.id).session
    },
  }),
  route<Stripe.PaymentIntentCreateParams & { payment_method_types?: string[] }>('POST', '/v1/payment_intents', {
    accepts: { amount: 'integer', currency: 'string', payment_method: 'string', payment_method_types: 'strings', confirm: 'boolean', description: 'string' },
    required: ['amount', 'currency'], handle: ({ params, state }) => confirmedIntent(state, params),
  }),
  route<Stripe.AccountCreateParams>('POST', '/v1/accounts', {
    accepts: createAccount.accepts,
    handle(call) {
      const account = createAccount.handle(call as never) as Stripe.Account
      return call.state.accounts.put(account.id, { ...account, capabilities: { transfers: 'active' } })
    },
  }),
  route<Stripe.AccountUpdateParams>('POST', '/v1/accounts/:id', {
    accepts: { metadata: 'anything' },
    handle: ({ params, ids, state }) => changeAccount(state, accountOr404(state, ids[0] ?? ''), { metadata: (params.metadata || {}) as Stripe.Metadata }),
  }),
  route<Stripe.TransferCreateParams>('POST', '/v1/transfers', {
    accepts: createTransfer.accepts, required: ['amount', 'currency', 'destination'],
    handle: call => createTransfer.handle({ ...call, params: { ...call.params, currency: 'dkk' } } as never),
  }),
  route<Stripe.PayoutCreateParams>('POST', '/v1/payouts', {
    accepts: { amount: 'integer', currency: 'string', description: 'string' },
    handle({ params, state }) {
      if (state.books.balance('platform', state.second()).available < params.amount) throw invalid('You have insufficient funds in your Stripe account.', undefined, 'balance_insufficient')
      return sendPayout(state, 'platform', params.amount)
    },
  }),
]
