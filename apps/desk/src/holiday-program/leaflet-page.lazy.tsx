import { useTRPC } from '@medspil/client'
import type { ActivityRow, ProgramFile } from '@medspil/contracts/holiday-program/desk'
import { openShare } from '@medspil/domain/signup'
import { ActRow, Anchor, ButtonRow, DeskHead, EmptyState, formatDay, formatDays, formatMoney, formatTimes, LinkButton, Notice, phoneInPairs } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useParams } from '@tanstack/react-router'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { sayAges, sayGrades } from './activity/activity-words.ts'
import './leaflet.css'
import { sayMoment } from './words.ts'

export const Route = createLazyRoute('/$kommune/ferie/$programId/haefte')({ component: LeafletPage })

/** The programme day by day, as it prints on A4; beside it the same as a PDF for everybody. */
function LeafletPage() {
  const { programId } = useParams({ from: '/$kommune/ferie/$programId/haefte' })
  const file = useQuery(useTRPC().holidayProgram.file.queryOptions({ programId }))
  return (
    <>
      <PageTitle title="Programhæfte" />
      <Loaded query={file}>{(program) => <Leaflet program={program} />}</Loaded>
    </>
  )
}

function Leaflet({ program: { programId, plan, state, activities, address } }: { program: ProgramFile }) {
  const { kommune } = useActor()
  const root = `/${kommune.key}/ferie`
  const open = activities.filter((one) => one.listed === 'published' && one.state !== 'cancelled')
  const days = [...new Set(open.flatMap(({ sessions }) => sessions.map(({ day }) => day)))].sort()
  return (
    <div className="stack leaflet">
      <DeskHead title={plan.name} trail={<><Anchor href={root}>Ferieprogrammer</Anchor> · <Anchor href={`${root}/${programId}`}>{plan.name}</Anchor></>}>{formatDays(plan.fromDay, plan.toDay)}</DeskHead>
      <div className="no-print stack">
        {state === 'draft' && <Notice tone="judge">Programmet er en kladde. Kun kommunen kan hente det.</Notice>}
        <ButtonRow>
          <LinkButton kind="secondary" pictogram="hent" href={`/program-pdf/${kommune.key}/${programId}.pdf`} target="_blank">Hent som PDF</LinkButton>
          <ActRow pictogram="papir" onClick={() => print()}>Print siden</ActRow>
        </ButtonRow>
      </div>
      <p>
        {plan.way === 'draw' && plan.wishesOpenAt && plan.wishesCloseAt ? `I kan ønske fra ${sayMoment(plan.wishesOpenAt)} til ${sayMoment(plan.wishesCloseAt)}. Så trækkes der lod.` : `Tilmeldingen åbner ${sayMoment(plan.opensAt)}.`}
        {' '}Se det hele, og søg plads på <span className="address" dir="ltr">{address}</span>. Har du brug for hjælp, så ring på <span dir="ltr">{phoneInPairs(kommune.phone)}</span>.
      </p>
      {days.length === 0 && <EmptyState pictogram="papir" title="Ingen aktiviteter endnu"><p>Her står de aktiviteter, der er taget med i programmet.</p></EmptyState>}
      {days.map((day) => <OneDay key={day} day={day} activities={open.filter(({ sessions }) => sessions.some((one) => one.day === day))} />)}
    </div>
  )
}

function OneDay({ day, activities }: { day: string; activities: readonly ActivityRow[] }) {
  const session = (one: ActivityRow) => one.sessions.find((each) => each.day === day)
  const inOrder = activities.toSorted((a, b) => ((session(a)?.timeFrom ?? '') < (session(b)?.timeFrom ?? '') ? -1 : 1))
  const heading = formatDay(day, 'da', 'weekday')
  return (
    <section>
      <h2>{heading.charAt(0).toUpperCase() + heading.slice(1)}</h2>
      <ul>
        {inOrder.map((one) => {
          const at = session(one)
          return (
            <li key={one.offerId}>
              <b>{one.title}</b>
              <span>{at && `${formatTimes(at.timeFrom, at.timeTo).replace('kl.', 'Kl.')}, ${at.place}, ${one.area}`}{one.sessions.length > 1 && `, ${one.sessions.length} gange`}</span>
              <span>{one.grades ? sayGrades(one.grades) : sayAges({ from: one.ageFrom, to: one.ageTo })} · {counted(openShare(one).capacity, 'plads', 'pladser')} · {one.price === 0n ? 'gratis' : formatMoney(one.price)} · {one.organiserName}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
