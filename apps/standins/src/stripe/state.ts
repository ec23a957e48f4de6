import { randomBytes } from 'node:crypto'
import type Stripe from 'stripe'
import type { Clock } from '../clock.ts'
import type { Store } from '../store.ts'
import { openBooks } from './books.ts'
import type { Books, Owner } from './books.ts'

/** Stripe's version that the answers follow; the one stripe-node 23.1.0 pins. */
export const apiVersion = '2026-10-28.endive'

/** A transfer with its reversals kept beside it. */
export type KeptTransfer = { transfer: Omit<Stripe.Transfer, 'reversals'>; reversals: Stripe.TransferReversal[] }

/** A payout with the account it left. */
export type KeptPayout = { owner: Owner; payout: Stripe.Payout }

/** A hosted onboarding page, open once. */
export type KeptLink = { token: string; account: string; refreshUrl: string; returnUrl: string; expiresAt: number; used: boolean }

/** A webhook endpoint with what Stripe never shows again. `previousSecret` signs too while secrets rotate. */
export type KeptEndpoint = { endpoint: Stripe.WebhookEndpoint; connect: boolean; secret: string; previousSecret: string | null }

/** An event as stored; `connect` tells which kind of endpoint hears it. */
export type KeptEvent = { event: Stripe.EventBase; connect: boolean }

/** A Checkout Session with its lines, what its payment will carry, and the id of the last page that was sent in. */
export type KeptSession = {
  session: Stripe.Checkout.Session
  lines: Stripe.LineItem[]
  intentData: { transfer_group: string | null; metadata: Stripe.Metadata; statement_descriptor_suffix: string | null; description: string | null }
  /** Names the form that paid, so that a double click is told from a second tab. */
  paidBy: string | null
}

/** Something the simulated clock will do; `id` is the session, intent or refund it is done to. */
export type Due = { id: string; atSecond: number; act: 'expire-session' | 'late-success' | 'late-failure' | 'refund-success' }

/** What Stripe keeps of a payment and takes for a dispute, in hundredths of a percent and øre. */
export type Fees = { basisPoints: number; fixed: number; dispute: number }

/** Everything the emulator remembers. */
export type StripeState = {
  accounts: ReturnType<typeof collections>['accounts']
  transfers: ReturnType<typeof collections>['transfers']
  payouts: ReturnType<typeof collections>['payouts']
  links: ReturnType<typeof collections>['links']
  endpoints: ReturnType<typeof collections>['endpoints']
  events: ReturnType<typeof collections>['events']
  sessions: ReturnType<typeof collections>['sessions']
  intents: ReturnType<typeof collections>['intents']
  charges: ReturnType<typeof collections>['charges']
  refunds: ReturnType<typeof collections>['refunds']
  disputes: ReturnType<typeof collections>['disputes']
  due: ReturnType<typeof collections>['due']
  fees: Fees
  /** True while refunds asked for over the API stay pending first. */
  holdRefunds: boolean
  books: Books
  store: Store
  publicUrl: string
  /** Simulated seconds since 1970. */
  second(): number
  /** Moves øre between two balances and writes each side's balance transaction. Returns the transaction ids by account. */
  move(given: Movement): Record<string, string>
  /** Stores an event and tells `onEvent`. `account` = the connected account it is about. */
  emit(type: Stripe.EventBase['type'], object: object, about?: { account?: string; previous?: object }): void
  onEvent: (kept: KeptEvent) => void
  /** Set while a request runs, so that its events name it. */
  request: { id: string; key: string | null } | null
}

/** Money from one balance to another; `outside` has no balance transactions. */
export type Movement = {
  source: string
  amount: number
  from: Side
  to: Side
}

/**
 * `fee` (øre) is taken from this side's balance on top; `category` is Stripe's reporting category when it is not the type;
 * the side is pending until `availableOn`.
 */
type Side = { account: Owner | 'outside'; type: Stripe.BalanceTransaction['type']; fee?: number; category?: string; availableOn?: number }

/** Example fees; the kommune's agreement with Stripe decides. */
const exampleFees: Fees = { basisPoints: 150, fixed: 180, dispute: 11_000 }

/** A fresh Stripe-like id. */
export const stripeId = (prefix: string) => `${prefix}_1${randomBytes(18).toString('base64url').replace(/[-_]/g, 'x')}`

const collections = (store: Store) => ({
  accounts: store.collection<Stripe.Account>('account'),
  transfers: store.collection<KeptTransfer>('transfer'),
  payouts: store.collection<KeptPayout>('payout'),
  links: store.collection<KeptLink>('account-link'),
  endpoints: store.collection<KeptEndpoint>('webhook-endpoint'),
  events: store.collection<KeptEvent>('event'),
  sessions: store.collection<KeptSession>('checkout-session'),
  intents: store.collection<Stripe.PaymentIntent>('payment-intent'),
  charges: store.collection<Stripe.Charge>('charge'),
  refunds: store.collection<Stripe.Refund>('refund'),
  disputes: store.collection<Stripe.Dispute>('dispute'),
  due: store.collection<Due>('due'),
})

/** Opens the emulator's memory. */
export function openState(store: Store, clock: Clock, publicUrl: string): StripeState {
  const state: StripeState = {
    ...collections(store),
    fees: { ...exampleFees },
    holdRefunds: false,
    books: openBooks(store),
    store,
    publicUrl,
    second: () => Math.floor(clock.now() / 1000),
    onEvent: () => undefined,
    request: null,
    move({ source, amount, from, to }) {
      const created = state.second()
      const side = ({ account, type, fee = 0, category = type, availableOn = created }: Side, signed: number) => ({
        owner: account,
        transaction: {
          id: stripeId('txn'), object: 'balance_transaction', amount: signed, available_on: availableOn, balance_type: 'payments', created, currency: 'dkk',
          description: null, exchange_rate: null, fee, fee_details: fee === 0 ? [] : [{ amount: fee, application: null, currency: 'dkk', description: 'Stripe fee', type: 'stripe_fee' }],
          net: signed - fee, reporting_category: category, source, status: availableOn <= created ? 'available' : 'pending', type,
        } satisfies Stripe.BalanceTransaction,
      })
      const sides = [
        ...(from.account === 'outside' ? [] : [side(from, -amount)]),
        ...(to.account === 'outside' ? [] : [side(to, amount)]),
      ]
      const [paid, kept] = [from.fee ?? 0, to.fee ?? 0]
      state.books.post({
        id: stripeId('entry'), source,
        legs: [{ account: from.account, amount: -amount - paid }, { account: to.account, amount: amount - kept }, ...(paid + kept > 0 ? [{ account: 'stripe-fees', amount: paid + kept }] : [])],
      }, sides)
      return Object.fromEntries(sides.map(one => [one.owner, one.transaction.id]))
    },
    emit(type, object, { account, previous } = {}) {
      const event: Stripe.EventBase = {
        id: stripeId('evt'), object: 'event', api_version: apiVersion, created: state.second(), livemode: false,
        data: { object: structuredClone(object), ...(previous && { previous_attributes: previous }) },
        pending_webhooks: 0, request: { id: state.request?.id ?? null, idempotency_key: state.request?.key ?? null }, type,
        ...(account && { account }),
      }
      const connect = account !== undefined
      event.pending_webhooks = state.endpoints.all(one => one.connect === connect && one.endpoint.status === 'enabled').length
      state.onEvent(state.events.put(event.id, { event, connect }))
    },
  }
  return state
}
