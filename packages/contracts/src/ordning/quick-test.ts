import * as z from 'zod/mini'
import { OreAmount } from '../shared.ts'
import { ActivityText, Key, PurseKindText } from './support.ts'

/**
 * Answers of "Se om I kan få det"; nothing is stored. A question left out is "det ved jeg ikke", which is never a no.
 * Income in øre a year before tax.
 */
export const QuickTestInput = z.strictObject({
  ordningKey: Key,
  age: z.optional(z.int().check(z.minimum(0), z.maximum(30))),
  livesHere: z.optional(z.boolean()),
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
  /** Purses somebody else pays for. */
  paidByOthers: z.optional(z.array(PurseKindText)),
  /** The family's own yes or no to each judged criterion. */
  says: z.optional(z.record(Key, z.boolean())),
})
export type QuickTestInput = z.infer<typeof QuickTestInput>

/** Never a no: unclear means that a person will look, at these criteria. */
export const QuickTestAnswer = z.strictObject({
  answer: z.enum(['likely-yes', 'a-person-will-look']),
  lookAt: z.array(z.strictObject({ criterionId: Key, says: z.string() })),
})
export type QuickTestAnswer = z.infer<typeof QuickTestAnswer>
