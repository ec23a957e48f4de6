import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useTRPC } from '@medspil/client'
import type { ApplicationView } from '@medspil/contracts/application'
import { BackLink, Button, DayText, FloorHead, LinkButton, Page, Panel, PhoneLink, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { LoggedIn } from '../home/logged-in.tsx'
import { usePaths } from '../paths.ts'
import { SentAnswers } from './sent-answers.tsx'

/** Kvittering: lets the family put the phone away, sure that it arrived. */
export function ReceiptPage() {
  const { t } = useLingui()
  return <LoggedIn title={t`Kvittering`}><Receipt /></LoggedIn>
}

function Receipt() {
  const { applicationId } = useParams({ from: '/$kommune/kvittering/$applicationId' })
  const shown = useQuery(useTRPC().application.show.queryOptions({ applicationId }))
  if (shown.isPending) return <Page><Waiting><Trans>Henter siden</Trans></Waiting></Page>
  if (hasNoPage(shown)) return shown.error.data ? <NotFoundPage /> : <UnansweredPage onRetry={() => void shown.refetch()} />
  return <Received view={shown.data} />
}

function Received({ view }: { view: ApplicationView }) {
  const { t } = useLingui()
  const paths = usePaths()
  const isGranted = view.state === 'granted'
  const title = isGranted ? t`Ja, ${view.childFirstName} kan få det` : t`Vi har fået ansøgningen`
  return (
    <>
      <PageTitle title={title} />
      <FloorHead>
        <BackLink href={paths.course}><Trans>Vores forløb</Trans></BackLink>
        <h1>{title}</h1>
      </FloorHead>
      <Page>
        <div className="stack">
          {isGranted
            ? <p className="lead"><Trans>Svaret er klar. Nu kan I vælge noget at gå til.</Trans></p>
            : <Promise answerBy={view.answerBy} />}
          <Panel look="calm">
            <h2><Trans>Gem nummeret</Trans></h2>
            <p><Trans>Ansøgningen har nummer <b dir="ltr" className="num">{view.reference}</b>.</Trans></p>
            <p><Trans>Spørgsmål? Ring på <PhoneLink phone={view.contact.phone} />.</Trans></p>
          </Panel>
          <LinkButton wide href={paths.application(view.applicationId)}><Trans>Følg jeres forløb</Trans></LinkButton>
          <Button kind="secondary" wide onClick={() => print()}><Trans>Print kvittering</Trans></Button>
        </div>
        <SentAnswers view={view} title={t`Det sendte I`} />
      </Page>
    </>
  )
}

function Promise({ answerBy }: Pick<ApplicationView, 'answerBy'>) {
  return (
    <p className="lead">
      {answerBy
        ? <Trans>Et menneske i kommunen læser den. Du får svar senest <b><DayText day={answerBy} form="long" /></b>.</Trans>
        : <Trans>Et menneske i kommunen læser den. Vi skriver til dig, når der er svar.</Trans>}
    </p>
  )
}
