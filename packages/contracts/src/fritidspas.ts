import { purseKinds } from '@medspil/domain/ordning'
import * as z from 'zod/mini'
import { DayText, Id, Moment, mutationInput, OreSum } from './shared.ts'

/** Where a pass stands. */
export const FritidspasStateText = z.enum(['issued', 'active', 'used-up', 'expired', 'revoked', 'closed'])
/** A purse by its kind, or the one that is for several. */
export const PurseNameText = z.enum([...purseKinds, 'together'])

/** A purse, øre: granted = available + held + spent + returned. */
export const PurseView = z.strictObject({
  purse: PurseNameText, pays: z.array(z.enum(purseKinds)),
  granted: OreSum, available: OreSum, held: OreSum, spent: OreSum, returned: OreSum, isEksempel: z.boolean(),
})
export type PurseView = z.infer<typeof PurseView>

/** Money set aside or spent for one sign-up. `keptUntil`: last day on which the forening can say yes. */
export const HoldView = z.strictObject({
  holdId: Id, signupId: Id, what: z.string(), foreningName: z.string(), amount: OreSum,
  state: z.enum(['held', 'confirmed', 'spent']), keptUntil: DayText, createdAt: Moment,
})
export type HoldView = z.infer<typeof HoldView>

/** The child whose passes are shown. */
export const PassesInput = z.strictObject({ childId: Id })
export type PassesInput = z.infer<typeof PassesInput>
/** A pass with its card. `code` goes into the QR and only the family gets it; null for staff and for a pass that is over. */
export const FritidspasView = z.strictObject({
  fritidspasId: Id, childId: Id, ordningName: z.string(), displayName: z.string(), state: FritidspasStateText, isValid: z.boolean(),
  validFrom: DayText, validTo: DayText, issuedAt: Moment, code: z.nullable(z.string()),
  purses: z.array(PurseView), holds: z.array(HoldView),
})
export type FritidspasView = z.infer<typeof FritidspasView>
/** Newest first; the open ones before those that are over. */
export const FritidspasList = z.array(FritidspasView)

/** The days a statement covers, both included. */
export const StatementInput = z.strictObject({ childId: Id, from: DayText, to: DayText })
export type StatementInput = z.infer<typeof StatementInput>
/** "Betalt af fritidspas" and "betalt af dig", øre. Only the second can document fritidstillæg. */
export const StatementView = z.strictObject({
  childName: z.string(), from: DayText, to: DayText, price: OreSum, paidByPass: OreSum, paidByYou: OreSum,
  lines: z.array(z.strictObject({
    foreningName: z.string(), item: z.string(), price: OreSum, paidByPass: OreSum, paidByYou: OreSum, paidOn: DayText,
    isCoveredByPass: z.boolean(), period: z.nullable(z.strictObject({ firstDay: DayText, lastDay: DayText })),
  })),
})
export type StatementView = z.infer<typeof StatementView>

/** The code from a card's QR; travels in the body, never in an address. */
export const CheckInput = z.strictObject({ code: z.string().check(z.regex(/^[A-Za-z0-9_-]{20,64}$/)) })
export type CheckInput = z.infer<typeof CheckInput>
/** All that a stranger with the card may know. An unknown code and a pass that is over say the same. */
export const CheckAnswer = z.discriminatedUnion('valid', [
  z.strictObject({ valid: z.literal(true), initial: z.string(), validTo: DayText }),
  z.strictObject({ valid: z.literal(false) }),
])
export type CheckAnswer = z.infer<typeof CheckAnswer>

/** Ends a pass; unused money returns to the pool, what a forening has confirmed stays. */
export const RevokeInput = mutationInput({ childId: Id, fritidspasId: Id, cause: z.enum(['card-lost', 'moved-away', 'family-asked']) })
export type RevokeInput = z.infer<typeof RevokeInput>
