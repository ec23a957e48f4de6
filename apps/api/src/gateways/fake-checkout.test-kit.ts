import type { CheckoutTruth, DisputeState, RefundTruth } from '@medspil/domain/payment'
import { ore, zero } from '@medspil/ledger'
import { Unavailable } from '../errors.ts'
import type { Checkouts } from './checkout.ts'

interface Kept { sessionId: string; paymentId: string; kommuneId: string; amount: bigint; truth: CheckoutTruth; refundKeys: Map<string, string>; expiresAt: Date }

/** Checkouts in memory that keep Stripe's promises, and what payers, banks and the dashboard do. */
export interface FakeCheckouts {
  port: Checkouts
  /** Sessions made, by our payment id; two of one payment would be a double charge. */
  made: Map<string, Kept[]>
  /** A card pays: false when the session is closed or was paid before. */
  pay(paymentId: string): boolean
  /** A delayed method: first complete without money, then the bank's answer. */
  payLater(paymentId: string): boolean
  answerLater(paymentId: string, ok: boolean): void
  /** Staff refund in the dashboard, øre. */
  refundByHand(paymentId: string, amount: bigint): boolean
  /** A settled refund comes back from the bank. */
  failRefund(paymentId: string, stripeId: string): void
  dispute(paymentId: string, state: DisputeState): void
  /** The session runs out. */
  runOut(paymentId: string): void
  /** What is true of the last session of a payment. */
  truthOf(paymentId: string): CheckoutTruth
  /** The next call does its work and then loses the answer. */
  loseAnswers: { left: number }
  /** The next refund is lost on its way to Stripe. */
  dropRefunds: { left: number }
  /** The next refund gets a plain no. */
  refuseRefunds: { left: number }
}

/** @param reach throws while Stripe is away */
export function fakeCheckouts(reach: () => void): FakeCheckouts {
  const made = new Map<string, Kept[]>()
  const byKey = new Map<string, Kept>()
  const loseAnswers = { left: 0 }
  const dropRefunds = { left: 0 }
  const refuseRefunds = { left: 0 }
  let number = 0
  const last = (paymentId: string): Kept => {
    const kept = made.get(paymentId)?.at(-1)
    if (!kept) throw new Error(`no session of ${paymentId}`)
    return kept
  }
  const bySession = (sessionId: string): Kept => {
    const kept = [...made.values()].flat().find((one) => one.sessionId === sessionId)
    if (!kept) throw new Error(`no session ${sessionId}`)
    return kept
  }
  const change = (kept: Kept, part: Partial<CheckoutTruth>) => { kept.truth = { ...kept.truth, ...part } }
  const charge = (kept: Kept) => change(kept, { session: 'complete', charged: ore(kept.amount), pending: false, intentId: `pi_${kept.paymentId}`, chargeId: `ch_${kept.paymentId}` })
  const given = ({ truth }: Kept) => truth.refunds.reduce((sum, { amount, state }) => (state === 'failed' ? sum : sum + amount), 0n)
  const answered = <T>(answer: T): T => {
    if (loseAnswers.left <= 0) return answer
    loseAnswers.left -= 1
    throw new Unavailable('Stripe Checkout')
  }
  const refuse = (code: string) => Object.assign(new Error(code), { statusCode: 400, code })
  const viewOf = ({ sessionId, truth }: Kept) => ({ sessionId, url: truth.session === 'open' ? `https://checkout.example/${sessionId}` : null })
  const port: Checkouts = {
    open: async ({ paymentId, kommuneId, lines, expiresAt, key }) => {
      reach()
      const kept = byKey.get(key) ?? {
        sessionId: `cs_${number += 1}`, paymentId, kommuneId, amount: lines.reduce((sum, { amount }) => sum + amount, 0n), expiresAt, refundKeys: new Map(),
        truth: { session: 'open', charged: zero, pending: false, intentId: null, chargeId: null, refunds: [], dispute: null },
      }
      if (!byKey.has(key)) made.set(paymentId, [...made.get(paymentId) ?? [], kept])
      byKey.set(key, kept)
      return answered(viewOf(kept))
    },
    find: async (paymentId) => { reach(); const kept = made.get(paymentId)?.at(-1); return kept ? viewOf(kept) : null },
    expire: async (sessionId) => { reach(); const kept = bySession(sessionId); if (kept.truth.session === 'open') change(kept, { session: 'expired' }); answered(null) },
    truth: async (sessionId) => { reach(); return bySession(sessionId).truth },
    refund: async ({ refundId, paymentId, amount, key }) => {
      reach()
      if (dropRefunds.left > 0) {
        dropRefunds.left -= 1
        throw new Unavailable('Stripe Checkout')
      }
      if (refuseRefunds.left > 0) {
        refuseRefunds.left -= 1
        throw refuse('charge_expired_for_refund')
      }
      const kept = last(paymentId)
      const known = kept.truth.refunds.find(({ stripeId }) => stripeId === kept.refundKeys.get(key))
      if (known) return answered(known)
      if (kept.truth.dispute && kept.truth.dispute.state !== 'won') throw refuse('charge_disputed')
      if (given(kept) + amount > kept.truth.charged) throw refuse('charge_already_refunded')
      const refund: RefundTruth = { stripeId: `re_${number += 1}`, refundId, amount: ore(amount), state: 'settled' }
      kept.refundKeys.set(key, refund.stripeId)
      change(kept, { refunds: [...kept.truth.refunds, refund] })
      return answered(refund)
    },
    ownerOf: async (objectId) => {
      reach()
      const kept = [...made.values()].flat().find(({ sessionId, paymentId, truth }) =>
        [sessionId, truth.intentId, truth.chargeId, `dp_${paymentId}`, ...truth.refunds.map(({ stripeId }) => stripeId)].includes(objectId))
      return kept ? { kommuneId: kept.kommuneId, paymentId: kept.paymentId } : null
    },
  }
  return {
    port, made, loseAnswers, dropRefunds, refuseRefunds, truthOf: (paymentId) => last(paymentId).truth,
    pay: (paymentId) => { const kept = last(paymentId); if (kept.truth.session !== 'open') return false; charge(kept); return true },
    payLater: (paymentId) => { const kept = last(paymentId); if (kept.truth.session !== 'open') return false; change(kept, { session: 'complete', pending: true, intentId: `pi_${paymentId}` }); return true },
    answerLater: (paymentId, ok) => { const kept = last(paymentId); if (kept.truth.pending) { if (ok) charge(kept); else change(kept, { pending: false }) } },
    refundByHand: (paymentId, amount) => {
      const kept = last(paymentId)
      const isRefused = given(kept) + amount > kept.truth.charged || (kept.truth.dispute !== null && kept.truth.dispute.state !== 'won')
      if (isRefused) return false
      change(kept, { refunds: [...kept.truth.refunds, { stripeId: `re_${number += 1}`, refundId: null, amount: ore(amount), state: 'settled' }] })
      return true
    },
    failRefund: (paymentId, stripeId) => { const kept = last(paymentId); change(kept, { refunds: kept.truth.refunds.map((one) => (one.stripeId === stripeId ? { ...one, state: 'failed' } : one)) }) },
    dispute: (paymentId, state) => { const kept = last(paymentId); if (given(kept) < kept.truth.charged || kept.truth.dispute) change(kept, { dispute: { state, amount: kept.truth.dispute?.amount ?? ore(kept.truth.charged - given(kept)) } }) },
    runOut: (paymentId) => { const kept = last(paymentId); if (kept.truth.session === 'open') change(kept, { session: 'expired' }) },
  }
}
