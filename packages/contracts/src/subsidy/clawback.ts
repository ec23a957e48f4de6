import * as z from 'zod/mini'
import { DayText, Id, mutationInput, OreSum } from '../shared.ts'
import { PayeeView } from './payout.ts'

export const ClawbackStateText = z.enum(['proposed', 'answered', 'agreed', 'dropped', 'decided', 'collected'])

/** Money asked back from a forening, øre, without the child. `mayDecide`: the forening answered, or its time is over. */
export const ClawbackView = z.strictObject({
  clawbackId: Id, reference: z.string(), payee: PayeeView, amount: OreSum,
  cause: z.enum(['never-came', 'withdrew', 'overpaid', 'declared-wrongly']), reason: z.string(), state: ClawbackStateText, answer: z.nullable(z.string()),
  proposedOn: DayText, deadline: DayText, collectedBy: z.nullable(z.enum(['set-off', 'paid-back'])), mayAnswer: z.boolean(), mayDecide: z.boolean(),
})
export type ClawbackView = z.infer<typeof ClawbackView>
/** Open ones first, by deadline. */
export const ClawbackList = z.array(ClawbackView)

/**
 * What becomes of a proposed clawback: the forening agrees (as it said), the kommune lets it fall, or decides it against
 * the forening after its answer or its deadline. Agreed and decided money is collected by the worker.
 */
export const DecideClawback = mutationInput({ clawbackId: Id, outcome: z.enum(['agreed', 'dropped', 'decided']) })
export type DecideClawback = z.infer<typeof DecideClawback>
