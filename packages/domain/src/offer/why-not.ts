import type { AdmissionWhyNot } from '../admission.ts'
import type { Day, Weekday } from '../day.ts'
import type { OfferState } from './publish.ts'

/** Why an offer does not fit a child, or may not be published. */
export type OfferWhyNot =
  | AdmissionWhyNot
  | { reason: 'offer-on-other-days'; days: readonly Weekday[]; wanted: readonly Weekday[] }
  | { reason: 'support-need-not-met'; need: string }
  | { reason: 'offer-without-trial' }
  | { reason: 'offer-incomplete'; missing: readonly string[] }
  | { reason: 'offer-season-over'; lastDay: Day }
  | { reason: 'offer-not-moderated'; state: OfferState }
  | { reason: 'offer-move-impossible'; from: OfferState; to: OfferState }
  | { reason: 'fewer-places-than-children'; children: number }
