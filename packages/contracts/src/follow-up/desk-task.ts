import * as z from 'zod/mini'
import { DayText, Id, mutationInput, OreAmount } from '../shared.ts'

/** Why the desk is asked to act on something that is about no one child; the reasons of `domain/follow-up`. Øre. */
export const DeskTaskReasonView = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('minimum-not-reached'), offerId: Id, programId: Id, title: z.string(), minimum: z.int(), decidedOn: DayText }),
  z.strictObject({ reason: z.literal('dispute-lost'), paymentId: Id, programName: z.string(), amount: OreAmount, lostOn: DayText, stripeId: z.nullable(z.string()) }),
  z.strictObject({ reason: z.literal('refund-failed'), paymentId: Id, programId: Id, offerId: Id, title: z.string(), amount: OreAmount, failedOn: DayText }),
])

/** One such task. `overdueBy` in days, negative is to come; `taken` children at the activity now, null for a payment. */
export const DeskTaskView = z.strictObject({ taskId: Id, because: DeskTaskReasonView, dueOn: DayText, overdueBy: z.int(), taken: z.nullable(z.int()) })
export type DeskTaskView = z.infer<typeof DeskTaskView>
/** The most urgent first. */
export const DeskTaskList = z.array(DeskTaskView)

/** Says that such a task is dealt with. */
export const CloseDeskTask = mutationInput({ taskId: Id })
export type CloseDeskTask = z.infer<typeof CloseDeskTask>
