import { newId } from '@medspil/db'
import { withDatabase } from '@medspil/testing/database'
import { makeKommune } from '@medspil/testing/factories'
import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../test/browser.ts'
import { type RunningApi, startApi } from '../testing.ts'

const test = withDatabase()
let api: RunningApi
let kommuneId: string

beforeAll(async () => {
  kommuneId = (await makeKommune(test().admin)).id
  api = await startApi({ database: test().database })
})
afterAll(() => api?.stop())

const eventOf = (id: string, changes: object = {}) => JSON.stringify({
  id, object: 'event', type: 'transfer.created', livemode: false, data: { object: { id: 'tr_1', metadata: { kommune: kommuneId } } }, ...changes,
})
const send = (payload: string, { secret = 'whsec_test', secondsAgo = 0, signed = payload }: { secret?: string; secondsAgo?: number; signed?: string } = {}) => {
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: signed, secret, timestamp: Math.floor(Date.now() / 1000) - secondsAgo })
  return openBrowser().post(`${api.family}/webhooks/stripe`, { body: payload, headers: { 'content-type': 'application/json', 'stripe-signature': signature } })
}
const kept = async () => (await test().admin.query<{ events: number; jobs: number }>(`select (select count(*)::int from stripe_event) as events, (select count(*)::int from outbox_job where name = 'read-stripe-object') as jobs`)).rows[0]

describe('Stripes hændelser', () => {
  it('bliver gemt én gang med ét job, uanset hvor mange gange de kommer', async () => {
    const payload = eventOf(`evt_${newId()}`)
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(payload)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(await kept()).toEqual({ events: 1, jobs: 1 })
  })

  it.each([
    ['forkert hemmelighed', { secret: 'whsec_other' }, {}], ['for gammel', { secondsAgo: 301 }, {}], ['fra fremtiden', { secondsAgo: -301 }, {}],
    ['ændret undervejs', { signed: '{}' }, {}], ['fra den rigtige verden', {}, { livemode: true }],
  ])('%s bliver afvist', async (_name, options, changes) => {
    const before = await kept()
    expect((await send(eventOf(`evt_${newId()}`, changes), options)).status).toBe(400)
    expect(await kept()).toEqual(before)
  })

  it('en hændelse, der ikke er nogen kommunes, får svar og bliver ikke gemt', async () => {
    const before = await kept()
    expect((await send(eventOf('evt_x', { data: { object: { id: 'tr_2', metadata: { kommune: newId() } } } }))).status).toBe(200)
    expect(await kept()).toEqual(before)
  })
})
