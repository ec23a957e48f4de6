import { useTRPC } from '@medspil/client'
import type { ChildRow, ChildrenView } from '@medspil/contracts/follow-up'
import { Anchor, DataTable, DayText, DeskHead, EmptyState, Sheet, Tag, TextField } from '@medspil/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { statusNames } from '../follow-up/today-aside.tsx'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { closedWords } from './words.ts'

export const Route = createLazyRoute('/$kommune/boern')({ component: ChildrenPage })

/** The children one works with, found by name. Nobody else's child can be found here. */
function ChildrenPage() {
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const children = useQuery(useTRPC().followUp.children.queryOptions({ search }, { placeholderData: keepPreviousData }))
  return (
    <>
      <PageTitle title="Børn" />
      <Loaded query={children}>
        {(view) => (
          <div className="stack sheets">
            <DeskHead title={search ? sayFound(view.found) : sayOwn(view.found)}>Du finder de børn, du arbejder med. Alle andre findes ikke her.</DeskHead>
            <TextField name="search" type="search" label="Find et barn" hint="Fornavn eller efternavn" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
            <p className="sr-only" role="status">{sayFound(view.found)}</p>
            {view.rows.length > 0 ? <List view={view} /> : <Nobody search={search} />}
          </div>
        )}
      </Loaded>
    </>
  )
}

const sayFound = (found: number) => (found === 1 ? '1 barn fundet' : `${found} børn fundet`)
const sayOwn = (found: number) => (found === 1 ? '1 barn' : `${found} børn`)

function Nobody({ search }: { search: string }) {
  return search
    ? <EmptyState pictogram="soeg" title="Ingen af dine børn hedder det"><p>Prøv kun fornavnet. Et barn, du ikke arbejder med endnu, åbner du med en grund.</p></EmptyState>
    : <EmptyState pictogram="familie" title="Ingen børn endnu"><p>De kommer, når et barn bliver bevilget støtte, eller når du tager et barn på dig.</p></EmptyState>
}

function List({ view }: { view: ChildrenView }) {
  const { kommune } = useActor()
  const lineOf = (row: ChildRow) => ({ key: row.childId, cells: [
    <Anchor key="name" href={`/${kommune.key}/boern/${row.childId}`}>{row.name}</Anchor>, row.age, row.ordningName,
    <Status key="status" row={row} />, row.activity ?? '–', row.nextOn ? <DayText key="next" day={row.nextOn} form="short" /> : '–',
    row.openTasks === 0 ? '–' : <Tag key="tasks" tone="judge">{row.openTasks}</Tag>,
  ] })
  return (
    <Sheet title="Børn" remark={view.rows.length < view.found ? `De første ${view.rows.length}. Søg for at se flere.` : undefined} flush>
      <DataTable
        stacks caption="Børn efter navn"
        columns={[
          { key: 'name', head: 'Navn' }, { key: 'age', head: 'Alder', end: true }, { key: 'ordning', head: 'Ordning' }, { key: 'status', head: 'Status' },
          { key: 'activity', head: 'Går til' }, { key: 'next', head: 'Næste spørgsmål' }, { key: 'tasks', head: 'Opgaver' },
        ]}
        lines={view.rows.map(lineOf)}
      />
    </Sheet>
  )
}

function Status({ row }: { row: ChildRow }) {
  return row.closedAs ? <>{closedWords[row.closedAs] ?? 'Afsluttet'}</> : <>{statusNames[row.status]}</>
}
