import { useTRPC, useTRPCClient } from '@medspil/client'
import type { ProgramFigures, ProgramFiguresView } from '@medspil/contracts/report'
import { ActRow, BackLink, DayText, DeskHead, EmptyState, SelectField } from '@medspil/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { ProgramChildrenSheets } from './program-children-sheets.tsx'
import { ProgramDefinitions } from './program-definitions.tsx'
import { ProgramKeyNumbers } from './program-key-numbers.tsx'
import { ProgramPlacesSheet } from './program-places-sheet.tsx'
import { save } from './save-file.ts'
import './report.css'

export const Route = createLazyRoute('/$kommune/tal/ferie')({ component: ProgramFiguresPage })

/** What came of a holiday: places, children, lines and cost, a programme at a time. */
function ProgramFiguresPage() {
  const [programId, setProgramId] = useState<string | null>(null)
  const { kommune } = useActor()
  const figures = useQuery(useTRPC().report.program.queryOptions({ programId }, { placeholderData: keepPreviousData }))
  return (
    <>
      <PageTitle title="Tal efter ferien" />
      <BackLink href={`/${kommune.key}/tal`}>Tal</BackLink>
      <Loaded query={figures}>{(view) => view.figures
        ? <Figures view={view} figures={view.figures} onChoose={setProgramId} />
        : <EmptyState pictogram="tal" title="Ingen ferie er slut endnu"><p>Tallene kommer den 1. i måneden efter ferien.</p></EmptyState>}</Loaded>
    </>
  )
}

/** The fact itself as the heading. */
function sayHeadline({ name, children: { outcomes } }: ProgramFigures): string {
  const came = outcomes.filter(({ outcome }) => outcome === 'came' || outcome === 'came-with-pass').map(({ count }) => count)
  return came.some((count) => count === null) ? name : `${came.reduce<number>((all, count) => all + (count ?? 0), 0).toLocaleString('da-DK')} børn kom med i ${name}`
}

function Figures({ view, figures, onChoose }: { view: ProgramFiguresView; figures: ProgramFigures; onChoose: (programId: string) => void }) {
  const client = useTRPCClient()
  const fetchFile = () => void client.report.exportProgram.query({ programId: figures.id }).then(({ fileName, csv }) => save(fileName, csv))
  return (
    <div className="stack sheets figures">
      <DeskHead
        title={sayHeadline(figures)}
        aside={<div className="inl far"><ActRow pictogram="hent" onClick={fetchFile}>Hent tallene</ActRow><ActRow pictogram="papir" onClick={() => print()}>Udskriv</ActRow></div>}
      >
        {figures.ordningName} · {figures.name} · opgjort den <DayText day={view.asOf} />
      </DeskHead>
      <div className="choose">
        <SelectField name="program" label="Ferieprogram" value={figures.id} onChange={onChoose} options={view.programs.map(({ id, name }) => ({ value: id, text: name }))} />
      </div>
      <ProgramKeyNumbers figures={figures} />
      <ProgramPlacesSheet figures={figures} cellLimit={view.cellLimit} />
      <ProgramChildrenSheets figures={figures} />
      <ProgramDefinitions view={view} figures={figures} />
    </div>
  )
}
