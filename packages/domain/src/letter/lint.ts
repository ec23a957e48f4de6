import { appealFaults, type AppealFault, type LegalBasisKind } from '../ordning/index.ts'
import { letterText, type LetterContent } from './content.ts'
import { forbiddenElements, isNegative, requiredElements, type LetterElement, type LetterKind } from './element.ts'

/** One thing wrong with a letter. */
export type LetterFault =
  | { fault: 'element-missing' | 'element-forbidden' | 'element-empty' | 'element-twice'; element: LetterElement }
  | { fault: 'result-not-first' }
  | { fault: 'appeal'; problem: AppealFault }
  | { fault: 'words-forbidden'; words: string }
  | { fault: 'no-decider' }
  | { fault: 'another-kind'; kind: LetterKind }
  | { fault: 'another-basis'; basis: LegalBasisKind }

/** Why a letter cannot be sent. */
export type LetterWhyNot = { reason: 'letter-not-sendable'; faults: LetterFault[] }

/** The blocks that may stand before the result: who writes to whom, and about what. */
const letterhead: readonly LetterElement[] = ['sender', 'receiver', 'reference', 'date']

const cpr = /(?<!\d)(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)/

/** Words of no letter: shame (interface.md 6), and office Danish that hides who does what. */
const unkind = /\b(trængende|udsat(te)?|ressourcesvag\w*|støttemodtager\w*|hurtigst muligt|i henhold til)\b/i

/**
 * Everything that keeps a letter from being sent: elements its kind needs or must not have, an appeal text of another
 * legal basis, a CPR number, words of shame, a no without a person (law.md 2). None: it may go out.
 */
export const lintLetter = (content: LetterContent, basis: LegalBasisKind, kind: LetterKind): LetterFault[] => {
  const present = content.blocks.map(({ element }) => element)
  const text = letterText(content)
  const appeal = content.blocks.find(({ element }) => element === 'appeal')
  const firstSaid = present.find((element) => !letterhead.includes(element))
  // In a § 35, 3 letter no part at all may send the family to another authority, however it is labelled.
  const bodyNamed = basis === 'barnetsLov35Stk3' ? /ankestyrelsen/i.exec(text) : null
  const words = [cpr.exec(text), unkind.exec(text), bodyNamed].flatMap((match) => match?.[0] ?? [])
  return [
    ...(content.kind === kind ? [] : [{ fault: 'another-kind', kind: content.kind } as const]),
    ...(content.basis === basis ? [] : [{ fault: 'another-basis', basis: content.basis } as const]),
    ...requiredElements(kind, basis).filter((element) => !present.includes(element))
      .map((element) => ({ fault: 'element-missing', element }) as const),
    ...forbiddenElements(kind).filter((element) => present.includes(element))
      .map((element) => ({ fault: 'element-forbidden', element }) as const),
    ...content.blocks.filter(({ texts }) => texts.length === 0 || texts.some(({ says }) => says.trim() === ''))
      .map(({ element }) => ({ fault: 'element-empty', element }) as const),
    ...present.filter((element, at) => present.indexOf(element) !== at).map((element) => ({ fault: 'element-twice', element }) as const),
    ...(firstSaid === 'result' ? [] : [{ fault: 'result-not-first' } as const]),
    ...(isNegative(kind) && (content.deciderId ?? '') === '' ? [{ fault: 'no-decider' } as const] : []),
    ...(appeal ? appealFaults(basis, appeal.parts ?? []).map((problem) => ({ fault: 'appeal', problem }) as const) : []),
    ...words.map((found) => ({ fault: 'words-forbidden', words: found }) as const),
  ]
}

/** Whether the letter may be sent, or every reason why not. A refusal without facts, law and reasons cannot be. */
export const maySend = (content: LetterContent, basis: LegalBasisKind, kind: LetterKind):
  { ok: true } | { ok: false; whyNot: LetterWhyNot } => {
  const faults = lintLetter(content, basis, kind)
  return faults.length === 0 ? { ok: true } : { ok: false, whyNot: { reason: 'letter-not-sendable', faults } }
}
