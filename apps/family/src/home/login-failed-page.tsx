import { Trans, useLingui } from '@lingui/react/macro'
import { loginAddress } from '@medspil/client'
import { ButtonRow, LinkButton, LinkRow, Page } from '@medspil/ui'
import { PageTitle } from '../frame/page-title.tsx'
import { useKommune } from '../frame/kommune.tsx'
import { usePaths } from '../paths.ts'

/** Where the broker's refusal ends: the reason in plain words, and another try. `hvorfor` is one of the server's own words. */
export function LoginFailedPage() {
  const { t } = useLingui()
  const paths = usePaths()
  const { key } = useKommune()
  const why = new URLSearchParams(location.search).get('hvorfor')
  const whys: Readonly<Record<string, string>> = {
    'level-too-low': t`Dit login er ikke sikkert nok. Brug MitID-appen eller kodeviseren.`,
    'too-young-to-log-in': t`Du er for ung til at logge ind her. Bed en voksen om hjælp.`,
    'not-known-here': t`Vi kan ikke finde dig i kommunen. Ring til os, så ser vi på det.`,
    'other-person': t`Du loggede ind som en anden end før. Log ud, og begynd igen.`,
    cancelled: t`Du stoppede, før du var færdig. Dine svar er her stadig.`,
    away: t`MitID svarer ikke lige nu. Prøv igen om lidt. Dine svar er her stadig.`,
    failed: t`Det gik ikke med MitID. Prøv igen. Dine svar er her stadig.`,
  }
  return (
    <Page>
      <PageTitle title={t`Du er ikke logget ind`} />
      <div className="stack">
        <h1><Trans>Du er ikke logget ind</Trans></h1>
        <p className="lead">{whys[why ?? ''] ?? whys.failed}</p>
        <LinkButton wide href={loginAddress('family', key, paths.course)}><Trans>Prøv igen</Trans></LinkButton>
        <ButtonRow>
          <LinkRow href={paths.apply}><Trans>Gå til ansøgningen</Trans></LinkRow>
          <LinkRow href={paths.withoutMitId}><Trans>Uden MitID?</Trans></LinkRow>
        </ButtonRow>
      </div>
    </Page>
  )
}
