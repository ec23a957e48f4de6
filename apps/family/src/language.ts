import { i18n } from '@lingui/core'
import { isLanguage, isRtl } from '@medspil/domain/language'
import type { Language } from '@medspil/domain/language'

/** Each language under the name its own speakers use. */
export const languageNames: readonly { code: Language; name: string }[] = [
  { code: 'da', name: 'Dansk' },
  { code: 'en', name: 'English' },
  { code: 'ar', name: 'العربية' },
  { code: 'uk', name: 'Українська' },
  { code: 'tr', name: 'Türkçe' },
  { code: 'so', name: 'Soomaali' },
]

const cookieName = 'medspil-language'

/** The language chosen before on this device, else Danish: a phone's own setting is often not what its owner reads. */
export function chosenLanguage(cookies = document.cookie): Language {
  const code = cookies.split('; ').find((cookie) => cookie.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1)
  return code && isLanguage(code) ? code : 'da'
}

type Catalogue = { messages: Record<string, string> }

let hasRooms = false
let firstWords: Catalogue['messages'] = {}

/** Fetches the words of this one language, turns the page and writes the direction of reading. */
export async function showLanguage(language: Language): Promise<void> {
  const [first, rooms] = await Promise.all([import(`./locales/${language}.po`) as Promise<Catalogue>, hasRooms ? roomWords(language) : null])
  firstWords = first.messages
  i18n.loadAndActivate({ locale: language, messages: { ...rooms?.messages, ...firstWords } })
  document.documentElement.lang = language
  document.documentElement.dir = isRtl(language) ? 'rtl' : 'ltr'
}

const roomWords = (language: Language) => import(`./locales/rooms/${language}.po`) as Promise<Catalogue>

/** Brings a room together with its words: whoever only reads Start does not pay for them. */
export async function withWords<Room>(room: Promise<Room>): Promise<Room> {
  const language = isLanguage(i18n.locale) ? i18n.locale : 'da'
  const [loaded, words] = await Promise.all([room, hasRooms ? null : roomWords(language)])
  if (words) {
    hasRooms = true
    // What both catalogues say, Start has said already.
    i18n.load(language, { ...words.messages, ...firstWords })
  }
  return loaded
}

/** Keeps the choice for a year, in a cookie: it survives login and tells the server which language an SMS is for. */
export async function chooseLanguage(language: Language): Promise<void> {
  document.cookie = `${cookieName}=${language}; path=/; max-age=31536000; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}`
  await showLanguage(language)
}
