import { languages } from '@medspil/domain/language'
import { letterKinds } from '@medspil/domain/letter'
import * as z from 'zod/mini'
import { Id, Moment, mutationInput } from './shared.ts'

/** A letter in the family's own list, newest first. */
export const LetterRow = z.strictObject({
  id: Id,
  childId: Id,
  kind: z.enum(letterKinds),
  title: z.string(),
  sentAt: Moment,
  readAt: z.nullable(Moment),
})
export type LetterRow = z.infer<typeof LetterRow>

/** Asks for one letter. */
export const ReadLetter = z.strictObject({ letterId: Id })

/** One block of a letter: its paragraphs under a heading, or none. */
export const LetterBlockView = z.strictObject({
  element: z.string(),
  heading: z.nullable(z.string()),
  /** `isEksempel` marks a value a kommune made up for the demonstration. */
  texts: z.array(z.strictObject({ says: z.string(), isEksempel: z.boolean() })),
})

/** The short page beside a letter, in the family's language. */
export const PlainPageView = z.strictObject({ language: z.enum(languages), heading: z.string(), next: z.string(), danishCounts: z.string(), call: z.string() })

/** A letter as a page: the legal text in Danish, beside it the plain page in the family's language. */
export const LetterView = z.strictObject({
  id: Id,
  childId: Id,
  kind: z.enum(letterKinds),
  title: z.string(),
  sentAt: z.nullable(Moment),
  readAt: z.nullable(Moment),
  blocks: z.array(LetterBlockView),
  plain: PlainPageView,
  /** Whether the PDF can be fetched from `/letters/<id>.pdf`. */
  hasPdf: z.boolean(),
})
export type LetterView = z.infer<typeof LetterView>

/** Notes that a letter was opened. */
export const MarkLetterRead = mutationInput({ letterId: Id })
export type MarkLetterRead = z.infer<typeof MarkLetterRead>
