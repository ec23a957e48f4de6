import type { Question, QuestionKind } from '../questions.ts'

/** Whose answers these are, as the words need it. */
export interface Who {
  /** A young person of 15 or more who applies for themself: every question says "du". */
  isSelf: boolean
  /** First name, or "barnet" before MitID has told us. */
  name: string
}

/** One thing to choose. `isDanish`: the ordning's own words, which stay Danish in every language. */
export interface AskChoice { value: string; text: string; hint?: string; isDanish?: boolean }

/** How an answer is given. `least` (0 unless told) and `most` are the numbers that make sense. */
export type AskInput =
  | { kind: 'one'; choices: readonly AskChoice[]; pair?: boolean }
  | { kind: 'many'; choices: readonly AskChoice[] }
  | { kind: 'select'; choices: readonly AskChoice[] }
  | { kind: 'number'; unit: string; least?: number; most: number }
  | { kind: 'text'; long: boolean }

/** The words of one question. */
export interface Ask {
  title: string
  hint?: string
  /** "Hvorfor spørger vi?" */
  why?: string
  input: AskInput
  /** Said when nothing is answered; null where one may go on without. */
  problem: string | null
  /** The title is the ordning's own Danish. */
  isDanish?: boolean
}

/** Words of some kinds of question. */
export type AskTable = Partial<Record<QuestionKind, (question: Question) => Ask>>
