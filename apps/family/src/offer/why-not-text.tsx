import { i18n } from '@lingui/core'
import { isLanguage } from '@medspil/domain/language'
import type { Language } from '@medspil/domain/language'
import type { WhyNot } from '@medspil/domain/why-not'
import { sayWhyNot } from '@medspil/wording/why-not'
import { hardSpaces, useLanguage } from '@medspil/ui'
import { useEffect, useState } from 'react'

const known = new Map<Language, (whyNot: WhyNot) => string>()
const languageOf = (code: string): Language => (isLanguage(code) ? code : 'da')

async function fetchSentences(language: Language): Promise<void> {
  if (!known.has(language)) known.set(language, await sayWhyNot(language))
}

// Fetched with the room and not with the first no: a sentence that came after its page would move the button below it.
void fetchSentences(languageOf(i18n.locale)).catch(() => undefined)

/** The sentence for a rule's no, in the reader's language. */
export function WhyNotText(props: { whyNot: WhyNot }) {
  const language = languageOf(useLanguage())
  const [, setFetched] = useState<Language | null>(null)
  useEffect(() => {
    if (known.has(language)) return
    let isHere = true
    void fetchSentences(language).then(() => isHere && setFetched(language), () => undefined)
    return () => { isHere = false }
  }, [language])
  const say = known.get(language)
  return <>{say ? hardSpaces(say(props.whyNot)) : ''}</>
}
