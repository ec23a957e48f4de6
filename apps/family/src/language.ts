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

/** Fetches the one catalogue, turns the page and writes the direction of reading. */
export async function showLanguage(language: Language): Promise<void> {
  const { messages } = await import(`./locales/${language}.po`) as { messages: Record<string, string> }
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language
  document.documentElement.dir = isRtl(language) ? 'rtl' : 'ltr'
}

/** Keeps the choice for a year, in a cookie: it survives login and tells the server which language an SMS is for. */
export async function chooseLanguage(language: Language): Promise<void> {
  document.cookie = `${cookieName}=${language}; path=/; max-age=31536000; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}`
  await showLanguage(language)
}
