import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useTRPC } from '@medspil/client'
import { DayText, Notice, Page, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'

const codeShape = /^[A-Za-z0-9_-]{20,64}$/

/**
 * What a forening sees when it opens a card's code: valid or not, and until when. Never why, never how much. The code
 * stands behind the # of the address, so no server on the way writes it down.
 */
export function CheckPage() {
  const { t } = useLingui()
  const trpc = useTRPC()
  const code = useLocation({ select: ({ hash }) => hash.replace(/^#/, '') })
  const isCode = codeShape.test(code)
  const answer = useQuery(trpc.fritidspas.check.queryOptions({ code }, { enabled: isCode, gcTime: 0 }))
  if (hasNoPage(answer)) return <UnansweredPage onRetry={() => void answer.refetch()} />
  return (
    <Page>
      <PageTitle title={t`Er passet gyldigt?`} />
      <div className="stack">
        <h1><Trans>Er passet gyldigt?</Trans></h1>
        {isCode && !answer.data && <Waiting><Trans>Ser efter</Trans></Waiting>}
        {answer.data?.valid && (
          <Notice tone="ok" role="status">
            <h2><Trans>Ja, passet er gyldigt</Trans></h2>
            <p><Trans>Barnets forbogstav er <b>{answer.data.initial}</b>. Passet gælder til <b><DayText day={answer.data.validTo} /></b>.</Trans></p>
            <p><Trans>Familien melder til i Medspil. Så spørger vi jer, og kommunen betaler.</Trans></p>
          </Notice>
        )}
        {(!isCode || answer.data?.valid === false) && (
          <Notice tone="info" role="status">
            <h2><Trans>Vi kender ikke et gyldigt pas med den kode</Trans></h2>
            <p><Trans>Det kan være udløbet. Bed familien om at åbne passet igen, eller ring til os.</Trans></p>
          </Notice>
        )}
      </div>
    </Page>
  )
}
