import { min, shareRoundedDown, zero, type Ore } from '@medspil/ledger'
import { daysBetween, type Day } from '../day.ts'
import { refundPercent, type RefundStep } from '../holiday-program/index.ts'
import type { RefundCause } from './states.ts'

/** A paid share whose place ends: what was paid and what is left of it after earlier refunds, øre. */
export type EndingShare = { amount: Ore; left: Ore; cause: RefundCause; rule: readonly RefundStep[]; today: Day; firstDay: Day }

/**
 * What goes back to the family, øre. A family that gives its place back gets the programme's published share by the days
 * that are left, rounded down to whole øre (the one rounding rule of the ledger); whatever anybody else ends goes back whole.
 */
export const refundDue = ({ amount, left, cause, rule, today, firstDay }: EndingShare): Ore => {
  if (left <= zero) return zero
  if (cause !== 'cancelled-by-family') return left
  return min(left, shareRoundedDown(amount, BigInt(refundPercent(rule, daysBetween(today, firstDay))), 100n))
}
