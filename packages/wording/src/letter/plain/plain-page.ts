import type { Day } from '@medspil/domain/day'
import type { Language } from '@medspil/domain/language'
import type { LetterBase, LetterFacts } from '@medspil/domain/letter'
import { sayDay } from '../say.ts'
import { ar } from './ar.ts'
import { da } from './da.ts'
import { en } from './en.ts'
import type { PlainTexts } from './plain-texts.ts'
import { so } from './so.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'

/** One short page beside a letter, in the family's language. The reading direction follows the language. */
export type PlainPage = { language: Language; heading: string; next: string; danishCounts: string; call: string }

const texts: Record<Language, PlainTexts> = { da, en, ar, uk, tr, so }

/** The plain page that goes with a letter. It never carries reasons or sums: those are in the letter alone. */
export const plainPage = (facts: LetterFacts, language: Language): PlainPage => {
  const { letters, danishCounts, call } = texts[language]
  const fill = { child: facts.childName, ordning: facts.ordningName, phone: facts.phone, day: sayDay(dayFor(facts), language) }
  return { language, heading: letters[facts.kind].heading(fill), next: letters[facts.kind].next(fill), danishCounts, call: call(fill) }
}

/** The one day a family must know: the answer, the deadline, or else the day of the letter. */
const dayFor = (facts: LetterFacts & LetterBase): Day => {
  if (facts.kind === 'receipt') return facts.answerBy
  if (facts.kind === 'delay') return facts.newDate
  return facts.kind === 'hearing' || facts.kind === 'clawback' ? facts.deadline : facts.date
}
