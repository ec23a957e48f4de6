import { enqueue } from '@medspil/db'
import { addStripeEvent } from '@medspil/db/subsidy'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import Stripe from 'stripe'
import type { AppParts } from '../app.ts'
import { log } from '../log.ts'

/** Seconds that a signature may be old, or ahead. Never 0: stripe-node takes that as "do not check". */
const tolerance = 300

/**
 * Takes Stripe's events: signature over the raw body, kept under its own id, answered, and read later by a job that asks
 * Stripe for the object as it stands then. A second copy changes nothing.
 */
export function stripeWebhook({ env, database, clock, securityClock, gateways }: AppParts): Hono {
  const isLive = env.STRIPE_SECRET_KEY.startsWith('sk_live')
  const app = new Hono()
  app.post('/', bodyLimit({ maxSize: 512 * 1024 }), async (c) => {
    const event = verified(await c.req.text(), c.req.header('stripe-signature') ?? '', env.STRIPE_WEBHOOK_SECRET, securityClock().at)
    if (!event || event.livemode !== isLive) return c.json({ error: 'not-ours' }, 400)
    const object = event.data.object as { id?: string; metadata?: Record<string, string> | null }
    const kommuneId = object.metadata?.['kommune'] ?? (await kommuneOf(gateways.checkouts, event.type, object.id))
    const kommune = /^[0-9a-f-]{36}$/.test(kommuneId) ? await database.prisma.kommune.findUnique({ where: { id: kommuneId }, select: { id: true } }) : null
    if (!kommune || !object.id) {
      log('info', 'stripe-event-of-nobody', { id: event.id, type: event.type })
      return c.json({ received: true })
    }
    await database.asActor({ kind: 'job', kommuneId, id: null, name: 'stripe-webhook' }, { now: clock(), procedure: 'stripe-webhook' }, async (tx) => {
      const isNew = await addStripeEvent(tx, { id: event.id, type: event.type, objectId: object.id ?? '', account: event.account ?? null })
      if (isNew) await enqueue(tx, 'read-stripe-object', { eventId: event.id })
    })
    return c.json({ received: true })
  })
  return app
}

/**
 * Whose an object is that carries nothing of ours: a refund made in Stripe's dashboard, a dispute. It hangs on a payment that
 * does. When Stripe is away the event is refused, and comes again.
 */
async function kommuneOf(checkouts: AppParts['gateways']['checkouts'], type: string, id: string | undefined): Promise<string> {
  const hangsOnPayment = /^(refund|charge|payment_intent|checkout)\./.test(type)
  return hangsOnPayment && id ? (await checkouts.ownerOf(id))?.kommuneId ?? '' : ''
}

/** The event when one of the secrets signed it lately; null otherwise. During rotation there are two secrets. */
function verified(raw: string, signature: string, secrets: readonly string[], at: Date): Stripe.Event | null {
  const seconds = Math.floor(at.getTime() / 1000)
  const signedAt = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1] ?? Number.NaN)
  if (!(Math.abs(seconds - signedAt) <= tolerance)) return null
  for (const secret of secrets) {
    try {
      return Stripe.webhooks.constructEvent(raw, signature, secret, tolerance, undefined, seconds)
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error
    }
  }
  return null
}
