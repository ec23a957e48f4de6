import * as z from 'zod/mini'
import { DayText, Id, Line, mutationInput, Sentences } from './shared.ts'

const Weekday = z.int().check(z.minimum(1), z.maximum(7))
const Interest = z.string().check(z.trim(), z.minLength(1), z.maxLength(40))
const Stage = z.enum(['escorted', 'metThere', 'phoned', 'alone'])
const MatchState = z.enum(['proposed', 'accepted-by-guide', 'accepted-by-child', 'active', 'fading', 'ended'])
const TripState = z.enum(['planned', 'late', 'collected', 'arrived', 'returned', 'not-at-home', 'cancelled'])

/** What the child itself wishes of a guide; empty or null where it wishes nothing. */
export const GuideWishes = z.strictObject({
  gender: z.nullable(z.enum(['female', 'male', 'other'])), languages: z.array(z.string().check(z.maxLength(8))).check(z.maxLength(5)),
  interests: z.array(Interest).check(z.maxLength(5)), ageFrom: z.nullable(z.int().check(z.minimum(15), z.maximum(99))), ageTo: z.nullable(z.int().check(z.minimum(15), z.maximum(99))),
})
export type GuideWishes = z.infer<typeof GuideWishes>

/** A guide in the fritidsvejleder's list. Hours are whole hours. */
export const GuideRow = z.strictObject({
  guideId: Id, name: z.string(), age: z.number(), gender: z.string(), kind: z.string(), state: z.string(), languages: z.array(z.string()), interests: z.array(z.string()),
  days: z.record(z.string(), z.string()), area: z.string(), children: z.number(), mostChildren: z.number(), hoursLeft: z.nullable(z.number()),
  certificateOn: z.nullable(DayText), certificateUntil: z.nullable(DayText), certificateValid: z.boolean(),
})
export type GuideRow = z.infer<typeof GuideRow>
export const GuideList = z.array(GuideRow)

export const RankInput = z.strictObject({ childId: Id, weekday: Weekday, wishes: GuideWishes })
export type RankInput = z.infer<typeof RankInput>

/** One pair of child and guide. `whose`: who is asked now. */
export const MatchView = z.strictObject({
  matchId: Id, guideId: Id, guideName: z.string(), childId: Id, childFirstName: z.string(), state: MatchState, stage: Stage, weekday: Weekday,
  wishes: GuideWishes, whose: z.enum(['guide', 'family', 'nobody']), maxUntil: z.nullable(DayText), nextStage: z.nullable(Stage), trips: z.number(), endedAs: z.nullable(z.string()),
})
export type MatchView = z.infer<typeof MatchView>
export const MatchList = z.array(MatchView)

/** The ranked list for one child, with the reasons, and why not the others. */
export const RankView = z.strictObject({
  childId: Id, childFirstName: z.string(), childAge: z.number(), area: z.nullable(z.string()), wishes: GuideWishes, weekday: Weekday,
  ranked: z.array(z.strictObject({
    guide: GuideRow, rank: z.number(), met: z.number(), of: z.number(),
    lines: z.array(z.strictObject({ about: z.enum(['interest', 'gender', 'language', 'age', 'weekday', 'near']), wanted: z.string(), verdict: z.enum(['met', 'not-met', 'unknown']), has: z.string() })),
  })),
  others: z.array(z.strictObject({ reason: z.string(), count: z.number() })),
  matches: MatchList,
})
export type RankView = z.infer<typeof RankView>

export const ProposeInput = mutationInput({ childId: Id, guideId: Id, weekday: Weekday, wishes: GuideWishes })
export type ProposeInput = z.infer<typeof ProposeInput>
export const MatchAnswerInput = mutationInput({ matchId: Id, says: z.enum(['yes', 'no']) })
export type MatchAnswerInput = z.infer<typeof MatchAnswerInput>
export const StepBackInput = mutationInput({ childId: Id, matchId: Id })
export type StepBackInput = z.infer<typeof StepBackInput>
export const EndMatchInput = mutationInput({ childId: Id, matchId: Id, as: z.enum(['independent', 'stopped', 'new-match', 'time-limit']) })
export type EndMatchInput = z.infer<typeof EndMatchInput>
/** Only that the børneattest was seen, and the day until which it counts; never the certificate. */
export const SetCertificateInput = mutationInput({ guideId: Id, seenOn: DayText, validTo: DayText })
export type SetCertificateInput = z.infer<typeof SetCertificateInput>

/** One trip to and from, as the guide and the family see it. */
export const TripView = z.strictObject({
  tripId: Id, matchId: Id, childFirstName: z.string(), day: DayText, meetAt: z.string(), place: z.string(), state: TripState, stage: Stage,
  minutes: z.nullable(z.number()), note: z.nullable(z.string()), whyCancelled: z.nullable(z.string()),
})
export type TripView = z.infer<typeof TripView>
/** The guide's own page. `mayTravel` false: `whyNot` is a WhyNot reason, and no trip sets out. */
export const MyTrips = z.strictObject({ matches: MatchList, trips: z.array(TripView), certificateUntil: z.nullable(DayText), mayTravel: z.boolean(), whyNot: z.nullable(z.string()), minutesThisMonth: z.number() })
export type MyTrips = z.infer<typeof MyTrips>
export const PlanTripInput = mutationInput({ matchId: Id, day: DayText, meetAt: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)), place: Line })
export type PlanTripInput = z.infer<typeof PlanTripInput>
/** A step of a trip; `minutes` are the guide's own, told when the trip is over. */
export const LogTripInput = mutationInput({ tripId: Id, to: z.enum(['late', 'collected', 'arrived', 'returned', 'not-at-home', 'cancelled']), minutes: z.nullable(z.int().check(z.minimum(0), z.maximum(720))), note: z.nullable(Sentences) })
export type LogTripInput = z.infer<typeof LogTripInput>
/** The family's page about guides: who is proposed, who goes along, and the trips. */
export const FamilyMatches = z.strictObject({ matches: MatchList, trips: z.array(TripView) })
export type FamilyMatches = z.infer<typeof FamilyMatches>
