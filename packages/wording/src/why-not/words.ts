import type { SupportKind } from '@medspil/domain/ordning'
import type { WhyNot } from '@medspil/domain/why-not'

/** The reasons a family, a young person or a coach can meet; these are said in all six languages. */
export type CitizenReason = Extract<WhyNot['reason'],
  // access
  | 'link-used-up' | 'link-expired' | 'level-too-low' | 'too-young-to-log-in' | 'not-known-here' | 'same-id-other-content' | 'too-many-tries'
  // application and ordning
  | 'application-not-there' | 'consent-withdrawn' | 'support-not-offered' | 'support-given-twice' | 'amount-needed' | 'above-ceiling'
  | 'no-door-for-this-role' | 'too-young-to-apply-alone' | 'grant-role-not-given' | 'no-ordning-on-day'
  | 'period-not-given' | 'period-length-not-offered' | 'plan-not-running' | 'years-used-up' | 'already-given-once'
  | 'pool-empty' | 'waiting-for-pool'
  // fritidspas
  | 'pass-not-offered' | 'provider-type-not-accepted' | 'period-over' | 'period-ceiling-reached' | 'fritidspas-not-yet-valid' | 'fritidspas-over'
  | 'provider-type-not-paid' | 'kind-not-paid' | 'purse-too-small' | 'hold-not-open' | 'hold-timed-out' | 'fee-higher-than-held'
  // forening and offer
  | 'forening-not-approved' | 'forening-approval-limited' | 'forening-declaration-missing' | 'forening-suspended' | 'forening-closed'
  | 'provider-type-excluded' | 'too-young-for-place' | 'too-old-for-place' | 'birth-year-outside' | 'grade-outside' | 'grade-unknown'
  | 'offer-on-other-days' | 'support-need-not-met' | 'offer-without-trial' | 'offer-season-over'
  // sign-up and holiday programme
  | 'activity-not-offered' | 'activity-cancelled' | 'signup-not-open-yet' | 'signup-closed' | 'activity-over' | 'activity-begun' | 'child-limit-reached'
  | 'waiting-limit-reached' | 'waiting-list-full' | 'clashes-with-place' | 'no-time-between-places' | 'seat-over' | 'seat-extended-enough' | 'payment-of-one-program' | 'nothing-to-pay' | 'payment-open-already' | 'group-member-refused' | 'friend-cannot-come' | 'friends-changed' | 'holiday-price-stands' | 'place-offer-lapsed' | 'signup-move-impossible'
  | 'no-free-place' | 'group-needs-more-places' | 'line-waits-for-group' | 'waits-child-limit-reached' | 'waits-activity-cancelled'
  | 'program-not-published' | 'program-opens-later' | 'program-takes-wishes' | 'wishes-not-open' | 'too-many-wishes' | 'wish-not-admitted' | 'wishes-changed' | 'friends-over' | 'friend-group-full' | 'child-has-friends' | 'program-signup-over'
  // attendance, follow-up and guide
  | 'occurrence-not-yet' | 'marking-closed' | 'mark-id-used-otherwise' | 'care-note-over' | 'absence-too-late' | 'follow-up-not-asked' | 'follow-up-cancelled'
  | 'guide-certificate-lapsed' | 'escort-permission-missing' | 'match-not-active' | 'match-time-over' | 'match-move-impossible'>

/** The reasons only staff, a guide or a forening's board can meet; Danish alone. */
export type DeskReason = Exclude<WhyNot['reason'], CitizenReason>

/** One sentence or two per reason, with its facts. A reason without words does not compile. */
export type WhyNotWords<Reason extends WhyNot['reason']> = {
  readonly [R in Reason]: (facts: Extract<WhyNot, { reason: R }>) => string
}

/** One language: the sentences, and what is said when a reason of the desk strays to a family. */
export interface CitizenWords { whyNot: WhyNotWords<CitizenReason>; other: string }

/** What each kind of support is called inside a sentence of one language. */
export type SupportNames = Record<SupportKind, string>

/** Looks the sentence up; null when these words do not have the reason. */
export function say<Reason extends WhyNot['reason']>(words: WhyNotWords<Reason>, whyNot: WhyNot): string | null {
  // Facts and sentence share their reason; TypeScript cannot follow a key that is a variable.
  const sentence = (words as unknown as Partial<Record<string, (facts: WhyNot) => string>>)[whyNot.reason]
  // An amount ends in "kr.", which closes the sentence by itself.
  return sentence ? sentence(whyNot).replaceAll('kr..', 'kr.') : null
}
