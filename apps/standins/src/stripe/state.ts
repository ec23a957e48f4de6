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

/** Everything the emulator remembers. */
export type StripeState = {
  accounts: ReturnType<typeof collections>['accounts']
  transfers: ReturnType<typeof collections>['transfers']
  payouts: ReturnType<typeof collections>['payouts']
  links: ReturnType<typeof collections>['links']
  endpoints: ReturnType<typeof collections>['endpoints']
  events: ReturnType<typeof collections>['events']
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
  from: { account: Owner | 'outside'; type: Stripe.BalanceTransaction['type'] }
  to: { account: Owner | 'outside'; type: Stripe.BalanceTransaction['type']; availableOn?: number }
}

/** A fresh Stripe-like id. */
export const stripeId = (prefix: string) => `${prefix}_1${randomBytes(18).toString('base64url').replace(/[-_]/g, 'x')}`

const collections = (store: Store) => ({
  accounts: store.collection<Stripe.Account>('account'),
  transfers: store.collection<KeptTransfer>('transfer'),
  payouts: store.collection<KeptPayout>('payout'),
  links: store.collection<KeptLink>('account-link'),
  endpoints: store.collection<KeptEndpoint>('webhook-endpoint'),
  events: store.collection<KeptEvent>('event'),
})

/** Opens the emulator's memory. */
export function openState(store: Store, clock: Clock, publicUrl: string): StripeState {
  const state: StripeState = {
    ...collections(store),
    books: openBooks(store),
    store,
    publicUrl,
    second: () => Math.floor(clock.now() / 1000),
    onEvent: () => undefined,
    request: null,
    move({ source, amount, from, to }) {
      const created = state.second()
      const side = (account: Owner, type: Stripe.BalanceTransaction['type'], signed: number, availableOn = created) => ({
        owner: account,
        transaction: {
          id: stripeId('txn'), object: 'balance_transaction', amount: signed, available_on: availableOn, balance_type: 'payments', created, currency: 'dkk',
          description: null, exchange_rate: null, fee: 0, fee_details: [], net: signed, reporting_category: type, source,
          status: availableOn <= created ? 'available' : 'pending', type,
        } satisfies Stripe.BalanceTransaction,
      })
      const sides = [
        ...(from.account === 'outside' ? [] : [side(from.account, from.type, -amount)]),
        ...(to.account === 'outside' ? [] : [side(to.account, to.type, amount, to.availableOn)]),
      ]
      state.books.post({ id: stripeId('entry'), source, legs: [{ account: from.account, amount: -amount }, { account: to.account, amount }] }, sides)
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
