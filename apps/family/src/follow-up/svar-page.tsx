import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, MedspilProvider, useTRPC } from '@medspil/client'
import { Page, PhoneLink, useHeadingAfter, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import { useKommune } from '../frame/kommune.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { Answers } from './answers.tsx'
import { Thanks } from './thanks.tsx'

const secretShape = /^[A-Za-z0-9_-]{40,64}$/

/**
 * "Hvordan går det?": the question behind a link in a mail or an SMS. No login, one tap. The secret stands behind the # of
 * the address, so no server on the way writes it down, and it opens this one question alone.
 */
export function SvarPage() {
  const { t } = useLingui()
  const { kommune } = useParams({ strict: false })
  const secret = useLocation({ select: ({ hash }) => hash.replace(/^#/, '') })
  return (
    <Page>
      <PageTitle title={t`Hvordan går det?`} />
      {secretShape.test(secret) && kommune
        ? <MedspilProvider key={secret} baseUrl="" kommuneKey={kommune} app="family" linkToken={secret}><Question /></MedspilProvider>
        : <DeadLink />}
    </Page>
  )
}

function Question() {
  const question = useQuery(useTRPC().followUp.question.queryOptions(undefined, { gcTime: 0 }))
  useHeadingAfter(question.data?.said ? 'said' : 'open')
  if (question.isPending) return <Waiting><Trans>Henter spørgsmålet</Trans></Waiting>
  if (hasNoPage(question)) return isNotFound(question.error) ? <DeadLink /> : <UnansweredPage onRetry={() => void question.refetch()} />
  const { state, said, firstName } = question.data
  if (state === 'answered' && said) return <Thanks said={said} />
  return state === 'open' ? <Answers firstName={firstName} /> : <DeadLink />
}

/** Too old, ended or mistyped: the page cannot tell which, and says how to be heard all the same. */
function DeadLink() {
  const { phone } = useKommune()
  return (
    <div className="stack">
      <h1><Trans>Linket virker ikke mere</Trans></h1>
      <p className="lead"><Trans>Vi vil stadig gerne høre, hvordan det går. Ring på <PhoneLink phone={phone} />.</Trans></p>
    </div>
  )
}
