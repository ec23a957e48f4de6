import { type CheckoutTruth, type DisputeState, paymentNumber, type RefundTruth } from '@medspil/domain/payment'
import { ore, zero } from '@medspil/ledger'
import Stripe from 'stripe'
import type { Checkouts, OpenedCheckout } from './checkout.ts'
import { askStripe, numberOfOre, openStripe } from './stripe-client.ts'

/**
 * Checkout through Stripe's own client, without its retries: see `stripe-client.ts`.
 * @param options.familyOrigin where payers come back to
 */
export function checkoutClient(options: { secretKey: string; familyOrigin: string; base?: string | undefined }): Checkouts {
  const stripe = openStripe(options)
  const ask = askStripe('Stripe Checkout')
  return {
    open: ({ paymentId, kommuneId, lines, returnPath, expiresAt, key }) => ask(async () => {
      const metadata = { kommune: kommuneId, payment: paymentId }
      // On the payer's bank statement beside the platform's name, and in Stripe's own list: no word of a child, a forening or a kommune.
      const number = paymentNumber(paymentId)
      const back = new URL(returnPath, options.familyOrigin).href
      return openedOf(await stripe.checkout.sessions.create({
        mode: 'payment', client_reference_id: paymentId, metadata, locale: 'auto', success_url: back, cancel_url: back, submit_type: 'pay',
        expires_at: Math.floor(expiresAt.getTime() / 1000),
        line_items: lines.map(({ text, amount }) => ({ quantity: 1, price_data: { currency: 'dkk', unit_amount: numberOfOre(amount), product_data: { name: text } } })),
        payment_intent_data: { metadata, transfer_group: paymentId, statement_descriptor_suffix: number, description: number },
      }, { idempotencyKey: key }))
    }),
    find: (paymentId, since) => ask(async () => {
      for await (const session of stripe.checkout.sessions.list({ created: { gte: Math.floor(since.getTime() / 1000) - 60 }, limit: 100 }))
        if (session.client_reference_id === paymentId) return openedOf(session)
      return null
    }),
    expire: (sessionId) => ask(async () => {
      await stripe.checkout.sessions.expire(sessionId).catch((error: unknown) => {
        // Only an open session can be expired: this one was paid or ran out, and its truth says which.
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 400)) throw error
      })
    }),
    truth: (sessionId) => ask(() => truthOf(stripe, sessionId)),
    refund: ({ refundId, paymentId, kommuneId, intentId, amount, key }) => ask(async () => refundOf(await stripe.refunds.create({
      payment_intent: intentId, amount: numberOfOre(amount), metadata: { kommune: kommuneId, payment: paymentId, refund: refundId },
    }, { idempotencyKey: key }))),
    ownerOf: (objectId) => ask(async () => {
      const { kommune, payment } = await metadataOf(stripe, objectId) ?? {}
      return kommune && payment ? { kommuneId: kommune, paymentId: payment } : null
    }),
  }
}

const openedOf = ({ id, url }: Stripe.Checkout.Session): OpenedCheckout => ({ sessionId: id, url })

const idOf = (object: string | { id: string } | null | undefined): string | null => (typeof object === 'string' ? object : object?.id ?? null)

async function truthOf(stripe: Stripe, sessionId: string): Promise<CheckoutTruth> {
  const session = await stripe.checkout.sessions.retrieve(sessionId)
  const intentId = idOf(session.payment_intent)
  const intent = intentId === null ? null : await stripe.paymentIntents.retrieve(intentId)
  const isPaid = intent?.status === 'succeeded'
  const refunds: RefundTruth[] = []
  if (isPaid) for await (const refund of stripe.refunds.list({ payment_intent: intent.id, limit: 100 })) refunds.push(refundOf(refund))
  const disputes = isPaid ? (await stripe.disputes.list({ payment_intent: intent.id, limit: 10 })).data : []
  const [latest] = disputes.sort((a, b) => b.created - a.created)
  return {
    session: session.status === 'complete' ? 'complete' : session.status === 'expired' ? 'expired' : 'open', charged: isPaid ? ore(intent.amount_received) : zero, pending: intent?.status === 'processing',
    intentId, chargeId: idOf(intent?.latest_charge),
    // Stripe lists the newest first.
    refunds: refunds.reverse(), dispute: latest ? { state: disputeStateOf(latest), amount: ore(latest.amount) } : null,
  }
}

const disputeStateOf = ({ status }: Stripe.Dispute): DisputeState => (status === 'won' ? 'won' : status === 'lost' ? 'lost' : 'open')

function refundOf({ id, metadata, amount, status }: Stripe.Refund): RefundTruth {
  return { stripeId: id, refundId: metadata?.['refund'] ?? null, amount: ore(amount), state: status === 'succeeded' ? 'settled' : status === 'failed' || status === 'canceled' ? 'failed' : 'sent' }
}

/** What we wrote on the object itself, or on the payment that it hangs on: refunds from the dashboard and disputes carry nothing of ours. */
async function metadataOf(stripe: Stripe, objectId: string): Promise<Stripe.Metadata | null> {
  const [kind] = objectId.split('_')
  if (kind === 'cs') return (await stripe.checkout.sessions.retrieve(objectId)).metadata
  const intentId = kind === 'pi' ? objectId : kind === 'ch' || kind === 'py' ? idOf((await stripe.charges.retrieve(objectId)).payment_intent)
    : kind === 're' || kind === 'pyr' ? idOf((await stripe.refunds.retrieve(objectId)).payment_intent) : kind === 'dp' || kind === 'du' ? idOf((await stripe.disputes.retrieve(objectId)).payment_intent) : null
  return intentId === null ? null : (await stripe.paymentIntents.retrieve(intentId)).metadata
}
