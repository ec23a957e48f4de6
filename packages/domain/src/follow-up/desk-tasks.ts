import type { Ore } from '@medspil/ledger'
import { addDays, type Day } from '../day.ts'

/** Why a person at the desk is asked to act on something that is about no one child. Amounts in øre. */
export type DeskTaskReason =
  /** Too few children some days before it is decided: held anyway, or cancelled. */
  | { reason: 'minimum-not-reached'; offerId: string; programId: string; title: string; minimum: number; decidedOn: Day }
  /**
   * A bank has taken a family's payment back for good. The organiser keeps its money and the child its place, so the kommune
   * is short of it until a person has talked to the family.
   */
  | { reason: 'dispute-lost'; paymentId: string; programName: string; amount: Ore; lostOn: Day; stripeId: string | null }
  /** Money that was to go back to a family and did not reach it: nothing sends it again, so a person pays it in another way. */
  | { reason: 'refund-failed'; refundId: string; paymentId: string; programId: string; offerId: string; title: string; amount: Ore; failedOn: Day; stripeId: string | null }

/** What makes it at most one, for ever: the activity, the payment, or the refund. */
export function deskTaskKey(because: DeskTaskReason): string {
  switch (because.reason) {
    case 'minimum-not-reached': return `minimum-not-reached:${because.offerId}`
    case 'dispute-lost': return `dispute-lost:${because.paymentId}`
    case 'refund-failed': return `refund-failed:${because.refundId}`
  }
}

/** Days before the decision on which the task is given: time enough to ask around once more (eksempel). */
const minimumTaskDays = 7

/** The last decision day whose activities are looked at on a day. */
export const minimumTaskUntil = (today: Day): Day => addDays(today, minimumTaskDays)
