import type { Day } from '@medspil/domain/day'
import type { Language } from '@medspil/domain/language'

/** Western digits in Arabic too: what is said must match the Danish letter beside it. */
const locale: Record<Language, string> = { da: 'da-DK', en: 'en-GB', ar: 'ar-u-nu-latn', uk: 'uk-UA', tr: 'tr-TR', so: 'so-SO' }
const ownZone = 'Europe/Copenhagen'

// Ukrainian ends a date in "р.", which would give a sentence two full stops.
const withoutYearMark = (text: string) => text.replace(/\s*р\.$/u, '')

/** What is said of a count, by the plural forms a language has; a form left out is said as `other`. */
type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/**
 * Days, moments, weekdays, names in a row and plurals, as one language writes them.
 * @returns `day` "14. august 2026" · `moment` the same with "kl. 9.00", Danish time · `weekdays` names of ISO weekdays · `list` "a, b og c" · `plural` the form for a count
 */
export function factsIn(language: Language) {
  const write = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale[language], options)
  const days = write({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const ownDays = write({ day: 'numeric', month: 'long', year: 'numeric', timeZone: ownZone })
  const ownTimes = write({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone: ownZone })
  const weekdayNames = write({ weekday: 'long', timeZone: 'UTC' })
  const plurals = new Intl.PluralRules(locale[language])
  const list = new Intl.ListFormat(locale[language], { type: 'conjunction' })
  return {
    day: (day: Day): string => withoutYearMark(days.format(new Date(`${day}T12:00:00Z`))),
    moment: (moment: string): string => {
      const at = new Date(moment)
      return `${withoutYearMark(ownDays.format(at))} ${language === 'da' ? 'kl. ' : ''}${ownTimes.format(at)}`
    },
    // 5 January 1970 was a Monday.
    weekdays: (weekdays: readonly number[]): string => list.format(weekdays.map((weekday) => weekdayNames.format(new Date(Date.UTC(1970, 0, 4 + weekday))))),
    list: (names: readonly string[]): string => list.format(names),
    plural: (count: number, forms: PluralForms): string => forms[plurals.select(count)] ?? forms.other,
  }
}
