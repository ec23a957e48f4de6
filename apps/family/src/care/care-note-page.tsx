import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, useTRPC } from '@medspil/client'
import type { CareView } from '@medspil/contracts/care'
import { BackLink, DayText, Notice, Page, Panel, PersonNote, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { todayHere } from '../frame/today.ts'
import { LoggedIn } from '../home/logged-in.tsx'
import { usePaths } from '../paths.ts'
import { CareForm } from './care-form.tsx'

/** What the adults of one activity must know of a child: one page, with who sees it and when it is gone. */
export function CareNotePage() {
  const { t } = useLingui()
  return <LoggedIn title={t`Det, de voksne skal vide`}><CareNote /></LoggedIn>
}

function CareNote() {
  const { signupId } = useParams({ strict: false }) as { signupId: string }
  const { t } = useLingui()
  const paths = usePaths()
  // Held no longer than the page is open: these are facts about health. Nor read anew meanwhile, since somebody may be writing.
  const care = useQuery(useTRPC().care.show.queryOptions({ signupId }, { gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false }))
  if (hasNoPage(care)) return isNotFound(care.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void care.refetch()} />
  if (!care.data) return <Page><Waiting><Trans>Henter siden</Trans></Waiting></Page>
  const view = care.data
  return (
    <Page>
      <PageTitle title={t`Det, de voksne skal vide`} />
      <BackLink href={paths.days}><Trans>De næste dage</Trans></BackLink>
      {view.mayWrite
        ? <CareForm view={view}><Head view={view} /></CareForm>
        : <div className="stack"><Head view={view} /><Notice tone="info"><p><Trans>Aktiviteten er slut. Der kan ikke skrives mere.</Trans></p></Notice></div>}
    </Page>
  )
}

function Head({ view }: { view: CareView }) {
  return (
    <>
      <h1><Trans>Hvad skal de voksne vide om <bdi>{view.childFirstName}</bdi>?</Trans></h1>
      <p className="lead"><bdi lang="da">{view.title}, {view.foreningName}</bdi></p>
      <WhoSees view={view} />
      {view.isHidden && <Notice tone="info"><p><Trans>Det andet hjem har skrevet, hvem der henter, og hvem de ringer til. Lad felterne stå tomme, så gælder det stadig.</Trans></p></Notice>}
    </>
  )
}

function WhoSees({ view: { foreningName, opensOn, closesOn, erasedOn } }: { view: CareView }) {
  return (
    <Panel look="calm">
      <PersonNote pictogram="oeje">
        <h2><Trans>Hvem ser det?</Trans></h2>
        {erasedOn <= todayHere() ? <p><b><Trans>Ingen. Vi har slettet det.</Trans></b></p> : <><p><Trans>Kun de voksne på holdet fra <bdi lang="da">{foreningName}</bdi>. De ser det fra <DayText day={opensOn} form="day" /> til <DayText day={closesOn} form="day" />.</Trans></p>
          <p><b><Trans>Vi sletter det <DayText day={erasedOn} />.</Trans></b></p></>}
      </PersonNote>
    </Panel>
  )
}
