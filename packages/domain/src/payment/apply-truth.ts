import { min, splitOre, subtract, sum, zero, type Ore } from '@medspil/ledger'
import { laterDispute, laterPayment, laterRefund, type DisputeState, type PaymentState, type RefundCause, type RefundState } from './states.ts'
import { stateOf, type CheckoutTruth, type RefundTruth } from './truth.ts'

/** What of a payment is for one sign-up, øre. */
export type PaymentLine = { readonly id: string; readonly signupId: string; readonly amount: Ore }

/** One refund of one line. A dashboard refund over several lines is one of these a line, under the same Stripe id. */
export type Refund = {
  readonly id: string; readonly lineId: string; readonly amount: Ore; readonly cause: RefundCause
  readonly state: RefundState; readonly stripeId: string | null
}

/** A payment as it is kept. */
export type Payment = {
  readonly id: string; readonly state: PaymentState; readonly amount: Ore
  readonly dispute: DisputeState | null; readonly disputeAmount: Ore
  readonly lines: readonly PaymentLine[]; readonly refunds: readonly Refund[]
}

/** One movement of money that a new truth brings: each becomes one ledger entry. Dispute amounts are of the whole payment. */
export type Movement =
  | { kind: 'received' | 'refunded' | 'refund-failed'; signupId: string; amount: Ore }
  | { kind: 'disputed' | 'dispute-won'; amount: Ore }

/** What a truth changed. `hasFailed` and `foreignRefunds` are told to the family, `failedRefunds` to the desk; each once. */
export type Applied = {
  payment: Payment
  movements: readonly Movement[]
  /** It came to an end without money just now. */
  hasFailed: boolean
  /** Refunds heard of for the first time that are not ours. */
  foreignRefunds: readonly Refund[]
  /** Refunds that were on their way, or had arrived, and came to nothing just now. */
  failedRefunds: readonly Refund[]
  /** What a person must look at: money that is not what we asked for. */
  alarms: readonly ('amount-differs' | 'refund-beyond-payment' | 'refund-failed' | 'disputed' | 'dispute-lost')[]
}

/** Øre of a line that no refund has given back or is giving back. */
export const leftOfLine = (line: PaymentLine, refunds: readonly Refund[]): Ore =>
  subtract(line.amount, sum(refunds.filter(({ lineId, state }) => lineId === line.id && state !== 'failed').map(({ amount }) => amount)))

/**
 * Øre of a refund that came to nothing which its family has not had in any other way: by hand at Stripe, in another refund,
 * or from its own bank. Nothing for a refund that did not fail.
 */
export const stillOwed = ({ amount, lines, refunds, dispute, disputeAmount }: Payment, failed: Refund): Ore => {
  if (failed.state !== 'failed') return zero
  const others = refunds.filter(({ id, state }) => id !== failed.id && state !== 'failed')
  const line = lines.find(({ id }) => id === failed.lineId)
  const ofPayment = subtract(subtract(amount, sum(others.map((other) => other.amount))), dispute === 'lost' ? disputeAmount : zero)
  const owed = min(failed.amount, min(line ? leftOfLine(line, others) : zero, ofPayment))
  return owed > zero ? owed : zero
}

/**
 * Lays the present truth over what is kept. The result depends on the truth alone and not on how it was reached, so
 * repeats, gaps and turned order do not matter (promise 5); ends never regress.
 * @param makeId ids for refunds that are not ours
 */
export const applyTruth = (known: Payment, truth: CheckoutTruth, makeId: () => string): Applied => {
  const state = laterPayment(known.state, stateOf(truth))
  const received = state === 'paid' && known.state !== 'paid'
    ? known.lines.map(({ signupId, amount }): Movement => ({ kind: 'received', signupId, amount })) : []
  const ours = known.refunds.map((refund) => heardOf(refund, truth.refunds))
  const foreign = truth.refunds.filter(({ stripeId, refundId }) => !known.refunds.some((refund) => refund.stripeId === stripeId || refund.id === refundId))
  const refunds = fitWaiting(known.lines, foreign.reduce((all, one) => [...all, ...splitForeign(known.lines, all, one, makeId)], ours))
  const foreignRefunds = refunds.slice(ours.length)
  const failedRefunds = refunds.filter((refund, at) => refund.state === 'failed' && refund.stripeId !== null && known.refunds[at]?.state !== 'failed')
  const dispute = laterDispute(known.dispute, truth.dispute?.state ?? null)
  const disputeAmount = truth.dispute?.amount ?? known.disputeAmount
  return {
    payment: { ...known, state, refunds, dispute, disputeAmount },
    movements: [...received, ...refunds.flatMap((refund, at) => movementOf(known, known.refunds[at]?.state ?? null, refund)), ...disputeMovement(known, dispute, disputeAmount)],
    hasFailed: state === 'failed' && known.state !== 'failed',
    foreignRefunds, failedRefunds,
    alarms: [
      ...(received.length > 0 && truth.charged !== known.amount ? ['amount-differs' as const] : []),
      ...(hasGoneBeyond(known, foreign, foreignRefunds, refunds) ? ['refund-beyond-payment' as const] : []),
      ...(failedRefunds.length > 0 ? ['refund-failed' as const] : []),
      ...(dispute !== known.dispute && dispute === 'open' ? ['disputed' as const] : []), ...(dispute !== known.dispute && dispute === 'lost' ? ['dispute-lost' as const] : []),
    ],
  }
}

// Beyond what the lines can give back at Stripe, or, with what was paid in another way, beyond what one of them took.
const hasGoneBeyond = (known: Payment, foreign: readonly RefundTruth[], foreignRefunds: readonly Refund[], refunds: readonly Refund[]): boolean =>
  sum(foreignRefunds.map(({ amount }) => amount)) < sum(foreign.map(({ amount }) => amount))
  || known.lines.some((line) => {
    const left = leftAfterAll(line, refunds)
    return left < zero && left < leftAfterAll(line, known.refunds)
  })

const heardOf = (refund: Refund, truths: readonly RefundTruth[]): Refund => {
  const heard = truths.find(({ stripeId, refundId }) => stripeId === refund.stripeId || refundId === refund.id)
  if (!heard) return refund
  // What Stripe had not heard of failed on our word alone, and Stripe's goes before it.
  const known = refund.state === 'failed' && refund.stripeId === null ? 'unknown' : refund.state
  return { ...refund, stripeId: heard.stripeId, state: laterRefund(known, heard.state) }
}

/** Øre of a line that have not gone back at Stripe, whatever we mean to send. */
const leftAtStripe = (line: PaymentLine, refunds: readonly Refund[]): Ore => leftOfLine(line, refunds.filter(({ stripeId }) => stripeId !== null))

/** Øre of a line that its family has not had, at Stripe or in another way; below zero when it had too much. What Stripe has not heard of may never go. */
const leftAfterAll = (line: PaymentLine, refunds: readonly Refund[]): Ore =>
  leftOfLine(line, refunds.filter(({ stripeId, state }) => stripeId !== null || state === 'paid-otherwise'))

// Money that somebody gave back by hand is gone from what waited to be sent: together no line gives back more than it took.
const fitWaiting = (lines: readonly PaymentLine[], refunds: readonly Refund[]): Refund[] =>
  refunds.map((refund, at) => {
    const line = lines.find(({ id }) => id === refund.lineId)
    if (refund.state !== 'due' || line === undefined) return refund
    const amount = min(refund.amount, leftOfLine(line, refunds.filter((other, place) => other.stripeId !== null || (other.state === 'due' ? place < at : place !== at))))
    return amount > zero ? { ...refund, amount } : { ...refund, state: 'failed' }
  })

// By what is left of each line, so that no line gives back more than it took.
const splitForeign = (lines: readonly PaymentLine[], refunds: readonly Refund[], { stripeId, amount, state }: RefundTruth, makeId: () => string): Refund[] => {
  const left = lines.map((line) => leftAtStripe(line, refunds))
  const whole = sum(left)
  if (whole <= zero) return []
  const parts = splitOre(min(amount, whole), left)
  return lines.flatMap((line, at) => parts[at]! > zero ? [{ id: makeId(), lineId: line.id, amount: parts[at]!, cause: 'dashboard' as const, state, stripeId }] : [])
}

const movementOf = ({ lines }: Payment, before: RefundState | null, { lineId, state, amount }: Refund): Movement[] => {
  const { signupId } = lines.find(({ id }) => id === lineId)!
  if (state === 'settled' && before !== 'settled') return [{ kind: 'refunded', signupId, amount }]
  return state === 'failed' && before === 'settled' ? [{ kind: 'refund-failed', signupId, amount }] : []
}

const disputeMovement = (known: Payment, dispute: DisputeState | null, amount: Ore): Movement[] => {
  const isAway = dispute === 'open' || dispute === 'lost'
  const wasAway = known.dispute === 'open' || known.dispute === 'lost'
  if (isAway === wasAway || amount === zero) return []
  return isAway ? [{ kind: 'disputed', amount }] : [{ kind: 'dispute-won', amount: known.disputeAmount }]
}
