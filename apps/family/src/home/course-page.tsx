import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useTRPC, whyMissing } from '@medspil/client'
import type { MyApplication } from '@medspil/contracts/application'
import { EmptyState, LinkButton, LinkRow, Page, RowList, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { usePaths } from '../paths.ts'
import { CourseView } from './course-view.tsx'
import { LogOut } from './log-out.tsx'
import { LoggedIn } from './logged-in.tsx'
import { useStateWords } from './use-state-words.ts'

/** Vores forløb: the one course there is, or the list of them. */
export function CoursePage() {
  const { t } = useLingui()
  return <LoggedIn title={t`Vores forløb`}><Courses /></LoggedIn>
}

function Courses() {
  const mine = useQuery(useTRPC().application.mine.queryOptions())
  const missing = mine.data?.length === 0 ? whyMissing(mine) : null
  if (mine.isPending || missing === 'asking') return <Page><Waiting><Trans>Henter siden</Trans></Waiting></Page>
  if (hasNoPage(mine) || missing === 'unanswered') return <UnansweredPage onRetry={() => void mine.refetch()} />
  const [first, ...others] = mine.data
  if (!first) return <NoCourse />
  return others.length === 0 ? <CourseView applicationId={first.applicationId} /> : <Several applications={mine.data} />
}

function NoCourse() {
  const { t } = useLingui()
  const paths = usePaths()
  return (
    <Page>
      <PageTitle title={t`Vores forløb`} />
      <h1><Trans>Vores forløb</Trans></h1>
      <EmptyState pictogram="familie" title={<Trans>I har ikke søgt endnu</Trans>}>
        <p><Trans>Det tager 5 minutter at se, om I kan få det.</Trans></p>
        <LinkButton href={paths.quickTest}><Trans>Se om I kan få det</Trans></LinkButton>
      </EmptyState>
      <p><LinkRow pictogram="ude" href={paths.holidayProgram}><Trans>Aktiviteter i ferien</Trans></LinkRow></p>
      <LogOut />
    </Page>
  )
}

function Several({ applications }: { applications: readonly MyApplication[] }) {
  const { t } = useLingui()
  const paths = usePaths()
  const stateWords = useStateWords()
  return (
    <Page>
      <PageTitle title={t`Vores forløb`} />
      <h1><Trans>Vores forløb</Trans></h1>
      <p className="lead"><Trans>Vælg et forløb. Her kan I se, hvor langt det er.</Trans></p>
      <section>
        <RowList
          rows={applications.map((application) => ({
            key: application.applicationId, pictogram: 'person', disc: true, href: paths.application(application.applicationId),
            text: <><bdi>{application.childFirstName}</bdi>: {stateWords(application).state}</>,
          }))}
        />
      </section>
      <LogOut />
    </Page>
  )
}

/** One of several courses. */
export function ApplicationPage() {
  const { t } = useLingui()
  const { applicationId } = useParams({ from: '/$kommune/forloeb/$applicationId' })
  if (!/^[0-9a-f-]{36}$/.test(applicationId)) return <NotFoundPage />
  return <LoggedIn title={t`Vores forløb`}><CourseView applicationId={applicationId} /></LoggedIn>
}
