import * as z from 'zod/mini'
import { Key, SupportKindText } from '../ordning/support.ts'
import { DayText, Id, Moment, OreSum } from '../shared.ts'
import { ApplicationStateText, Wishes } from './answers.ts'
import { AskedItem, HearingView } from './family.ts'

/** Where a fact came from, and the day. `sourceName` is the Danish word for a screen or a letter. */
export const FactView = z.strictObject({
  name: z.string(), says: z.string(), sources: z.array(z.strictObject({ source: z.string(), sourceName: z.string(), on: DayText })), seenByParty: z.boolean(),
})
export type FactView = z.infer<typeof FactView>

/** A criterion held against the facts as they are now. `judgement`: a person's answer where one is asked for. */
export const CriterionView = z.strictObject({
  criterionId: Key, kind: z.string(), says: z.string(), result: z.enum(['met', 'not-met', 'judged', 'unknown']), gates: z.array(SupportKindText),
  facts: z.array(FactView), missing: z.array(z.string()),
  age: z.nullable(z.strictObject({ age: z.nullable(z.number()), on: z.nullable(DayText) })),
  /** The income as a worked sum, øre; null for other criteria. */
  worked: z.nullable(z.strictObject({ lines: z.array(z.strictObject({ line: z.string(), amount: OreSum, of: z.nullable(z.number()) })), limit: z.nullable(OreSum), income: z.nullable(OreSum) })),
  question: z.nullable(z.string()), isEksempel: z.boolean(),
  judgement: z.nullable(z.strictObject({ result: z.enum(['met', 'not-met']), reason: z.string(), by: z.string(), at: Moment })),
})
export type CriterionView = z.infer<typeof CriterionView>

/** An application in the caseworker's list; the sum asked for in øre. */
export const InboxRow = z.strictObject({
  applicationId: Id, reference: z.string(), childId: Id, childName: z.string(), age: z.number(), ordningKey: Key, ordningName: z.string(), state: ApplicationStateText,
  door: z.enum(['family', 'youngPerson', 'fagperson']), submittedOn: DayText, answerBy: z.nullable(DayText),
  /** Working days left; negative when the day has passed. */
  daysLeft: z.nullable(z.number()), supports: z.array(SupportKindText), asked: OreSum,
  /** Open applications that may be about the same child: same birth day and name. A person looks. */
  alike: z.array(z.strictObject({ applicationId: Id, reference: z.string() })),
  /** Whose turn it is. */
  waitsFor: z.enum(['kommune', 'family', 'pool']),
})
export type InboxRow = z.infer<typeof InboxRow>
/** Nearest deadline first; without a date last. */
export const InboxView = z.strictObject({
  rows: z.array(InboxRow),
  counts: z.strictObject({ open: z.number(), overdue: z.number(), dueSoon: z.number(), waitsForFamily: z.number(), waitsForPool: z.number() }),
})
export type InboxView = z.infer<typeof InboxView>
/** One ordning's applications, or with null all of them. */
export const InboxInput = z.strictObject({ ordningKey: z.nullable(Key) })
export type InboxInput = z.infer<typeof InboxInput>

/** One line asked for. `most`: what the ceilings leave, øre. `blockedBy` and `waitsFor` are criterion ids. */
export const LineView = z.strictObject({
  kind: SupportKindText, asked: z.nullable(OreSum), most: z.nullable(OreSum), offered: z.boolean(), blockedBy: z.array(Key), waitsFor: z.array(Key),
})
export type LineView = z.infer<typeof LineView>

/** A decision as it stands; never changed. Øre. */
export const DecisionView = z.strictObject({
  decisionId: Id, result: z.enum(['granted', 'partly-granted', 'refused', 'withdrawn']), automatic: z.boolean(), by: z.string(), on: DayText,
  replacesId: z.nullable(Id), letterId: z.nullable(Id),
  items: z.array(z.strictObject({ kind: SupportKindText, asked: z.nullable(OreSum), given: z.nullable(OreSum), isGiven: z.boolean() })),
  considerations: z.string(), individualFacts: z.string(), lawText: z.string(),
})
export type DecisionView = z.infer<typeof DecisionView>

/** The whole application as a caseworker reads it. */
export const CaseView = z.strictObject({
  applicationId: Id, reference: z.string(), state: ApplicationStateText, childId: Id, childName: z.string(), childFirstName: z.string(), age: z.number(),
  ordningKey: Key, ordningName: z.string(), versionNumber: z.number(), door: z.enum(['family', 'youngPerson', 'fagperson']),
  submittedOn: DayText, answerBy: z.nullable(DayText), daysLeft: z.nullable(z.number()),
  criteria: z.array(CriterionView), counts: z.strictObject({ toYou: z.number(), notMet: z.number(), met: z.number(), unknown: z.number() }),
  lines: z.array(LineView), period: z.nullable(z.strictObject({ from: DayText, to: DayText, isEksempel: z.boolean() })), activity: z.nullable(z.string()),
  wishes: Wishes, childView: z.string(),
  /** What a fagperson wrote, opened for this read and logged. */
  fagperson: z.nullable(z.strictObject({ name: z.string(), profession: z.nullable(z.string()), chips: z.array(z.string()), line: z.nullable(z.string()), on: DayText })),
  pool: z.nullable(z.strictObject({ poolId: Id, total: OreSum, free: OreSum, promised: OreSum, spent: OreSum, whenEmpty: z.enum(['stop', 'queue']), isEksempel: z.boolean() })),
  asked: z.array(AskedItem), hearing: z.nullable(HearingView), hearingNeeded: z.array(Key), hearingBy: z.nullable(DayText),
  alike: z.array(z.strictObject({ applicationId: Id, reference: z.string() })),
  legalBasis: z.nullable(z.strictObject({ section: z.string(), isEksempel: z.boolean() })),
  decisions: z.array(DecisionView),
  /** Acts the state allows now; a screen offers these and no others. */
  acts: z.array(z.enum(['judge', 'ask', 'hear', 'exempt', 'decide', 'reconsider'])),
})
export type CaseView = z.infer<typeof CaseView>
