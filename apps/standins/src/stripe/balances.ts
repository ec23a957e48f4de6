import type Stripe from 'stripe'
import { accountOr404 } from './accounts.ts'
import { missing } from './errors.ts'
import type { Owner } from './books.ts'
import { inRange, pageOf, paging, route } from './route.ts'
import type { Route } from './route.ts'
import { stripeId } from './state.ts'
import type { StripeState } from './state.ts'

const bankDays = 2 * 24 * 60 * 60

/** A transaction as it stands now: what was pending is available once its time has come. */
const shown = (state: StripeState, transaction: Stripe.BalanceTransaction): Stripe.BalanceTransaction =>
  ({ ...transaction, status: transaction.available_on <= state.second() ? 'available' : 'pending' })

const ownerOf = (state: StripeState, account: string | null): Owner => account === null ? 'platform' : accountOr404(state, account).id

const about = (owner: Owner) => owner === 'platform' ? {} : { account: owner }

/** Puts øre on the platform's balance, as the kommune's bank transfer to Stripe would. */
export function topUp(state: StripeState, amount: number): Stripe.Topup {
  const id = stripeId('tu')
  const transactions = state.move({ source: id, amount, from: { account: 'outside', type: 'topup' }, to: { account: 'platform', type: 'topup' } })
  const topup = {
    id, object: 'topup', amount, balance_transaction: transactions['platform'] ?? null, created: state.second(), currency: 'dkk', description: null,
    expected_availability_date: state.second(), failure_code: null, failure_message: null, initiated_by: 'user', livemode: false, metadata: {},
    source: null, statement_descriptor: null, status: 'succeeded', transfer_group: null,
  } satisfies Stripe.Topup
  state.emit('topup.succeeded', topup)
  return topup
}

/** Stripe's automatic payout of all a connected account has. Undefined when there is nothing, or payouts are closed. */
export function payOut(state: StripeState, accountId: string): Stripe.Payout | undefined {
  const account = accountOr404(state, accountId)
  const amount = state.books.balance(account.id, state.second()).available
  return amount <= 0 || !account.payouts_enabled ? undefined : sendPayout(state, account.id, amount)
}

/** Sends øre from a balance to its bank. */
export function sendPayout(state: StripeState, owner: Owner, amount: number): Stripe.Payout {
  const id = stripeId('po')
  const transactions = state.move({ source: id, amount, from: { account: owner, type: 'payout' }, to: { account: 'outside', type: 'payout' } })
  const payout = {
    id, object: 'payout', amount, application_fee: null, application_fee_amount: null, arrival_date: state.second() + bankDays, automatic: true,
    balance_transaction: transactions[owner] ?? null, created: state.second(), currency: 'dkk', description: 'STRIPE PAYOUT', destination: stripeId('ba'),
    failure_balance_transaction: null, failure_code: null, failure_message: null, livemode: false, metadata: {}, method: 'standard', original_payout: null,
    payout_method: null, reconciliation_status: 'in_progress', reversed_by: null, source_type: 'card', statement_descriptor: null, status: 'in_transit',
    trace_id: null, type: 'bank_account',
  } satisfies Stripe.Payout
  state.payouts.put(id, { owner, payout })
  state.emit('payout.created', payout, about(owner))
  return payout
}

/** The bank sends a payout back: the money is on the account's balance again. */
export function failPayout(state: StripeState, id: string): Stripe.Payout {
  const kept = state.payouts.get(id)
  if (!kept) throw missing('payout', id)
  if (kept.payout.status === 'failed') return kept.payout
  const transactions = state.move({
    source: id, amount: kept.payout.amount, from: { account: 'outside', type: 'payout_failure' }, to: { account: kept.owner, type: 'payout_failure' },
  })
  const payout: Stripe.Payout = {
    ...kept.payout, status: 'failed', failure_code: 'account_closed', failure_message: 'The bank account has been closed.',
    failure_balance_transaction: transactions[kept.owner] ?? null,
  }
  state.payouts.put(id, { ...kept, payout })
  state.emit('payout.failed', payout, about(kept.owner))
  return payout
}

/** Payouts whose day has come have arrived. */
export function settle(state: StripeState): void {
  for (const { owner, payout } of state.payouts.all(one => one.payout.status === 'in_transit' && one.payout.arrival_date <= state.second())) {
    const paid: Stripe.Payout = { ...payout, status: 'paid', reconciliation_status: 'completed' }
    state.payouts.put(paid.id, { owner, payout: paid })
    state.emit('payout.paid', paid, about(owner))
  }
}

/** `/v1/balance`, `/v1/balance_transactions` and `/v1/payouts`, for the platform or, with `Stripe-Account`, a forening. */
export const balanceRoutes: Route[] = [
  route<Stripe.BalanceRetrieveParams>('GET', '/v1/balance', {
    accepts: {},
    handle({ state, account }) {
      const { available, pending } = state.books.balance(ownerOf(state, account), state.second())
      const line = (amount: number) => [{ amount, currency: 'dkk', source_types: { card: amount } }]
      return { object: 'balance', available: line(available), livemode: false, pending: line(pending) } satisfies Stripe.Balance
    },
  }),
  route<Stripe.BalanceTransactionListParams>('GET', '/v1/balance_transactions', {
    accepts: { ...paging, created: 'range', currency: 'string', source: 'string', type: 'string' },
    handle({ params, state, account }) {
      const owner = ownerOf(state, account)
      const found = state.books.transactions(one => one.owner === owner && inRange(one.transaction.created, params.created)
        && (params.source === undefined || one.transaction.source === params.source)
        && (params.type === undefined || one.transaction.type === params.type)
        && (params.currency === undefined || one.transaction.currency === params.currency))
      return pageOf(found.reverse().map(one => shown(state, one.transaction)), params, '/v1/balance_transactions')
    },
  }),
  route<Stripe.BalanceTransactionRetrieveParams>('GET', '/v1/balance_transactions/:id', {
    accepts: {},
    handle({ ids, state, account }) {
      const owner = ownerOf(state, account)
      const [found] = state.books.transactions(one => one.owner === owner && one.transaction.id === ids[0])
      if (!found) throw missing('balance transaction', ids[0] ?? '')
      return shown(state, found.transaction)
    },
  }),
  route<Stripe.PayoutListParams>('GET', '/v1/payouts', {
    accepts: { ...paging, created: 'range', arrival_date: 'range', status: 'string' },
    handle({ params, state, account }) {
      const owner = ownerOf(state, account)
      const found = state.payouts.all(one => one.owner === owner && inRange(one.payout.created, params.created)
        && inRange(one.payout.arrival_date, params.arrival_date) && (params.status === undefined || one.payout.status === params.status))
      return pageOf(found.reverse().map(one => one.payout), params, '/v1/payouts')
    },
  }),
  route<Stripe.PayoutRetrieveParams>('GET', '/v1/payouts/:id', {
    accepts: {},
    handle({ ids, state, account }) {
      const kept = state.payouts.get(ids[0] ?? '')
      if (!kept || kept.owner !== ownerOf(state, account)) throw missing('payout', ids[0] ?? '')
      return kept.payout
    },
  }),
]
