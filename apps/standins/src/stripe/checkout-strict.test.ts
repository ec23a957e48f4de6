import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import Stripe from 'stripe'
import type { Standins } from '../index.ts'
import { personaByKey } from '../personas.ts'
import { freshStandins, officialClient, postJson } from '../testing.ts'
import type { DeliveryResult } from './webhooks.ts'

let standins: Standins
let stripe: Stripe
const control = (path: string, body: unknown = {}) => postJson(`${standins.url}/stripe/control/${path}`, body)
const line = (amount: number, name = 'Egenbetaling') => ({ quantity: 1, price_data: { currency: 'dkk', unit_amount: amount, product_data: { name } } })
const create = (more: Partial<Stripe.Checkout.SessionCreateParams> = {}, options: Stripe.RequestOptions = {}) => stripe.checkout.sessions.create({
  mode: 'payment', line_items: [line(20_000)], success_url: 'http://localhost:9/tak?s={CHECKOUT_SESSION_ID}', cancel_url: 'http://localhost:9/tilbage', ...more,
}, options)
const sessions = async () => (await stripe.checkout.sessions.list({ limit: 100 })).data.length

beforeEach(async () => {
  standins = await freshStandins()
  stripe = officialClient(standins.url, { timeout: 1500 })
})
afterEach(() => standins.close())

describe('Streng om betalinger', () => {
  it('mindste beløb er 2,50 kr.', async () => {
    await expect(create({ line_items: [line(249)] })).rejects.toMatchObject({ statusCode: 400, code: 'amount_too_small' })
    await expect(create({ line_items: [line(250)] })).resolves.toMatchObject({ amount_total: 250 })
    await expect(create({ line_items: [line(200), line(50)] })).resolves.toMatchObject({ amount_total: 250 })
  })

  it('afviser ukendte og forkerte parametre', async () => {
    await expect(create({ customer_creation: 'always' })).rejects.toMatchObject({ code: 'parameter_unknown', param: 'customer_creation' })
    await expect(create({ expand: ['payment_intent'] })).rejects.toMatchObject({ code: 'parameter_unknown' })
    await expect(create({ line_items: [{ ...line(500), tax_rates: ['x'] }] })).rejects.toMatchObject({ code: 'parameter_unknown', param: 'line_items[0][tax_rates]' })
    await expect(create({ line_items: [{ quantity: 1, price: 'price_1' }] })).rejects.toMatchObject({ code: 'parameter_unknown' })
    await expect(create({ line_items: [] })).rejects.toMatchObject({ code: 'parameter_missing', param: 'line_items' })
    await expect(create({ line_items: [{ ...line(500), quantity: 0 }] })).rejects.toMatchObject({ param: 'line_items[0][quantity]' })
    await expect(create({ line_items: [{ quantity: 1, price_data: { ...line(500).price_data, currency: 'usd' } }] })).rejects.toMatchObject({ param: 'line_items[0][price_data][currency]' })
    await expect(create({ mode: 'subscription' })).rejects.toMatchObject({ param: 'mode' })
    await expect(create({ locale: 'uk' })).rejects.toMatchObject({ param: 'locale' })
    await expect(create({ success_url: '/tak' })).rejects.toMatchObject({ param: 'success_url' })
    await expect(create({ payment_intent_data: { statement_descriptor_suffix: '12*' } })).rejects.toMatchObject({ param: 'payment_intent_data[statement_descriptor_suffix]' })
    await expect(stripe.paymentIntents.create({ amount: 5000, currency: 'dkk' })).rejects.toMatchObject({ statusCode: 400 })
    await expect(stripe.checkout.sessions.retrieve('cs_test_nope')).rejects.toMatchObject({ statusCode: 404, code: 'resource_missing' })
    expect(await sessions()).toBe(0)
  })

  it('afviser CPR, navne, betalerens adresse og metadata uden for listen', async () => {
    const refused = { statusCode: 400, code: 'medspil_privacy' }
    await expect(create({ customer_email: 'mor@example.dk' })).rejects.toMatchObject({ ...refused, param: 'customer_email' })
    await expect(create({ client_reference_id: personaByKey('amira').cpr ?? '' })).rejects.toMatchObject(refused)
    await expect(create({ client_reference_id: 'går ikke' })).rejects.toMatchObject(refused)
    await expect(create({ line_items: [line(500, 'Svømning til Yara Ahmadi')] })).rejects.toMatchObject(refused)
    await expect(create({ metadata: { child: 'c-1' } })).rejects.toMatchObject({ ...refused, param: 'metadata[child]' })
    await expect(create({ payment_intent_data: { metadata: { ordning: 'o-1' } } })).rejects.toMatchObject({ ...refused, param: 'payment_intent_data[metadata][ordning]' })
    await control('canaries', { names: ['Kanariefugl'] })
    await expect(create({ payment_intent_data: { description: 'For kanariefugl' } })).rejects.toMatchObject(refused)
    expect(await sessions()).toBe(0)
  })

  it('bagdøren til Stripes eget kommandoværktøj er lukket for Medspils nøgle', async () => {
    const { hostname, port } = new URL(standins.url)
    const cli = new Stripe('sk_test_cli_1234567890', { host: hostname, port: Number(port), protocol: 'http', telemetry: false, maxNetworkRetries: 0 })
    const given = { amount: 100, currency: 'usd', payment_method: 'pm_card_visa', confirm: true }
    await expect(stripe.products.create({ name: 'x' })).rejects.toMatchObject({ statusCode: 400 })
    await expect(stripe.paymentIntents.create(given)).rejects.toMatchObject({ statusCode: 400 })
    await expect(cli.products.create({ name: 'x' })).resolves.toMatchObject({ object: 'product' })
    await expect(cli.paymentIntents.create(given)).resolves.toMatchObject({ status: 'succeeded' })
    await expect(cli.customers.create({})).rejects.toMatchObject({ statusCode: 400 })
  })

  it('samme nøgle giver samme side og samme tilbagebetaling, også når svaret blev væk', async () => {
    const first = await create({}, { idempotencyKey: 'k1' })
    expect((await create({}, { idempotencyKey: 'k1' })).id).toBe(first.id)
    await expect(create({ line_items: [line(30_000)] }, { idempotencyKey: 'k1' })).rejects.toMatchObject({ type: 'StripeIdempotencyError' })
    await control('checkout/pay', { session: first.id, method: 'card' })
    const payment_intent = String((await stripe.checkout.sessions.retrieve(first.id)).payment_intent)
    await control('faults', { kinds: ['drop-after'], times: 2, path: '/v1/refunds' })
    const refund = () => stripe.refunds.create({ payment_intent, amount: 5_000 }, { idempotencyKey: 'r1' })
    await expect(refund()).rejects.toThrow()
    const again = await refund()
    expect((await stripe.refunds.list({ payment_intent })).data.map(one => one.id)).toEqual([again.id])
    standins.clock.advance({ days: 1 })
    expect((await refund()).id).not.toBe(again.id)
  })

  it('en gentaget åbning viser det første svar, selv om siden er betalt imens', async () => {
    const first = await create({}, { idempotencyKey: 'k1' })
    await control('checkout/pay', { session: first.id, method: 'card' })
    expect(await create({}, { idempotencyKey: 'k1' })).toMatchObject({ id: first.id, status: 'open' })
  })
})

describe('Siden hos Stripe', () => {
  const send = (path: string, fields: Record<string, string>) => fetch(`${standins.url}${path}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })
  const read = async (path: string) => (await fetch(`${standins.url}${path}`)).text()
  const formOf = (page: string) => /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
  let path: string
  let id: string
  beforeEach(async () => {
    id = (await create()).id
    path = `/stripe/checkout/${id}`
  })

  it('viser beløb og linjer, og betaling fører videre; dobbeltklik betaler én gang', async () => {
    const page = await read(path)
    expect(page).toContain('Betal 200,00\u00a0kr.')
    expect(page).toContain('Egenbetaling')
    expect(page).toContain('href="http://localhost:9/tilbage"')
    const fields = { form: formOf(page), method: 'typed', card: '4242 4242 4242 4242' }
    const answers = await Promise.all([send(path, fields), send(path, fields)])
    expect(answers.map(one => [one.status, one.headers.get('location')])).toEqual(Array.from({ length: 2 }, () => [303, `http://localhost:9/tak?s=${id}`]))
    expect((await stripe.charges.list()).data).toHaveLength(1)
    expect((await send(path, { ...fields, form: 'another-tab' })).headers.get('location')).toBe(path)
    expect(await read(path)).toContain('Der er allerede betalt')
    expect(await read(`${path}/3ds`)).toContain('Der er allerede betalt')
  })

  it('bliver på siden med fejlen, når kortet afvises eller er ukendt', async () => {
    const form = formOf(await read(path))
    const declined = await send(path, { form, method: 'typed', card: '4000000000000002' })
    expect(declined.headers.get('location')).toBe(`${path}?error=declined`)
    expect(await read(`${path}?error=declined`)).toContain('role="alert"')
    expect((await send(path, { form, method: 'typed', card: '1234' })).headers.get('location')).toBe(`${path}?error=card`)
    expect((await stripe.checkout.sessions.retrieve(id)).status).toBe('open')
  })

  it('spørger i banken: nej fører tilbage, ja fører videre', async () => {
    const ask = async () => {
      const answer = await send(path, { form: formOf(await read(path)), method: 'typed', card: '4000002500003155' })
      expect(answer.headers.get('location')).toBe(`${path}/3ds`)
      expect(await read(`${path}/3ds`)).toContain('Godkend i banken')
    }
    await ask()
    expect((await send(`${path}/3ds`, { form: 'b1', answer: 'no' })).headers.get('location')).toBe(`${path}?error=denied`)
    await ask()
    const yes = () => send(`${path}/3ds`, { form: 'b2', answer: 'yes' })
    expect((await yes()).headers.get('location')).toBe(`http://localhost:9/tak?s=${id}`)
    expect((await yes()).headers.get('location')).toBe(`http://localhost:9/tak?s=${id}`)
    expect((await stripe.charges.list()).data.filter(one => one.paid)).toHaveLength(1)
  })

  it('siger det, når siden er lukket, og viser kun det, der er tilladt', async () => {
    await stripe.checkout.sessions.expire(id)
    expect((await send(path, { form: 'x', method: 'typed', card: '4242424242424242' })).headers.get('location')).toBe(path)
    expect(await read(path)).toContain('Betalingen er lukket')
    expect((await fetch(`${standins.url}/stripe/checkout/cs_test_nope`)).status).toBe(404)
    const onlyCard = await create({ allowed_payment_method_types: ['card'] })
    expect(await read(`/stripe/checkout/${onlyCard.id}`)).not.toContain('Bankbetaling')
    expect((await send(`/stripe/checkout/${onlyCard.id}`, { form: 'x', method: 'late-success' })).headers.get('location')).toContain('error=card')
    const late = await create()
    expect((await send(`/stripe/checkout/${late.id}`, { form: 'x', method: 'late-success' })).headers.get('location')).toContain('/tak')
    expect(await read(`/stripe/checkout/${late.id}`)).toContain('Betalingen er allerede bestilt')
  })
})

it('hændelserne om en betaling kommer dobbelt og i anden orden, underskrevet', async () => {
  const received: Stripe.Event[] = []
  const receiver = createServer(async (req, res) => {
    let body = ''
    for await (const part of req) body += String(part)
    received.push(Stripe.webhooks.constructEvent(body, String(req.headers['stripe-signature']), 'whsec_test'))
    res.writeHead(200).end()
  })
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  await standins.close()
  standins = await freshStandins({ webhookUrl: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`, webhookSecret: 'whsec_test' })
  stripe = officialClient(standins.url)
  await control('webhooks', { hold: true })
  const { id } = await create()
  await control('checkout/pay', { session: id, method: 'card' })
  await control('refund', { session: id, amount: 100 })
  const results = await control('webhooks/release', { shuffleSeed: 5, copies: 3 }) as DeliveryResult[]
  expect(results).toHaveLength(18)
  expect([...new Set(received.map(one => one.type))].sort()).toEqual(['charge.refunded', 'charge.succeeded', 'checkout.session.completed', 'payment_intent.created', 'payment_intent.succeeded', 'refund.created'])
  const completed = received.find(one => one.type === 'checkout.session.completed')
  expect(completed?.data.object).toMatchObject({ id, payment_status: 'paid', object: 'checkout.session' })
  receiver.closeAllConnections()
  receiver.close()
})
