import * as z from 'zod/mini'
import { DayText } from '../shared.ts'

/** A mark of one meeting, as it stands now. */
export const MeetingView = z.strictObject({ on: DayText, presence: z.enum(['present', 'absent', 'unknown']) })
export type MeetingView = z.infer<typeof MeetingView>

/** Whom to ring about a child. `relation` is the person's own, as one says it: the mother, the child itself. */
export const CallView = z.strictObject({
  name: z.string(), relation: z.enum(['mother', 'father', 'adult', 'self']), phone: z.nullable(z.string()), mail: z.nullable(z.string()), language: z.string(),
})
export type CallView = z.infer<typeof CallView>
