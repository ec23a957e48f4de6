import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useTRPC } from '@medspil/client'
import type { OwnDays, OwnMeeting } from '@medspil/contracts/attendance'
import { BackLink, DayText, Disc, EmptyState, LinkButton, LinkRow, Page, Panel, TimesText, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { colourOf, signOf } from '../find/offer-signs.ts'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { LoggedIn } from '../home/logged-in.tsx'
import { usePaths } from '../paths.ts'
import { CalendarLink } from './calendar-link.tsx'
import { SayAbsent } from './say-absent.tsx'
import './care.css'

/** De næste dage: where each child is to be, a word when it cannot come, and the days in the family's own calendar. */
export function DaysPage() {
  const { t } = useLingui()
  return <LoggedIn title={t`De næste dage`}><Days /></LoggedIn>
}

function Days() {
  const { t } = useLingui()
  const paths = usePaths()
  const days = useQuery(useTRPC().attendance.ownDays.queryOptions())
  if (hasNoPage(days)) return <UnansweredPage onRetry={() => void days.refetch()} />
  if (!days.data) return <Page><Waiting><Trans>Henter jeres dage</Trans></Waiting></Page>
  const { meetings, signups } = days.data
  return (
    <Page>
      <PageTitle title={t`De næste dage`} />
      <BackLink href={paths.course}><Trans>Vores forløb</Trans></BackLink>
      <h1><Trans>De næste dage</Trans></h1>
      {meetings.length === 0 && (
        <EmptyState pictogram="kalender" title={<Trans>Der er ingen dage lige nu</Trans>}>
          <LinkButton href={paths.holidayProgram}><Trans>Se, hvad der sker i ferien</Trans></LinkButton>
        </EmptyState>
      )}
      <ToldNothing signups={signups} />
      {byDay(meetings).map(([day, ofDay]) => (
        <section key={day} className="stack">
          <h2><DayText day={day} form="weekday" first /></h2>
          <ul className="meetings">{ofDay.map((meetings) => <DayOut key={meetings[0].signupId} meetings={meetings} />)}</ul>
        </section>
      ))}
      <Told signups={signups} />
      <Calendars signups={signups} />
    </Page>
  )
}

/** Yellow: the adults have been told nothing yet. */
function ToldNothing({ signups }: Pick<OwnDays, 'signups'>) {
  const paths = usePaths()
  const [first, ...more] = signups.filter(({ hasNote }) => !hasNote)
  if (!first) return null
  return (
    <Panel look="turn">
      <h2><Trans>Hvem skal de voksne ringe til?</Trans></h2>
      <p><Trans>Skriv et telefonnummer, og om der er allergi eller medicin.</Trans></p>
      <LinkButton wide href={paths.careNote(first.signupId)}><Trans>Skriv om <bdi>{first.childFirstName}</bdi> til <bdi lang="da">{first.title}</bdi></Trans></LinkButton>
      {more.map(({ signupId, childFirstName, title }) => <LinkRow key={signupId} href={paths.careNote(signupId)}><Trans>Skriv om <bdi>{childFirstName}</bdi> til <bdi lang="da">{title}</bdi></Trans></LinkRow>)}
    </Panel>
  )
}

/** A child at one activity on one day, however often it meets: a word of absence is for the day. */
function DayOut({ meetings }: { meetings: readonly [OwnMeeting, ...OwnMeeting[]] }) {
  const [first] = meetings
  return (
    <li>
      <Disc name={signOf(first.pictogram)} colour={colourOf(first.pictogram)} small />
      <div>
        {meetings.map(({ timeFrom, timeTo }) => <p key={timeFrom}><TimesText from={timeFrom} to={timeTo} first /></p>)}
        <p><b><bdi>{first.childFirstName}</bdi>: <bdi lang="da">{first.title}</bdi></b></p>
        <p className="small" lang="da">{first.place} · {first.foreningName}</p>
        <SayAbsent meeting={first} />
      </div>
    </li>
  )
}

/** What was written, to look at, mend or delete. */
function Told({ signups }: Pick<OwnDays, 'signups'>) {
  const paths = usePaths()
  const told = signups.filter(({ hasNote }) => hasNote)
  if (told.length === 0) return null
  return (
    <section className="stack">
      <h2><Trans>Det, de voksne skal vide</Trans></h2>
      {told.map(({ signupId, childFirstName, title }) => <p key={signupId}><LinkRow pictogram="pen" href={paths.careNote(signupId)}><bdi>{childFirstName}</bdi>: <bdi lang="da">{title}</bdi></LinkRow></p>)}
    </section>
  )
}

function Calendars({ signups }: Pick<OwnDays, 'signups'>) {
  const children = [...new Map(signups.map((signup) => [signup.childId, signup.childFirstName]))]
  if (children.length === 0) return null
  return (
    <section className="stack">
      <h2><Trans>I jeres egen kalender</Trans></h2>
      {children.map(([childId, name]) => <CalendarLink key={childId} of={{ childId }}><Trans>Hent <bdi>{name}</bdi>s dage</Trans></CalendarLink>)}
      <p className="small"><Trans>Filen åbner i telefonens kalender. Den rummer fornavn, tid og sted.</Trans></p>
    </section>
  )
}

/** Days in order, each with what a child is at, its meetings together. */
function byDay(meetings: readonly OwnMeeting[]): [string, [OwnMeeting, ...OwnMeeting[]][]][] {
  const days = new Map<string, Map<string, [OwnMeeting, ...OwnMeeting[]]>>()
  for (const meeting of meetings) {
    const ofDay = days.get(meeting.day) ?? new Map<string, [OwnMeeting, ...OwnMeeting[]]>()
    const known = ofDay.get(meeting.signupId)
    if (known) known.push(meeting)
    else ofDay.set(meeting.signupId, [meeting])
    days.set(meeting.day, ofDay)
  }
  return [...days].map(([day, ofDay]) => [day, [...ofDay.values()]])
}
