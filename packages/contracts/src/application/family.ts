import * as z from 'zod/mini'
import { Key, SupportKindText } from '../ordning/support.ts'
import { DayText, Id, LanguageCode, Moment, mutationInput, OreSum, Sentences } from '../shared.ts'
import { ApplicationStateText, FamilyAnswers, StatusWord, SupportAsked, Wishes } from './answers.ts'

/** A child one can apply for, with what the registry knows. `isSelf`: a young person of 15 or more. */
export const MyChild = z.strictObject({
  childId: Id, name: z.string(), firstName: z.string(), birthDay: DayText, age: z.number(), isSelf: z.boolean(),
  livesHere: z.boolean(), area: z.nullable(z.string()), school: z.nullable(z.string()),
  /** One row per ordning open today: whether this login may apply, and the open application when there is one. */
  ordninger: z.array(z.strictObject({
    key: Key, name: z.string(), mayApply: z.boolean(), openApplicationId: z.nullable(Id),
    /** Reason when `mayApply` is false, as `WhyNot['reason']`. */
    whyNot: z.nullable(z.string()),
  })),
})
export type MyChild = z.infer<typeof MyChild>
/** Oldest first. */
export const MyChildren = z.array(MyChild)

/** An application as the family sends it after checking its answers; øre. */
export const SubmitInput = mutationInput({
  childId: Id, ordningKey: Key, supports: z.array(SupportAsked).check(z.minLength(1), z.maxLength(9)),
  /** First day wanted, and months for an ordning with more than one length. */
  start: z.nullable(DayText), months: z.nullable(z.int().check(z.minimum(1), z.maximum(24))),
  activity: z.nullable(z.string().check(z.trim(), z.maxLength(120))),
  answers: FamilyAnswers, wishes: Wishes,
  /** The child's own view in its own words (barnets lov § 5). */
  childView: Sentences, language: LanguageCode,
})
export type SubmitInput = z.infer<typeof SubmitInput>
/** The receipt. `state` granted: a clear yes by the rules, and the pass is there now. `joined`: it was already on its way. */
export const Receipt = z.strictObject({
  applicationId: Id, reference: z.string(), state: ApplicationStateText, submittedOn: DayText, answerBy: z.nullable(DayText),
  fritidspasId: z.nullable(Id), joined: z.boolean(),
})
export type Receipt = z.infer<typeof Receipt>

/** One step of the way. `on` null: not yet; then `when` says what makes it happen. */
export const StatusStep = z.strictObject({
  word: StatusWord, on: z.nullable(DayText),
  when: z.enum(['done', 'answer-by', 'first-training', 'three-months', 'refused', 'ended']), expectedOn: z.nullable(DayText),
})
export type StatusStep = z.infer<typeof StatusStep>

/** What happens next, and whose turn it is. */
export const NextAct = z.strictObject({
  act: z.enum([
    'wait-for-answer', 'answer-question', 'answer-hearing', 'wait-for-pool', 'wait-for-person', 'choose-offer', 'wait-for-forening',
    'go-to-first-training', 'keep-going', 'read-letter', 'nothing',
  ]),
  whose: z.enum(['family', 'kommune', 'forening', 'nobody']), by: z.nullable(DayText),
})
export type NextAct = z.infer<typeof NextAct>

/** An application in the family's list. */
export const MyApplication = z.strictObject({
  applicationId: Id, reference: z.string(), childId: Id, childFirstName: z.string(), ordningKey: Key, ordningName: z.string(),
  state: ApplicationStateText, status: StatusWord, steps: z.array(StatusStep), next: NextAct, submittedOn: DayText, answerBy: z.nullable(DayText),
})
export type MyApplication = z.infer<typeof MyApplication>
/** Newest first. */
export const MyApplications = z.array(MyApplication)

/** One application. */
export const ApplicationInput = z.strictObject({ applicationId: Id })
export type ApplicationInput = z.infer<typeof ApplicationInput>

/** Something the kommune asks before it can answer. */
export const AskedItem = z.strictObject({ id: Id, question: z.string(), askedOn: DayText, by: DayText, answer: z.nullable(z.string()), answeredOn: z.nullable(DayText) })
export type AskedItem = z.infer<typeof AskedItem>

/** A hearing as the family reads it: the facts, their source, the deadline. */
export const HearingView = z.strictObject({
  hearingId: Id, facts: z.array(z.strictObject({ criterionId: Key, says: z.string(), source: z.string(), on: DayText })),
  deadline: DayText, sentOn: DayText, answer: z.nullable(z.string()), answeredOn: z.nullable(DayText), exemptReason: z.nullable(z.string()),
})
export type HearingView = z.infer<typeof HearingView>

/** The family's own application: what was sent, how far it is, what comes next and who to ask. */
export const ApplicationView = z.strictObject({
  ...MyApplication.shape,
  door: z.enum(['family', 'youngPerson', 'fagperson']), givenBy: z.nullable(z.string()),
  supports: z.array(z.strictObject({ kind: SupportKindText, asked: z.nullable(OreSum), given: z.nullable(OreSum), isGiven: z.nullable(z.boolean()) })),
  answers: FamilyAnswers, wishes: Wishes, childView: z.string(), activity: z.nullable(z.string()),
  asked: z.array(AskedItem), hearing: z.nullable(HearingView),
  contact: z.strictObject({ name: z.nullable(z.string()), phone: z.string(), phoneHours: z.string() }),
  decision: z.nullable(z.strictObject({ decisionId: Id, result: z.enum(['granted', 'partly-granted', 'refused', 'withdrawn']), on: DayText, by: z.string(), automatic: z.boolean(), letterId: z.nullable(Id) })),
  /** Consent on record that the family can withdraw. */
  consents: z.array(z.strictObject({ consentId: Id, givenBy: z.string(), givenOn: DayText, how: z.enum(['oral', 'written']), textShown: z.string(), withdrawnAt: z.nullable(Moment) })),
  mayWithdraw: z.boolean(),
})
export type ApplicationView = z.infer<typeof ApplicationView>

/** An answer to a question of the kommune or in a hearing. `id` is the question's or the hearing's. */
export const AnswerInput = mutationInput({
  applicationId: Id, to: z.enum(['question', 'hearing']), id: Id, says: Sentences.check(z.minLength(1)), answers: z.optional(FamilyAnswers),
})
export type AnswerInput = z.infer<typeof AnswerInput>

/** Takes an undecided application back. */
export const WithdrawInput = mutationInput({ applicationId: Id })
export type WithdrawInput = z.infer<typeof WithdrawInput>

/** The application's state after an act. */
export const StateAfter = z.strictObject({ applicationId: Id, state: ApplicationStateText })
export type StateAfter = z.infer<typeof StateAfter>
