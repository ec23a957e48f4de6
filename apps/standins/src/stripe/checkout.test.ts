import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type Stripe from 'stripe'
import type { Standins } from '../index.ts'
import { freshStandins, officialClient, postJson } from '../testing.ts'
import type { PayMethod } from './payment-shapes.ts'

type Whole = { session: Stripe.Checkout.Session; intent: Stripe.PaymentIntent | null; charges: Stripe.Charge[]; refunds: Stripe.Refund[]; disputes: Stripe.Dispute[]; events: string[] }

let standins: Standins
let stripe: Stripe
const control = (path: string, body: unknown = {}) => postJson(`${standins.url}/stripe/control/${path}`, body)
const whole = async (id: string) => await (await fetch(`${standins.url}/stripe/control/checkout/${id}`)).json() as Whole
const pay = async (session: string, method: PayMethod) => (await control('checkout/pay', { session, method }) as { attempt: string }).attempt
const line = (amount: number, quantity = 1) => ({ quantity, price_data: { currency: 'dkk', unit_amount: amount, product_data: { name: 'Egenbetaling' } } })
const create = (more: Partial<Stripe.Checkout.SessionCreateParams> = {}, options: Stripe.RequestOptions = {}) => stripe.checkout.sessions.create({
  mode: 'payment', line_items: [line(20_000)], success_url: 'http://localhost:9/tak?s={CHECKOUT_SESSION_ID}', cancel_url: 'http://localhost:9/tilbage', client_reference_id: 'p-1', locale: 'da',
  metadata: { kommune: 'stevns', payment: 'p-1' }, payment_intent_data: { transfer_group: 'p-1', metadata: { payment: 'p-1' }, statement_descriptor_suffix: 'Fritid' }, ...more,
}, options)
const balance = async () => {
  const { available, pending } = await stripe.balance.retrieve()
  return { available: available[0]?.amount, pending: pending[0]?.amount }
}
/** Everything in hand, over all the accounts there are: always 0. */
const booksAdd = async () => Object.values((await (await fetch(`${standins.url}/stripe/control/books`)).json() as { sums: Record<string, number> }).sums).reduce((sum, one) => sum + one, 0)
const fee = 20_000 * 0.015 + 180

beforeEach(async () => {
  standins = await freshStandins()
  stripe = officialClient(standins.url, { timeout: 1500 })
})
afterEach(() => standins.close())

describe('En betaling', () => {
  it('går fra åben til betalt, og pengene er bundet, til uret siger til', async () => {
    const made = await create({ line_items: [line(7_500, 2), line(5_000)] })
    expect(made).toMatchObject({ status: 'open', payment_status: 'unpaid', amount_total: 20_000, payment_intent: null, url: `${standins.url}/stripe/checkout/${made.id}`, expires_at: made.created + 86_400 })
    expect((await stripe.checkout.sessions.listLineItems(made.id)).data.map(one => [one.description, one.amount_total])).toEqual([['Egenbetaling', 15_000], ['Egenbetaling', 5_000]])
    expect(await pay(made.id, 'card')).toBe('paid')
    const paid = await stripe.checkout.sessions.retrieve(made.id)
    expect(paid).toMatchObject({ status: 'complete', payment_status: 'paid', url: null, metadata: { payment: 'p-1' } })
    const intent = await stripe.paymentIntents.retrieve(String(paid.payment_intent))
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 20_000, metadata: { payment: 'p-1' }, transfer_group: 'p-1', statement_descriptor_suffix: 'Fritid' })
    const charge = await stripe.charges.retrieve(String(intent.latest_charge))
    expect(charge).toMatchObject({ amount: 20_000, paid: true, metadata: { payment: 'p-1' }, transfer_group: 'p-1' })
    const movement = await stripe.balanceTransactions.retrieve(String(charge.balance_transaction))
    expect(movement).toMatchObject({ type: 'charge', amount: 20_000, fee, net: 20_000 - fee, status: 'pending' })
    expect(await balance()).toEqual({ available: 0, pending: 20_000 - fee })
    standins.clock.advance({ days: 3 })
    expect(await balance()).toEqual({ available: 20_000 - fee, pending: 0 })
    expect((await stripe.balanceTransactions.retrieve(movement.id)).status).toBe('available')
    expect((await whole(made.id)).events).toEqual(['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed'])
    expect(await booksAdd()).toBe(0)
  })

  it('kan prøves igen efter et afslag og efter et nej i banken', async () => {
    const { id } = await create()
    expect(await pay(id, 'decline')).toBe('declined')
    const after = await whole(id)
    expect(after).toMatchObject({ session: { status: 'open' }, intent: { status: 'requires_payment_method', last_payment_error: { code: 'card_declined', decline_code: 'generic_decline' } } })
    expect(await pay(id, '3ds')).toBe('needs-approval')
    expect(await control('checkout/approve', { session: id, yes: false })).toEqual({ attempt: 'declined' })
    expect(await pay(id, '3ds')).toBe('needs-approval')
    expect(await control('checkout/approve', { session: id, yes: true })).toEqual({ attempt: 'paid' })
    const end = await whole(id)
    expect(end.intent?.id).toBe(after.intent?.id)
    expect(end.charges.map(one => one.status)).toEqual(['failed', 'succeeded'])
    expect(end.events.filter(one => one === 'payment_intent.payment_failed')).toHaveLength(2)
  })

  it('betales én gang, også når to faner betaler', async () => {
    const { id } = await create()
    expect([await pay(id, 'card'), await pay(id, 'card'), await pay(id, 'late-success')]).toEqual(['paid', 'closed', 'closed'])
    expect((await whole(id)).charges).toHaveLength(1)
    expect((await balance()).pending).toBe(20_000 - fee)
  })

  it.each([['late-success', 'paid', 'async_payment_succeeded', 'succeeded'], ['late-failure', 'unpaid', 'async_payment_failed', 'requires_payment_method']] as const)('%s: gennemført uden penge, svaret kommer dagen efter', async (method, status, event, intent) => {
    const { id } = await create()
    expect(await pay(id, method)).toBe('processing')
    expect(await whole(id)).toMatchObject({ session: { status: 'complete', payment_status: 'unpaid' }, intent: { status: 'processing' } })
    expect(await balance()).toEqual({ available: 0, pending: 0 })
    standins.clock.advance({ days: 1 })
    const after = await whole(id)
    expect(after).toMatchObject({ session: { status: 'complete', payment_status: status }, intent: { status: intent } })
    expect(after.events.at(-1)).toBe(`checkout.session.${event}`)
    expect((await balance()).pending).toBe(status === 'paid' ? 20_000 - fee : 0)
  })
})
