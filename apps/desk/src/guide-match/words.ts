import type { GuideRow, GuideWishes, MatchView, RankView } from '@medspil/contracts/guide-match'

const names = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const
const list = new Intl.ListFormat('da-DK', { type: 'conjunction' })
const languageNames = new Intl.DisplayNames('da-DK', { type: 'language' })

/** "arabisk og dansk" of several words. */
export const sayList = (words: readonly string[]): string => list.format(words)

/** The word with a capital, for the beginning of a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `mandag` of ISO weekday 1. */
export const weekdayName = (weekday: number): string => names[weekday - 1] ?? ''

/** Every ISO weekday, Monday first. */
export const weekdays = names.map((_, index) => index + 1)

/** `arabisk` of `ar`. */
export const languageName = (code: string): string => languageNames.of(code) ?? code

/** "1 barn", "3 børn". */
export const childCount = (count: number): string => (count === 1 ? '1 barn' : `${count} børn`)

/** "en guide", "to guider", "11 guider". */
export function guideCount(count: number): string {
  const word = ['ingen', 'en', 'to', 'tre'][count] ?? String(count)
  return `${word} ${count <= 1 ? 'guide' : 'guider'}`
}

/** A guide's gender as a wish says it. */
export const genderWords: Record<string, string> = { female: 'en kvinde', male: 'en mand', other: 'et andet køn' }

/** Whether the kommune pays the guide. */
export const kindWords: Record<string, string> = { volunteer: 'frivillig', paid: 'lønnet' }

const availability: Record<string, (day: string) => string> = {
  'every-week': (day) => `Alle ${day}e`, 'even-weeks': () => 'Kun lige uger', 'odd-weeks': () => 'Kun ulige uger', never: () => 'Nej',
}

/** The days a guide has: "mandag og onsdag, torsdag i lige uger". */
export function sayDays(days: GuideRow['days']): string {
  const entries = Object.entries(days)
  const every = entries.filter(([, when]) => when === 'every-week').map(([day]) => weekdayName(Number(day)))
  const some = entries.filter(([, when]) => when !== 'every-week').map(([day, when]) => `${weekdayName(Number(day))} i ${when === 'even-weeks' ? 'lige' : 'ulige'} uger`)
  return [...(every.length > 0 ? [sayList(every)] : []), ...some].join(', ')
}

/** The child's wishes as the child would say them; null when it wishes nothing. */
export function sayWishes(wishes: GuideWishes): string | null {
  const { interests, gender, languages, ageFrom, ageTo } = wishes
  const sentences = [
    ...(interests.length > 0 ? [`En, der kan lide ${sayList(interests)}.`] : []),
    ...(gender ? [`Gerne ${genderWords[gender]}.`] : []),
    ...(languages.length > 0 ? [`Gerne en, der kan ${sayList(languages.map(languageName))}.`] : []),
    ...(ageFrom !== null || ageTo !== null ? [`Gerne en ${sayAges(ageFrom, ageTo)}.`] : []),
  ]
  return sentences.length > 0 ? sentences.join(' ') : null
}

const sayAges = (from: number | null, to: number | null): string =>
  from === null ? `på højst ${to} år` : to === null ? `på mindst ${from} år` : `mellem ${from} og ${to} år`

/** One line of the comparison, as the server judged it. */
export type FitLine = RankView['ranked'][number]['lines'][number]

/** What is compared in a line: "Taler arabisk". */
export function sayWanted({ about, wanted }: FitLine): string {
  if (about === 'interest') return `Kan lide ${wanted}`
  if (about === 'gender') return capital(genderWords[wanted] ?? wanted)
  if (about === 'language') return `Taler ${languageName(wanted)}`
  if (about === 'weekday') return `Kan ${weekdayName(Number(wanted))}`
  if (about === 'near') return 'Tæt på'
  const [from, to] = wanted.split('–').map(Number)
  return to === 99 ? `Er mindst ${from} år` : from === 0 ? `Er højst ${to} år` : `Er mellem ${from} og ${to} år`
}

/** How the guide stands in a line: "Arabisk og dansk". */
export function sayHas({ about, wanted, verdict, has }: FitLine): string {
  if (about === 'gender') return verdict === 'met' ? 'Ja' : capital(genderWords[has] ?? has)
  if (about === 'age') return `${has} år`
  if (about === 'weekday') return (availability[has] ?? availability.never!)(weekdayName(Number(wanted)))
  if (about === 'near') return verdict === 'unknown' ? 'Afstanden er ikke kendt' : sayDistance(Number(has))
  const words = has.split(', ').filter(Boolean)
  if (words.length === 0) return 'Har ikke fortalt det'
  return capital(sayList(about === 'language' ? words.map(languageName) : words))
}

const sayDistance = (metres: number): string =>
  metres < 1000 ? `${Math.round(metres / 100) * 100} m` : `${(metres / 1000).toLocaleString('da-DK', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} km`

const whyNotOthers: Record<string, (weekday: string) => string> = {
  'guide-not-active': () => 'er ikke i gang lige nu', 'guide-certificate-missing': () => 'mangler en børneattest', 'guide-certificate-lapsed': () => 'har en børneattest, der ikke gælder mere',
  'guide-hours-used': () => 'har ikke flere timer', 'guide-follows-enough-children': () => 'følger børn nok', 'guide-cannot-that-day': (weekday) => `kan ikke om ${weekday}en`,
  'guide-too-far-away': () => 'bor for langt væk', 'guide-outside-area': () => 'kører ikke i området', 'guide-not-cleared-for-protection': () => 'er ikke godkendt til beskyttet adresse',
  'guide-said-no-before': () => 'er spurgt før',
}

/** "5 kan ikke om mandagen.": how many guides one reason keeps from being proposed. */
export const sayOthers = ({ reason, count }: { reason: string; count: number }, weekday: number): string =>
  `${count} ${(whyNotOthers[reason] ?? (() => 'kan ikke lige nu'))(weekdayName(weekday))}.`

/** How the guide goes along, by the ordning's stages of stepping back. */
export const stageWords: Record<MatchView['stage'], string> = {
  escorted: 'Guiden henter og følger', metThere: 'De mødes på stedet', phoned: 'Guiden ringer', alone: 'Barnet går selv',
}

/** The same, said to the guide. */
export const ownStageWords: Record<MatchView['stage'], string> = {
  escorted: 'Du henter og følger', metThere: 'I mødes på stedet', phoned: 'Du ringer', alone: 'Barnet går selv',
}

/** "1 tur", "3 ture". */
export const tripCount = (count: number): string => (count === 1 ? '1 tur' : `${count} ture`)

/** "1 time", "32 timer". */
export const hourCount = (count: number): string => (count === 1 ? '1 time' : `${count} timer`)

/** How a match ended. */
export const endWords: Record<string, string> = {
  independent: 'Barnet går selv', stopped: 'Barnet er stoppet', 'new-match': 'En anden guide', 'time-limit': 'Tiden er gået', declined: 'En af dem sagde nej',
}
