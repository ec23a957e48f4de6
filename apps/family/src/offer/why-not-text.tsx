import { isLanguage } from '@medspil/domain/language'
import type { WhyNot } from '@medspil/domain/why-not'
import { sayWhyNot } from '@medspil/wording/why-not'
import { hardSpaces, useLanguage } from '@medspil/ui'
import { useEffect, useState } from 'react'

/** The sentence for a rule's no, in the reader's language; fetched when the first one is needed. */
export function WhyNotText(props: { whyNot: WhyNot }) {
  const language = useLanguage()
  const [say, setSay] = useState<{ it: (whyNot: WhyNot) => string } | null>(null)
  useEffect(() => {
    let isHere = true
    void sayWhyNot(isLanguage(language) ? language : 'da').then((it) => isHere && setSay({ it }))
    return () => { isHere = false }
  }, [language])
  return <>{say ? hardSpaces(say.it(props.whyNot)) : ''}</>
}
