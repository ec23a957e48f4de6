import { Hono } from 'hono'
import { completeAccount, restrictAccount } from './accounts.ts'
import { failPayout, payOut, topUp } from './balances.ts'
import { checkoutControl } from './checkout-control.ts'
import { StripeRefusal } from './errors.ts'
import { faultKinds } from './faults.ts'
import type { FaultKind, FaultPlan, FaultRule } from './faults.ts'
import type { StripeState } from './state.ts'
import type { WebhookSender } from './webhooks.ts'

/**
 * The emulator's own side door, for demonstrations and tests; JSON in, JSON out, none of it exists at Stripe.
 * - `POST topup` `{ amount }` øre onto the platform's balance
 * - `POST payout` `{ account }` pays a connected account's balance to its bank; `POST payout/fail` `{ payout }`
 * - `POST account/complete` `{ account }` as the onboarding page does; `POST account/restrict` `{ account }`
 * - `POST faults` `FaultRule`, `DELETE faults`
 * - `POST webhooks` `{ hold?, copies? }`, `POST webhooks/release` `{ shuffleSeed?, copies? }`, `POST webhooks/rotate` `{ secret }`
 * - `POST canaries` `{ names }` more names that must never arrive
 * - payments: see `checkoutControl`
 * - `GET books` sums by account in øre (they add up to 0) and the number of waiting deliveries
 */
export function controlRoutes(state: StripeState, faults: FaultPlan, webhooks: WebhookSender, canaries: Set<string>): Hono {
  const app = new Hono().basePath('/stripe/control')
  app.onError((error, c) => error instanceof StripeRefusal ? c.json(error.body(), 400) : c.json({ error: { message: error.message } }, 400))
  return app
    .route('/', checkoutControl(state))
    .post('/topup', async c => {
      const { amount } = await c.req.json<{ amount: number }>()
      if (!Number.isSafeInteger(amount) || amount <= 0) return c.json({ error: { message: 'amount is whole øre above 0' } }, 400)
      return c.json(topUp(state, amount))
    })
    .post('/payout', async c => c.json(payOut(state, (await c.req.json<{ account: string }>()).account) ?? null))
    .post('/payout/fail', async c => c.json(failPayout(state, (await c.req.json<{ payout: string }>()).payout)))
    .post('/account/complete', async c => c.json(completeAccount(state, (await c.req.json<{ account: string }>()).account)))
    .post('/account/restrict', async c => c.json(restrictAccount(state, (await c.req.json<{ account: string }>()).account)))
    .post('/faults', async c => {
      const rule = await c.req.json<FaultRule>()
      if (!Array.isArray(rule.kinds) || rule.kinds.length === 0 || !rule.kinds.every((kind: FaultKind) => faultKinds.includes(kind))) {
        return c.json({ error: { message: 'unknown fault' }, known: faultKinds }, 400)
      }
      faults.add(rule)
      return c.body(null, 204)
    })
    .delete('/faults', c => {
      faults.clear()
      return c.body(null, 204)
    })
    .post('/webhooks', async c => c.json(webhooks.manner(await c.req.json())))
    .post('/webhooks/release', async c => c.json(await webhooks.release(await c.req.json())))
    .post('/webhooks/rotate', async c => {
      webhooks.rotate((await c.req.json<{ secret: string }>()).secret)
      return c.body(null, 204)
    })
    .post('/canaries', async c => {
      for (const name of (await c.req.json<{ names: string[] }>()).names) canaries.add(name.toLowerCase())
      return c.body(null, 204)
    })
    .get('/books', c => c.json({ sums: state.books.sums(), waitingDeliveries: webhooks.waiting() }))
}
