import * as z from 'zod/mini'
import { DayText, Id, OreSum } from '../shared.ts'
import { Key, PurseKindText, SupportKindText } from './support.ts'

/**
 * One thing a family is asked. `onlyBeforeLogin`: the registry answers it once somebody has logged in, so it is asked in
 * the quick test and never in the application.
 */
export const FamilyQuestion = z.strictObject({
  criterionId: Key,
  ask: z.enum([
    'age', 'lives-here', 'activity', 'grade', 'income', 'friplads', 'benefits', 'open-case', 'through-school', 'foster-care',
    'paid-by-others', 'renewal', 'judged',
  ]),
  /** The criterion as a family can check itself against it. */
  says: z.string(),
  /** The ordning's own question, for `judged`. */
  question: z.nullable(z.string()),
  /** Purses that `paid-by-others` is about; benefits that count, for `benefits`. */
  about: z.array(z.string()),
  onlyBeforeLogin: z.boolean(),
})
export type FamilyQuestion = z.infer<typeof FamilyQuestion>

/** One thing that can be given, with its ceiling in øre (null: no ceiling of its own, or not money). */
export const SupportOffered = z.strictObject({ kind: SupportKindText, most: z.nullable(OreSum), isEksempel: z.boolean() })

/** An ordning as it stands on the start page. */
export const PublishedOrdning = z.strictObject({
  ordningId: Id,
  versionId: Id,
  key: Key,
  name: z.string(),
  forWhom: z.string(),
  gives: z.string(),
  ages: z.nullable(z.strictObject({ from: z.number(), to: z.number(), unit: z.enum(['years', 'grade']), isEksempel: z.boolean() })),
  /** Who can come in by which door. */
  doors: z.strictObject({ parent: z.boolean(), youngPersonFrom: z.nullable(z.number()), fagperson: z.boolean() }),
  supports: z.array(SupportOffered),
  /** The ceiling over all purses, øre. */
  together: z.nullable(z.strictObject({ most: OreSum, isEksempel: z.boolean() })),
  purses: z.array(PurseKindText),
  /** Lengths in months a family may choose between; empty when the rule gives the period by itself. */
  months: z.array(z.number()),
  /** Working days to an answer, and the day it falls on when sent today. */
  answer: z.nullable(z.strictObject({ workingDays: z.number(), by: DayText, isEksempel: z.boolean() })),
  /** Ids of the follow-up checks, in order, so that the page can say what follows. */
  checks: z.array(z.string()),
  familyPart: z.array(z.string()),
  questions: z.array(FamilyQuestion),
})
export type PublishedOrdning = z.infer<typeof PublishedOrdning>

/** The start page: every ordning open today and the way to a person. */
export const PublishedView = z.strictObject({
  kommune: z.string(),
  contact: z.strictObject({ phone: z.string(), phoneHours: z.string(), mail: z.string(), meetPlace: z.string() }),
  ordninger: z.array(PublishedOrdning),
})
export type PublishedView = z.infer<typeof PublishedView>
