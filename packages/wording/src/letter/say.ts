import type { Day } from '@medspil/domain/day'
import type { Language } from '@medspil/domain/language'
import type { LetterBlock, LetterElement, LetterText } from '@medspil/domain/letter'
import type { SupportKind } from '@medspil/domain/ordning'
import type { Ore } from '@medspil/ledger'

/** Western digits in Arabic too: sums and dates must match the Danish letter beside it. */
const locale: Record<Language, string> = { da: 'da-DK', en: 'en-GB', ar: 'ar-u-nu-latn', uk: 'uk-UA', tr: 'tr-TR', so: 'so-SO' }

/** A day in full in a language: "14. august 2026". */
export const sayDay = (day: Day, language: Language = 'da'): string =>
  new Intl.DateTimeFormat(locale[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(day))
    // Ukrainian ends in "р.", which would give a sentence two full stops.
    .replace(/\s*р\.$/u, '')

/** An amount in Danish kroner: "750 kr.", "1.250,50 kr.". Øre are written only when there are any. */
export const sayKroner = (amount: Ore): string => {
  const size = amount < 0n ? -amount : amount
  const whole = String(size / 100n).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
  const left = size % 100n
  return `${amount < 0n ? '−' : ''}${whole}${left === 0n ? '' : `,${String(left).padStart(2, '0')}`} kr.`
}

/** What each kind of support is called in a Danish sentence. */
export const supportNames: Record<SupportKind, string> = {
  kontingent: 'kontingent', kit: 'udstyr', trip: 'tur eller stævne', camp: 'lejr', transport: 'transport',
  guidance: 'vejledning', guideHours: 'en fritidsguide', reservedPlace: 'en reserveret plads', signUpForFamily: 'hjælp til at melde til',
}

/** Names in a row: "udstyr", "udstyr og tur", "udstyr, tur og lejr". */
export const sayList = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} og ${names.at(-1)}`

/** One paragraph of a letter. */
export const line = (says: string, isEksempel = false): LetterText => ({ says, isEksempel })

/** One block of a letter. A plain string becomes a paragraph without the eksempel tag. */
export const block = (element: LetterElement, heading: string | null, ...texts: (LetterText | string)[]): LetterBlock =>
  ({ element, heading, texts: texts.map((text) => (typeof text === 'string' ? line(text) : text)) })
