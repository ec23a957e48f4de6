import { parseDay } from '@medspil/domain/day'
import * as z from 'zod/mini'
import { DayText, Id, Line, mutationInput, OreAmount, OreSum } from '../shared.ts'

/** Which sign-up; left out, the one that the link is for. A forening's own desk names it. */
export const OpenAnswerInput = z.strictObject({ signupId: z.optional(Id) })
export type OpenAnswerInput = z.infer<typeof OpenAnswerInput>

/** What a forening said about one child; `fee` in øre for the whole period. */
export const ForeningAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yes'), fee: OreAmount, periodFrom: DayText, periodTo: DayText })
    .check(z.refine(({ periodFrom, periodTo }) => parseDay(periodFrom) !== null && parseDay(periodTo) !== null && periodFrom <= periodTo)),
  z.strictObject({ kind: z.literal('full') }),
  z.strictObject({ kind: z.literal('asks'), question: Line }),
])
export type ForeningAnswer = z.infer<typeof ForeningAnswer>

/**
 * One question to a forening: will you take this child? Never more of the child than first name and initial, and never
 * who pays. `open` takes an answer; `asked` waits for the kommune's reply and still takes yes or full; `answered` and
 * `over` take none. `waitsForFamily`: the fee was higher than agreed, so the family is asked anew.
 */
export const SignupQuestion = z.strictObject({
  signupId: Id, displayName: z.string(), foreningName: z.string(), offerTitle: z.string(), weekday: z.nullable(z.number()), timeFrom: z.string(), place: z.string(),
  seasonFrom: DayText, seasonTo: DayText, price: OreSum,
  state: z.enum(['open', 'asked', 'answered', 'over']), waitsForFamily: z.boolean(), answer: z.nullable(ForeningAnswer), answeredOn: z.nullable(DayText),
})
export type SignupQuestion = z.infer<typeof SignupQuestion>

/** A forening's answer. One counts; another after it is refused. */
export const AnswerSignupInput = mutationInput({ signupId: Id, answer: ForeningAnswer })
export type AnswerSignupInput = z.infer<typeof AnswerSignupInput>

/** The family's new yes to a fee that is higher than agreed; a fritidsvejleder may say it on the phone for them. */
export const AcceptFeeInput = mutationInput({ childId: Id, signupId: Id })
export type AcceptFeeInput = z.infer<typeof AcceptFeeInput>

/** The forening says that the child of a row on an offer's list never came. */
export const NeverCameInput = mutationInput({ offerId: Id, rowId: Id })
export type NeverCameInput = z.infer<typeof NeverCameInput>
/**
 * What follows for the money, in words the treasurer understands: nothing was owed, or it is a coach who asks; the fee is not to be paid, the kommune
 * asks for what it paid, the fee stands, or a payment on its way must land first. Øre.
 */
export const NeverCameOutcome = z.strictObject({
  rowId: Id, displayName: z.string(), money: z.enum(['none', 'not-owed', 'asked-back', 'fee-stands', 'waits']), amount: OreSum,
})
export type NeverCameOutcome = z.infer<typeof NeverCameOutcome>
