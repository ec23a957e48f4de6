import * as z from 'zod/mini'
import { DayText, Id, Moment, mutationInput } from '../shared.ts'
import { Key } from './support.ts'

/** What is said about an ordning, Danish, shown as written. */
export const OrdningTextsText = z.strictObject({
  forWhom: z.string().check(z.maxLength(2000)), gives: z.string().check(z.maxLength(2000)),
  aims: z.array(z.string().check(z.maxLength(500))), results: z.array(z.string().check(z.maxLength(500))),
})

/** A version in a list. `validTo` null: until a later version begins. */
export const VersionRow = z.strictObject({
  versionId: Id, number: z.number(), state: z.enum(['draft', 'published']), validFrom: DayText, validTo: z.nullable(DayText),
  source: z.string(), draftedBy: z.nullable(z.string()), publishedBy: z.nullable(z.string()), publishedAt: z.nullable(Moment),
})
export type VersionRow = z.infer<typeof VersionRow>

/** An ordning with its versions, newest first. `current`: the version that holds today. */
export const OrdningRow = z.strictObject({
  ordningId: Id, key: Key, name: z.string(), department: z.string(), current: z.nullable(Id), versions: z.array(VersionRow),
})
export type OrdningRow = z.infer<typeof OrdningRow>
/** By name. */
export const OrdningList = z.array(OrdningRow)

/** One thing between a draft and the public; `path` points at the value on the administrator's screen. */
export const PublicationProblemView = z.strictObject({ problem: z.string(), path: z.string(), detail: z.nullable(z.string()) })

/** One version. */
export const VersionInput = z.strictObject({ versionId: Id })
export type VersionInput = z.infer<typeof VersionInput>
/** The whole version. `rules` is `OrdningRules` as JSON, amounts in whole øre; null is "—", and eksempel is marked. */
export const VersionView = z.strictObject({
  ...VersionRow.shape, ordningId: Id, ordningKey: Key, ordningName: z.string(), rules: z.json(), texts: OrdningTextsText,
  eksempelPaths: z.array(z.string()), problems: z.array(PublicationProblemView),
})
export type VersionView = z.infer<typeof VersionView>

/** Two versions of one ordning. */
export const CompareInput = z.strictObject({ beforeId: Id, afterId: Id })
export type CompareInput = z.infer<typeof CompareInput>
/** What differs, rule by rule; a side is null when the rule does not exist there (its JSON otherwise). */
export const CompareView = z.strictObject({
  before: VersionRow, after: VersionRow,
  changes: z.array(z.strictObject({ path: z.string(), before: z.json(), after: z.json() })),
})
export type CompareView = z.infer<typeof CompareView>

/**
 * Saves a draft. `versionId` names the draft to change; null makes a new one of the ordning. Only a draft can be changed:
 * a published version stays as it is, so that it can explain its decisions.
 */
export const SaveDraftInput = mutationInput({
  ordningId: Id, versionId: z.nullable(Id), validFrom: DayText, validTo: z.nullable(DayText), rules: z.json(),
  texts: OrdningTextsText, source: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
})
export type SaveDraftInput = z.infer<typeof SaveDraftInput>
/** The draft as saved, with all that still keeps it from the public. */
export const SavedDraft = z.strictObject({ versionId: Id, number: z.number(), problems: z.array(PublicationProblemView) })
export type SavedDraft = z.infer<typeof SavedDraft>

/** Makes a draft the rules from its first day on; asks for fresh proof. */
export const PublishInput = mutationInput({ versionId: Id })
export type PublishInput = z.infer<typeof PublishInput>

/** A trial of draft rules on earlier applications: it only reads. */
export const WhatIfInput = z.strictObject({ ordningId: Id, rules: z.json(), from: DayText, to: DayText })
export type WhatIfInput = z.infer<typeof WhatIfInput>
/** How many earlier applications would have got all, a part, nothing, or need a person; no child is named. */
export const WhatIfView = z.strictObject({
  applications: z.number(), changed: z.number(),
  counts: z.strictObject({ all: z.number(), part: z.number(), none: z.number(), personNeeded: z.number() }),
  before: z.strictObject({ all: z.number(), part: z.number(), none: z.number() }),
  because: z.array(z.strictObject({ criterionId: Key, applications: z.number() })),
})
export type WhatIfView = z.infer<typeof WhatIfView>
