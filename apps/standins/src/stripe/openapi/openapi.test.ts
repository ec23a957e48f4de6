import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Standins } from '../../index.ts'
import { freshStandins, postJson } from '../../testing.ts'
import { routes } from '../api.ts'
import { readForm } from '../params.ts'

type Operation = { params: object; answer: object }
type Exchange = { method: string; path: string; form: string; status: number; answer: unknown }

/** Fields that stripe-node 23.1.0 has and the description of October 2025 lacks: the types win. */
const newerThanFixture: Record<string, string[]> = {
  balance_transaction: ['balance_type'],
  payout: ['application_fee', 'application_fee_amount', 'payout_method', 'trace_id'],
  'checkout.session': [
    'adaptive_pricing', 'allowed_payment_method_types', 'client_secret', 'collected_information', 'customer_account', 'discounts', 'integration_identifier', 'managed_payments',
    'origin_context', 'payment_method_configuration_details', 'permissions', 'saved_payment_method_options', 'ui_mode', 'wallet_options',
  ],
  item: ['adjustable_quantity', 'metadata'],
  payment_intent: [
    'allowed_payment_method_types', 'customer_account', 'excluded_payment_method_types', 'managed_payments', 'payment_method_configuration_details', 'payment_record', 'source',
  ],
  charge: ['source'],
  refund: ['customer', 'customer_account', 'payment_method'],
  dispute: ['enhanced_eligibility_types', 'intended_submission_method'],
}

/** Parameters of which the same is true. */
const newerParams: Record<string, string[]> = {
  'POST /v1/account_links': ['collection_options'],
  'POST /v1/checkout/sessions': ['ui_mode', 'allowed_payment_method_types'],
  'GET /v1/checkout/sessions': ['created', 'status'],
}

const fixture = JSON.parse(readFileSync(new URL('fixture.json', import.meta.url), 'utf8')) as { schemas: Record<string, { properties?: object }>; operations: Record<string, Operation> }
const ajv = new Ajv({ strict: false, coerceTypes: 'array', allErrors: true, schemas: [{ $id: 'stripe', schemas: fixture.schemas }] })
addFormats.default(ajv, ['uri'])
for (const format of ['unix-time', 'currency', 'decimal', 'email']) ajv.addFormat(format, true)

const exact = new Ajv({ strict: false, allErrors: true, schemas: [{ $id: 'stripe', schemas: fixture.schemas }] })
for (const format of ['unix-time', 'currency', 'decimal', 'email', 'uri']) exact.addFormat(format, true)

const withId = (schema: object) => JSON.parse(JSON.stringify(schema).replaceAll('"#/schemas/', '"stripe#/schemas/')) as object

/** Lists arrive as `{ 0: …, 1: … }` from the form reader. */
function lists(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node)
  if (entries.length > 0 && entries.every(([key], at) => key === String(at))) return entries.map(([, value]) => lists(value))
  return Object.fromEntries(entries.map(([key, value]) => [key, lists(value)]))
}

/** Every root field that Stripe's description does not know. */
function unknownFields(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return []
  const { object, data, deleted } = answer as { object?: string; data?: unknown; deleted?: boolean }
  if (object === 'list' && Array.isArray(data)) return data.flatMap(unknownFields)
  const known = Object.keys(fixture.schemas[deleted ? `deleted_${object}` : object ?? '']?.properties ?? {})
  return Object.keys(answer).filter(key => !known.includes(key)).map(key => `${object}.${key}`)
}

let standins: Standins
const exchanges: Exchange[] = []

/** stripe-node's own HTTP client, with its letters opened. */
function recordingClient() {
  const client = Stripe.createNodeHttpClient()
  const send = client.makeRequest.bind(client)
  client.makeRequest = async (...given) => {
    const [, , path, method, , body] = given
    const answer = await send(...given)
    const json: unknown = await answer.toJSON()
    const [bare = '', query = ''] = path.split('?')
    exchanges.push({ method, path: bare, form: method === 'GET' ? query : body, status: answer.getStatusCode(), answer: structuredClone(json) })
    answer.toJSON = () => Promise.resolve(json)
    return answer
  }
  return client
}

beforeAll(async () => {
  standins = await freshStandins()
})
afterAll(() => standins.close())

it('hvert endpoint modtager og svarer, som Stripes egen beskrivelse siger', async () => {
  const { hostname, port } = new URL(standins.url)
  const stripe = new Stripe('sk_test_medspil', { host: hostname, port: Number(port), protocol: 'http', telemetry: false, maxNetworkRetries: 0, httpClient: recordingClient() })
  const control = (path: string, body: unknown) => postJson(`${standins.url}/stripe/control/${path}`, body)

  const account = await stripe.accounts.create({ type: 'express', country: 'DK', email: 'kasserer@delfinen.example', business_type: 'non_profit', business_profile: { name: 'Delfinen', url: 'https://delfinen.example' }, capabilities: { transfers: { requested: true } }, metadata: { kommune: 'slagelse' } })
  await stripe.accounts.update(account.id, { email: 'ny@delfinen.example' })
  await stripe.accountLinks.create({ account: account.id, type: 'account_onboarding', refresh_url: 'http://localhost:9/a', return_url: 'http://localhost:9/b', collection_options: { fields: 'eventually_due' } })
  await control('account/complete', { account: account.id })
  await control('topup', { amount: 90_000 })
  await stripe.accounts.retrieve(account.id)
  await stripe.accounts.list({ limit: 3, created: { gte: 1 } })
  const transfer = await stripe.transfers.create({ amount: 50_000, currency: 'dkk', destination: account.id, transfer_group: 'p-1', metadata: { payout: 'p-1', line: 'l-1' } })
  await stripe.transfers.update(transfer.id, { metadata: { payment: 'x-1' } })
  await stripe.transfers.retrieve(transfer.id)
  await stripe.transfers.list({ transfer_group: 'p-1', destination: account.id, created: { gte: 1 } })
  const reversal = await stripe.transfers.createReversal(transfer.id, { amount: 1000, metadata: { line: 'l-1' } })
  await stripe.transfers.listReversals(transfer.id, { limit: 2 })
  await stripe.transfers.retrieveReversal(transfer.id, reversal.id)
  await stripe.transfers.updateReversal(transfer.id, reversal.id, { metadata: { line: 'l-2' } })
  await stripe.balance.retrieve()
  const [movement] = (await stripe.balanceTransactions.list({ source: transfer.id, type: 'transfer', currency: 'dkk' })).data
  await stripe.balanceTransactions.retrieve(movement?.id ?? '')
  const payout = await control('payout', { account: account.id }) as Stripe.Payout
  const own = { stripeAccount: account.id }
  await stripe.payouts.list({ status: 'in_transit', arrival_date: { gte: 1 } }, own)
  await stripe.payouts.retrieve(payout.id, {}, own)
  const [event] = (await stripe.events.list({ types: ['transfer.created', 'transfer.reversed'] })).data
  await stripe.events.retrieve(event?.id ?? '')
  const endpoint = await stripe.webhookEndpoints.create({ url: 'http://127.0.0.1:9/', enabled_events: ['transfer.created', 'payout.failed'], connect: true })
  await stripe.webhookEndpoints.list({ limit: 1 })
  await stripe.webhookEndpoints.update(endpoint.id, { enabled_events: ['*'] })
  await stripe.webhookEndpoints.retrieve(endpoint.id)
  await stripe.webhookEndpoints.del(endpoint.id)

  const session = await stripe.checkout.sessions.create({
    mode: 'payment', ui_mode: 'hosted_page', success_url: 'http://localhost:9/a', cancel_url: 'http://localhost:9/b', client_reference_id: 'p-1', locale: 'da', submit_type: 'pay',
    expires_at: Math.floor(standins.clock.now() / 1000) + 3600, metadata: { payment: 'p-1' }, allowed_payment_method_types: ['card', 'mobilepay', 'sepa_debit'],
    line_items: [{ quantity: 2, price_data: { currency: 'dkk', unit_amount: 5000, product_data: { name: 'Egenbetaling' } } }],
    payment_intent_data: { transfer_group: 'p-1', metadata: { payment: 'p-1' }, statement_descriptor_suffix: 'Fritid', description: 'Egenbetaling' },
  })
  await stripe.checkout.sessions.listLineItems(session.id, { limit: 5 })
  for (const method of ['decline', '3ds', 'card']) {
    await control('checkout/pay', { session: session.id, method })
    const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(session.id)
    await stripe.paymentIntents.retrieve(String(intent))
  }
  const late = await stripe.checkout.sessions.create({ mode: 'payment', success_url: 'http://localhost:9/a', line_items: [{ quantity: 1, price_data: { currency: 'dkk', unit_amount: 5000, product_data: { name: 'Egenbetaling' } } }] })
  await control('checkout/pay', { session: late.id, method: 'late-failure' })
  await stripe.paymentIntents.list({ limit: 5, created: { gte: 1 } })
  const failed = await control('checkout/late', { session: late.id, ok: false }) as Stripe.Checkout.Session
  await stripe.paymentIntents.cancel(String(failed.payment_intent), { cancellation_reason: 'abandoned' })
  const open = await stripe.checkout.sessions.create({ mode: 'payment', success_url: 'http://localhost:9/a', line_items: [{ quantity: 1, price_data: { currency: 'dkk', unit_amount: 5000, product_data: { name: 'Egenbetaling' } } }] })
  await stripe.checkout.sessions.expire(open.id)
  await stripe.checkout.sessions.list({ status: 'complete', created: { gte: 1 }, payment_intent: String(failed.payment_intent) })
  const { data: charges } = await stripe.charges.list({ transfer_group: 'p-1', created: { gte: 1 } })
  const charge = await stripe.charges.retrieve(charges[0]?.id ?? '')
  const refund = await stripe.refunds.create({ charge: charge.id, amount: 1000, reason: 'requested_by_customer', metadata: { payment: 'p-1' } })
  await control('refund/fail', { refund: refund.id })
  await stripe.refunds.retrieve(refund.id)
  await stripe.refunds.list({ charge: charge.id, payment_intent: String(charge.payment_intent), created: { gte: 1 } })
  const dispute = await control('dispute', { charge: charge.id }) as Stripe.Dispute
  await stripe.disputes.list({ charge: charge.id, payment_intent: String(charge.payment_intent), created: { gte: 1 } })
  await control('dispute/close', { dispute: dispute.id, outcome: 'won' })
  await stripe.disputes.retrieve(dispute.id)
  await stripe.balanceTransactions.list({ limit: 20 })

  const problems: string[] = []
  const seen = new Set<string>()
  const differences = new Set<string>()
  for (const { method, path, form, status, answer } of exchanges) {
    const name = routes.map(route => `${route.method} ${route.path}`).find(one => new RegExp(`^${one.replaceAll(':id', '[^/]+')}$`).test(`${method} ${path}`)) ?? ''
    const operation = fixture.operations[name]
    seen.add(name)
    if (!operation || status !== 200) {
      problems.push(`${method} ${path} → ${status}`)
      continue
    }
    const params = Object.fromEntries(Object.entries(readForm(form)).filter(([key]) => !newerParams[name]?.includes(key)))
    if (!ajv.validate(withId(operation.params), lists(params))) problems.push(`${name} params: ${ajv.errorsText()}`)
    if (!exact.validate(withId(operation.answer), answer)) problems.push(`${name} answer: ${exact.errorsText()}`)
    unknownFields(answer).forEach(field => differences.add(field))
  }
  expect(problems).toEqual([])
  expect([...seen].sort()).toEqual(routes.map(route => `${route.method} ${route.path}`).sort())
  const listed = Object.entries(newerThanFixture).flatMap(([object, fields]) => fields.map(field => `${object}.${field}`))
  expect([...differences].filter(field => !listed.includes(field))).toEqual([])
})

it('rød tvilling: et svar uden et påkrævet felt bliver opdaget', () => {
  const operation = fixture.operations['POST /v1/transfers']
  const transfer = exchanges.find(one => one.method === 'POST' && one.path === '/v1/transfers')?.answer as Record<string, unknown>
  const { amount_reversed: _left, ...broken } = transfer
  expect(exact.validate(withId(operation?.answer ?? {}), transfer)).toBe(true)
  expect(exact.validate(withId(operation?.answer ?? {}), broken)).toBe(false)
})
