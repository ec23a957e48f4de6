import type { ActivityState, ProgramState } from '@medspil/domain/holiday-program'
import type { HolidayProgramWhyNot } from '@medspil/domain/holiday-program'
import type { OfferWhyNot } from '@medspil/domain/offer'
import * as z from 'zod/mini'
import { DayText, Id, Moment, OreAmount } from './shared.ts'

export * from './holiday-program/friends.ts'

/** A holiday programme as everybody may see it. */
export const ProgramView = z.strictObject({
  id: Id, name: z.string(), holiday: z.string(), fromDay: DayText, toDay: DayText, opensAt: Moment, closesAt: Moment,
  way: z.enum(['opening-minute', 'draw']), wishesOpenAt: z.nullable(Moment), wishesCloseAt: z.nullable(Moment),
  /** How many places and waiting numbers a child may have at a time, from when; null is no limit. */
  stages: z.array(z.strictObject({ from: Moment, places: z.nullable(z.int()), waiting: z.nullable(z.int()) })),
  /** Hours to answer a place that comes free. */
  offerHours: z.int(),
  state: z.custom<ProgramState>((value) => typeof value === 'string'),
  /** Why nobody can take a place right now; null when families can. */
  whyNotOpen: z.nullable(z.custom<HolidayProgramWhyNot>((value) => typeof value === 'object' && value !== null && 'reason' in value)),
  /** The server's moment of this answer: a countdown must not trust the phone's clock. */
  readAt: Moment,
})
export type ProgramView = z.infer<typeof ProgramView>

/** Whether an activity admits one of my children on its own day, and what the pass pays of it, øre; `signupId` is its place or number there. */
const ForChildInList = z.strictObject({
  whyNot: z.nullable(z.custom<OfferWhyNot>((value) => typeof value === 'object' && value !== null && 'reason' in value)),
  paidByPass: OreAmount, signupId: z.nullable(Id),
})

/** One activity in the programme's list: what one chooses by, without its own words, so that 300 of them reach a phone quickly. */
export const ActivityView = z.strictObject({
  id: Id, title: z.string(), foreningName: z.string(), pictogram: z.string(), activity: z.string(), ageFrom: z.int(), ageTo: z.int(),
  /** School classes admitted, both included; null when age decides. */
  grades: z.nullable(z.strictObject({ from: z.int(), to: z.int() })),
  /** The days it meets on, in order. */
  days: z.array(DayText), timeFrom: z.string(), timeTo: z.string(), place: z.string(), area: z.string(), price: OreAmount,
  supportNeeds: z.array(z.string()), languages: z.array(z.string()),
  /** Places that can be taken now: none while somebody waits in line. */
  freePlaces: z.int(), waiting: z.int(),
  state: z.custom<ActivityState>((value) => typeof value === 'string'),
  forChild: z.nullable(ForChildInList),
})
export type ActivityView = z.infer<typeof ActivityView>

export const ShowProgram = z.strictObject({ programId: Id, childId: z.optional(Id) })
export type ShowProgram = z.infer<typeof ShowProgram>

/** A programme with its activities by first day; `hasPass` says whether the child asked for has a pass. */
export const ProgramDetail = z.strictObject({ program: ProgramView, hasPass: z.boolean(), activities: z.array(ActivityView) })
export type ProgramDetail = z.infer<typeof ProgramDetail>
