import * as z from 'zod/mini'
import { letterElements, letterKinds } from '@medspil/domain/letter'
import { Key, SupportKindText } from '../ordning/support.ts'
import { DayText, Id, mutationInput, OreAmount, Sentences } from '../shared.ts'
import { ApplicationStateText } from './answers.ts'

/** A person's answer to a judged criterion, with the reason in own words. */
export const JudgeInput = mutationInput({ applicationId: Id, criterionId: Key, result: z.enum(['met', 'not-met']), reason: Sentences.check(z.minLength(1)) })
export type JudgeInput = z.infer<typeof JudgeInput>

/** One question to the family with a date. */
export const AskForInfoInput = mutationInput({ applicationId: Id, question: Sentences.check(z.minLength(1)), by: DayText })
export type AskForInfoInput = z.infer<typeof AskForInfoInput>

/** Shows the party the adverse facts of these criteria; the deadline is the ordning's. */
export const StartHearingInput = mutationInput({ applicationId: Id, criteria: z.array(Key).check(z.minLength(1)) })
export type StartHearingInput = z.infer<typeof StartHearingInput>

/** No hearing, with the written reason. */
export const ExemptHearingInput = mutationInput({ applicationId: Id, reason: Sentences.check(z.minLength(1)) })
export type ExemptHearingInput = z.infer<typeof ExemptHearingInput>

/** A decision as it would be. The outcome follows from what is given; nobody chooses it. Øre. */
const draft = {
  applicationId: Id,
  given: z.array(z.strictObject({ kind: SupportKindText, amount: z.nullable(OreAmount) })).check(z.maxLength(9)),
  /** Null for a full grant: it needs no reasons. */
  reasons: z.nullable(z.strictObject({ rules: Sentences, considerations: Sentences, facts: Sentences })),
  /** What was weighed of the hearing's answer; and what would change the result. */
  weighed: Sentences, whatWouldChange: Sentences, childView: Sentences,
}
/** The draft alone, for the letter's preview: nothing is saved. */
export const DecisionDraft = z.strictObject(draft)
export type DecisionDraft = z.infer<typeof DecisionDraft>

/** The letter exactly as it will be sent, with all that keeps it from going out. */
export const LetterPreview = z.strictObject({
  outcome: z.enum(['granted', 'partly-granted', 'refused']), kind: z.enum(letterKinds),
  blocks: z.array(z.strictObject({ element: z.enum(letterElements), heading: z.nullable(z.string()), texts: z.array(z.strictObject({ says: z.string(), isEksempel: z.boolean() })) })),
  faults: z.array(z.strictObject({ fault: z.string(), about: z.nullable(z.string()) })),
})
export type LetterPreview = z.infer<typeof LetterPreview>

/** The draft as it is sent; the decision takes the request's id. */
export const DecideInput = mutationInput(draft)
export type DecideInput = z.infer<typeof DecideInput>

/** Decides anew: a new decision that names the old one. Empty `given` with a grant behind it withdraws it. */
export const ReconsiderInput = mutationInput({ ...draft, replacesId: Id })
export type ReconsiderInput = z.infer<typeof ReconsiderInput>

/** `decisionId` null: the pool is empty and the ordning keeps a line, so the application waits there. */
export const Decided = z.strictObject({
  applicationId: Id, decisionId: z.nullable(Id), result: z.enum(['granted', 'partly-granted', 'refused', 'withdrawn', 'waiting-for-pool']),
  state: ApplicationStateText, fritidspasId: z.nullable(Id), letterIds: z.array(Id),
})
export type Decided = z.infer<typeof Decided>
