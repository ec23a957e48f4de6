import { Hono } from 'hono'
import { closeDispute, openDispute } from './disputes.ts'
import { invalid } from './errors.ts'
import { payMethods } from './payment-shapes.ts'
import type { PayMethod } from './payment-shapes.ts'
import { type EarlierPayment, plantPayments } from './plant-payments.ts'
import { failRefund, finishRefund, refund } from './refunds.ts'
import { answerLate, approve, intentOf, pay, sessionOr404 } from './sessions.ts'
import type { Fees, StripeState } from './state.ts'
import { passTime } from './time.ts'

type About = { session?: string; payment_intent?: string; charge?: string }

function chargeOf(state: StripeState, { session, payment_intent, charge }: About): string {
  if (charge !== undefined) return charge
  const intent = session === undefined ? state.intents.get(payment_intent ?? '') : intentOf(state, sessionOr404(state, session))
  if (typeof intent?.latest_charge !== 'string') throw invalid('Nothing was charged here')
  return intent.latest_charge
}

/**
 * What payers, their banks and the staff at Stripe's dashboard do; below `/stripe/control`, JSON in, JSON out.
 * `about` = one of `session`, `payment_intent`, `charge` (ids).
 * - `POST checkout/pay` `{ session, method }` (`card`, `decline`, `3ds`, `late-success`, `late-failure`) → `{ attempt }`;
 *   `POST checkout/approve` `{ session, yes }` answers 3ds; `POST checkout/late` `{ session, ok }` ends a delayed payment now
 * - `POST checkout/plant` `{ payments }` makes payments of an earlier day (`EarlierPayment`) → `{ planted }`, their ids in the same order
 * - `POST refund` `{ …about, amount? }` from the dashboard; `POST refund/fail` `{ refund }`; `POST refund/finish` `{ refund }`;
 *   `POST refund/hold` `{ hold }`: the API's refunds stay pending a day
 * - `POST dispute` `{ …about, amount? }`; `POST dispute/close` `{ dispute, outcome }` (`won`, `lost`)
 * - `POST fees` `{ basisPoints?, fixed?, dispute? }` → the fees; `POST tick` does what the clock has made due, at once
 * - `GET checkout/:session` → `{ session, intent, charges, refunds, disputes, events }`, the events' types oldest first
 */
export function checkoutControl(state: StripeState): Hono {
  return new Hono()
    .post('/checkout/pay', async c => {
      const { session, method } = await c.req.json<{ session: string; method: PayMethod }>()
      if (!payMethods.includes(method)) throw invalid(`method is one of ${payMethods.join(', ')}`)
      passTime(state)
      return c.json({ attempt: pay(state, session, method) })
    })
    .post('/checkout/approve', async c => {
      const { session, yes } = await c.req.json<{ session: string; yes: boolean }>()
      passTime(state)
      return c.json({ attempt: approve(state, session, yes) })
    })
    .post('/checkout/late', async c => {
      const { session, ok } = await c.req.json<{ session: string; ok: boolean }>()
      answerLate(state, intentOf(state, sessionOr404(state, session))?.id ?? '', ok)
      return c.json(sessionOr404(state, session).session)
    })
    .post('/checkout/plant', async c => c.json({ planted: plantPayments(state, (await c.req.json<{ payments: EarlierPayment[] }>()).payments) }))
    .post('/refund', async c => {
      const { amount, ...about } = await c.req.json<About & { amount?: number }>()
      return c.json(refund(state, { charge: chargeOf(state, about), ...(amount !== undefined && { amount }) }))
    })
    .post('/refund/fail', async c => c.json(failRefund(state, (await c.req.json<{ refund: string }>()).refund)))
    .post('/refund/finish', async c => c.json(finishRefund(state, (await c.req.json<{ refund: string }>()).refund)))
    .post('/refund/hold', async c => {
      state.holdRefunds = (await c.req.json<{ hold: boolean }>()).hold
      return c.body(null, 204)
    })
    .post('/dispute', async c => {
      const { amount, ...about } = await c.req.json<About & { amount?: number }>()
      return c.json(openDispute(state, chargeOf(state, about), amount))
    })
    .post('/dispute/close', async c => {
      const { dispute, outcome } = await c.req.json<{ dispute: string; outcome: 'won' | 'lost' }>()
      if (outcome !== 'won' && outcome !== 'lost') throw invalid('outcome is won or lost')
      return c.json(closeDispute(state, dispute, outcome))
    })
    .post('/fees', async c => c.json(Object.assign(state.fees, await c.req.json<Partial<Fees>>())))
    .post('/tick', c => {
      passTime(state)
      return c.body(null, 204)
    })
    .get('/checkout/:session', c => {
      passTime(state)
      const kept = sessionOr404(state, c.req.param('session'))
      const intent = intentOf(state, kept)
      const of = <Item extends { payment_intent?: unknown }>(one: Item) => intent !== undefined && one.payment_intent === intent.id
      const [charges, refunds, disputes] = [state.charges.all(of), state.refunds.all(of), state.disputes.all(of)]
      const ids = new Set<unknown>([kept.session.id, intent?.id, ...[...charges, ...refunds, ...disputes].map(one => one.id)])
      const events = state.events.all(({ event }) => ids.has((event.data.object as { id?: string }).id)).map(({ event }) => event.type)
      return c.json({ session: kept.session, intent: intent ?? null, charges, refunds, disputes, events })
    })
}
