import * as z from 'zod/mini'
import { DayText, Id, Moment, mutationInput } from './shared.ts'

export const PresenceText = z.enum(['present', 'absent', 'unknown'])

/** Which team and day. A team's own link needs neither; left out, the day is today's or the last one before. */
export const TeamListInput = z.strictObject({ offerId: z.optional(Id), day: z.optional(DayText) })
export type TeamListInput = z.infer<typeof TeamListInput>
/**
 * One day's list, the same row for every child: first name and initial, and the mark last made. `days`: the team's days
 * up to today, newest first. Marks are taken until `closesAt`.
 */
export const TeamList = z.strictObject({
  offerId: Id, title: z.string(), day: z.nullable(DayText), timeFrom: z.string(), days: z.array(DayText), nextDay: z.nullable(DayText), closesAt: z.nullable(Moment), isOpen: z.boolean(),
  children: z.array(z.strictObject({ signupId: Id, displayName: z.string(), mark: z.nullable(z.enum(['present', 'absent'])) })),
})
export type TeamList = z.infer<typeof TeamList>

/**
 * One mark. `requestId` is made on the phone, also offline, and is the mark's own id: sent three times it counts once.
 * `markedAt` is the phone's moment. Undoing is a new mark.
 */
export const MarkInput = mutationInput({ signupId: Id, day: DayText, mark: PresenceText, markedAt: Moment })
export type MarkInput = z.infer<typeof MarkInput>
export const MarkTaken = z.strictObject({ signupId: Id, day: DayText, mark: z.nullable(z.enum(['present', 'absent'])) })
export type MarkTaken = z.infer<typeof MarkTaken>
