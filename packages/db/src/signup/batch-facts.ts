import type { AdmissionRule, Instant, LimitStage, Occurrence, SignupState, TravelMinutes } from '@medspil/domain/signup'
import type { LineOutcome, PaymentState } from '@medspil/domain/payment'
import type { ProgramState } from '@medspil/domain/holiday-program'
import type { HoldRow, PassRow } from './pass-rows.ts'

/** An offer as the batch decides on it. Counts are children, amounts øre as text. */
export interface BatchOffer {
  id: string
  foreningId: string
  programId: string | null
  state: string
  cancelled: boolean
  capacity: number
  taken: number
  /** Places kept for supported children, how many of them are filled, and the last day they are kept. */
  reserved: number
  reservedTaken: number
  reservedUntil: string | null
  /** Fewest children it is held for; null is no such number. */
  minimum: number | null
  waiting: number
  /** The last number given in the line; the next is one more, so numbers have no gaps. */
  waitingLast: number
  admits: AdmissionRule
  seasonFrom: string
  seasonTo: string
  weekday: number | null
  timeFrom: string
  timeTo: string
  price: string
  occurrences: Occurrence[]
  forening: { approval: string; approvedOn: string | null; declaredOn: string | null; providerType: string }
  program: {
    state: ProgramState; opensAt: Instant; closesAt: Instant; stages: LimitStage[]; offerHours: number
    travel: TravelMinutes; groupTooLarge: 'line-waits' | 'pass-over'; seatMinutes: number; payHours: number
    refundRule: { untilDays: number; percent: number }[]
  } | null
}

/** A sign-up as the batch reads and writes it. Moments are instants, amounts øre as text. */
export interface BatchSignup {
  id: string
  offerId: string
  childId: string
  programId: string | null
  courseId: string | null
  displayName: string
  state: SignupState
  waitingNumber: number | null
  reserved: boolean
  groupId: string | null
  /** Last moment to pay a held place, and how often it was extended. */
  heldUntil: Instant | null
  extended: number
  /** Rank among those who wait now, from 1; null when not waiting. */
  position: number | null
  price: string
  passPays: string
  familyPays: string
  requestedBy: string | null
  requestedKind: string
  createdAt: Instant
  offeredAt: Instant | null
  offerDeadlineAt: Instant | null
  endedOn: string | null
  endReason: string | null
}

/** What was or can be paid by card for a sign-up; øre as text. `open`: its Checkout can still be paid. */
export interface BatchPaymentLine {
  id: string; paymentId: string; payerId: string; paymentState: PaymentState; signupId: string; childId: string
  amount: string; refunded: string; open: boolean; outcome: LineOutcome | null
}

/** A stored answer, by the key the request came with. */
export interface StoredAnswer { actorId: string; procedure: string; id: string; inputHash: string; answer: unknown }

/** An activity that a child of the batch is in, but that the batch is not about: no more of it than limits and clashes ask. */
export type OfferElsewhere = Pick<BatchOffer, 'id' | 'programId' | 'seasonFrom' | 'seasonTo' | 'weekday' | 'timeFrom' | 'timeTo' | 'occurrences'>

/** A living sign-up at one of those. */
export type SignupElsewhere = Pick<BatchSignup, 'id' | 'offerId' | 'childId' | 'state' | 'reserved'>

/** Everything the rules need for one batch, read after the locks were taken. */
export interface BatchFacts {
  offers: BatchOffer[]
  offersElsewhere: OfferElsewhere[]
  children: { id: string; name: string; birthDay: string; gradeValue: number | null; gradeAsOf: string | null; courseId: string | null }[]
  /** Living sign-ups of these children at the batch's offers, and the sign-ups that the batch names, whatever their state. */
  signups: BatchSignup[]
  signupsElsewhere: SignupElsewhere[]
  passes: PassRow[]
  holds: HoldRow[]
  /** Every line of the payments that the named sign-ups stand in. */
  paymentLines: BatchPaymentLine[]
  answers: StoredAnswer[]
  /** Who goes along in the named friend groups by a yes that stands, and whose yes it is. */
  consents: { groupId: string; programId: string; childId: string; agreedBy: string }[]
  /** For each of `BatchWanted.reaches`, whether the child is one of the actor's today. */
  reached: boolean[]
}

/** What a batch is about. Ids only. */
export interface BatchWanted {
  offerIds: string[]
  childIds: string[]
  signupIds: string[]
  /** Offers whose line may move: the children in it are locked and read too. */
  lineOfferIds: string[]
  answers: { actorId: string; procedure: string; id: string }[]
  /** Friend groups whose children are signed up together. */
  friendGroupIds: string[]
  /** Who asks for which child: answered by the relations in the database, each as itself. */
  reaches: { kind: string; actorId: string; childId: string }[]
}
