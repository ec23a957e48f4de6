import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useTRPC, whyMissing } from '@medspil/client'
import type { SignupView } from '@medspil/contracts/signup'
import { Anchor, BackLink, DayText, EmptyState, FloorHead, LinkButton, LinkRow, Page, Pictogram, Tag, TimesText, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { todayHere } from '../frame/today.ts'
import { LoggedIn } from '../home/logged-in.tsx'
import { usePaths } from '../paths.ts'
import { type ChildHoliday, type OurMeeting, ourHoliday } from './our-days.ts'
import { programHref } from './program-search.ts'
import { YourTurn } from './your-turn.tsx'

/** Jeres ferie: each child's days in a row, what waits for the family, and the lines it stands in. */
export function OurHolidayPage() {
  const { t } = useLingui()
  return <LoggedIn title={t`Jeres ferie`}><OurHoliday /></LoggedIn>
}

function OurHoliday() {
  const { programId } = useParams({ strict: false }) as { programId: string }
  const { t } = useLingui()
  const trpc = useTRPC()
  const paths = usePaths()
  const mine = useQuery(trpc.signup.mine.queryOptions({}))
  const programs = useQuery(trpc.holidayProgram.list.queryOptions())
  const today = todayHere()
  const children = ourHoliday(mine.data ?? [], programId, today)
  const missing = children.length === 0 ? whyMissing(mine) : null
  if (hasNoPage(mine) || missing === 'unanswered') return <UnansweredPage onRetry={() => void mine.refetch()} />
  if (!mine.data || missing === 'asking') return <Page><Waiting><Trans>Henter jeres ferie</Trans></Waiting></Page>
  const program = programs.data?.find(({ id }) => id === programId)
  const turn = children.flatMap((child) => child.turn)
  return (
    <>
      <PageTitle title={t`Jeres ferie`} />
      <FloorHead>
        <BackLink href={programHref(paths.program(programId))}>{program ? <bdi lang="da">{program.name}</bdi> : <Trans>Alle aktiviteter</Trans>}</BackLink>
        <h1><Trans>Jeres ferie</Trans></h1>
      </FloorHead>
      <Page>
        <YourTurn signups={turn} programId={programId} />
        {children.length === 0 && (
          <EmptyState pictogram="kalender" title={<Trans>I er ikke tilmeldt noget endnu</Trans>}>
            <LinkButton href={programHref(paths.program(programId))}><Trans>Se aktiviteterne</Trans></LinkButton>
          </EmptyState>
        )}
        {children.map((child) => <Child key={child.childId} child={child} isAlone={children.length === 1} />)}
        {children.some(({ days }) => days.some(({ day }) => day >= today)) && (
          <section>
            <p><LinkRow pictogram="kalender" href={paths.days}><Trans>Sæt dagene i din kalender</Trans></LinkRow></p>
            <p><LinkRow pictogram="familie" href={paths.days}><Trans>Sig til, hvis et barn ikke kommer</Trans></LinkRow></p>
          </section>
        )}
      </Page>
    </>
  )
}

function Child({ child: { firstName, days, waiting, over }, isAlone }: { child: ChildHoliday; isAlone: boolean }) {
  const paths = usePaths()
  return (
    <section className="stack">
      {!isAlone && <h2>{firstName}</h2>}
      {days.length === 0 && <p><Trans><bdi>{firstName}</bdi> har ingen plads endnu.</Trans></p>}
      {days.map(({ day, meetings }) => (
        <section key={day} className="day-group">
          {isAlone ? <h2><DayText day={day} form="weekday" first /></h2> : <h3><DayText day={day} form="weekday" first /></h3>}
          <ul className="rows">{meetings.map((meeting) => <Meeting key={`${meeting.signup.id} ${meeting.timeFrom}`} meeting={meeting} />)}</ul>
        </section>
      ))}
      {waiting.length > 0 && (
        <section className="stack">
          {isAlone ? <h2><Trans>På venteliste</Trans></h2> : <h3><Trans>På venteliste</Trans></h3>}
          <ul className="rows">
            {waiting.map(({ id, offer, line }) => (
              <li key={id} className="our-meeting">
                <b><Anchor href={paths.signup(id)}><bdi lang="da">{offer.title}</bdi></Anchor></b>
                <DayText day={offer.firstDay} form="weekday" first />
                {line && <Tag tone="wait"><Trans>Nummer {line.position}</Trans></Tag>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {over.length > 0 && (
        <details>
          <summary><Trans>Det, der blev til noget andet</Trans></summary>
          <ul className="bullets">{over.map(({ id, offer }) => <li key={id}><Anchor href={paths.signup(id)}><bdi lang="da">{offer.title}</bdi></Anchor></li>)}</ul>
        </details>
      )}
    </section>
  )
}

function Meeting({ meeting: { signup, timeFrom, timeTo, place } }: { meeting: OurMeeting }) {
  const paths = usePaths()
  const { offer } = signup
  return (
    <li className="our-meeting">
      <p className="when"><TimesText from={timeFrom} to={timeTo} first /></p>
      <b><Anchor href={paths.signup(signup.id)}><bdi lang="da">{offer.title}</bdi></Anchor></b>
      <p className="small"><Pictogram name="sted" size="small" /> <bdi lang="da">{place}</bdi></p>
      {offer.equipment && <p className="small"><b><Trans>Tag med</Trans>:</b> <bdi lang="da">{offer.equipment}</bdi></p>}
      <p><StateTag signup={signup} /></p>
    </li>
  )
}

function StateTag({ signup: { state, passPays } }: { signup: SignupView }) {
  if (state === 'seat-held' || state === 'awaiting-payment') return <Tag tone="judge"><Trans>Mangler at blive betalt</Trans></Tag>
  if (state === 'requested') return passPays > 0n ? <Tag tone="info"><Trans>Plads. Vi venter på foreningen</Trans></Tag> : <Tag tone="ok"><Trans>Plads</Trans></Tag>
  if (state === 'ended') return <Tag tone="plain" sign="check"><Trans>Var med</Trans></Tag>
  return <Tag tone="ok"><Trans>Plads</Trans></Tag>
}
