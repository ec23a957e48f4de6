import { splitOre, zero, type Ore } from '@medspil/ledger'
import { daysBetween, isAfter, isBefore, type Day } from '../day.ts'
import { firstOf, type PursePart } from '../fritidspas/index.ts'
import type { Claim } from './claim.ts'
import type { SubsidyWhyNot } from './why-not.ts'

/**
 * What an ordning says when a child never came, or stopped while the fee was still running. Data of the ordning; a
 * kommune chooses, the code has no default.
 */
export type NoShowRule = {
  /** The child never came: nothing is owed, or the forening keeps its fee because it kept the place. */
  readonly neverCame: 'nothing-owed' | 'fee-stands'
  /** The child withdrew: the fee for the unused days comes back, all of it stays, or nothing is owed. */
  readonly withdrew: 'unused-days-come-back' | 'fee-stands' | 'nothing-owed'
  /** Where the money goes: on the child's pass again while it runs, or straight to the pool. */
  readonly moneyGoesTo: 'purse' | 'pool'
}

/** What happened: the forening says that the child never came, or the child's last day is known. */
export type Absence = { kind: 'never-came' } | { kind: 'withdrew'; lastDay: Day }

/** What follows; `amount` in øre, `parts` are the purses it came from (empty for a family's own share). */
export type AbsenceOutcome =
  /** The forening had not confirmed: the hold is let go. */
  | { ok: true; act: 'release-hold'; amount: Ore; parts: readonly PursePart[] }
  /** Confirmed and not paid: the claim falls, or falls to what the used days cost. */
  | { ok: true; act: 'reverse-claim'; amount: Ore; parts: PursePart[]; toPurse: boolean }
  /** Paid: a clawback is proposed to the forening, with reason and deadline. */
  | { ok: true; act: 'propose-clawback'; amount: Ore; parts: PursePart[]; toPurse: boolean }
  | { ok: false; whyNot: SubsidyWhyNot }

/**
 * WHAT HAPPENS WHEN A FORENING SAYS THAT THE CHILD NEVER CAME, or when a child withdraws.
 *
 * 1. Not confirmed yet → the hold is released; nobody owes anything.
 * 2. The ordning says the fee stands → nothing comes back, and the reason says so.
 * 3. Confirmed, not paid → the claim is reversed; the money is on the pass again, or in the pool, as the ordning says.
 * 4. On its way to the bank → wait until the bank has answered, then ask again.
 * 5. Paid → a clawback is proposed; the forening answers before anything is set off or repaid (`clawback.ts`).
 *
 * Money comes back by reversal, never by editing what was posted, and never as cash to the family (product.md 3e).
 */
export const afterAbsence = ({ claim, rule, absence }: { claim: Claim; rule: NoShowRule; absence: Absence }): AbsenceOutcome => {
  const refuse = (whyNot: SubsidyWhyNot): AbsenceOutcome => ({ ok: false, whyNot })
  const { id: claimId, state, source } = claim
  const allParts = source.kind === 'fritidspas' ? source.parts : []
  if (state === 'rejected' || state === 'reversed') return refuse({ reason: 'claim-already-ended', claimId, state })
  if (state === 'due') return { ok: true, act: 'release-hold', amount: claim.amount, parts: allParts }
  if (state === 'in-payout') return refuse({ reason: 'claim-in-payout', claimId })
  if (state !== 'paid' && claim.setOff > zero) return refuse({ reason: 'claim-partly-set-off', claimId, setOff: claim.setOff })

  const amount = amountBack(claim, rule, absence)
  if (amount === zero) {
    const ruleSays = absence.kind === 'never-came' ? rule.neverCame : rule.withdrew
    return refuse({ reason: 'fee-stands', claimId, becauseOf: absence.kind, ruleSays })
  }
  const parts = source.kind === 'fritidspas' ? firstOf(source.parts, amount) : []
  const act = state === 'paid' ? 'propose-clawback' : 'reverse-claim'
  return { ok: true, act, amount, parts, toPurse: rule.moneyGoesTo === 'purse' }
}

/** How much of a claim's fee comes back by the ordning's rule, øre; zero when the fee stands. */
export const amountBack = ({ amount, period }: Pick<Claim, 'amount' | 'period'>, rule: NoShowRule, absence: Absence): Ore => {
  if (absence.kind === 'never-came') return rule.neverCame === 'nothing-owed' ? amount : zero
  if (rule.withdrew === 'fee-stands') return zero
  if (rule.withdrew === 'nothing-owed' || isBefore(absence.lastDay, period.firstDay)) return amount
  if (!isAfter(period.lastDay, absence.lastDay)) return zero
  const usedDays = BigInt(daysBetween(period.firstDay, absence.lastDay) + 1)
  const unusedDays = BigInt(daysBetween(absence.lastDay, period.lastDay))
  // The used days stand first, so an øre that cannot be split stays with the forening.
  return splitOre(amount, [usedDays, unusedDays])[1] ?? zero
}
