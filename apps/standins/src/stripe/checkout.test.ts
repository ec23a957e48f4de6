import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type Stripe from 'stripe'
import type { Standins } from '../index.ts'
import { freshStandins, officialClient, postJson, readyAccount } from '../testing.ts'
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

describe('Tid og kapløb', () => {
  it('lever mindst 30 minutter og højst 24 timer og udløber ved uret', async () => {
    const now = () => Math.floor(standins.clock.now() / 1000)
    await expect(create({ expires_at: now() + 29 * 60 })).rejects.toMatchObject({ statusCode: 400, param: 'expires_at' })
    await expect(create({ expires_at: now() + 25 * 3600 })).rejects.toMatchObject({ param: 'expires_at' })
    const { id } = await create({ expires_at: now() + 31 * 60 })
    await pay(id, '3ds')
    standins.clock.advance({ hours: 1 })
    expect(await pay(id, 'card')).toBe('closed')
    expect(await control('checkout/approve', { session: id, yes: true })).toEqual({ attempt: 'closed' })
    const after = await whole(id)
    expect(after).toMatchObject({ session: { status: 'expired', payment_status: 'unpaid', url: null }, intent: { status: 'canceled' }, charges: [] })
    expect(after.events.slice(-2)).toEqual(['checkout.session.expired', 'payment_intent.canceled'])
    expect((await stripe.checkout.sessions.list({ status: 'expired' })).data.map(one => one.id)).toEqual([id])
  })

  it('fortæller om udløbet af sig selv, når uret går og ingen spørger', async () => {
    await stripe.webhookEndpoints.create({ url: 'http://127.0.0.1:9/', enabled_events: ['checkout.session.expired'] })
    await create()
    standins.clock.advance({ days: 1 })
    const waiting = async () => (await (await fetch(`${standins.url}/stripe/control/books`)).json() as { waitingDeliveries: number }).waitingDeliveries
    expect(await waiting()).toBe(0)
    await expect.poll(waiting, { timeout: 3000 }).toBe(1)
  })

  it('kan lukkes før tid; kommer betalingen først, taber lukningen', async () => {
    const [lost, won] = [await create(), await create()]
    await pay(lost.id, 'card')
    await expect(stripe.checkout.sessions.expire(lost.id)).rejects.toMatchObject({ statusCode: 400, message: expect.stringContaining('complete') as string })
    expect(await stripe.checkout.sessions.expire(won.id)).toMatchObject({ status: 'expired' })
    expect(await pay(won.id, 'card')).toBe('closed')
    await expect(stripe.checkout.sessions.expire(won.id)).rejects.toMatchObject({ message: expect.stringContaining('expired') as string })
    expect([(await whole(lost.id)).charges.length, (await whole(won.id)).charges.length]).toEqual([1, 0])
  })

  it('taber også, når lukningen er sendt, men er langsom', async () => {
    const { id } = await create()
    await control('faults', { kinds: ['slow'], method: 'POST', path: `/v1/checkout/sessions/${id}/expire` })
    const closing = stripe.checkout.sessions.expire(id).then(() => 'expired', () => 'refused')
    await new Promise(resolve => setTimeout(resolve, 100))
    expect([await pay(id, 'card'), await closing]).toEqual(['paid', 'refused'])
    expect((await whole(id)).session.status).toBe('complete')
  })

  it('en betaling, hvis udløb ingen har hørt om, kan ikke afbrydes, før siden er lukket', async () => {
    const { id } = await create()
    await pay(id, 'decline')
    const intent = (await whole(id)).intent?.id ?? ''
    await expect(stripe.paymentIntents.cancel(intent)).rejects.toMatchObject({ code: 'payment_intent_unexpected_state' })
    await pay(id, 'card')
    await expect(stripe.paymentIntents.cancel(intent)).rejects.toMatchObject({ code: 'payment_intent_unexpected_state' })
  })
})

describe('Penge tilbage', () => {
  let intent: string
  let session: string
  beforeEach(async () => {
    session = (await create()).id
    await pay(session, 'card')
    intent = String((await stripe.checkout.sessions.retrieve(session)).payment_intent)
  })

  it('i dele, aldrig mere end betalt, og gebyret kommer ikke igen', async () => {
    const first = await stripe.refunds.create({ payment_intent: intent, amount: 5_000, metadata: { payment: 'p-1' } })
    expect(first).toMatchObject({ status: 'succeeded', amount: 5_000, payment_intent: intent })
    await expect(stripe.refunds.create({ payment_intent: intent, amount: 15_001 })).rejects.toMatchObject({ statusCode: 400, param: 'amount' })
    await stripe.refunds.create({ payment_intent: intent })
    await expect(stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({ code: 'charge_already_refunded' })
    const after = await whole(session)
    expect(after.charges).toMatchObject([{ amount_refunded: 20_000, refunded: true }])
    expect(after.events.slice(-4)).toEqual(['refund.created', 'charge.refunded', 'refund.created', 'charge.refunded'])
    expect(await balance()).toEqual({ available: -20_000, pending: 20_000 - fee })
    standins.clock.advance({ days: 3 })
    expect(await balance()).toEqual({ available: -fee, pending: 0 })
    expect(await booksAdd()).toBe(0)
  })

  it('fra Stripes kontrolpanel og på siden for betalinger', async () => {
    const made = await control('refund', { session, amount: 2_500 }) as Stripe.Refund
    expect(await stripe.refunds.retrieve(made.id)).toMatchObject({ amount: 2_500, metadata: {} })
    const charge = (await whole(session)).charges[0]?.id ?? ''
    const send = (fields: Record<string, string>) => fetch(`${standins.url}/stripe/payments`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })
    expect((await send({ act: 'refund', id: charge, kroner: '1.000,00' })).status).toBe(400)
    expect((await send({ act: 'refund', id: charge, kroner: '75,50' })).status).toBe(303)
    expect((await stripe.refunds.list({ payment_intent: intent })).data.map(one => one.amount)).toEqual([7_550, 2_500])
    expect(await (await fetch(`${standins.url}/stripe/payments`)).text()).toContain('sendt tilbage')
  })

  it('kan komme retur dage senere; så er pengene her igen', async () => {
    const made = await stripe.refunds.create({ payment_intent: intent, amount: 8_000 })
    await control('refund/fail', { refund: made.id })
    expect(await stripe.refunds.retrieve(made.id)).toMatchObject({ status: 'failed', failure_reason: 'expired_or_canceled_card' })
    const after = await whole(session)
    expect(after.charges).toMatchObject([{ amount_refunded: 0, refunded: false }])
    expect(after.events.slice(-3)).toEqual(['refund.updated', 'charge.refund.updated', 'refund.failed'])
    await expect(stripe.refunds.create({ payment_intent: intent })).resolves.toMatchObject({ amount: 20_000 })
    expect(await booksAdd()).toBe(0)
  })

  it('kan blive holdt tilbage en dag og tæller imens som sendt', async () => {
    await control('refund/hold', { hold: true })
    const made = await stripe.refunds.create({ payment_intent: intent })
    expect(made).toMatchObject({ status: 'pending', balance_transaction: null })
    await expect(stripe.refunds.create({ payment_intent: intent, amount: 1 })).rejects.toMatchObject({ code: 'charge_already_refunded' })
    standins.clock.advance({ days: 1 })
    expect(await stripe.refunds.retrieve(made.id)).toMatchObject({ status: 'succeeded' })
    expect(await booksAdd()).toBe(0)
  })

  it('overførslen til foreningen kan ske, mens pengene er bundet, og bliver ikke taget tilbage', async () => {
    const account = await readyAccount(stripe, standins.url)
    const { charges: [charge] } = await whole(session)
    const send = (amount: number) => stripe.transfers.create({ amount, currency: 'dkk', destination: account.id, source_transaction: charge?.id ?? '' })
    const sent = await send(15_000)
    expect(sent).toMatchObject({ source_transaction: charge?.id, transfer_group: 'p-1' })
    await expect(send(5_001)).rejects.toMatchObject({ statusCode: 400, param: 'amount' })
    expect(await balance()).toEqual({ available: 0, pending: 5_000 - fee })
    await stripe.refunds.create({ payment_intent: intent })
    expect((await stripe.transfers.retrieve(sent.id)).amount_reversed).toBe(0)
    standins.clock.advance({ days: 3 })
    expect((await stripe.balance.retrieve({}, { stripeAccount: account.id })).available[0]?.amount).toBe(15_000)
    expect((await balance()).available).toBe(-15_000 - fee)
    expect(await booksAdd()).toBe(0)
  })

  it('indsigelse efter tilbagebetaling: pengene går to gange, til sagen er vundet; gebyret går', async () => {
    await stripe.refunds.create({ payment_intent: intent, amount: 20_000 })
    const dispute = await control('dispute', { session }) as Stripe.Dispute
    expect(dispute).toMatchObject({ amount: 20_000, status: 'needs_response', payment_intent: intent })
    standins.clock.advance({ days: 3 })
    expect((await balance()).available).toBe(-fee - 20_000 - 11_000)
    await control('dispute/close', { dispute: dispute.id, outcome: 'won' })
    expect((await balance()).available).toBe(-fee - 11_000)
    expect((await stripe.disputes.list({ payment_intent: intent })).data.map(one => one.status)).toEqual(['won'])
    expect((await whole(session)).events.slice(-4)).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn', 'charge.dispute.closed', 'charge.dispute.funds_reinstated'])
    expect(await booksAdd()).toBe(0)
  })

  it('der kan ikke sendes penge tilbage, mens banken behandler en indsigelse, eller når den er tabt', async () => {
    const dispute = await control('dispute', { payment_intent: intent }) as Stripe.Dispute
    await expect(stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({ code: 'charge_disputed' })
    await control('dispute/close', { dispute: dispute.id, outcome: 'lost' })
    await expect(stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({ code: 'charge_disputed' })
    expect(await stripe.disputes.retrieve(dispute.id)).toMatchObject({ status: 'lost', is_charge_refundable: false })
  })
})
