import * as z from 'zod/mini'
import { OfferView } from './offer.ts'
import { DayText, Id, Moment, mutationInput } from './shared.ts'

export const PresenceText = z.enum(['present', 'absent', 'unknown'])

/** A local time of day. */
const TimeText = z.string().check(z.regex(/^\d\d:\d\d$/))
/** One meeting of a team or an activity. */
export const MeetingView = z.strictObject({ day: DayText, timeFrom: z.string(), timeTo: z.string(), place: z.string() })
export type MeetingView = z.infer<typeof MeetingView>

/** Which team, day and meeting. A team's own link needs none; left out, it is the one going on, else the nearest. */
export const TeamListInput = z.strictObject({ offerId: z.optional(Id), day: z.optional(DayText), timeFrom: z.optional(TimeText) })
export type TeamListInput = z.infer<typeof TeamListInput>
/**
 * One meeting's list, the same row for every child: first name and initial, the mark last made, and whether the family has
 * said that the child stays away. `rowId` is the row's own and stays the same: it tells neither the sign-up nor when it was
 * made. `meetings`: those one may look at, by day and time; an activity of a holiday programme can
 * also be looked at ahead (`isAhead`), to be printed. Marks are taken until `closesAt`.
 */
export const TeamList = z.strictObject({
  offerId: Id, title: z.string(), day: z.nullable(DayText), timeFrom: z.string(), timeTo: z.string(), place: z.string(), isHoliday: z.boolean(), isAhead: z.boolean(),
  meetings: z.array(MeetingView), nextDay: z.nullable(DayText), closesAt: z.nullable(Moment), isOpen: z.boolean(),
  children: z.array(z.strictObject({ rowId: Id, displayName: z.string(), mark: z.nullable(z.enum(['present', 'absent'])), saidAbsent: z.boolean() })),
})
export type TeamList = z.infer<typeof TeamList>

/**
 * One mark on a row of an offer's list. `requestId` is made on the phone, also offline, and is the mark's own id: sent three times it counts once.
 * `markedAt` is the phone's moment; `timeFrom` names the meeting of an activity that may meet twice a day. Undoing is a new mark.
 */
export const MarkInput = mutationInput({ offerId: Id, rowId: Id, day: DayText, timeFrom: z.optional(TimeText), mark: PresenceText, markedAt: Moment })
export type MarkInput = z.infer<typeof MarkInput>
export const MarkTaken = z.strictObject({ rowId: Id, day: DayText, mark: z.nullable(z.enum(['present', 'absent'])) })
export type MarkTaken = z.infer<typeof MarkTaken>

/** A meeting of one of my children in a holiday programme. */
export const OwnMeeting = z.extend(MeetingView, { signupId: Id, childId: Id, childFirstName: z.string(), title: z.string(), pictogram: z.string(), foreningName: z.string(), saidAbsent: z.boolean() })
export type OwnMeeting = z.infer<typeof OwnMeeting>
/** The days to come of my children, by day and time, and the sign-ups whose adults have been told nothing yet. */
export const OwnDays = z.strictObject({
  meetings: z.array(OwnMeeting),
  signups: z.array(z.strictObject({ signupId: Id, childId: Id, childFirstName: z.string(), title: z.string(), hasNote: z.boolean() })),
})
export type OwnDays = z.infer<typeof OwnDays>

/** My child stays away on a day, or comes after all. */
export const SayAbsent = mutationInput({ signupId: Id, day: DayText, isAway: z.boolean() })
export type SayAbsent = z.infer<typeof SayAbsent>
export const AbsenceSaid = z.strictObject({ signupId: Id, day: DayText, isAway: z.boolean() })
export type AbsenceSaid = z.infer<typeof AbsenceSaid>

/** The calendar of one sign-up, of all holiday activities of one of my children, or of all my children. */
export const CalendarOf = z.strictObject({ signupId: z.optional(Id), childId: z.optional(Id) })
export type CalendarOf = z.infer<typeof CalendarOf>
/** A calendar file (RFC 5545). Its name tells of nobody. */
export const CalendarFile = z.strictObject({ fileName: z.string(), text: z.string() })
export type CalendarFile = z.infer<typeof CalendarFile>

/** A sign-up whose activity is over. */
export const AfterwardsOf = z.strictObject({ signupId: Id })
export type AfterwardsOf = z.infer<typeof AfterwardsOf>
/** What a child can go on with after a holiday activity: season offers that fit it, what it just did first. */
export const Afterwards = z.strictObject({
  childId: Id, childFirstName: z.string(), title: z.string(), activity: z.string(), pictogram: z.string(),
  /** The child has a place or a number at a season team already, and nothing is proposed. */
  isBusy: z.boolean(),
  offers: z.array(OfferView),
})
export type Afterwards = z.infer<typeof Afterwards>
