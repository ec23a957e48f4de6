import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type Stripe from 'stripe'
import type { Standins } from '../index.ts'
import { personaByKey } from '../personas.ts'
import { freshStandins, officialClient, postJson, readyAccount } from '../testing.ts'

let standins: Standins
let stripe: Stripe
let account: Stripe.Account
const control = (path: string, body: unknown) => postJson(`${standins.url}/stripe/control/${path}`, body)
const balanceOf = async (owner?: string) => (await stripe.balance.retrieve({}, owner ? { stripeAccount: owner } : {})).available[0]?.amount
const transfer = (amount: number, more: Partial<Stripe.TransferCreateParams> = {}) => stripe.transfers.create({ amount, currency: 'dkk', destination: account.id, ...more })

beforeEach(async () => {
  standins = await freshStandins()
  stripe = officialClient(standins.url)
  account = await readyAccount(stripe, standins.url)
  await control('topup', { amount: 100_000 })
})
afterEach(() => standins.close())

describe('Penge hos Stripe', () => {
  it('flytter penge og tilbage igen; hver postering går op', async () => {
    const made = await transfer(75_000, { transfer_group: 'payout-1', metadata: { kommune: 'slagelse', line: 'l-1' } })
    expect([await balanceOf(), await balanceOf(account.id)]).toEqual([25_000, 75_000])
    const reversal = await stripe.transfers.createReversal(made.id, { amount: 20_000 })
    expect(reversal).toMatchObject({ object: 'transfer_reversal', amount: 20_000, transfer: made.id })
    const after = await stripe.transfers.retrieve(made.id)
    expect(after).toMatchObject({ amount_reversed: 20_000, reversed: false })
    expect(after.reversals.data).toHaveLength(1)
    await expect(stripe.transfers.createReversal(made.id, { amount: 55_001 })).rejects.toMatchObject({ statusCode: 400, code: 'amount_too_large' })
    await stripe.transfers.createReversal(made.id)
    await expect(stripe.transfers.createReversal(made.id)).rejects.toMatchObject({ code: 'transfer_already_reversed' })
    expect([await balanceOf(), await balanceOf(account.id)]).toEqual([100_000, 0])
    const { sums } = await (await fetch(`${standins.url}/stripe/control/books`)).json() as { sums: Record<string, number> }
    expect(Object.values(sums).reduce((sum, one) => sum + one, 0)).toBe(0)
    expect(sums).toMatchObject({ platform: 100_000, [account.id]: 0, outside: -100_000 })
    const kinds = (await stripe.balanceTransactions.list({ limit: 10 })).data.map(one => [one.type, one.net])
    expect(kinds).toEqual([['transfer_refund', 55_000], ['transfer_refund', 20_000], ['transfer', -75_000], ['topup', 100_000]])
  })

  it('afviser for lille saldo, og tilbageførsel når foreningen har brugt pengene', async () => {
    await expect(transfer(100_001)).rejects.toMatchObject({ statusCode: 400, code: 'balance_insufficient' })
    const made = await transfer(50_000)
    await control('payout', { account: account.id })
    await expect(stripe.transfers.createReversal(made.id)).rejects.toMatchObject({ code: 'balance_insufficient' })
    expect(await balanceOf()).toBe(50_000)
  })

  it('finder en overførsel igen på gruppe og metadata, side for side', async () => {
    for (let line = 0; line < 23; line += 1) await transfer(100, { transfer_group: line < 12 ? 'a' : 'b', metadata: { line: `l-${line}` } })
    const found: string[] = []
    for await (const one of stripe.transfers.list({ transfer_group: 'a', limit: 5 })) found.push(one.metadata['line'] ?? '')
    expect(found).toEqual(Array.from({ length: 12 }, (_, at) => `l-${11 - at}`))
    expect((await stripe.transfers.list({ limit: 10 })).has_more).toBe(true)
    await expect(stripe.transfers.list({ limit: 101 })).rejects.toMatchObject({ param: 'limit' })
    await expect(stripe.transfers.list({ starting_after: 'tr_nope' })).rejects.toMatchObject({ code: 'resource_missing' })
  })

  it('udbetaler til banken, og banken kan sende pengene retur', async () => {
    await transfer(30_000)
    const first = await control('payout', { account: account.id }) as Stripe.Payout
    const own = { stripeAccount: account.id }
    expect((await stripe.payouts.retrieve(first.id, {}, own)).status).toBe('in_transit')
    await expect(stripe.payouts.retrieve(first.id)).rejects.toMatchObject({ statusCode: 404 })
    standins.clock.advance({ days: 2 })
    expect((await stripe.payouts.retrieve(first.id, {}, own)).status).toBe('paid')
    await control('payout/fail', { payout: first.id })
    expect((await stripe.payouts.list({}, own)).data.map(one => [one.status, one.failure_code])).toEqual([['failed', 'account_closed']])
    expect(await balanceOf(account.id)).toBe(30_000)
    expect((await stripe.events.list({ type: 'payout.failed' }, own)).data).toHaveLength(1)
  })
})

describe('Foreningens konto', () => {
  it('kan først få penge, når siden er udfyldt, og linket virker én gang', async () => {
    const fresh = await stripe.accounts.create({ type: 'express', capabilities: { transfers: { requested: true } } })
    expect(fresh).toMatchObject({ payouts_enabled: false, capabilities: { transfers: 'inactive' } })
    expect(fresh.requirements?.currently_due).toContain('external_account')
    await expect(transfer(100, { destination: fresh.id })).rejects.toMatchObject({ code: 'insufficient_capabilities_for_transfer' })
    const { url } = await stripe.accountLinks.create({ account: fresh.id, type: 'account_onboarding', refresh_url: 'http://localhost:9/again', return_url: 'http://localhost:9/done' })
    expect(await (await fetch(url)).text()).toContain('Godkend og gå tilbage')
    const answer = () => fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ answer: 'complete' }) })
    expect((await answer()).headers.get('location')).toBe('http://localhost:9/done')
    expect((await answer()).headers.get('location')).toBe('http://localhost:9/again')
    expect(await stripe.accounts.retrieve(fresh.id)).toMatchObject({ payouts_enabled: true, details_submitted: true, capabilities: { transfers: 'active' } })
    await control('account/restrict', { account: fresh.id })
    await expect(transfer(100, { destination: fresh.id })).rejects.toMatchObject({ code: 'insufficient_capabilities_for_transfer' })
  })
})

describe('Streng', () => {
  it('afviser ukendt adresse, ukendt parameter, manglende parameter, forkert type og rigtig nøgle', async () => {
    await expect(stripe.customers.create({})).rejects.toMatchObject({ statusCode: 400, type: 'StripeInvalidRequestError' })
    await expect(transfer(100, { colour: 'red' } as object)).rejects.toMatchObject({ code: 'parameter_unknown', param: 'colour' })
    await expect(transfer(100, { __proto__: null, constructor: 'x' } as object)).rejects.toMatchObject({ code: 'parameter_unknown' })
    await expect(stripe.transfers.create({ currency: 'dkk', destination: account.id })).rejects.toMatchObject({ code: 'parameter_missing', param: 'amount' })
    await expect(transfer(1.5)).rejects.toMatchObject({ code: 'parameter_invalid_integer' })
    await expect(transfer(100, { currency: 'eur' })).rejects.toMatchObject({ param: 'currency' })
    const live = await fetch(`${standins.url}/v1/balance`, { headers: { authorization: `Bearer ${['sk', 'live', 'x'].join('_')}` } })
    expect(live.status).toBe(401)
  })

  it('afviser CPR, personers navne og metadata uden for listen', async () => {
    const child = 'Yara Ahmadi'
    await expect(transfer(100, { metadata: { line: personaByKey('amira').cpr ?? '' } })).rejects.toMatchObject({ code: 'medspil_privacy' })
    await expect(transfer(100, { description: `Kontingent for ${child}` })).rejects.toMatchObject({ code: 'medspil_privacy', param: 'description' })
    await expect(transfer(100, { metadata: { child: 'c-1' } })).rejects.toMatchObject({ code: 'medspil_privacy', param: 'metadata[child]' })
    await expect(transfer(100, { metadata: { line: 'går ikke til noget' } })).rejects.toMatchObject({ code: 'medspil_privacy' })
    await control('canaries', { names: ['Kanariefugl'] })
    await expect(transfer(100, { transfer_group: 'kanariefugl-1' })).rejects.toMatchObject({ code: 'medspil_privacy' })
    expect(await balanceOf()).toBe(100_000)
  })
})
