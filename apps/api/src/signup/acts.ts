import type { CapacityView, ReservedView, SignupReceipt } from '@medspil/contracts/signup'
import type { Now } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import type { Day } from '@medspil/domain/day'
import type { CancelledBy } from '@medspil/domain/signup'

/** What an act on one sign-up names. The offer and the child are told along, so that both are locked before it is read. */
export interface OnSignup { signupId: string; childId: string; offerId: string }

/** Everything that gives or takes a place. Each act was allowed on its own before it was queued. */
export type SignupAct =
  | { kind: 'request'; signupId: string; childId: string; offerId: string; acceptsClash: boolean; reserved: boolean }
  /** `groupId` is made by the server: whoever could choose it could tie a request to another's. */
  | { kind: 'request-together'; groupId: string; offerId: string; acceptsClash: boolean; children: readonly { signupId: string; childId: string }[] }
  /** `children` are those of the group when it was asked; `own` the ones that the asker decides for. */
  | { kind: 'request-with-friends'; groupId: string; friendGroupId: string; offerId: string; acceptsClash: boolean; children: readonly { signupId: string; childId: string }[]; own: readonly string[] }
  | { kind: 'give-drawn'; offerId: string; outcome: 'place' | 'waiting' | 'not-drawn'; children: readonly { signupId: string; childId: string }[] }
  | ({ kind: 'cancel'; cancelledBy: CancelledBy } & OnSignup)
  /** `group`: those who were promoted together answer together. */
  | ({ kind: 'answer-place'; answer: 'yes' | 'no'; group: readonly { signupId: string; childId: string }[] } & OnSignup)
  | ({ kind: 'lapse-offer' } & OnSignup)
  | ({ kind: 'time-out-hold' } & OnSignup)
  | ({ kind: 'lapse-seat' } & OnSignup)
  | ({ kind: 'extend-seat' } & OnSignup)
  | { kind: 'start-payment'; paymentId: string; signups: readonly OnSignup[] }
  | { kind: 'settle-payment'; paymentId: string; signups: readonly OnSignup[] }
  | ({ kind: 'refund-ended' } & OnSignup)
  | { kind: 'promote'; offerId: string }
  | { kind: 'set-reserved'; offerId: string; reserved: number; until: Day | null }
  | { kind: 'release-reserved'; offerId: string }
  | { kind: 'set-capacity'; offerId: string; capacity: number }

/** The payment that is open for these sign-ups now. */
export interface StartedPayment { paymentId: string; existing: boolean }

/** How many paid lines got their place, and how many their money back, in this act. */
export interface SettledPayment { placed: number; givenBack: number }

/** What each kind of act gives back after its commit. */
export interface SignupResults {
  request: SignupReceipt
  'request-together': SignupReceipt[]
  /** Of the asker's own children alone. */
  'request-with-friends': SignupReceipt[]
  'give-drawn': SignupReceipt[]
  cancel: SignupReceipt
  'answer-place': SignupReceipt
  'lapse-offer': SignupReceipt
  'time-out-hold': SignupReceipt
  'lapse-seat': SignupReceipt
  'extend-seat': SignupReceipt
  'start-payment': StartedPayment
  'settle-payment': SettledPayment
  'refund-ended': SignupReceipt
  /** Places offered to the line now. */
  promote: { offered: number }
  'set-capacity': CapacityView
  'set-reserved': ReservedView
  'release-reserved': ReservedView
}

/** The key a citizen's act is remembered under: the same key gets the same answer, for ever. */
export interface OnceKey { actorId: string; procedure: string; id: string; inputHash: string }

/** An act in the queue, with who asked and when it arrived. Jobs carry no key: doing them twice is doing them once. */
export interface QueuedAct<A extends SignupAct = SignupAct> { act: A; by: Actor; now: Now; once: OnceKey | null }

/** An act's result, or what to throw to the one who asked. */
export type Outcome = { ok: true; result: SignupResults[SignupAct['kind']] } | { ok: false; error: Error }
