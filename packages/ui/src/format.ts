/** The languages Medspil writes numbers and days in. Arabic keeps the digits people know from Danish papers. */
const intlLocale: Record<string, string> = { da: 'da-DK', en: 'en-GB', ar: 'ar-u-nu-latn', uk: 'uk-UA', tr: 'tr-TR', so: 'so' }

const locale = (language: string) => intlLocale[language] ?? 'da-DK'
const hard = '\u00a0'

// A day has no time zone; noon in UTC keeps it the same day wherever the phone thinks it is.
const noon = (day: string) => new Date(`${day}T12:00:00Z`)

const kroner = new Intl.NumberFormat('da-DK', {
  style: 'currency',
  currency: 'DKK',
  trailingZeroDisplay: 'stripIfInteger',
})

/** `1.600 kr.` of 160000 øre, `12,50 kr.` of 1250: Danish in every language, since the bill is too. Hard spaces. */
export function formatMoney(ore: bigint): string {
  const whole = ore / 100n
  const rest = ore % 100n
  const sign = ore < 0n ? '-' : ''
  const amount = `${sign}${abs(whole)}.${String(abs(rest)).padStart(2, '0')}`
  return kroner.format(amount as `${number}`).replaceAll(' ', hard)
}

const abs = (amount: bigint) => (amount < 0n ? -amount : amount)

/** How much of a day is written: `long` with weekday and year, `day` "6. august", `full` "6. august 2026", `weekday`, `shortWeekday` "man. 6. jul.". */
export type DayForm = 'long' | 'full' | 'day' | 'short' | 'weekday' | 'shortWeekday'

const dayForms: Record<DayForm, Intl.DateTimeFormatOptions> = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  full: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  shortWeekday: { weekday: 'short', day: 'numeric', month: 'short' },
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: string, form: DayForm): Intl.DateTimeFormat {
  const key = `${language} ${form}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale(language), { ...dayForms[form], timeZone: 'UTC' })
  formatters.set(key, made)
  return made
}

/** Hard spaces where a line must not break: "30. august", "kl. 16", "850 kr.", "§ 35", "nummer 4". */
export function hardSpaces(text: string): string {
  return text.replace(/(\d\.) (?=\p{Ll})/gu, `$1${hard}`).replace(/(\d) (?=kr\.)/g, `$1${hard}`).replace(/(kl\.|§|stk\.|nummer) (?=\d)/gu, `$1${hard}`)
}

/** What stands alone elsewhere, inside a sentence: `hverdage kl. 9–15`. */
export const midSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

// A month stands with its day, also where months are written with a capital.
const keepTogether = (text: string) => text.replace(/(\d\.?) (?=\p{L})/gu, `$1${hard}`)

// Ukrainian ends a date in "р.", which would give a sentence two full stops.
const withoutYearMark = (text: string) => text.replace(/\s*р\.$/u, '')

/** `søndag den 30. august 2026` of `2026-08-30`. */
export function formatDay(day: string, language = 'da', form: DayForm = 'full'): string {
  const text = withoutYearMark(formatter(language, form).format(noon(day)))
  // Intl writes "den" only together with a year.
  return keepTogether(language === 'da' ? text.replace(/^(\p{L}+dag) (?=\d)/u, '$1 den ') : text)
}

/** `6.–8. juli 2026` of two ISO days, first and last included. */
export function formatDays(first: string, last: string, language = 'da', form: DayForm = 'full'): string {
  return keepTogether(withoutYearMark(formatter(language, form).formatRange(noon(first), noon(last))))
}

/** `kl. 16.30` of `16:30` in Danish, `16:30` elsewhere. */
export function formatTime(time: string, language = 'da'): string {
  const [hours = '', minutes = '00'] = time.split(':')
  return language === 'da' ? `kl.${hard}${Number(hours)}.${minutes}` : `${hours.padStart(2, '0')}:${minutes}`
}

/** `kl. 16.00–16.45` of two times of one day. */
export function formatTimes(from: string, to: string, language = 'da'): string {
  return `${formatTime(from, language)}–${formatTime(to, language).replace(`kl.${hard}`, '')}`
}

/** `1.600` or `1,600`: a count in the reader's language. */
export function formatCount(count: number, language = 'da'): string {
  return new Intl.NumberFormat(locale(language)).format(count)
}

/** `70 %` of 0.7, without decimals. */
export function formatShare(share: number, language = 'da'): string {
  return new Intl.NumberFormat(locale(language), { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

const unit = (count: number, name: 'day' | 'hour' | 'minute' | 'second', language: string) =>
  new Intl.NumberFormat(locale(language), { style: 'unit', unit: name, unitDisplay: 'long' }).format(count).replace(' ', hard)

/** `2 dage 3 timer`, `12 minutter`, `40 sekunder`: how long it is until something, in at most two units, rounded down. */
export function formatSpan(seconds: number, language = 'da'): string {
  const whole = Math.max(0, Math.floor(seconds))
  const [days, hours, minutes] = [Math.floor(whole / 86_400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60]
  if (days > 0) return [unit(days, 'day', language), hours > 0 && unit(hours, 'hour', language)].filter(Boolean).join(' ')
  if (hours > 0) return [unit(hours, 'hour', language), minutes > 0 && unit(minutes, 'minute', language)].filter(Boolean).join(' ')
  return minutes > 0 ? unit(minutes, 'minute', language) : unit(whole, 'second', language)
}

/** `12:05`: minutes and seconds left, for a clock that counts down. */
export function formatCountdown(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** `Alma, Bo og Carl`: names in a row, as the language says it. */
export function formatNames(names: readonly string[], language = 'da'): string {
  return new Intl.ListFormat(locale(language), { type: 'conjunction' }).format(names)
}

/** `engelsk` of `en`: what a language is called in another; a name that is no code stays as it is. */
export function formatLanguageName(code: string, language = 'da'): string {
  try {
    return new Intl.DisplayNames([locale(language)], { type: 'language', fallback: 'code' }).of(code) ?? code
  } catch {
    return code
  }
}
