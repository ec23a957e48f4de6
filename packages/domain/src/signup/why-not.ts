import type { Ore } from '@medspil/ledger'
import type { AdmissionWhyNot } from '../admission.ts'
import type { Day } from '../day.ts'
import type { Instant } from '../instant.ts'
import type { SignupState } from './states.ts'

/** Its last meeting has begun, or its last day is past. */
export type ActivityOver = { reason: 'activity-over'; lastDay: Day }

/** A meeting that the child had a place at has begun. */
export type ActivityBegun = { reason: 'activity-begun' }

/** Why a sign-up, an offer of a place or a cancellation is refused. */
export type SignupWhyNot =
  | AdmissionWhyNot
  | { reason: 'activity-not-offered'; activityId: string }
  | { reason: 'activity-cancelled'; activityId: string }
  | { reason: 'signup-not-open-yet'; opens: Instant }
  | { reason: 'signup-closed'; closed: Instant }
  | ActivityOver
  | ActivityBegun
  | { reason: 'child-limit-reached'; limit: number; next: { from: Instant; limit: number | null } | null }
  | { reason: 'waiting-limit-reached'; limit: number; next: { from: Instant; limit: number | null } | null }
  | { reason: 'waiting-list-full'; limit: number }
  | { reason: 'clashes-with-place'; signupId: string; activityId: string; on: Day }
  | { reason: 'no-time-between-places'; signupId: string; activityId: string; on: Day; minutes: number; needed: number }
  | { reason: 'seat-over'; heldUntil: Instant }
  | { reason: 'seat-extended-enough'; most: number }
  | { reason: 'group-member-refused'; requestId: string; childId: string; because: SignupWhyNot }
  | { reason: 'friend-cannot-come' }
  | { reason: 'friends-changed' }
  | { reason: 'holiday-price-stands'; price: Ore }
  | { reason: 'place-offer-lapsed'; deadline: Instant }
  | { reason: 'signup-move-impossible'; from: SignupState; to: SignupState }

/** Why an entry of a waiting list is not promoted now. */
export type NotPromotedWhyNot =
  | { reason: 'no-free-place'; ahead: number }
  | { reason: 'group-needs-more-places'; needs: number; free: number }
  | { reason: 'line-waits-for-group'; needs: number; free: number }
  | { reason: 'waits-child-limit-reached'; limit: number }
  | { reason: 'waits-activity-cancelled'; activityId: string }
  | ActivityOver

/** The same as the entry's family may hear it; every waiting family is shown its own (product.md 5 row 25). */
export type WaitingWhyNot = NotPromotedWhyNot | { reason: 'friend-cannot-come' }
