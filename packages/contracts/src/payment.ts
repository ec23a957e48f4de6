import type { LineOutcome, PaymentState, RefundState } from '@medspil/domain/payment'
import * as z from 'zod/mini'
import { DayText, Id, isDistinct, Moment, mutationInput, OreAmount } from './shared.ts'
import { SignupStateName } from './signup.ts'

const named = <T extends string>() => z.custom<T>((value) => typeof value === 'string')

/** A family pays its own share of one or several held places of one programme, in one payment. */
export const StartPayment = mutationInput({ signupIds: z.array(Id).check(z.minLength(1), z.maxLength(12), z.refine(isDistinct)) })
export type StartPayment = z.infer<typeof StartPayment>

/** A payment that was begun: where to pay, null once it is closed; øre. What it is for is asked for by its id. */
export const PaymentStarted = z.strictObject({ id: Id, state: named<PaymentState>(), amount: OreAmount, url: z.nullable(z.string()) })
export type PaymentStarted = z.infer<typeof PaymentStarted>

/** One of the actor's own payments. */
export const ShowPayment = z.strictObject({ paymentId: Id })
export type ShowPayment = z.infer<typeof ShowPayment>

/** Asks Stripe anew, when a payer is back and nothing was heard. */
export const CheckPayment = mutationInput({ paymentId: Id })
export type CheckPayment = z.infer<typeof CheckPayment>

/** What of a payment is for one child's place; øre. */
export const PaymentLineView = z.strictObject({
  signupId: Id, childFirstName: z.string(), offerTitle: z.string(), foreningName: z.string(), firstDay: DayText, lastDay: DayText,
  amount: OreAmount,
  /** Given back, or on the way back. */
  refunded: OreAmount,
  passPays: OreAmount,
  signupState: SignupStateName,
  /** What came of the money: null while nothing was paid or decided. */
  outcome: z.nullable(named<LineOutcome>()),
})
export type PaymentLineView = z.infer<typeof PaymentLineView>

/** A payment as its payer sees it; it is the receipt too. Amounts in øre. */
export const PaymentView = z.strictObject({
  id: Id, state: named<PaymentState>(), amount: OreAmount, programId: Id, programName: z.string(),
  /** As it is read aloud; not a key. */
  number: z.string(),
  /** Where to pay; null once it is closed. */
  url: z.nullable(z.string()),
  createdAt: Moment, expiresAt: Moment, paidAt: z.nullable(Moment),
  lines: z.array(PaymentLineView),
  refunds: z.array(z.strictObject({ amount: OreAmount, state: named<RefundState>(), at: Moment })),
})
export type PaymentView = z.infer<typeof PaymentView>
