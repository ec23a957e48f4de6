import * as z from 'zod/mini'
import { Id, Moment, mutationInput, OreAmount } from '../shared.ts'

/** An activity is not held: everybody in it or in its line is told and gets everything back. @remarks `reason` is read by families */
export const CancelActivity = mutationInput({ offerId: Id, reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(500)) })
export type CancelActivity = z.infer<typeof CancelActivity>

export const ReadCancel = z.strictObject({ offerId: Id })
export type ReadCancel = z.infer<typeof ReadCancel>

/** What a cancellation means, or how far it has come. Children are counts, never names. */
export const CancelProgress = z.strictObject({
  offerId: Id, title: z.string(),
  cancelledAt: z.nullable(Moment), reason: z.nullable(z.string()),
  /** Before: children with a place, and in the line. They are what is left while it runs. */
  places: z.int(), waiting: z.int(),
  /** Children who have begun, and are ended by hand. */
  started: z.int(),
  /** Øre that families have paid for the places that are left. */
  toRefund: OreAmount,
  /** Children whose sign-up has ended, and how many of their families have been written to. */
  ended: z.int(), told: z.int(),
  /** Refunds that are settled, on their way, and those a person must look at; øre of all that are not failed. */
  refunded: z.int(), refundsLeft: z.int(), refundsFailed: z.int(), refundSum: OreAmount,
})
export type CancelProgress = z.infer<typeof CancelProgress>
