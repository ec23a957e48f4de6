import type { ActivityState, ProgramState } from '@medspil/domain/holiday-program'
import type { HolidayProgramWhyNot } from '@medspil/domain/holiday-program'
import * as z from 'zod/mini'
import { OfferDetail } from './offer.ts'
import { DayText, Id, Moment } from './shared.ts'

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
})
export type ProgramView = z.infer<typeof ProgramView>

/** One activity of a programme: an offer with dated meetings. */
export const ActivityView = z.extend(OfferDetail, { state: z.custom<ActivityState>((value) => typeof value === 'string') })
export type ActivityView = z.infer<typeof ActivityView>

export const ShowProgram = z.strictObject({ programId: Id, childId: z.optional(Id) })
export type ShowProgram = z.infer<typeof ShowProgram>

/** A programme with its activities by first day. */
export const ProgramDetail = z.strictObject({ program: ProgramView, activities: z.array(ActivityView) })
export type ProgramDetail = z.infer<typeof ProgramDetail>
