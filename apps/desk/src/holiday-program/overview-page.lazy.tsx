import { useTRPC } from '@medspil/client'
import type { ProgramOverview } from '@medspil/contracts/holiday-program/desk'
import { ActRow, Anchor, Chip, DeskHead, EmptyState, ExampleTag, formatDay, Sheet, Tag } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { sayAges } from './activity/activity-words.ts'
import { HeatTable } from './heat-table.tsx'
import './overview.css'

export const Route = createLazyRoute('/$kommune/ferie/$programId/overblik')({ component: OverviewPage })

/** Where the programme has holes, and where it trips over itself. */
function OverviewPage() {
  const { programId } = useParams({ from: '/$kommune/ferie/$programId/overblik' })
  const trpc = useTRPC()
  const overview = useQuery(trpc.holidayProgram.overview.queryOptions({ programId }))
  const file = useQuery(trpc.holidayProgram.file.queryOptions({ programId }))
  return (
    <>
      <PageTitle title="Sammenfald og huller" />
      <Loaded query={overview}>{(shown) => <Overview overview={shown} programId={programId} name={file.data?.plan.name ?? 'Programmet'} />}</Loaded>
    </>
  )
}

function Overview({ overview, programId, name }: { overview: ProgramOverview; programId: string; name: string }) {
  const { kommune } = useActor()
  const [area, setArea] = useState<string | null>(null)
  const { areas, clashes } = overview
  const root = `/${kommune.key}/ferie`
  const empty = overview.holes.filter((hole) => area === null || hole.area === area)
  return (
    <div className="stack sheets">
      <DeskHead title="Sammenfald og huller" trail={<><Anchor href={root}>Ferieprogrammer</Anchor> · <Anchor href={`${root}/${programId}`}>{name}</Anchor></>}>
        Kladder er talt med. Aflyste er ikke.
      </DeskHead>
      <Sheet title="Pladser dag for dag" remark="Et barn kan passe i flere aldre">
        <div className="stack">
          <ul className="filters" aria-label="Område">
            <li><Chip on={area === null} onToggle={() => setArea(null)}>Hele kommunen</Chip></li>
            {areas.map((one) => <li key={one}><Chip on={area === one} onToggle={() => setArea(one)}>{one}</Chip></li>)}
          </ul>
          <HeatTable overview={overview} area={area} />
        </div>
      </Sheet>
      <Sheet title="Huller" remark={area ?? 'Alle områder'}>
        {empty.length === 0 ? <EmptyState pictogram="check" title="Ingen huller"><p>Hver hverdag har noget til alle aldre her.</p></EmptyState> : <Holes overview={overview} holes={empty} />}
      </Sheet>
      <Sheet title="I vejen for hinanden" remark={clashes.length === 0 ? 'Intet' : clashes.length === 1 ? '1 gang' : `${clashes.length} gange`}>
        {clashes.length === 0 ? <EmptyState pictogram="check" title="Intet er i vejen" /> : <Clashes overview={overview} root={`${root}/${programId}`} />}
      </Sheet>
    </div>
  )
}

const most = 30

function Holes({ overview, holes }: { overview: ProgramOverview; holes: ProgramOverview['holes'] }) {
  const weekdays = overview.days.filter((day) => { const at = new Date(`${day}T12:00:00Z`).getUTCDay(); return at > 0 && at < 6 }).length
  return (
    <ul className="lines">
      {holes.slice(0, most).map(({ area, ages, days }) => {
        const group = overview.ages[ages]
        return (
          <li key={`${area}/${ages}`}>
            <b>{area}, {group && sayAges(group)}</b>
            <span>{days.length === weekdays ? 'Intet hele ferien' : `Intet ${days.length === 1 ? '' : `${days.length} hverdage: `}${days.slice(0, 6).map((day) => formatDay(day, 'da', 'short')).join(', ')}${days.length > 6 ? ` og ${days.length - 6} mere` : ''}`}</span>
          </li>
        )
      })}
    </ul>
  )
}

const kinds: Record<ProgramOverview['clashes'][number]['kind'], string> = { place: 'Samme sted', organiser: 'Samme arrangør', 'same-children': 'Samme børn' }

function Clashes({ overview, root }: { overview: ProgramOverview; root: string }) {
  const [shown, setShown] = useState(most)
  const titles = new Map(overview.titles.map((one) => [one.offerId, one]))
  return (
    <div className="stack">
      <p className="small">”Samme børn” er to aktiviteter for de samme aldre samtidig i et område med højst {overview.smallArea} aktiviteter. <ExampleTag>eksempel</ExampleTag></p>
      <ul className="lines">
        {overview.clashes.slice(0, shown).map(({ kind, day, first, second }) => (
          <li key={day + first + second}>
            <b>{formatDay(day, 'da', 'weekday')} <Tag tone={kind === 'same-children' ? 'info' : 'judge'}>{kinds[kind]}</Tag></b>
            <span>
              {[first, second].map((id, at) => <span key={id}>{at > 0 && ' og '}<Anchor href={`${root}/aktivitet/${id}`}>{titles.get(id)?.title}</Anchor> ({titles.get(id)?.organiserName})</span>)}
            </span>
          </li>
        ))}
      </ul>
      {overview.clashes.length > shown && <ActRow onClick={() => setShown(shown + most)}>Vis flere</ActRow>}
    </div>
  )
}
