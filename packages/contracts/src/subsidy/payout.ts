import { purseKinds } from '@medspil/domain/ordning'
import * as z from 'zod/mini'
import { DayText, Id, Moment, mutationInput, OreSum, Sentences } from '../shared.ts'

/** Who receives money: nothing of a child. */
export const PayeeView = z.strictObject({ foreningId: Id, name: z.string(), cvr: z.string() })

/**
 * One confirmed demand of a forening, without the child: `reference` is what the treasurer finds it by. Øre: `payable` is
 * `amount` without what was set off. `pays` is null for a family's own share. `activity` of a holiday programme, whose claims
 * are shown and chosen together; null for a season team.
 */
export const ClaimView = z.strictObject({
  claimId: Id, reference: z.string(), payee: PayeeView, pays: z.nullable(z.enum(purseKinds)), activity: z.nullable(z.strictObject({ id: Id, title: z.string() })),
  period: z.strictObject({ firstDay: DayText, lastDay: DayText }), amount: OreSum, payable: OreSum,
})
export type ClaimView = z.infer<typeof ClaimView>

/** Reasons for which a claim is not in a payout; each has a sentence on the screen. */
export const heldBackReasons = [
  'forening-closed', 'forening-suspended', 'forening-not-approved', 'forening-declaration-missing', 'forening-named-receiver-missing',
  'forening-payment-details-missing', 'forening-stripe-not-ready', 'forening-not-approved-at-check', 'declaration-missing-at-check',
  'claim-above-fee', 'claim-not-covered-by-hold', 'expense-paid-elsewhere', 'payee-changed',
] as const
export const HeldBackReason = z.enum(heldBackReasons)
export type HeldBackReason = z.infer<typeof HeldBackReason>

/** `daysAgo`: when the payment details changed, for the reason `payee-changed`; null for the others. */
export const HeldBackView = z.strictObject({ ...ClaimView.shape, why: HeldBackReason, daysAgo: z.nullable(z.int()) })
export type HeldBackView = z.infer<typeof HeldBackView>

/**
 * What can be paid now, and what cannot. `payeeChangedDaysAgo`: details changed within the last 7 days, so that a payout
 * with this line takes one more person. `unchecked`: confirmed by a forening and not tested against the ordning yet.
 */
export const ReadyView = z.strictObject({
  ready: z.array(z.strictObject({ ...ClaimView.shape, payeeChangedDaysAgo: z.nullable(z.int()) })),
  heldBack: z.array(HeldBackView), unchecked: z.int(), mayPrepare: z.boolean(),
})
export type ReadyView = z.infer<typeof ReadyView>

/** Most lines of one payout: a week of a holiday programme fits. */
export const linesMost = 2000

/** Puts checked claims into a payout and hands it over to another person. The payout takes the request's id. */
export const PreparePayout = mutationInput({ claimIds: z.array(Id).check(z.minLength(1), z.maxLength(linesMost)) })
export type PreparePayout = z.infer<typeof PreparePayout>

export const PayoutStateText = z.enum(['draft', 'submitted', 'approved', 'sent', 'confirmed', 'void', 'failed', 'unknown'])
export const LineStateText = z.enum(['waiting', 'sent', 'confirmed', 'failed', 'unknown'])

/** A payout in the list; `total` in øre. `waitsForMe`: this person may release it. */
export const PayoutRow = z.strictObject({
  payoutId: Id, reference: z.string(), state: PayoutStateText, total: OreSum, lines: z.int(), foreninger: z.int(),
  preparedBy: z.string(), preparedAt: Moment, waitsForMe: z.boolean(),
})
export type PayoutRow = z.infer<typeof PayoutRow>
/** Newest first. */
export const PayoutList = z.array(PayoutRow)

export const PayoutInput = z.strictObject({ payoutId: Id })
export type PayoutInput = z.infer<typeof PayoutInput>

/** A line as it was prepared; `of` is the whole claim in øre when a part of it was set off, else null. */
export const PayoutLineView = z.strictObject({
  lineId: Id, reference: z.string(), pays: z.nullable(z.enum(purseKinds)), activity: ClaimView.shape.activity, period: z.strictObject({ firstDay: DayText, lastDay: DayText }),
  amount: OreSum, of: z.nullable(OreSum), state: LineStateText, why: z.nullable(z.string()),
})

/** What was tested; `holds` is false when the point stands in the way of releasing. */
export const CheckView = z.strictObject({
  check: z.enum(['forening-confirmed', 'not-paid-before', 'declarations', 'other-person', 'within-cap', 'fresh-payee']), holds: z.boolean(),
})

/** A payout without a child's name or initials: forening by forening, exactly the lines that would be released. */
export const PayoutView = z.strictObject({
  payoutId: Id, reference: z.string(), state: PayoutStateText, rail: z.enum(['bank-file', 'stripe']), total: OreSum, linesHash: z.string(),
  preparedBy: z.string(), preparedAt: Moment, note: z.nullable(z.string()),
  approvals: z.array(z.strictObject({ name: z.string(), at: Moment })), approvalsNeeded: z.int(),
  sentAt: z.nullable(Moment), confirmedAt: z.nullable(Moment),
  groups: z.array(z.strictObject({ payee: PayeeView, total: OreSum, payeeChangedDaysAgo: z.nullable(z.int()), lines: z.array(PayoutLineView) })),
  checks: z.array(CheckView), heldBack: z.array(HeldBackView),
  year: z.int(), mayApprove: z.boolean(), maySendBack: z.boolean(), mayVoid: z.boolean(),
})
export type PayoutView = z.infer<typeof PayoutView>

/** Releases exactly the lines whose hash the approver's screen showed. */
export const ApprovePayout = mutationInput({ payoutId: Id, linesHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })
export type ApprovePayout = z.infer<typeof ApprovePayout>

/** Gives a payout back to the one who prepared it, with a reason; its claims can be prepared again. */
export const SendBackPayout = mutationInput({ payoutId: Id, note: Sentences.check(z.minLength(1)) })
export type SendBackPayout = z.infer<typeof SendBackPayout>

/** Drops one's own payout before it is released. */
export const VoidPayout = mutationInput({ payoutId: Id })
export type VoidPayout = z.infer<typeof VoidPayout>
