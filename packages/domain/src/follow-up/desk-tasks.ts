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

/** What makes it at most one, for ever: the activity, or the payment. */
export const deskTaskKey = (because: DeskTaskReason): string =>
  because.reason === 'minimum-not-reached' ? `minimum-not-reached:${because.offerId}` : `dispute-lost:${because.paymentId}`

/** Days before the decision on which the task is given: time enough to ask around once more (eksempel). */
const minimumTaskDays = 7

/** The last decision day whose activities are looked at on a day. */
export const minimumTaskUntil = (today: Day): Day => addDays(today, minimumTaskDays)
