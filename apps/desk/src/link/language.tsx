import { isLanguage, isRtl } from '@medspil/domain/language'
import type { Language } from '@medspil/domain/language'
import type { WhyNot } from '@medspil/domain/why-not'
import { LanguageSwitch, useLater } from '@medspil/ui'
import { sayWhyNotToStaff } from '@medspil/wording/why-not-staff'
import { createContext, use, useEffect, useLayoutEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { da } from './words/da.tsx'
import type { LinkWords } from './words/words.ts'

/** A language as the page speaks it: its texts, and why something was not done. */
export interface Spoken { language: Language; words: LinkWords; sayWhyNot: (whyNot: WhyNot) => string }

const danish: Spoken = { language: 'da', words: da, sayWhyNot: sayWhyNotToStaff }

const loaders: Record<Exclude<Language, 'da'>, () => Promise<LinkWords>> = {
  en: async () => (await import('./words/en.tsx')).en,
  ar: async () => (await import('./words/ar.tsx')).ar,
  uk: async () => (await import('./words/uk.tsx')).uk,
  tr: async () => (await import('./words/tr.tsx')).tr,
  so: async () => (await import('./words/so.tsx')).so,
}

/** Danish is there at once; the other languages are fetched by those who read them. */
async function load(language: Language): Promise<Spoken> {
  if (language === 'da') return danish
  const [words, sayWhyNot] = await Promise.all([loaders[language](), import('@medspil/wording/why-not').then((wording) => wording.sayWhyNot(language))])
  return { language, words, sayWhyNot }
}

const names: readonly { code: Language; name: string }[] = [
  { code: 'da', name: 'Dansk' }, { code: 'en', name: 'English' }, { code: 'ar', name: 'العربية' }, { code: 'uk', name: 'Українська' }, { code: 'tr', name: 'Türkçe' }, { code: 'so', name: 'Soomaali' },
]

const place = 'medspil-language'

/** The language chosen before on this device, else Danish: a phone's own setting is often not what its owner reads. */
export function chosenLanguage(memory: Pick<Storage, 'getItem'> = localStorage): Language {
  const code = memory.getItem(place)
  return code && isLanguage(code) ? code : 'da'
}

const SpokenContext = createContext<Spoken & { choose: (code: string) => void; isComing: boolean }>({ ...danish, choose: () => undefined, isComing: false })

/** The language that is spoken here; `isComing` until the words of the one chosen before are there, or it is clear that they are not. */
export const useSpoken = () => use(SpokenContext)

/** How long a page waits for the words of its language, ms, before it speaks Danish: a list must be markable in any network. */
const patience = 3000

/** Speaks the chosen language below; Danish when its words cannot come, or not soon. */
export function InChosenLanguage({ children }: { children: ReactNode }) {
  const [chosen, setChosen] = useState(chosenLanguage)
  const [spoken, setSpoken] = useState(danish)
  const [hasTried, setTried] = useState(false)
  const isLate = useLater(patience)
  useEffect(() => {
    let isNewest = true
    load(chosen).then((loaded) => { if (isNewest) setSpoken(loaded) }, () => undefined).finally(() => setTried(true))
    return () => { isNewest = false }
  }, [chosen])
  const choose = (code: string) => {
    if (!isLanguage(code)) return
    localStorage.setItem(place, code)
    setChosen(code)
  }
  return <Speak spoken={spoken} choose={choose} isComing={spoken.language !== chosen && !hasTried && !isLate}>{children}</Speak>
}

/** The forening's own page is Danish alone: it is bookkeeping with a Danish authority. */
export function InDanish({ children }: { children: ReactNode }) {
  return <Speak spoken={danish} choose={() => undefined} isComing={false}>{children}</Speak>
}

function Speak({ spoken, choose, isComing, children }: { spoken: Spoken; choose: (code: string) => void; isComing: boolean; children: ReactNode }) {
  useLayoutEffect(() => {
    document.documentElement.lang = spoken.language
    document.documentElement.dir = isRtl(spoken.language) ? 'rtl' : 'ltr'
  }, [spoken.language])
  return <SpokenContext value={{ ...spoken, choose, isComing }}>{children}</SpokenContext>
}

/** Each language under its own name. */
export function Languages() {
  const { language, words, choose } = useSpoken()
  return <LanguageSwitch label={words.frame.language} languages={names} current={language} onChoose={choose} />
}
