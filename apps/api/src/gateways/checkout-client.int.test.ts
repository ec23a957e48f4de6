import { newId } from '@medspil/db'
import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOutside, type Outside } from '../../test/money/outside.ts'
import { checkoutClient } from './checkout-client.ts'
import type { Checkouts } from './checkout.ts'

let outside: Outside
let checkouts: Checkouts
beforeAll(async () => {
  outside = await openOutside()
  checkouts = checkoutClient({ secretKey: 'sk_test_medspil', base: outside.standins.url, familyOrigin: 'https://family.example' })
})
afterAll(() => outside?.close())

const kommuneId = newId()
const inMinutes = (minutes: number) => new Date(outside.clock().at.getTime() + minutes * 60_000)
const order = (paymentId: string, key = paymentId) => ({ paymentId, kommuneId, lines: [{ text: 'Aktiv Sommer', amount: 15_000n }, { text: 'Aktiv Sommer', amount: 5000n }], returnPath: '/stevns/betaling/x', expiresAt: inMinutes(31), key })
const open = async () => {
  const paymentId = newId()
  const { sessionId, url } = await checkouts.open(order(paymentId))
  return { paymentId, sessionId, url }
}
const pay = (session: string, method = 'card') => outside.control('checkout/pay', { session, method })

describe('Checkout med Stripes egen klient', () => {
  it('samme nøgle er samme side, den findes på vores id, og intet navn forlader huset', async () => {
    const since = outside.clock().at
    const { paymentId, sessionId, url } = await open()
    expect(await checkouts.open({ ...order(paymentId), expiresAt: inMinutes(31) })).toMatchObject({ sessionId })
    expect(await checkouts.find(paymentId, since)).toEqual({ sessionId, url })
    expect(await checkouts.find(newId(), since)).toBeNull()
    expect(await checkouts.truth(sessionId)).toEqual({ session: 'open', charged: 0n, pending: false, intentId: null, chargeId: null, refunds: [], dispute: null })
    const session = await outside.stripe.checkout.sessions.retrieve(sessionId)
    expect(session).toMatchObject({ client_reference_id: paymentId, metadata: { kommune: kommuneId, payment: paymentId }, amount_total: 20_000, customer_email: null })
    expect(session.success_url).toBe('https://family.example/stevns/betaling/x')
  })

  it('betalt, delvis tilbage fra os og i hånden, indsigelse: sandheden siger det hele', async () => {
    const { paymentId, sessionId } = await open()
    await pay(sessionId)
    const paid = await checkouts.truth(sessionId)
    expect(paid).toMatchObject({ session: 'complete', charged: 20_000n, pending: false })
    const refundId = newId()
    const refund = { refundId, paymentId, kommuneId, intentId: paid.intentId!, amount: 5000n, key: refundId }
    expect(await checkouts.refund(refund)).toMatchObject({ refundId, amount: 5000n, state: 'settled' })
    await checkouts.refund(refund)
    await outside.control('refund', { session: sessionId, amount: 3000 })
    const { refunds } = await checkouts.truth(sessionId)
    expect(refunds.map(({ refundId: ours, amount, state }) => [ours, amount, state])).toEqual([[refundId, 5000n, 'settled'], [null, 3000n, 'settled']])
    await expect(checkouts.refund({ ...refund, amount: 12_001n, key: newId() })).rejects.toBeInstanceOf(Stripe.errors.StripeInvalidRequestError)
    await outside.control('refund/fail', { refund: refunds[1]!.stripeId })
    await outside.control('dispute', { session: sessionId })
    const disputed = await checkouts.truth(sessionId)
    expect(disputed.refunds[1]).toMatchObject({ state: 'failed' })
    expect(disputed.dispute).toMatchObject({ state: 'open' })
    for (const id of [sessionId, paid.intentId!, paid.chargeId!, refunds[1]!.stripeId]) expect(await checkouts.ownerOf(id)).toEqual({ kommuneId, paymentId })
    const { data: [dispute] } = await outside.stripe.disputes.list({ payment_intent: paid.intentId! })
    expect(await checkouts.ownerOf(dispute!.id)).toEqual({ kommuneId, paymentId })
    await outside.control('dispute/close', { dispute: dispute!.id, outcome: 'won' })
    expect((await checkouts.truth(sessionId)).dispute?.state).toBe('won')
    expect(await checkouts.ownerOf('tr_none')).toBeNull()
  })

  it('den, der lukker for sent, hører at der er betalt; den, der er lukket, kan ikke betales', async () => {
    const [late, early] = [await open(), await open()]
    await pay(late.sessionId)
    await checkouts.expire(late.sessionId)
    expect(await checkouts.truth(late.sessionId)).toMatchObject({ session: 'complete', charged: 20_000n })
    await checkouts.expire(early.sessionId)
    await pay(early.sessionId)
    expect(await checkouts.truth(early.sessionId)).toMatchObject({ session: 'expired', charged: 0n })
  })

  it('en bank, der svarer senere: først på vej, så ja eller nej', async () => {
    const [yes, no] = [await open(), await open()]
    await pay(yes.sessionId, 'late-success')
    await pay(no.sessionId, 'late-failure')
    expect(await checkouts.truth(yes.sessionId)).toMatchObject({ session: 'complete', charged: 0n, pending: true })
    await outside.control('checkout/late', { session: yes.sessionId, ok: true })
    await outside.control('checkout/late', { session: no.sessionId, ok: false })
    expect(await checkouts.truth(yes.sessionId)).toMatchObject({ charged: 20_000n, pending: false })
    expect(await checkouts.truth(no.sessionId)).toMatchObject({ charged: 0n, pending: false })
  })
})
