import { useTRPC } from '@medspil/client'
import type { OrganiserPage } from '@medspil/contracts/holiday-program/activity'
import { ActRow, Button, DayText, Disc, formatDay, formatDays, formatMoney, Notice, Panel, Tag, Waiting, useHeadingAfter } from '@medspil/ui'
import type { PictogramName, Tone } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Loaded } from '../problem.tsx'
import { useTitle } from '../use-title.ts'
import { useView } from '../use-view.ts'
import './programme.css'

const ActivityPage = lazy(() => import('./activity-page.tsx'))

/** Where among an organiser's activities one is. */
export type ProgrammeView = { at: 'programme' } | { at: 'activity'; programId: string; offerId: string | null }
type Program = OrganiserPage['programs'][number]

/** Behind an organiser's link: what it holds in the holiday, and where it writes more. */
export default function ProgrammePage() {
  const [view, go] = useView<ProgrammeView>({ at: 'programme' })
  return <Programmes view={view} go={go} />
}

/** The same inside the board's own page. */
export function Programmes({ view, go }: { view: ProgrammeView; go: (view: ProgrammeView) => void }) {
  const page = useQuery(useTRPC().holidayProgram.organiserPage.queryOptions())
  useHeadingAfter(view.at)
  return (
    <Loaded query={page}>
      {(shown) => {
        const program = view.at === 'activity' ? shown.programs.find(({ programId }) => programId === view.programId) : undefined
        if (view.at === 'programme' || !program) return <Home page={shown} go={go} />
        return (
          <Suspense fallback={<Waiting>Henter siden</Waiting>}>
            <ActRow pictogram="tilbage" onClick={() => go({ at: 'programme' })}>Jeres aktiviteter</ActRow>
            <ActivityPage key={view.offerId ?? 'new'} program={program} offerId={view.offerId} areas={shown.areas} mayList={shown.mayList} onDone={() => go({ at: 'programme' })} />
          </Suspense>
        )
      }}
    </Loaded>
  )
}

function Home({ page, go }: { page: OrganiserPage; go: (view: ProgrammeView) => void }) {
  useTitle('Jeres aktiviteter')
  return (
    <div className="stack programme">
      <div>
        <p className="small"><bdi>{page.foreningName}</bdi></p>
        {page.programs.length === 0 && <><h1>Ingen ferieprogrammer lige nu</h1><p>Kommunen skriver til jer, når det næste bliver lavet.</p></>}
        {page.programs.length > 0 && <h1>{page.programs.some(({ isOpen }) => isOpen) ? 'Hvad vil I lave med børnene?' : 'Jeres aktiviteter i ferien'}</h1>}
      </div>
      {page.programs.map((program) => <OneProgram key={program.programId} program={program} go={go} />)}
    </div>
  )
}

function OneProgram({ program, go }: { program: Program; go: (view: ProgrammeView) => void }) {
  const { programId, name, fromDay, toDay, answerBy, isOpen, activities } = program
  const sentBack = activities.find(({ listed, isCancelled }) => listed === 'sent-back' && !isCancelled)
  const copied = activities.filter(({ isCopied, listed }) => isCopied && listed === 'draft')
  return (
    <section className="stack-s">
      <h2>{name}</h2>
      <p>{formatDays(fromDay, toDay)}. {isOpen && answerBy && `Skriv jeres aktiviteter ind senest ${formatDay(answerBy, 'da', 'weekday')}.`}{!isOpen && 'Fristen er gået. Ring til kommunen, hvis noget skal rettes.'}</p>
      {isOpen && sentBack && (
        <Panel look="turn">
          <h3>{sentBack.title} skal rettes</h3>
          <p>{sentBack.note}</p>
          <div><Button onClick={() => go({ at: 'activity', programId, offerId: sentBack.offerId })}>Ret aktiviteten</Button></div>
        </Panel>
      )}
      {isOpen && !sentBack && copied.length > 0 && <Notice tone="judge">{copied.length === 1 ? 'Sidste års aktivitet står klar som kladde. Se den igennem, og send den til kommunen.' : `Sidste års ${copied.length} aktiviteter står klar som kladder. Se dem igennem, og send dem til kommunen.`}</Notice>}
      <ul className="lines-list">
        {activities.map((activity) => <Line key={activity.offerId} activity={activity} onOpen={isOpen && !activity.isCancelled ? () => go({ at: 'activity', programId, offerId: activity.offerId }) : null} />)}
      </ul>
      {activities.length === 0 && <p>I har ikke skrevet noget endnu.</p>}
      {isOpen && <div><Button kind={sentBack ? 'secondary' : 'primary'} onClick={() => go({ at: 'activity', programId, offerId: null })}>Skriv en aktivitet</Button></div>}
    </section>
  )
}

const states: Record<Program['activities'][number]['listed'], [Tone, string]> = {
  draft: ['judge', 'Kladde, ikke sendt'], 'in-moderation': ['wait', 'Kommunen læser den'], published: ['ok', 'Med i programmet'], 'sent-back': ['no', 'Skal rettes'], withdrawn: ['plain', 'Taget ned'],
}

function Line({ activity, onOpen }: { activity: Program['activities'][number]; onOpen: (() => void) | null }) {
  const { title, pictogram, firstDay, lastDay, sessions, capacity, taken, price, listed, isCancelled } = activity
  const [tone, word] = isCancelled ? ['no' as const, 'Aflyst'] : states[listed]
  return (
    <li>
      <div className="with-disc">
        <Disc name={pictogram as PictogramName} small />
        <div>
          <b>{title}</b>
          <span className="small">{firstDay === lastDay ? <DayText day={firstDay} form="weekday" first /> : `${formatDays(firstDay, lastDay, 'da', 'day')}, ${counted(sessions, 'gang', 'gange')}`}</span>
          <span className="small">{taken > 0 ? `${taken} af ${counted(capacity, 'plads', 'pladser')} er taget` : counted(capacity, 'plads', 'pladser')}, {price === 0n ? 'gratis' : formatMoney(price)}</span>
          <Tag tone={tone}>{word}</Tag>
        </div>
      </div>
      {onOpen && <ActRow pictogram="pen" onClick={onOpen}>{listed === 'draft' ? 'Se igennem' : 'Ret'}<span className="sr-only"> {title}</span></ActRow>}
    </li>
  )
}
