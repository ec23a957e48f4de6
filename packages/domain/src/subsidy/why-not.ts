import type { Ore } from '@medspil/ledger'
import type { Day } from '../day.ts'
import type { ClaimState } from './claim.ts'
import type { PayoutState } from './payout.ts'
import type { ClawbackState } from './clawback.ts'

/** Why a claim, a payout or a clawback is refused a step; amounts in øre. */
export type SubsidyWhyNot =
  /** The claim is not in a state from which this step leads. */
  | { reason: 'claim-step-skipped'; claimId: string; from: ClaimState; to: ClaimState }
  /** The forening has no valid declaration on børneattester for the year. */
  | { reason: 'declaration-missing-at-check'; foreningId: string; year: number }
  /** The forening is not approved for the ordning on the day of the check. */
  | { reason: 'forening-not-approved-at-check'; foreningId: string }
  /** The claim asks for more than the forening's own fee. */
  | { reason: 'claim-above-fee'; claimId: string; claimed: Ore; fee: Ore }
  /** The pass has not set this amount aside for the claim. */
  | { reason: 'claim-not-covered-by-hold'; claimId: string; claimed: Ore; held: Ore }
  /** The same expense is paid elsewhere: another ordning or another funder. */
  | { reason: 'expense-paid-elsewhere'; claimId: string; paidBy: string }
  /** A payout without lines pays nobody. */
  | { reason: 'payout-empty' }
  /** One claim stands on two lines. */
  | { reason: 'claim-twice-in-payout'; claimId: string }
  /** The payout is not in a state from which this step leads. */
  | { reason: 'payout-step-skipped'; from: PayoutState; to: PayoutState }
  /** The person who prepared or submitted the payout cannot release it, whatever account is used. */
  | { reason: 'same-person-prepared' }
  /** This person has released the payout already; the further approval must be another's. */
  | { reason: 'same-person-approved' }
  /** The lines are not those the approver saw, or not those that were submitted. */
  | { reason: 'payout-lines-changed' }
  /** None of the person's roles may release payouts. */
  | { reason: 'role-may-not-release'; roles: readonly string[] }
  /** The sum is above the highest cap of the person's roles. */
  | { reason: 'amount-above-cap'; total: Ore; cap: Ore }
  /** Payment details changed less than 7 days ago, so another person must approve as well. */
  | { reason: 'further-approval-needed'; given: number; needed: number }
  /** No outcome is settled before the payout was sent. */
  | { reason: 'payout-not-sent'; state: PayoutState }
  /** The claim is on its way to the forening; wait for the bank, then claw back. */
  | { reason: 'claim-in-payout'; claimId: string }
  /** Part of the claim is paid by set-off: the rest is paid first, then all of it can be clawed back. */
  | { reason: 'claim-partly-set-off'; claimId: string; setOff: Ore }
  /** The claim is rejected or reversed already: there is nothing to take back. */
  | { reason: 'claim-already-ended'; claimId: string; state: ClaimState }
  /** The ordning's rule leaves the money with the forening. */
  | { reason: 'fee-stands'; claimId: string; becauseOf: 'never-came' | 'withdrew'; ruleSays: string }
  /** The clawback is not in a state from which this step leads. */
  | { reason: 'clawback-step-skipped'; from: ClawbackState; to: ClawbackState }
  /** The forening still has time to answer; only then can it be decided. */
  | { reason: 'answer-deadline-running'; deadline: Day }
