import * as z from 'zod/mini'
import { DayText, Id, mutationInput, OreSum } from '../shared.ts'

/**
 * One child's subsidy as the treasurer knows it: the text on the bank statement and the short name, never why. Øre. A holiday
 * activity is one line with one sum, whoever paid it, and no child (`displayName` null, `claimId` the activity's): which of
 * its children came on a pass is not to be found in it. `missing`: what keeps it from being paid, null when nothing does.
 */
export const MoneyLine = z.strictObject({
  claimId: Id, reference: z.string(), displayName: z.nullable(z.string()), offerTitle: z.string(), periodFrom: DayText, periodTo: DayText, amount: OreSum,
  state: z.enum(['due', 'confirmed', 'checked', 'in-payout', 'paid', 'disputed', 'rejected', 'reversed']), missing: z.nullable(z.string()),
})
export type MoneyLine = z.infer<typeof MoneyLine>

/** What the kommune asks back, øre. */
export const AskedBack = z.strictObject({ clawbackId: Id, reference: z.string(), amount: OreSum, cause: z.string(), state: z.enum(['proposed', 'answered', 'agreed', 'dropped', 'decided', 'collected']), deadline: DayText })

/** A forening's money: each payout with its lines, and what is not paid yet. Newest payout first. */
export const MoneyView = z.strictObject({
  foreningName: z.string(), cvr: z.string(), paid: OreSum, waiting: OreSum,
  payouts: z.array(z.strictObject({ payoutId: Id, reference: z.string(), paidOn: z.nullable(DayText), total: OreSum, lines: z.array(MoneyLine) })),
  unpaid: z.array(MoneyLine), askedBack: z.array(AskedBack),
})
export type MoneyView = z.infer<typeof MoneyView>

/** Asks for the address where the treasurer gives the payment details. Where Stripe sends them back to is for us to say. */
export const PayeeLinkInput = mutationInput({})
export type PayeeLinkInput = z.infer<typeof PayeeLinkInput>
export const PayeeLink = z.strictObject({ url: z.url() })
export type PayeeLink = z.infer<typeof PayeeLink>
