import type { ApplicationState } from '@medspil/domain/application'
import type { Language } from '@medspil/domain/language'

/** The four plain words of a course (product.md 3), in order. */
export const statusWords = ['received', 'granted', 'under-way', 'after-three-months'] as const
export type StatusWord = (typeof statusWords)[number]

const words: Record<Language, Record<StatusWord, string>> = {
  da: { received: 'Modtaget', granted: 'Godkendt', 'under-way': 'I gang', 'after-three-months': 'Efter 3 måneder' },
  en: { received: 'Received', granted: 'Approved', 'under-way': 'Started', 'after-three-months': 'After 3 months' },
  ar: { received: 'تم الاستلام', granted: 'تمت الموافقة', 'under-way': 'بدأ', 'after-three-months': 'بعد 3 أشهر' },
  uk: { received: 'Отримано', granted: 'Схвалено', 'under-way': 'Розпочато', 'after-three-months': 'Через 3 місяці' },
  tr: { received: 'Alındı', granted: 'Onaylandı', 'under-way': 'Başladı', 'after-three-months': '3 ay sonra' },
  so: { received: 'Waa la helay', granted: 'Waa la oggolaaday', 'under-way': 'Waa bilaabatay', 'after-three-months': '3 bilood kadib' },
}

/** One of the four words, the same on every screen, in every message and in every language. */
export function sayStatus(word: StatusWord, language: Language = 'da'): string {
  return words[language][word]
}

const states: Record<ApplicationState, string> = {
  draft: 'Kladde', submitted: 'Ny', 'needs-info': 'Venter på familien', hearing: 'I høring', 'waiting-for-pool': 'Venter på puljen', frozen: 'Sat på pause',
  granted: 'Godkendt', 'partly-granted': 'Delvist godkendt', refused: 'Afslag', withdrawn: 'Trukket tilbage', duplicate: 'Dobbelt', 'moved-away': 'Flyttet',
}

/** An application's state as staff reads it. */
export function sayApplicationState(state: ApplicationState): string {
  return states[state]
}
