import { useTRPC } from '@medspil/client'
import type { ProgramFile } from '@medspil/contracts/holiday-program/desk'
import { Anchor, DeskHead, formatCount, formatDays, KeyFigure, KeyFigures, LinkRow, Sheet, Tag, useWorthWaiting, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { ActivityTable } from './activity-table.tsx'
import { DrawPanel } from './draw-panel.tsx'
import { FirstInProgram } from './first-in-program.tsx'
import { OrganisersSheet } from './organisers-sheet.tsx'
import './program.css'
import { ProgramActs } from './program-acts.tsx'
import { isOver, sayPlan, sayWork, stateWords } from './words.ts'

export const Route = createLazyRoute('/$kommune/ferie/$programId')({ component: ProgramPage })

/** One programme: what waits first, then its activities, its organisers and the rules families meet. */
function ProgramPage() {
  const { programId } = useParams({ from: '/$kommune/ferie/$programId' })
  const file = useQuery(useTRPC().holidayProgram.file.queryOptions({ programId }))
  return (
    <>
      <PageTitle title="Ferieprogram" />
      <Loaded query={file}>{(program) => <Program program={program} />}</Loaded>
    </>
  )
}

function Program({ program }: { program: ProgramFile }) {
  const { kommune, role } = useActor()
  const { programId, plan, state, activities, copiedFrom, ordningName } = program
  const root = `/${kommune.key}/ferie`
  const mayWrite = role === 'fritidsvejleder' || role === 'administrator'
  const counts = { toRead: activities.filter(({ listed }) => listed === 'in-moderation').length, toDecide: activities.filter((one) => one.state === 'below-minimum').length }
  const open = activities.filter(({ listed, state: today }) => listed === 'published' && today !== 'cancelled')
  // The text of the first to read belongs to the page: coming later it would push the table down under the pointer.
  const [firstUnread] = useState(() => (role === 'fritidsvejleder' ? activities.find(({ listed }) => listed === 'in-moderation')?.offerId : undefined))
  const text = useQuery({ ...useTRPC().holidayProgram.activity.queryOptions({ offerId: firstUnread ?? '' }), enabled: firstUnread !== undefined })
  const waits = useWorthWaiting(text.isLoading)
  if (waits) return <Waiting>Henter siden</Waiting>
  const sum = (of: (one: ProgramFile['activities'][number]) => number) => open.reduce((all, one) => all + of(one), 0)
  return (
    <div className="stack sheets">
      <DeskHead title={plan.name} trail={<Anchor href={root}>Ferieprogrammer</Anchor>} aside={<Tag tone={stateWords[state][0]} sign={stateWords[state][0] === 'plain' ? 'papir' : undefined}>{stateWords[state][1]}</Tag>}>
        {formatDays(plan.fromDay, plan.toDay)}. {ordningName}.{copiedFrom && ` Kopieret fra ${copiedFrom}.`} {sayWork(counts) ?? 'Intet venter på jer'}.
      </DeskHead>
      {mayWrite && <FirstInProgram program={program} />}
      <KeyFigures>
        <KeyFigure name="Aktiviteter i programmet" figure={open.length} of={`${activities.length} i alt`} />
        <KeyFigure name="Pladser" figure={formatCount(sum(({ capacity }) => capacity))} of={`heraf ${formatCount(sum(({ reserved }) => reserved))} reserveret`} />
        {!isOver(state) && <KeyFigure name="Pladser taget" figure={formatCount(sum(({ taken }) => taken))} />}
        <KeyFigure name={isOver(state) ? 'I kø til sidst' : 'På venteliste'} figure={formatCount(sum(({ waiting }) => waiting))} />
      </KeyFigures>
      <nav aria-label="Programmets sider" className="doors">
        <LinkRow href={`${root}/${programId}/overblik`} pictogram="tal">Sammenfald og huller</LinkRow>
        <LinkRow href={`/${kommune.key}/tal/ferie`} pictogram="pulje">Tal og pris pr. barn</LinkRow>
        <LinkRow href={`${root}/${programId}/haefte`} pictogram="papir">Programhæfte</LinkRow>
      </nav>
      {plan.way === 'draw' && state !== 'draft' && role !== 'leader' && <DrawPanel programId={programId} />}
      <ActivityTable program={program} mayWrite={mayWrite} />
      {mayWrite && (state === 'draft' || state === 'published') && <OrganisersSheet program={program} />}
      <Sheet title="Det får familierne at vide">
        <ul className="said">{sayPlan(plan).map((line) => <li key={line}>{line}</li>)}</ul>
      </Sheet>
      {mayWrite && <ProgramActs program={program} />}
    </div>
  )
}
