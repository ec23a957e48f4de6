/** The languages a family can read Medspil in (interface.md). Danish first: it is the source of every other text. */
export const languages = ['da', 'en', 'ar', 'uk', 'tr', 'so'] as const

/** One of the languages of the family app, as an ISO 639-1 code. */
export type Language = (typeof languages)[number]

/** Arabic is written from right to left; the other five are not. */
export const isRtl = (language: Language): boolean => language === 'ar'

/** Whether a code from outside (a browser header, a stored choice) is a language Medspil has. */
export const isLanguage = (code: string): code is Language => (languages as readonly string[]).includes(code)
