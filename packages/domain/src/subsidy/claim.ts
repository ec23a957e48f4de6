import { add, subtract, sum, zero, type Ore } from '@medspil/ledger'
import { yearOf, type Day } from '../day.ts'
import { without, type PurseKind, type PursePart } from '../fritidspas/index.ts'
import type { SubsidyWhyNot } from './why-not.ts'

/** States of a claim (product.md 3a). `paid` leaves only by reversal; `rejected` and `reversed` are ends. */
export type ClaimState = 'due' | 'confirmed' | 'checked' | 'in-payout' | 'paid' | 'disputed' | 'rejected' | 'reversed'

/** Who pays a claim: the pass of a child, purse by purse, or the family's own share paid by card. */
export type ClaimSource =
  | { kind: 'fritidspas'; fritidspasId: string; poolId: string; holdId: string; pays: PurseKind; parts: readonly PursePart[] }
  | { kind: 'co-payment' }

/** A forening's demand for one signup; `amount` in øre. For a pass it equals the sum of the parts. */
export type Claim = {
  readonly id: string
  readonly foreningId: string
  readonly signupId: string
  readonly source: ClaimSource
  readonly amount: Ore
  /** Part of the amount that the forening has in hand already, by set-off of a clawback; øre. */
  readonly setOff: Ore
  /** First and last day that the fee covers; unused days are counted from here. */
  readonly period: { readonly firstDay: Day; readonly lastDay: Day }
  readonly state: ClaimState
}

/** A changed claim, or why it did not change. */
export type ClaimAnswer = { ok: true; claim: Claim } | { ok: false; whyNot: SubsidyWhyNot }

const steps = {
  due: ['confirmed', 'rejected'],
  confirmed: ['checked', 'disputed', 'rejected', 'reversed'],
  checked: ['in-payout', 'disputed', 'rejected', 'reversed'],
  'in-payout': ['paid', 'checked'],
  paid: ['reversed'],
  disputed: ['confirmed', 'rejected', 'reversed'],
  rejected: [],
  reversed: [],
} as const satisfies Record<ClaimState, readonly ClaimState[]>

/** Whether a claim may go from one state to the other. `in-payout` → `checked` is a failed or voided payout. */
export const mayStep = (from: ClaimState, to: ClaimState): boolean => (steps[from] as readonly ClaimState[]).includes(to)

/** Takes a claim one step on; refused when a step would be skipped or an end state left. */
export const stepClaim = (claim: Claim, to: ClaimState): ClaimAnswer =>
  mayStep(claim.state, to)
    ? { ok: true, claim: { ...claim, state: to } }
    : { ok: false, whyNot: { reason: 'claim-step-skipped', claimId: claim.id, from: claim.state, to } }

/** A claim that waits for the forening's word. For a pass the amount is what its hold has set aside; øre. */
export const dueClaim = (claim: Omit<Claim, 'state' | 'setOff'>): Claim => {
  if (claim.source.kind === 'fritidspas' && sum(claim.source.parts.map((part) => part.amount)) !== claim.amount) {
    throw new RangeError(`claim ${claim.id} is not the sum of its parts`)
  }
  return { ...claim, setOff: zero, state: 'due' }
}

/** The forening confirms child and fee. `spent` is what `confirmHold` spent; null for a family's own share. */
export const confirmClaim = (claim: Claim, spent: readonly PursePart[] | null): ClaimAnswer => {
  const stepped = stepClaim(claim, 'confirmed')
  if (!stepped.ok || spent === null || claim.source.kind !== 'fritidspas') return stepped
  const amount = sum(spent.map((part) => part.amount))
  return { ok: true, claim: { ...stepped.claim, amount, source: { ...claim.source, parts: spent } } }
}

/** What is known about a claim when it is tested against the ordning; øre. */
export type CheckFacts = {
  isForeningApproved: boolean
  /** Last year for which the forening has declared that it obtains børneattester; null for never. */
  declaredForYear: number | null
  /** The forening's own published fee. */
  fee: Ore
  /** What the pass or the family has set aside for this claim. */
  held: Ore
  /** Name of another funder that has paid the same expense; null for none known. */
  paidElsewhereBy: string | null
}

/** Tests a confirmed claim against the ordning; only a checked claim can be paid (product.md 3a, step 8). */
export const checkClaim = (claim: Claim, facts: CheckFacts, today: Day): ClaimAnswer => {
  const { id: claimId, foreningId, amount: claimed } = claim
  const year = yearOf(today)
  const refuse = (whyNot: SubsidyWhyNot): ClaimAnswer => ({ ok: false, whyNot })
  if (!facts.isForeningApproved) return refuse({ reason: 'forening-not-approved-at-check', foreningId })
  if (facts.declaredForYear === null || facts.declaredForYear < year) {
    return refuse({ reason: 'declaration-missing-at-check', foreningId, year })
  }
  if (claimed > facts.fee) return refuse({ reason: 'claim-above-fee', claimId, claimed, fee: facts.fee })
  if (claimed > facts.held) return refuse({ reason: 'claim-not-covered-by-hold', claimId, claimed, held: facts.held })
  if (facts.paidElsewhereBy !== null) return refuse({ reason: 'expense-paid-elsewhere', claimId, paidBy: facts.paidElsewhereBy })
  return stepClaim(claim, 'checked')
}

/** What a payout has to pay for a claim, øre: the amount without what was set off. */
export const payable = ({ amount, setOff }: Claim): Ore => subtract(amount, setOff)

/**
 * Pays part of a checked claim with money the forening has in hand. A claim with nothing left to pay is paid.
 * Throws RangeError when more would be set off than is left to pay.
 */
export const setOffAgainst = (claim: Claim, amount: Ore): ClaimAnswer => {
  if (claim.state !== 'checked') {
    return { ok: false, whyNot: { reason: 'claim-step-skipped', claimId: claim.id, from: claim.state, to: 'paid' } }
  }
  if (amount <= zero || amount > payable(claim)) throw new RangeError(`claim ${claim.id} has no ${amount} øre to set off`)
  const setOff = add(claim.setOff, amount)
  return { ok: true, claim: { ...claim, setOff, state: setOff === claim.amount ? 'paid' : 'checked' } }
}

/**
 * Takes money back from a claim, unpaid or paid, as `afterAbsence` or a collected clawback says. Nothing left: the
 * claim is reversed. Something left: it keeps its state with the smaller amount, since the posted entries tell the rest.
 */
export const takeBackFromClaim = (claim: Claim, amount: Ore, parts: readonly PursePart[]): ClaimAnswer => {
  if (amount <= zero || amount > claim.amount) throw new RangeError(`claim ${claim.id} has no ${amount} øre to take back`)
  if (amount === claim.amount) return stepClaim(claim, 'reversed')
  if (!mayStep(claim.state, 'reversed')) {
    return { ok: false, whyNot: { reason: 'claim-step-skipped', claimId: claim.id, from: claim.state, to: 'reversed' } }
  }
  const source = claim.source.kind === 'fritidspas' ? { ...claim.source, parts: without(claim.source.parts, parts) } : claim.source
  return { ok: true, claim: { ...claim, source, amount: subtract(claim.amount, amount) } }
}
