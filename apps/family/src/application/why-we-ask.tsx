import { Trans, useLingui } from '@lingui/react/macro'
import { ActRow } from '@medspil/ui'
import { useEffect, useState } from 'react'

/** Under each question: the reason for it, and the page read aloud. */
export function WhyWeAsk(props: { why: string | undefined }) {
  return (
    <section>
      {props.why && (
        <details className="details">
          <summary className="details-summary"><Trans>Hvorfor spørger vi?</Trans></summary>
          <div className="details-text"><p>{props.why}</p></div>
        </details>
      )}
      <ReadAloud />
    </section>
  )
}

/** Reads the page with the phone's own voice; not offered where the phone has none in this language. */
function ReadAloud() {
  const { i18n } = useLingui()
  const [hasVoice, setHasVoice] = useState(false)
  const [isReading, setIsReading] = useState(false)
  useEffect(() => {
    const speech = window.speechSynthesis as SpeechSynthesis | undefined
    if (!speech) return
    const look = () => setHasVoice(speech.getVoices().some(({ lang }) => lang.startsWith(i18n.locale)))
    look()
    speech.addEventListener('voiceschanged', look)
    return () => {
      speech.removeEventListener('voiceschanged', look)
      speech.cancel()
    }
  }, [i18n.locale])
  if (!hasVoice) return null
  const read = () => {
    speechSynthesis.cancel()
    if (isReading) return setIsReading(false)
    const words = new SpeechSynthesisUtterance(document.querySelector('main')?.innerText ?? '')
    words.lang = i18n.locale
    words.onend = () => setIsReading(false)
    speechSynthesis.speak(words)
    setIsReading(true)
  }
  return <ActRow pictogram="laesop" aria-pressed={isReading} onClick={read}>{isReading ? <Trans>Stop oplæsning</Trans> : <Trans>Læs siden op</Trans>}</ActRow>
}
