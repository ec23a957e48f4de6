import type { LegalBasisKind } from '../ordning/index.ts'

/** The letters of Medspil (law.md 2). `delay` is the notice that an answer will be late. */
export const letterKinds = [
  'receipt', 'granted', 'partly-granted', 'refused', 'withdrawn', 'clawback', 'hearing', 'delay',
] as const
/** One of `letterKinds`. */
export type LetterKind = (typeof letterKinds)[number]

/** What a letter can say. Each block of a letter is exactly one element, so that a missing one can be named. */
export const letterElements = [
  'sender', 'receiver', 'reference', 'date', 'answers', 'result', 'next', 'decider', 'contact',
  'fileAccess', 'representation', 'help', 'dataProtection',
  'amounts', 'period', 'usedFor', 'foreningPaid', 'conditions', 'lapses', 'law', 'criteriaVersion', 'noFritidstillaeg',
  'criteria', 'considerations', 'facts', 'hearingOutcome', 'childView', 'whatWouldChange', 'otherHelp', 'appeal',
  'clawbackWhat', 'clawbackHow', 'hardship', 'deadline',
  'hearingFacts', 'mayLeadTo', 'howToAnswer', 'moreTime', 'oldDate', 'delayReason', 'newDate', 'ownAnswers',
] as const
/** One of `letterElements`. */
export type LetterElement = (typeof letterElements)[number]

const everyLetter: readonly LetterElement[] = [
  'sender', 'receiver', 'reference', 'date', 'answers', 'result', 'next', 'contact',
  'fileAccess', 'representation', 'help', 'dataProtection',
]

const negative: readonly LetterElement[] = [
  'decider', 'law', 'criteriaVersion', 'criteria', 'considerations', 'facts', 'hearingOutcome', 'childView',
  'whatWouldChange', 'otherHelp', 'appeal',
]

const granted: readonly LetterElement[] = [
  'decider', 'amounts', 'period', 'usedFor', 'foreningPaid', 'conditions', 'lapses', 'law', 'criteriaVersion', 'noFritidstillaeg',
]

const onTop: Record<LetterKind, readonly LetterElement[]> = {
  receipt: ['deadline', 'ownAnswers'],
  granted,
  'partly-granted': [...negative, 'amounts', 'period'],
  refused: negative,
  withdrawn: negative,
  clawback: [
    ...negative.filter((element) => element !== 'otherHelp' && element !== 'childView'),
    'clawbackWhat', 'clawbackHow', 'hardship', 'deadline', 'period',
  ],
  hearing: ['hearingFacts', 'mayLeadTo', 'deadline', 'howToAnswer', 'moreTime'],
  delay: ['oldDate', 'delayReason', 'newDate'],
}

/** Every element a letter of this kind must have, in no order. The child's view belongs to barnets lov alone. */
export const requiredElements = (kind: LetterKind, basis: LegalBasisKind): LetterElement[] =>
  [...everyLetter, ...onTop[kind]].filter((element) => element !== 'childView' || basis === 'barnetsLov35Stk3')

/**
 * Elements a letter of this kind must not have: an appeal text where there is nothing to appeal, and the child's words
 * in a clawback, which goes to whoever was paid.
 */
export const forbiddenElements = (kind: LetterKind): LetterElement[] => {
  if (kind === 'clawback') return ['childView']
  return isNegative(kind) ? [] : ['appeal', 'clawbackWhat', 'clawbackHow']
}

/** Whether the letter says no, in whole or in part: these need a person and the three reasons. */
export const isNegative = (kind: LetterKind): kind is 'partly-granted' | 'refused' | 'withdrawn' | 'clawback' =>
  kind === 'partly-granted' || kind === 'refused' || kind === 'withdrawn' || kind === 'clawback'
