import { holidayKinds, type ActivityState, type ProgramState } from '@medspil/domain/holiday-program'
import * as z from 'zod/mini'
import { DayText, Id, Moment, mutationInput, OreSum } from '../shared.ts'

/** A moment on the clock in Denmark, without a zone: the server knows when summer time begins. */
export const LocalMoment = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/))
const Count = (lowest: number, highest: number) => z.int().check(z.minimum(lowest), z.maximum(highest))
export const HolidayText = z.enum(holidayKinds)
export const ProgramStateText = z.custom<ProgramState>((value) => typeof value === 'string')

/** A holiday of the kommune's own table. */
export const SchoolHolidayView = z.strictObject({ id: Id, schoolYear: z.string(), holiday: HolidayText, fromDay: DayText, toDay: DayText })
export type SchoolHolidayView = z.infer<typeof SchoolHolidayView>
export const SchoolHolidayList = z.array(SchoolHolidayView)
/** Sets the days of a holiday in a school year, such as `2026/27`; both days have no school. */
export const SaveSchoolHoliday = mutationInput({ schoolYear: z.string().check(z.regex(/^20\d\d\/\d\d$/)), holiday: HolidayText, fromDay: DayText, toDay: DayText })
export type SaveSchoolHoliday = z.infer<typeof SaveSchoolHoliday>

/** What the kommune decides about a programme; moments are Danish local time. */
export const PlanText = z.strictObject({
  name: z.string().check(z.trim(), z.maxLength(80)), holiday: HolidayText, fromDay: DayText, toDay: DayText, way: z.enum(['opening-minute', 'draw']),
  opensAt: LocalMoment, closesAt: LocalMoment, wishesOpenAt: z.nullable(LocalMoment), wishesCloseAt: z.nullable(LocalMoment),
  mostWishes: Count(1, 50), loserNumbers: Count(0, 5), publicChance: z.nullable(z.string().check(z.trim(), z.maxLength(200))),
  stages: z.array(z.strictObject({ from: LocalMoment, places: z.nullable(Count(0, 50)), waiting: z.nullable(Count(0, 50)) })).check(z.maxLength(8)),
  refundRule: z.array(z.strictObject({ untilDays: Count(0, 365), percent: Count(1, 100) })).check(z.maxLength(6)),
  travelMinutes: z.strictObject({ samePlace: Count(0, 240), sameArea: Count(0, 240), otherArea: Count(0, 240) }),
  groupTooLarge: z.enum(['line-waits', 'pass-over']), seatMinutes: Count(30, 1440), payHours: Count(1, 720), offerHours: Count(1, 720),
  careOpensDays: Count(0, 60), careErasedDays: Count(0, 365), noShowText: z.string().check(z.trim(), z.maxLength(500)), answerBy: z.nullable(DayText),
})
export type PlanText = z.infer<typeof PlanText>

/** A programme in the desk's list. Places are children; `toRead` activities wait for the kommune, `toDecide` have too few children on their day. */
export const ProgramRow = z.strictObject({
  programId: Id, name: z.string(), holiday: HolidayText, fromDay: DayText, toDay: DayText, state: ProgramStateText, way: z.enum(['opening-minute', 'draw']), opensAt: LocalMoment,
  activities: z.int(), toRead: z.int(), toDecide: z.int(), places: z.int(), taken: z.int(),
})
export type ProgramRow = z.infer<typeof ProgramRow>
/** The programmes, newest holiday first, with what a new one is made of. */
export const ProgramDesk = z.strictObject({ programs: z.array(ProgramRow), ordninger: z.array(z.strictObject({ ordningId: Id, name: z.string() })), holidays: SchoolHolidayList })
export type ProgramDesk = z.infer<typeof ProgramDesk>

export const OneProgram = z.strictObject({ programId: Id })
export type OneProgram = z.infer<typeof OneProgram>

/** One activity in the kommune's table. `listed`: the offer's way to the public; `state` what it is today. The reserved places are for the programme's own people alone. */
export const ActivityRow = z.strictObject({
  offerId: Id, title: z.string(), pictogram: z.string(), organiserId: Id, organiserName: z.string(), area: z.string(),
  listed: z.enum(['draft', 'in-moderation', 'published', 'sent-back', 'withdrawn']), state: z.custom<ActivityState>((value) => typeof value === 'string'),
  ageFrom: z.int(), ageTo: z.int(), grades: z.nullable(z.strictObject({ from: z.int(), to: z.int() })),
  sessions: z.array(z.strictObject({ day: DayText, timeFrom: z.string(), timeTo: z.string(), place: z.string() })), price: OreSum,
  capacity: z.int(), taken: z.int(), waiting: z.int(), minimum: z.nullable(z.int()), minimumDecidedOn: z.nullable(DayText),
  reserved: z.int(), reservedTaken: z.int(), reservedUntil: z.nullable(DayText), cancelReason: z.nullable(z.string()), note: z.nullable(z.string()),
})
export type ActivityRow = z.infer<typeof ActivityRow>

/** A possible organiser: when it was asked, and how many activities it has here. */
export const OrganiserRow = z.strictObject({
  foreningId: Id, name: z.string(), providerType: z.string(), area: z.string(), mayList: z.boolean(), hasContact: z.boolean(), askedAt: z.nullable(Moment), activities: z.int(),
})
export type OrganiserRow = z.infer<typeof OrganiserRow>

/** One programme with everything about it. `mayMoveTo` is what a person may do by hand; time does the rest. */
export const ProgramFile = z.strictObject({
  programId: Id, ordningId: Id, ordningName: z.string(), state: ProgramStateText, mayMoveTo: z.array(ProgramStateText), plan: PlanText, copiedFrom: z.nullable(z.string()),
  today: DayText, activities: z.array(ActivityRow), organisers: z.array(OrganiserRow),
  /** Where families read it and sign up, as it is printed: `medspil.example/stevns/ferie`. */
  address: z.string(),
})
export type ProgramFile = z.infer<typeof ProgramFile>

/** Writes a programme; `programId` null makes a draft, whose id is the request's. */
export const SaveProgram = mutationInput({ programId: z.nullable(Id), ordningId: Id, plan: PlanText })
export type SaveProgram = z.infer<typeof SaveProgram>
export const ProgramSaved = z.strictObject({ programId: Id, state: ProgramStateText })
export type ProgramSaved = z.infer<typeof ProgramSaved>

/** Publishes a programme, or makes it a draft again while nobody has asked for a place. */
export const MoveProgram = mutationInput({ programId: Id, to: z.enum(['draft', 'published']) })
export type MoveProgram = z.infer<typeof MoveProgram>

/** Makes a new draft of an earlier programme in another holiday; its activities come along as drafts for their organisers. */
export const CopyProgram = mutationInput({ programId: Id, name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)), holiday: HolidayText, fromDay: DayText, toDay: DayText })
export type CopyProgram = z.infer<typeof CopyProgram>
/** `outside`: sessions that fall outside the new holiday and must be moved by hand. */
export const ProgramCopied = z.strictObject({ programId: Id, activities: z.int(), outside: z.int() })
export type ProgramCopied = z.infer<typeof ProgramCopied>

/** Sends each organiser a link to describe its activities. */
export const InviteOrganisers = mutationInput({ programId: Id, foreningIds: z.array(Id).check(z.minLength(1), z.maxLength(500)) })
export type InviteOrganisers = z.infer<typeof InviteOrganisers>

/** Holds an activity although too few children have signed up. */
export const HoldAnyway = mutationInput({ offerId: Id })
export type HoldAnyway = z.infer<typeof HoldAnyway>

/** What each day offers each age group (index of `ages`) in each area; holes and clashes beside it. Places are children. */
export const ProgramOverview = z.strictObject({
  ages: z.array(z.strictObject({ from: z.int(), to: z.int() })), areas: z.array(z.string()), days: z.array(DayText), smallArea: z.int(),
  cells: z.array(z.strictObject({ day: DayText, ages: z.int(), area: z.string(), activities: z.int(), places: z.int(), free: z.int() })),
  holes: z.array(z.strictObject({ area: z.string(), ages: z.int(), days: z.array(DayText) })),
  clashes: z.array(z.strictObject({ kind: z.enum(['organiser', 'place', 'same-children']), day: DayText, first: Id, second: Id })),
  titles: z.array(z.strictObject({ offerId: Id, title: z.string(), organiserName: z.string() })),
})
export type ProgramOverview = z.infer<typeof ProgramOverview>
