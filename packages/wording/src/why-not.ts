import type { Language } from '@medspil/domain/language'
import type { WhyNot } from '@medspil/domain/why-not'
import { say } from './why-not/words.ts'
import type { CitizenWords } from './why-not/words.ts'

export type { CitizenReason, DeskReason } from './why-not/words.ts'

const inLanguage: Record<Language, () => Promise<CitizenWords>> = {
  da: async () => (await import('./why-not/da.ts')).da,
  en: async () => (await import('./why-not/en.ts')).en,
  ar: async () => (await import('./why-not/ar.ts')).ar,
  uk: async () => (await import('./why-not/uk.ts')).uk,
  tr: async () => (await import('./why-not/tr.ts')).tr,
  so: async () => (await import('./why-not/so.ts')).so,
}

/**
 * Fetches one language and gives back the function that says a reason in it. A reason that only the desk can meet is
 * answered with a way to a person, never with an office word.
 */
export async function sayWhyNot(language: Language): Promise<(whyNot: WhyNot) => string> {
  const { whyNot: words, other } = await inLanguage[language]()
  return (whyNot) => say(words, whyNot) ?? other
}
