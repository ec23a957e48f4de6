import type { LineOutcome, PaymentState, RefundFailure, RefundState } from '@medspil/domain/payment'
import * as z from 'zod/mini'
import { DayText, Id, isDistinct, looksLikeCpr, Moment, mutationInput, OreAmount } from './shared.ts'
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
  /** `paidOn`: the day it was paid by bank or NemKonto; null for what went back to the card. */
  refunds: z.array(z.strictObject({ amount: OreAmount, state: named<RefundState>(), at: Moment, paidOn: z.nullable(DayText) })),
})
export type PaymentView = z.infer<typeof PaymentView>

/** A desk task about money that did not come back to its family. */
export const OwedRefund = z.strictObject({ taskId: Id })
export type OwedRefund = z.infer<typeof OwedRefund>

/** What is owed, to whom and why; asking for it is a look at the child. Amounts in øre. */
export const OwedRefundView = z.strictObject({
  taskId: Id, number: z.string(), title: z.string(), failedOn: DayText, why: named<RefundFailure>(),
  /** Owed now: nothing once the family has had it at Stripe. */
  amount: OreAmount,
  /** The family's bank looks at the payment, and nothing is paid before its answer. */
  bankStillLooks: z.boolean(),
  /** Nothing was paid back before this day. */
  from: DayText,
  /** Who it is about; null where the family is protected and the actor does not work with the child. */
  family: z.nullable(z.strictObject({
    childFirstName: z.string(),
    /** Who paid. */
    payer: z.strictObject({ name: z.string(), phone: z.nullable(z.string()), mail: z.nullable(z.string()) }),
    /** Stripe's own names of the refund and of the payment; null where it never had one. Its pages name the payer. */
    stripeRefundId: z.nullable(z.string()), stripePaymentId: z.nullable(z.string()),
  })),
})
export type OwedRefundView = z.infer<typeof OwedRefundView>

/** What finds a payment at the bank or in NemKonto again: a few words or a number, never a CPR number. */
export const BankReference = z.string().check(z.trim(), z.minLength(1), z.maxLength(60), z.refine((text) => !looksLikeCpr(text)))

/** Says that the owed amount (øre, as it was shown) was paid to the family in another way, on this day. */
export const NotePaidOtherwise = mutationInput({ taskId: Id, amount: OreAmount, paidOn: DayText, reference: BankReference })
export type NotePaidOtherwise = z.infer<typeof NotePaidOtherwise>

/** Takes it back, if it was said by mistake. */
export const UndoPaidOtherwise = mutationInput({ taskId: Id })
export type UndoPaidOtherwise = z.infer<typeof UndoPaidOtherwise>
