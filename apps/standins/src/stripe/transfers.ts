import type Stripe from 'stripe'
import { accountOr404 } from './accounts.ts'
import { invalid, missing } from './errors.ts'
import { inRange, pageOf, paging, route } from './route.ts'
import type { Route } from './route.ts'
import { stripeId } from './state.ts'
import type { KeptTransfer, StripeState } from './state.ts'

const firstReversals = 10

const urlOf = (id: string) => `/v1/transfers/${id}/reversals`

function shown({ transfer, reversals }: KeptTransfer): Stripe.Transfer {
  return { ...transfer, reversals: pageOf([...reversals].reverse(), { limit: firstReversals }, urlOf(transfer.id)) }
}

function keptOr404(state: StripeState, id = ''): KeptTransfer {
  const found = state.transfers.get(id)
  if (!found) throw missing('transfer', id)
  return found
}

const merged = (before: Stripe.Metadata | null, given: unknown): Stripe.Metadata => ({ ...before, ...given as Stripe.Metadata | undefined })

/** The payment a transfer is made from: its money may be sent on while it is pending, but never more than it brought. */
function sourceOf(state: StripeState, id: string, amount: number): { charge: Stripe.Charge; availableOn: number } {
  const charge = state.charges.get(id)
  if (charge?.status !== 'succeeded') throw invalid(`No such charge: '${id}'`, 'source_transaction', 'resource_missing')
  const sent = state.transfers.all(one => one.transfer.source_transaction === id).reduce((sum, one) => sum + one.transfer.amount - one.transfer.amount_reversed, 0)
  if (sent + amount > charge.amount) throw invalid('Transfers using this transaction as a source must not exceed the source amount.', 'amount')
  const [paid] = state.books.transactions(one => one.transaction.id === charge.balance_transaction)
  return { charge, availableOn: paid?.transaction.available_on ?? state.second() }
}

function createTransfer(state: StripeState, params: Stripe.TransferCreateParams): Stripe.Transfer {
  const amount = params.amount ?? 0
  if (amount <= 0) throw invalid('This value must be greater than or equal to 1.', 'amount', 'parameter_invalid_integer')
  if (params.currency !== 'dkk') throw invalid(`Invalid currency: ${params.currency}`, 'currency')
  const account = state.accounts.get(params.destination)
  if (!account) throw invalid(`No such destination: '${params.destination}'`, 'destination', 'resource_missing')
  if (account.capabilities?.transfers !== 'active') {
    throw invalid('Your destination account needs to have at least one of the following capabilities enabled: transfers', 'destination', 'insufficient_capabilities_for_transfer')
  }
  const source = params.source_transaction === undefined ? undefined : sourceOf(state, params.source_transaction, amount)
  if (!source && state.books.balance('platform', state.second()).available < amount) {
    throw invalid('You have insufficient available funds in your Stripe account.', undefined, 'balance_insufficient')
  }
  const id = stripeId('tr')
  const when = source && { availableOn: Math.max(source.availableOn, state.second()) }
  const transactions = state.move({ source: id, amount, from: { account: 'platform', type: 'transfer', ...when }, to: { account: account.id, type: 'payment', ...when } })
  const transfer = {
    id, object: 'transfer', amount, amount_reversed: 0, balance_transaction: transactions['platform'] ?? null, created: state.second(), currency: 'dkk',
    description: params.description ?? null, destination: account.id, destination_payment: stripeId('py'), livemode: false,
    metadata: merged(null, params.metadata), reversed: false, source_transaction: source?.charge.id ?? null, source_type: 'card',
    transfer_group: params.transfer_group ?? source?.charge.transfer_group ?? null,
  } satisfies Omit<Stripe.Transfer, 'reversals'>
  const answer = shown(state.transfers.put(id, { transfer, reversals: [] }))
  state.emit('transfer.created', answer)
  return answer
}

function reverse(state: StripeState, id: string | undefined, params: Stripe.TransferCreateReversalParams): Stripe.TransferReversal {
  const kept = keptOr404(state, id)
  const { transfer } = kept
  const left = transfer.amount - transfer.amount_reversed
  const amount = params.amount ?? left
  if (left === 0) throw invalid(`Transfer ${transfer.id} has already been fully reversed.`, undefined, 'transfer_already_reversed')
  if (amount <= 0 || amount > left) throw invalid(`Reversal amount (${amount}) is greater than unreversed amount on transfer (${left})`, 'amount', 'amount_too_large')
  const account = String(transfer.destination)
  if (state.books.balance(account, state.second()).available < amount) {
    throw invalid('The connected account has insufficient available funds to reverse this transfer.', undefined, 'balance_insufficient')
  }
  const reversalId = stripeId('trr')
  const transactions = state.move({ source: reversalId, amount, from: { account, type: 'payment_refund' }, to: { account: 'platform', type: 'transfer_refund' } })
  const reversal: Stripe.TransferReversal = {
    id: reversalId, object: 'transfer_reversal', amount, balance_transaction: transactions['platform'] ?? null, created: state.second(), currency: 'dkk',
    destination_payment_refund: stripeId('pyr'), metadata: merged(null, params.metadata || undefined), source_refund: null, transfer: transfer.id,
  }
  const amountReversed = transfer.amount_reversed + amount
  const changed = state.transfers.put(transfer.id, {
    transfer: { ...transfer, amount_reversed: amountReversed, reversed: amountReversed === transfer.amount },
    reversals: [...kept.reversals, reversal],
  })
  state.emit('transfer.reversed', shown(changed))
  return reversal
}

function reversalOr404(kept: KeptTransfer, id = ''): Stripe.TransferReversal {
  const found = kept.reversals.find(one => one.id === id)
  if (!found) throw missing('transfer reversal', id)
  return found
}

/** `/v1/transfers` and their reversals. */
export const transferRoutes: Route[] = [
  route<Stripe.TransferCreateParams>('POST', '/v1/transfers', {
    accepts: { amount: 'integer', currency: 'string', destination: 'string', description: 'string', metadata: 'metadata', transfer_group: 'string', source_transaction: 'string' },
    required: ['amount', 'currency', 'destination'],
    handle: ({ params, state }) => createTransfer(state, params),
  }),
  route<Stripe.TransferListParams>('GET', '/v1/transfers', {
    accepts: { ...paging, created: 'range', destination: 'string', transfer_group: 'string' },
    handle({ params, state }) {
      if (params.destination !== undefined) accountOr404(state, params.destination, 'destination')
      const found = state.transfers.all(({ transfer }) => inRange(transfer.created, params.created)
        && (params.destination === undefined || transfer.destination === params.destination)
        && (params.transfer_group === undefined || transfer.transfer_group === params.transfer_group))
      return pageOf(found.reverse().map(shown), params, '/v1/transfers')
    },
  }),
  route<Stripe.TransferRetrieveParams>('GET', '/v1/transfers/:id', { accepts: {}, handle: ({ ids, state }) => shown(keptOr404(state, ids[0])) }),
  route<Stripe.TransferUpdateParams>('POST', '/v1/transfers/:id', {
    accepts: { description: 'string', metadata: 'metadata' },
    handle({ params, ids, state }) {
      const kept = keptOr404(state, ids[0])
      const transfer = { ...kept.transfer, description: params.description ?? kept.transfer.description, metadata: merged(kept.transfer.metadata, params.metadata || undefined) }
      const answer = shown(state.transfers.put(transfer.id, { ...kept, transfer }))
      state.emit('transfer.updated', answer)
      return answer
    },
  }),
  route<Stripe.TransferCreateReversalParams>('POST', '/v1/transfers/:id/reversals', {
    accepts: { amount: 'integer', description: 'string', metadata: 'metadata', refund_application_fee: 'boolean' },
    handle: ({ params, ids, state }) => reverse(state, ids[0], params),
  }),
  route<Stripe.TransferListReversalsParams>('GET', '/v1/transfers/:id/reversals', {
    accepts: paging,
    handle({ params, ids, state }) {
      const { transfer, reversals } = keptOr404(state, ids[0])
      return pageOf([...reversals].reverse(), params, urlOf(transfer.id))
    },
  }),
  route<Stripe.TransferRetrieveReversalParams>('GET', '/v1/transfers/:id/reversals/:id', {
    accepts: {}, handle: ({ ids, state }) => reversalOr404(keptOr404(state, ids[0]), ids[1]),
  }),
  route<Stripe.TransferUpdateReversalParams>('POST', '/v1/transfers/:id/reversals/:id', {
    accepts: { metadata: 'metadata' },
    handle({ params, ids, state }) {
      const kept = keptOr404(state, ids[0])
      const before = reversalOr404(kept, ids[1])
      const changed = { ...before, metadata: merged(before.metadata, params.metadata || undefined) }
      state.transfers.put(kept.transfer.id, { ...kept, reversals: kept.reversals.map(one => one.id === changed.id ? changed : one) })
      return changed
    },
  }),
]
