import type { AppealPart, LegalBasisKind } from '../ordning/index.ts'
import type { LetterElement, LetterKind } from './element.ts'

/** One paragraph. `isEksempel`: it uses a value a demo kommune made up, and is shown with the word "eksempel". */
export type LetterText = { says: string; isEksempel: boolean }

/** A block under a heading (null: none). Exactly one element. `parts` is filled for the appeal block alone. */
export type LetterBlock = {
  element: LetterElement
  heading: string | null
  texts: LetterText[]
  parts?: { part: AppealPart; says: string }[]
}

/**
 * A letter before it is set: the same content becomes the tagged PDF and the page in the family's inbox. Blocks stand
 * in reading order. The legal text is Danish; the plain page in the family's language is a companion.
 */
export type LetterContent = {
  kind: LetterKind
  basis: LegalBasisKind
  /** The person who decided; null only for a full grant by the rules, a receipt and a delay notice. */
  deciderId: string | null
  blocks: LetterBlock[]
}

/** The whole text of a letter, block by block, for reading aloud and for checks. */
export const letterText = ({ blocks }: LetterContent): string =>
  blocks.flatMap(({ heading, texts }) => [...(heading === null ? [] : [heading]), ...texts.map(({ says }) => says)]).join('\n')
