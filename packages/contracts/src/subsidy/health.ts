import * as z from 'zod/mini'
import { Moment, OreSum } from '../shared.ts'

/** A place where two books disagree; øre. `kind` of account or test, and `about` whose: a forening, a reference, never a person. */
export const BookFault = z.strictObject({ what: z.string(), kind: z.string(), about: z.string(), ledger: OreSum, other: OreSum })
export type BookFault = z.infer<typeof BookFault>

/** The last nightly comparison of ledger, purses, pools, claims and Stripe; null before the first. */
export const HealthView = z.strictObject({
  comparison: z.nullable(z.strictObject({ at: Moment, accounts: z.int(), stripeAccounts: z.int(), faults: z.array(BookFault) })),
  seal: z.nullable(z.strictObject({ at: Moment, number: z.string(), entries: z.int() })),
  entries: z.int(), unsealed: z.int(),
  /** Amounts in øre: given by the council, free or promised in pools, on passes, owed, on the way, received by foreninger. */
  money: z.strictObject({ given: OreSum, pools: OreSum, passes: OreSum, owed: OreSum, inTransit: OreSum, received: OreSum }),
})
export type HealthView = z.infer<typeof HealthView>
