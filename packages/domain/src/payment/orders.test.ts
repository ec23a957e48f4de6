import { ore, zero } from '@medspil/ledger'
import { describe, expect, it } from 'vitest'
import { begin, endOf, hear, ordersOf, truth, type Life } from './life.test-kit.ts'
import type { CheckoutTruth, Payment } from './index.ts'

const refund = (state: 'sent' | 'settled') => [{ stripeId: 're_1', refundId: null, amount: ore(4000), state }]
const paid = { session: 'complete', charged: ore(15_000), intentId: 'pi', chargeId: 'ch' } as const

/** Six events of one life, each with what is true at Stripe once it has happened. */
const life: { event: string; after: CheckoutTruth; payload: Partial<Payment> }[] = [
  { event: 'checkout.session.completed', after: truth({ session: 'complete', pending: true }), payload: { state: 'processing' } },
  { event: 'checkout.session.async_payment_succeeded', after: truth(paid), payload: { state: 'paid' } },
  { event: 'refund.created', after: truth({ ...paid, refunds: refund('sent') }), payload: { refunds: [{ id: 'r0', lineId: 'l', amount: ore(4000), cause: 'dashboard', state: 'sent', stripeId: 're_1' }] } },
  { event: 'charge.refund.updated', after: truth({ ...paid, refunds: refund('settled') }), payload: { refunds: [{ id: 'r0', lineId: 'l', amount: ore(4000), cause: 'dashboard', state: 'settled', stripeId: 're_1' }] } },
  { event: 'charge.dispute.created', after: truth({ ...paid, refunds: refund('settled'), dispute: { state: 'open', amount: ore(11_000) } }), payload: { dispute: 'open', disputeAmount: ore(11_000) } },
  { event: 'charge.dispute.closed', after: truth({ ...paid, refunds: refund('settled'), dispute: { state: 'won', amount: ore(11_000) } }), payload: { dispute: 'won' } },
]
const stages = life.map((_, at) => at)
const orders = ordersOf(stages)
const inOrder = endOf(stages.reduce<Life>((so, at) => hear(so, life[at]!.after), begin()))

let dice = 20261122
const roll = (sides: number): number => {
  dice = (Math.imul(dice, 1103515245) + 12345) >>> 0
  return (dice >>> 8) % sides
}
/** An order with every event one to three times, the copies anywhere. */
const withCopies = (order: readonly number[]): number[] => {
  const all = [...order]
  for (const at of order) for (let copies = roll(3); copies > 0; copies -= 1) all.splice(roll(all.length + 1), 0, at)
  return all
}

describe('løfte 5: en betalings seks hændelser i alle 720 rækkefølger, hver én til tre gange', () => {
  it('ender i samme tilstand, regnskab og beskeder', () => {
    let deliveries = 0
    for (const order of orders) {
      // Stripe's truth has come at least as far as the latest event that has happened; it may be further.
      let reached = 0
      let so = begin()
      for (const at of withCopies(order)) {
        reached = Math.max(reached, at)
        so = hear(so, life[reached + roll(life.length - reached)]!.after)
        deliveries += 1
      }
      expect(endOf(hear(so, life[5]!.after))).toBe(inOrder)
    }
    expect(orders.length).toBe(720)
    expect(deliveries).toBeGreaterThan(720 * 6)
  })

  it('rød tvilling: den, der tror på hændelsens eget indhold, ender forkert i mindst én rækkefølge', () => {
    const believing = (order: readonly number[]) => order.reduce<Payment>((so, at) => ({ ...so, ...life[at]!.payload }), begin().payment)
    const right = JSON.stringify(believing(stages), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
    const wrong = orders.filter((order) => JSON.stringify(believing(order), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) !== right)
    expect(wrong.length).toBeGreaterThan(0)
  })

  it('en tilbagebetaling, som banken sender retur, står som fejlet, og pengene er på deltagerens konto igen', () => {
    const steps = [truth(paid), truth({ ...paid, refunds: refund('settled') }), truth({ ...paid, refunds: [{ ...refund('settled')[0]!, state: 'failed' }] })]
    for (const order of ordersOf([0, 1, 2])) {
      let reached = 0
      const end = order.reduce<Life>((so, at) => hear(so, steps[reached = Math.max(reached, at)]!), begin())
      expect(end.payment.refunds.map(({ state }) => state)).toEqual(['failed'])
      expect(end.book.balances.get('co-payment:s')).toBe(15_000n)
    }
  })

  it('et udløbet Checkout, som viser sig betalt, er betalt; et betalt udløber aldrig', () => {
    expect(hear(hear(begin(), truth({ session: 'expired' })), truth(paid)).payment.state).toBe('paid')
    expect(hear(hear(begin(), truth(paid)), truth({ session: 'expired', charged: zero })).payment.state).toBe('paid')
  })
})
