import type { LetterKind } from '@medspil/domain/letter'

/** What a plain page is filled with: the child's first name, the ordning's own name, phone and a day already in words. */
export type PlainFill = { child: string; ordning: string; phone: string; day: string }

/**
 * The plain page in one language: for each letter a heading that is the answer and one line on what to do. Every
 * language is one module of this type, so that a missing text does not compile.
 */
export type PlainTexts = {
  letters: Record<LetterKind, { heading: (fill: PlainFill) => string; next: (fill: PlainFill) => string }>
  /** Says that the Danish letter is the one that counts. */
  danishCounts: string
  call: (fill: PlainFill) => string
}
