import { Trans, useLingui } from '@lingui/react/macro'
import { loginAddress } from '@medspil/client'
import type { ProgramView } from '@medspil/contracts/holiday-program'
import { formatCountdown, formatSpan, Panel, useLanguage } from '@medspil/ui'
import type { Opening } from '../find/use-opening.ts'
import { useKommune } from '../frame/kommune.tsx'
import { LimitText, MomentText } from './opening-text.tsx'

/** When a screen reader is told how long there is left: often enough to be ready, seldom enough to do something else. */
const announcedAt = [3600, 600, 300, 60, 10]

/** Before the opening minute: the countdown, what can be done now, and that nobody wins by reloading. */
export function OpeningWait(props: { program: ProgramView; opening: Opening; isLoggedIn: boolean; returnTo: string }) {
  const { program, isLoggedIn, returnTo } = props
  const { t } = useLingui()
  const language = useLanguage()
  const { key } = useKommune()
  const left = props.opening.secondsLeft ?? 0
  const said = announcedAt.findLast((seconds) => left <= seconds)
  return (
    <Panel look="turn">
      <h2><Trans>Der åbner <MomentText moment={program.opensAt} /></Trans></h2>
      <p className="countdown" role="timer" aria-label={t`Tid til åbning`} aria-live="off"><b dir={left < 3600 ? 'ltr' : undefined}>{left < 3600 ? formatCountdown(left) : formatSpan(left, language)}</b></p>
      <p role="status" className="sr-only">{said !== undefined && <Trans>Der åbner om {formatSpan(said, language)}.</Trans>}</p>
      <p><b><Trans>Det kan I gøre nu</Trans></b></p>
      <ul className="bullets">
        {!isLoggedIn && <li><a href={loginAddress('family', key, returnTo)}><Trans>Log ind med MitID</Trans></a></li>}
        <li><Trans>Find det, I gerne vil, og tryk på Husk.</Trans></li>
        <li><LimitText stages={program.stages} at={program.opensAt} /> <Trans>Find også noget at tage, hvis det første er fyldt.</Trans></li>
      </ul>
      <p className="small"><Trans>Siden åbner af sig selv. I skal ikke hente den igen. Har I ikke tid, så ring: En fritidsvejleder kan tilmelde for jer i den samme kø.</Trans></p>
    </Panel>
  )
}
