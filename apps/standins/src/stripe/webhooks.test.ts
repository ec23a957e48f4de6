import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import Stripe from 'stripe'
import type { Standins } from '../index.ts'
import { freshStandins, officialClient, postJson, readyAccount } from '../testing.ts'
import type { DeliveryResult } from './webhooks.ts'

const secret = 'whsec_test'
let receiver: Server
let received: Array<{ body: string; header: string }>
let status: number
let standins: Standins
let stripe: Stripe

beforeEach(async () => {
  received = []
  status = 200
  receiver = createServer(async (req, res) => {
    let body = ''
    for await (const part of req) body += String(part)
    received.push({ body, header: String(req.headers['stripe-signature']) })
    res.writeHead(status).end()
  })
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  standins = await freshStandins({ webhookUrl: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`, webhookSecret: secret })
  stripe = officialClient(standins.url)
})
afterEach(async () => {
  await standins.close()
  receiver.closeAllConnections()
  receiver.close()
})

const control = (path: string, body: unknown) => postJson(`${standins.url}/stripe/control/${path}`, body)
const opened = (with_ = secret) => received.map(({ body, header }) => Stripe.webhooks.constructEvent(body, header, with_))

describe('Webhooks', () => {
  it('er underskrevet, så den officielle klient godkender dem, og kun dem', async () => {
    const account = await readyAccount(stripe, standins.url)
    await control('topup', { amount: 5000 })
    await stripe.transfers.create({ amount: 5000, currency: 'dkk', destination: account.id }, { idempotencyKey: 'k1' })
    await expect.poll(() => received.length).toBe(3)
    const events = opened()
    expect(events.map(one => one.type).sort()).toEqual(['account.updated', 'topup.succeeded', 'transfer.created'])
    expect(events.find(one => one.type === 'account.updated')?.account).toBe(account.id)
    expect(events.find(one => one.type === 'transfer.created')?.request?.idempotency_key).toBe('k1')
    expect(() => opened('whsec_other')).toThrow()
    const [first] = received
    expect(() => Stripe.webhooks.constructEvent(`${first?.body} `, first?.header ?? '', secret)).toThrow()
  })

  it('bliver sendt igen, til de får 2xx', async () => {
    status = 500
    await control('topup', { amount: 5000 })
    await expect.poll(() => received.length).toBe(1)
    status = 200
    await expect.poll(() => received.length, { timeout: 3000 }).toBe(2)
    expect(new Set(opened().map(one => one.id)).size).toBe(1)
    await expect.poll(async () => (await (await fetch(`${standins.url}/stripe/control/books`)).json() as { waitingDeliveries: number }).waitingDeliveries).toBe(0)
  })

  it('kan holdes tilbage og slippes løs dobbelt og i anden orden', async () => {
    await control('webhooks', { hold: true })
    for (let at = 1; at <= 4; at += 1) await control('topup', { amount: at * 100 })
    const results = await control('webhooks/release', { shuffleSeed: 3, copies: 2 }) as DeliveryResult[]
    expect(results).toHaveLength(8)
    const order = opened().map(one => one.id)
    expect(new Set(order).size).toBe(4)
    const inOrder = (await stripe.events.list()).data.map(one => one.id).reverse()
    expect(order.filter((id, at) => order.indexOf(id) === at)).not.toEqual(inOrder)
  })

  it('er underskrevet med begge hemmeligheder, mens de skiftes', async () => {
    await control('webhooks/rotate', { secret: 'whsec_new' })
    await control('topup', { amount: 100 })
    await expect.poll(() => received.length).toBe(1)
    expect(opened(secret)[0]?.id).toBe(opened('whsec_new')[0]?.id)
  })

  it('hører kun det, de har bedt om', async () => {
    const extra = await stripe.webhookEndpoints.create({ url: 'http://127.0.0.1:9/', enabled_events: ['transfer.created'] })
    expect(extra.secret).toMatch(/^whsec_/)
    expect((await stripe.webhookEndpoints.retrieve(extra.id)).secret).toBeUndefined()
    await control('topup', { amount: 100 })
    await expect.poll(() => received.length).toBe(1)
    await stripe.webhookEndpoints.update(extra.id, { disabled: true })
    expect(await stripe.webhookEndpoints.del(extra.id)).toMatchObject({ deleted: true })
  })
})
