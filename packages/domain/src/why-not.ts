import type { AccessWhyNot } from './access/why-not.ts'
import type { NotPromotedWhyNot, SignupWhyNot } from './signup/why-not.ts'
import type { ReportWhyNot } from './report/why-not.ts'
import type { OfferWhyNot } from './offer/why-not.ts'
import type { HolidayProgramWhyNot } from './holiday-program/why-not.ts'
import type { GuideMatchWhyNot } from './guide-match/why-not.ts'
import type { ForeningWhyNot } from './forening/why-not.ts'
import type { FollowUpWhyNot } from './follow-up/why-not.ts'
import type { AttendanceWhyNot } from './attendance/why-not.ts'
import type { LetterWhyNot } from './letter/why-not.ts'
import type { ApplicationWhyNot } from './application/why-not.ts'
import type { OrdningWhyNot } from './ordning/why-not.ts'
import type { FritidspasWhyNot } from './fritidspas/why-not.ts'
import type { PaymentWhyNot } from './payment/why-not.ts'
import type { PoolWhyNot } from './pool/why-not.ts'
import type { SubsidyWhyNot } from './subsidy/why-not.ts'

/**
 * Every reason for which a rule of Medspil says no, discriminated by `reason`. Wording, letters and screens map each
 * one to a sentence with `satisfies Record<WhyNot['reason'], …>`, so a new reason does not compile until it can be said.
 */
export type WhyNot =
  | AccessWhyNot
  | LetterWhyNot
  | ApplicationWhyNot
  | FritidspasWhyNot
  | OrdningWhyNot
  | PaymentWhyNot
  | PoolWhyNot
  | SubsidyWhyNot
  | AttendanceWhyNot
  | FollowUpWhyNot
  | ForeningWhyNot
  | GuideMatchWhyNot
  | HolidayProgramWhyNot
  | OfferWhyNot
  | ReportWhyNot
  | SignupWhyNot
  | NotPromotedWhyNot
