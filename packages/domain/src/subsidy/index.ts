export {
  approvalsNeeded, approve, daysUntilPayeeTrusted, send, type Approver, type PayeeChanges, type ReleaseCaps,
} from './approve.ts'
export {
  checkClaim, confirmClaim, dueClaim, mayStep, payable, setOffAgainst, stepClaim, takeBackFromClaim,
  type CheckFacts, type Claim, type ClaimAnswer, type ClaimSource, type ClaimState,
} from './claim.ts'
export {
  collectClawback, decideClawback, proposeClawback, stepClawback,
  type Clawback, type ClawbackAnswer, type ClawbackCause, type ClawbackState,
} from './clawback.ts'
export {
  entryForClaimReversed, entryForClawbackRepaid, entryForClawbackSetOff, entryForConfirm,
  entryForCoPaymentConfirmed, entryForPayoutConfirmed, entryForPayoutFailed,
  entryForPayoutSent,
} from './entries.ts'
export { afterAbsence, amountBack, type Absence, type AbsenceOutcome, type NoShowRule } from './no-show.ts'
export {
  draftPayout, payoutLinesText, payoutTotal, submit, voidPayout,
  type Approval, type LineState, type Payout, type PayoutAnswer, type PayoutLine, type PayoutState,
} from './payout.ts'
export { activityText, initialsOf, longestRemittanceText, remittanceText, seasonText } from './remittance.ts'
export { settle, settleLine, type LineTruth, type Settled } from './settle.ts'
export type { SubsidyWhyNot } from './why-not.ts'
