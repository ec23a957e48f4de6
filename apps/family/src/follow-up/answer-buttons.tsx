import { Trans } from '@lingui/react/macro'
import type { SaidText } from '@medspil/contracts/follow-up'
import { Button, Notice } from '@medspil/ui'
import './answers.css'

/** The three answers, equally large, so that none is the right one. One tap sends it. */
export function AnswerButtons(props: { isSending: boolean; isLost: boolean; onSay: (said: SaidText) => void }) {
  const { isSending, isLost } = props
  const say = (said: SaidText) => {
    if (!isSending) props.onSay(said)
  }
  return (
    <div className="stack big-answers">
      <p className="lead"><Trans>Går I stadig til det, I begyndte på? Tryk på ét svar. Så ved vi det og kan hjælpe.</Trans></p>
      {isLost && <Notice tone="no" role="alert"><p><Trans>Svaret kom ikke af sted. Tryk igen.</Trans></p></Notice>}
      <Button kind="secondary" wide pictogram="check" busy={isSending} onClick={() => say('active')}><Trans>Det går godt, vi er med</Trans></Button>
      <Button kind="secondary" wide pictogram="soeg" busy={isSending} onClick={() => say('something-else')}><Trans>Vi vil hellere noget andet</Trans></Button>
      <Button kind="secondary" wide pictogram="kryds" busy={isSending} onClick={() => say('stopped')}><Trans>Vi er stoppet</Trans></Button>
      <p className="small"><Trans>Alle svar er i orden. Det koster ikke noget at stoppe.</Trans></p>
    </div>
  )
}
