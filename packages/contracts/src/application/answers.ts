import { applicationStates } from '@medspil/domain/application'
import * as z from 'zod/mini'
import { OreAmount, Sentences } from '../shared.ts'
import { ActivityText, Key, PaidByOtherText, SupportKindText } from '../ordning/support.ts'

/** Where an application stands. */
export const ApplicationStateText = z.enum(applicationStates)

/** What is asked for. Amount in øre; left out, the ordning's own ceiling is asked for. */
export const SupportAsked = z.strictObject({ kind: SupportKindText, amount: z.optional(OreAmount) })

/** What the family answers; what the registry knows is never asked. A question left out is "det ved jeg ikke". */
export const FamilyAnswers = z.strictObject({
  activity: z.optional(ActivityText),
  gradeBeforeHoliday: z.optional(z.int().check(z.minimum(0), z.maximum(10))),
  income: z.optional(OreAmount),
  adults: z.optional(z.int().check(z.minimum(1), z.maximum(4))),
  children: z.optional(z.int().check(z.minimum(1), z.maximum(15))),
  fripladsPercent: z.optional(z.int().check(z.minimum(0), z.maximum(100))),
  benefits: z.optional(z.array(z.nullable(z.string().check(z.maxLength(80)))).check(z.maxLength(2))),
  openCase: z.optional(z.boolean()),
  schoolReferred: z.optional(z.boolean()),
  fosterCare: z.optional(z.boolean()),
  isRenewal: z.optional(z.boolean()),
  /** An empty list says that nobody else pays. */
  paidByOthers: z.optional(z.array(PaidByOtherText).check(z.maxLength(5))),
  /** Own words on the criteria a person will judge. */
  statements: z.optional(z.array(z.strictObject({ criterionId: Key, says: Sentences })).check(z.maxLength(10))),
})
export type FamilyAnswers = z.infer<typeof FamilyAnswers>

/** What the child would like, for the talk about offers; never a condition. */
export const Wishes = z.strictObject({
  activities: z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(60))).check(z.maxLength(6)),
  days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.maxLength(7)),
  withWhom: z.nullable(z.string().check(z.trim(), z.maxLength(120))),
  note: z.nullable(Sentences),
})
export type Wishes = z.infer<typeof Wishes>

/** The four plain words of a course, in order. */
export const statusWords = ['received', 'granted', 'under-way', 'after-three-months'] as const
/** One of the four words. */
export const StatusWord = z.enum(statusWords)
