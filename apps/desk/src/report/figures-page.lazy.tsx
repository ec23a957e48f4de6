import { useTRPC, useTRPCClient } from '@medspil/client'
import type { FiguresInput, FiguresView } from '@medspil/contracts/report'
import { ActRow, DayText, DeskHead, EmptyState, LinkRow, SelectField } from '@medspil/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { Definitions } from './definitions.tsx'
import { FunnelSheet } from './funnel-sheet.tsx'
import { KeyNumbers } from './key-numbers.tsx'
import { PlanSheet } from './plan-sheet.tsx'
import { PoolSheet } from './pool-sheet.tsx'
import { ReachSheet } from './reach-sheet.tsx'
import { save } from './save-file.ts'
import { StaySheet } from './stay-sheet.tsx'
import './report.css'

export const Route = createLazyRoute('/$kommune/tal')({ component: FiguresPage })

/** How far the children come, how many stay, and what it costs: every number with its day, its count and its meaning. */
function FiguresPage() {
  const [input, setInput] = useState<FiguresInput>({ ordningKey: null, year: null })
  const figures = useQuery(useTRPC().report.figures.queryOptions(input, { placeholderData: keepPreviousData }))
  return (
    <>
      <PageTitle title="Tal" />
      <Loaded query={figures}>{(view) => <Figures view={view} asked={input} onChoose={(part) => setInput((before) => ({ ...before, ...part }))} />}</Loaded>
    </>
  )
}

/** The fact itself as the heading; without a number that may be shown, what is counted. */
function sayHeadline({ checks: [three], year }: FiguresView): string {
  if (!three || three.active === null || three.of === null || three.of === 0) return `Børn mødt i ${year}`
  const due = three.notYetDue === null ? three.of : three.of - three.notYetDue
  return due === 0 ? `${three.of} børn er begyndt` : `${three.active} af ${due} er med efter 3 måneder`
}

function Figures({ view, asked, onChoose }: { view: FiguresView; asked: FiguresInput; onChoose: (part: Partial<FiguresInput>) => void }) {
  const client = useTRPCClient()
  const { kommune, role } = useActor()
  const seesHolidays = role === 'leader' || role === 'fritidsvejleder'
  const chosen = { ordningKey: view.ordningKey, year: view.year }
  const fetchFile = () => void client.report.export.query(chosen).then(({ fileName, csv }) => save(fileName, csv))
  const name = view.ordninger.find(({ key }) => key === view.ordningKey)?.name ?? 'Alle ordninger'
  return (
    <div className="stack sheets figures">
      <DeskHead
        title={sayHeadline(view)}
        aside={<div className="inl far">{seesHolidays && <LinkRow pictogram="ude" href={`/${kommune.key}/tal/ferie`}>Tal efter ferien</LinkRow>}<ActRow pictogram="hent" onClick={fetchFile}>Hent tallene</ActRow><ActRow pictogram="papir" onClick={() => print()}>Udskriv</ActRow></div>}
      >
        {name} · børn mødt i {view.year} · opgjort den <DayText day={view.asOf} />
      </DeskHead>
      <div className="choose">
        <SelectField
          name="ordning" label="Ordning" value={asked.ordningKey ?? ''} onChange={(key) => onChoose({ ordningKey: key || null })}
          options={[{ value: '', text: 'Alle ordninger' }, ...view.ordninger.map(({ key, name: text }) => ({ value: key, text }))]}
        />
        <SelectField
          name="year" label="Mødt i" value={String(asked.year ?? view.year)} onChange={(year) => onChoose({ year: Number(year) })}
          options={[...new Set([view.year, ...view.years])].sort((a, b) => b - a).map((year) => ({ value: String(year), text: String(year) }))}
        />
      </div>
      {view.years.length === 0
        ? <EmptyState pictogram="tal" title="Ingen tal endnu"><p>De kommer, når de første børn er mødt og måneden er slut.</p></EmptyState>
        : <><KeyNumbers view={view} /><FunnelSheet view={view} /><StaySheet view={view} /></>}
      {view.pools.map((pool) => <PoolSheet key={pool.ordningName} pool={pool} year={view.year} />)}
      {view.plans.map((plan) => <PlanSheet key={plan.name} plan={plan} />)}
      {view.reach.rows.length > 0 && <ReachSheet view={view} />}
      <Definitions view={view} />
    </div>
  )
}
