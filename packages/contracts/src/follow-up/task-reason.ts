import * as z from 'zod/mini'
import { DayText, OreSum } from '../shared.ts'

/** Why a person is asked to act, with the facts of the sentence; the reasons of `domain/follow-up`. Øre. */
export const TaskReasonView = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('first-training-missing'), plannedOn: DayText, answered: z.boolean() }),
  z.strictObject({ reason: z.literal('absent-in-a-row'), absences: z.number(), presentBefore: z.number(), since: DayText }),
  z.strictObject({
    reason: z.literal('answer-and-marks-disagree'), checkId: z.string(), said: z.string(), present: z.number(), absent: z.number(), lastPresent: z.nullable(DayText),
  }),
  z.strictObject({ reason: z.literal('forening-silent'), askedOn: DayText }),
  z.strictObject({ reason: z.literal('forening-asks'), question: z.string(), askedOn: DayText }),
  z.strictObject({ reason: z.literal('forening-full'), saidOn: DayText }),
  z.strictObject({ reason: z.literal('fee-higher'), fee: OreSum, agreed: OreSum }),
  z.strictObject({ reason: z.literal('never-came'), saidOn: DayText, moneyWaits: z.boolean() }),
  z.strictObject({ reason: z.literal('wants-something-else'), checkId: z.string(), saidOn: DayText }),
  z.strictObject({ reason: z.literal('no-answer-no-mark'), checkId: z.string(), askedOn: DayText, absences: z.number() }),
  z.strictObject({ reason: z.literal('no-way-to-ask'), checkId: z.string() }),
  z.strictObject({ reason: z.literal('time-to-ask'), checkId: z.string(), how: z.enum(['phone', 'meeting']) }),
  z.strictObject({ reason: z.literal('pass-unused'), since: DayText, validTo: DayText, left: OreSum }),
  z.strictObject({ reason: z.literal('wants-company'), firstTrainingOn: DayText }),
])
export type TaskReasonView = z.infer<typeof TaskReasonView>
