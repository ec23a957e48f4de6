import type { SignupState, WaitingWhyNot } from '@medspil/domain/signup'
import type { WhyNot } from '@medspil/domain/why-not'
import * as z from 'zod/mini'
import { PriceView } from './offer.ts'
import { DayText, Id, isDistinct, Moment, mutationInput, OreAmount } from './shared.ts'

/** The state of a sign-up, in the words of the room signup. */
export const SignupStateName = z.custom<SignupState>((value) => typeof value === 'string')

/** A family asks for a place, or a fritidsvejleder on its behalf. */
export const RequestSignup = mutationInput({
  childId: Id,
  offerId: Id,
  /** The family has seen that another place lies at the same time, and wants this one too. */
  acceptsClash: z.boolean(),
})
export type RequestSignup = z.infer<typeof RequestSignup>

/**
 * Several children for one activity, together or not at all: all get a place, or all a number in the line. Each child
 * brings the id of its own sign-up.
 */
export const RequestTogether = mutationInput({
  offerId: Id,
  children: z.array(z.strictObject({ childId: Id, signupId: Id })).check(z.minLength(2), z.maxLength(6), z.refine((children) => isDistinct(children.map(({ signupId }) => signupId)))),
  acceptsClash: z.boolean(),
})
export type RequestTogether = z.infer<typeof RequestTogether>

/**
 * A whole friend group for one activity, together or not at all. Which children that is, and who agreed for each, is the
 * server's to know. `acceptsClash` speaks for one's own child alone.
 */
export const RequestWithFriends = mutationInput({ groupId: Id, offerId: Id, acceptsClash: z.boolean() })
export type RequestWithFriends = z.infer<typeof RequestWithFriends>

/** A fritidsvejleder or fagperson signs a child up on a place kept for supported children; none left, in everybody's line. */
export const RequestReserved = mutationInput({ childId: Id, offerId: Id, acceptsClash: z.boolean() })
export type RequestReserved = z.infer<typeof RequestReserved>

/** More time to pay the own share of a held place. */
export const ExtendSeat = mutationInput({ signupId: Id })
export type ExtendSeat = z.infer<typeof ExtendSeat>

/** How many places of an activity are kept for supported children, and the last day they are kept. */
export const SetReserved = mutationInput({ offerId: Id, reserved: z.int().check(z.nonnegative(), z.maximum(1000)), until: z.nullable(DayText) })
export type SetReserved = z.infer<typeof SetReserved>

/** The kept places of an activity as they stand: kept, filled, and until when. Only for the programme's own people. */
export const ReservedView = z.strictObject({ offerId: Id, reserved: z.int(), reservedTaken: z.int(), until: z.nullable(DayText) })
export type ReservedView = z.infer<typeof ReservedView>

/** Takes a sign-up back, or leaves a line. */
export const CancelSignup = mutationInput({ signupId: Id })
export type CancelSignup = z.infer<typeof CancelSignup>

/** The family's answer to a place that came free. */
export const AnswerPlace = mutationInput({ signupId: Id, answer: z.enum(['yes', 'no']) })
export type AnswerPlace = z.infer<typeof AnswerPlace>

/** A forening changes how many children its team takes. */
export const SetCapacity = mutationInput({ offerId: Id, capacity: z.int().check(z.nonnegative(), z.maximum(10_000)) })
export type SetCapacity = z.infer<typeof SetCapacity>

/** The capacity that stands now: never below the places already filled. */
export const CapacityView = z.strictObject({ offerId: Id, capacity: z.int() })
export type CapacityView = z.infer<typeof CapacityView>

/** How a sign-up stands after an act. Amounts in øre: price = passPays + familyPays. */
export const SignupReceipt = z.strictObject({
  signupId: Id,
  state: SignupStateName,
  /** From 1, among those who wait; null with a place. */
  position: z.nullable(z.int()),
  price: OreAmount,
  passPays: OreAmount,
  familyPays: OreAmount,
  /** Last moment to pay the family's own share, when the place is held for it; null otherwise. */
  heldUntil: z.nullable(Moment),
  /** The child had this place or number already, and nothing new was written. */
  existing: z.boolean(),
})
export type SignupReceipt = z.infer<typeof SignupReceipt>

/** Why no place has come to a waiting child yet; null when one is on its way. */
const WhyNotYet = z.custom<WaitingWhyNot>((value) => typeof value === 'object' && value !== null && 'reason' in value)

/** A child's place in a line. */
export const LineView = z.strictObject({
  position: z.int(),
  /** Everybody who waits here, this child included. */
  waiting: z.int(),
  /** How many out of ten get a place from here, by what the kommune has seen so far. */
  oddsOutOfTen: z.int(),
  /** Most hours to answer when a place comes; fewer when a meeting begins before. */
  answerHours: z.int(),
  whyNotYet: z.nullable(WhyNotYet),
})
export type LineView = z.infer<typeof LineView>

/** One dated meeting of an activity. */
const Meeting = z.strictObject({ day: DayText, timeFrom: z.string(), timeTo: z.string(), place: z.string() })

/** A sign-up as its family sees it. */
export const SignupView = z.strictObject({
  id: Id,
  childId: Id,
  childFirstName: z.string(),
  state: SignupStateName,
  offer: z.strictObject({
    id: Id, title: z.string(), foreningName: z.string(), place: z.string(), pictogram: z.string(), weekday: z.nullable(z.int()),
    timeFrom: z.string(), timeTo: z.string(), firstDay: DayText, lastDay: DayText, capacity: z.int(), isHoliday: z.boolean(),
    /** The holiday programme it belongs to, its own meetings and what to bring; null, none and empty for a season team. */
    programId: z.nullable(Id), meetings: z.array(Meeting), equipment: z.string(), travel: z.string(),
    /** Why it is not held after all, in the kommune's own words; null while it is. */
    cancelReason: z.nullable(z.string()),
  }),
  price: OreAmount,
  passPays: OreAmount,
  familyPays: OreAmount,
  createdAt: Moment,
  /** The last moment to answer a place that came free; null otherwise. */
  answerBy: z.nullable(Moment),
  line: z.nullable(LineView),
  /** A higher fee that the forening asks for and the family has not said yes to; øre, null otherwise. */
  feeAsked: z.nullable(OreAmount),
  startedOn: z.nullable(DayText),
  /** Last moment to pay the own share of a held place, and whether the family may have more time; null and false otherwise. */
  heldUntil: z.nullable(Moment),
  /** The same as seconds from this answer, so that no phone's clock is trusted. */
  heldSeconds: z.nullable(z.int()),
  mayExtend: z.boolean(),
  /** The same for children who signed up together; null alone. */
  groupId: z.nullable(Id),
  mayCancel: z.boolean(),
  /** What comes back of the paid own share if the place is given back today, øre, by the programme's table; null when nothing was paid here. */
  backIfCancelled: z.nullable(OreAmount),
})
export type SignupView = z.infer<typeof SignupView>

/** The sign-ups of one of my children, or of all. */
export const MySignups = z.strictObject({ childId: z.optional(Id) })
export type MySignups = z.infer<typeof MySignups>

/** Looks ahead at one activity for some of my children: what a press would give, before it is pressed. */
export const LookAhead = z.strictObject({ offerId: Id, childIds: z.array(Id).check(z.minLength(1), z.maxLength(6)) })
export type LookAhead = z.infer<typeof LookAhead>

const anyWhyNot = z.custom<WhyNot>((value) => typeof value === 'object' && value !== null && 'reason' in value)

/** What a press would give one child, by the same rule that gives it. Amounts in øre. */
export const ChildAhead = z.strictObject({
  childId: Id, firstName: z.string(),
  /** The place or number the child has here already. */
  existing: z.nullable(Id),
  /** Why the child cannot be signed up here; null when it can, clashes aside. */
  whyNot: z.nullable(anyWhyNot),
  /** Another place that lies at the same time or too close, and what it is; the family may want both. */
  clash: z.nullable(z.strictObject({ whyNot: anyWhyNot, title: z.string(), meeting: Meeting })),
  gives: z.nullable(z.enum(['place', 'waiting'])),
  price: PriceView,
  hasPass: z.boolean(),
  /** What the child has in the same programme already. */
  has: z.array(z.strictObject({ signupId: Id, title: z.string(), firstDay: DayText, lastDay: DayText, isPlace: z.boolean() })),
})
export type ChildAhead = z.infer<typeof ChildAhead>

/** How many places a child may have in the programme now, and from when it may have more; null is no limit. */
const LimitAhead = z.strictObject({ places: z.nullable(z.int()), next: z.nullable(z.strictObject({ from: Moment, places: z.nullable(z.int()) })) })

/** The children, the free places, the limit, and the rules a family should know before the press. */
export const SignupAhead = z.strictObject({
  children: z.array(ChildAhead), freePlaces: z.int(), waiting: z.int(), limit: z.nullable(LimitAhead),
  /** Minutes a place is held while its family pays; null where nothing is paid here. */
  seatMinutes: z.nullable(z.int()),
  /** Whether a line waits for a group in front or lets others pass it. */
  groupTooLarge: z.enum(['line-waits', 'pass-over']),
  noShowText: z.string(),
})
export type SignupAhead = z.infer<typeof SignupAhead>

/** A family says which class its child is in today: 0 is before the first class. It is kept with the child, with its day. */
export const SayGrade = mutationInput({ childId: Id, grade: z.int().check(z.nonnegative(), z.maximum(10)) })
export type SayGrade = z.infer<typeof SayGrade>
