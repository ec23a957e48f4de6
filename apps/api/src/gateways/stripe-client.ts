import Stripe from 'stripe'
import { Unavailable } from '../errors.ts'
import { circuitBreaker } from './breaker.ts'
import type { TransferTruth, Transfers } from './stripe.ts'

/** Milliseconds that Stripe may take. */
const patienceMs = 5000

/**
 * Stripe through its own client. Without its retries and its automatic idempotency keys: both die with the process, and a
 * payout must be looked up by our own stored id instead (promise 9).
 * @param options.returnUrl where a treasurer lands after giving Stripe the payment details
 * @param options.base address of the emulator in development; left out, Stripe itself
 */
export function stripeClient(options: { secretKey: string; returnUrl: string; base?: string | undefined }): Transfers {
  const stripe = openStripe(options)
  const ask = askStripe('Stripe')
  return {
    send: ({ lineId, payoutId, kommuneId, amount, account, key }) => ask(async () => truthOf(await stripe.transfers.create({
      amount: numberOfOre(amount), currency: 'dkk', destination: account, transfer_group: payoutId, metadata: { line: lineId, payout: payoutId, kommune: kommuneId },
    }, { idempotencyKey: key }))),
    find: ({ lineId, payoutId }) => ask(async () => {
      for await (const transfer of stripe.transfers.list({ transfer_group: payoutId, limit: 100 }))
        if (transfer.metadata['line'] === lineId) return truthOf(transfer)
      return null
    }),
    ofPayout: (payoutId) => ask(async () => {
      const all: (TransferTruth & { lineId: string })[] = []
      for await (const transfer of stripe.transfers.list({ transfer_group: payoutId, limit: 100 })) all.push({ ...truthOf(transfer), lineId: transfer.metadata['line'] ?? '' })
      return all
    }),
    reverse: ({ transferId, amount, key, lineId }) => ask(async () => {
      const { id } = await stripe.transfers.createReversal(transferId, { amount: numberOfOre(amount), metadata: { line: lineId } }, { idempotencyKey: key })
      return { id }
    }),
    balance: () => ask(async () => {
      const { available } = await stripe.balance.retrieve()
      return available.filter(({ currency }) => currency === 'dkk').reduce((sum, { amount }) => sum + BigInt(amount), 0n)
    }),
    createAccount: ({ kommuneId, key }) => ask(async () => {
      const { id } = await stripe.accounts.create({
        type: 'express', country: 'DK', capabilities: { transfers: { requested: true } }, metadata: { kommune: kommuneId },
      }, { idempotencyKey: key })
      return { id }
    }),
    accountLink: ({ account }) => ask(async () => {
      const { url } = await stripe.accountLinks.create({ account, type: 'account_onboarding', return_url: options.returnUrl, refresh_url: options.returnUrl })
      return url
    }),
    account: (id) => ask(async () => ({ payoutsEnabled: (await stripe.accounts.retrieve(id)).payouts_enabled === true })),
  }
}

/** Stripe's own client, at Stripe or at the emulator. */
export function openStripe(options: { secretKey: string; base?: string | undefined }): Stripe {
  const base = options.base ? new URL(options.base) : null
  return new Stripe(options.secretKey, {
    ...(base && { host: base.hostname, port: base.port || (base.protocol === 'https:' ? 443 : 80), protocol: base.protocol === 'https:' ? 'https' as const : 'http' as const }),
    timeout: patienceMs, maxNetworkRetries: 0, telemetry: false,
  })
}

/** Runs calls to Stripe behind a breaker of their own; an outcome that nobody knows is Unavailable. */
export function askStripe(what: string): <T>(call: () => Promise<T>) => Promise<T> {
  const guarded = circuitBreaker(what)
  return (call) => guarded(() => call().catch((error: unknown) => { throw outcomeOf(error) }))
}

/**
 * A plain no (a bad request, too little money) is an answer; all else leaves the outcome unknown. So does a key that is in
 * use (409) or was used for something else: an earlier request may have gone through.
 */
function outcomeOf(error: unknown): unknown {
  const isAnswer = (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode !== 409)
    || error instanceof Stripe.errors.StripeCardError || error instanceof Stripe.errors.StripePermissionError
  return isAnswer ? error : new Unavailable('Stripe', error)
}

function truthOf({ id, amount, amount_reversed, destination }: Stripe.Transfer): TransferTruth {
  return { id, amount: BigInt(amount), reversed: BigInt(amount_reversed), destination: typeof destination === 'string' ? destination : destination?.id ?? '' }
}

/** Øre as JSON carries them. */
export function numberOfOre(amount: bigint): number {
  if (amount > BigInt(Number.MAX_SAFE_INTEGER)) throw new Error('the amount is beyond what JSON can carry')
  return Number(amount)
}
