import { foreningPoints } from '@medspil/domain/forening'
import * as z from 'zod/mini'
import { DayText, Id, mutationInput, Sentences } from '../shared.ts'
import { ApprovalText, DeclarationStatus, ForeningView, PaymentReadiness } from './own.ts'

/** A row of the fritidsvejleder's list. `waiting`: sign-ups without an answer; `toModerate`: offers to read. */
export const ForeningRow = z.strictObject({
  foreningId: Id, name: z.string(), area: z.string(), providerType: z.string(), approval: ApprovalText, declaration: DeclarationStatus, payment: PaymentReadiness,
  waiting: z.number(), toModerate: z.number(),
})
export type ForeningRow = z.infer<typeof ForeningRow>
export const ForeningList = z.array(ForeningRow)
export type ForeningList = z.infer<typeof ForeningList>

/** One point of folkeoplysningsloven § 4 stk. 3: met, not met, or waived with a written reason. */
export const PointText = z.strictObject({ point: z.enum(foreningPoints), isMet: z.boolean(), waivedBecause: z.nullable(z.string()) })
export type PointText = z.infer<typeof PointText>

export const ReadForeningInput = z.strictObject({ foreningId: Id })
export type ReadForeningInput = z.infer<typeof ReadForeningInput>
/** A forening as the desk sees it. */
export const ForeningFile = z.strictObject({
  ...ForeningView.shape, cvr: z.string(), area: z.string(), providerType: z.string(), homeInKommune: z.boolean(), checklist: z.array(PointText),
  limitedTo: z.nullable(z.array(z.string())), approvedOn: z.nullable(DayText), approvedBy: z.nullable(z.string()), mayMoveTo: z.array(ApprovalText),
})
export type ForeningFile = z.infer<typeof ForeningFile>

/** Moves a forening's approval. Approving takes the whole checklist; `limitedTo` names the offers of an approval with limits. */
export const ApproveInput = mutationInput({
  foreningId: Id, to: ApprovalText, checklist: z.array(z.strictObject({ point: z.enum(foreningPoints), isMet: z.boolean(), waivedBecause: z.nullable(Sentences) })).check(z.maxLength(12)),
  limitedTo: z.nullable(z.array(Id).check(z.maxLength(200))),
})
export type ApproveInput = z.infer<typeof ApproveInput>

/** Sends a fresh link to the board's registered contacts: their own page, or one team's list. */
export const SendLinkInput = mutationInput({ foreningId: Id, offerId: z.nullable(Id) })
export type SendLinkInput = z.infer<typeof SendLinkInput>
