import { useTRPC } from '@medspil/client'
import type { ForeningList, ForeningRow } from '@medspil/contracts/forening'
import { Anchor, Chip, DataTable, DeskHead, EmptyState, Sheet, Tag, TextField, useWorthWaiting } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { countInMenu } from '../frame/menu-counts.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { Moderation } from './moderation.tsx'
import { approvalWords, sayProvider } from './words.ts'

export const Route = createLazyRoute('/$kommune/foreninger')({ component: ForeningerPage })

/** Every forening, those with something to do first, and the offers that wait to be read. */
function ForeningerPage() {
  const { role } = useActor()
  const trpc = useTRPC()
  const list = useQuery(trpc.forening.list.queryOptions())
  // What is to be read stands above the list: it would push a row away and put "Udgiv tilbuddet" under the pointer.
  const unread = useQuery(trpc.forening.inModeration.queryOptions(undefined, { enabled: role === 'fritidsvejleder' }))
  const waits = useWorthWaiting(list.data !== undefined && unread.isLoading)
  const work = list.data?.filter((row) => row.approval === 'applied').length
  const toRead = list.data?.reduce((sum, { toModerate }) => sum + toModerate, 0)
  useEffect(() => {
    if (work !== undefined && toRead !== undefined) countInMenu('foreninger', work + toRead)
  }, [work, toRead])
  return (
    <>
      <PageTitle title="Foreninger" />
      <Loaded query={waits ? { ...list, data: undefined, error: null } : list}>
        {(rows) => (
          <>
            <DeskHead title={sayWork(work ?? 0, toRead ?? 0)}>{counted(rows.length, 'forening', 'foreninger')}</DeskHead>
            <div className="stack sheets">
              {role === 'fritidsvejleder' && <Moderation />}
              <Foreninger rows={rows} />
            </div>
          </>
        )}
      </Loaded>
    </>
  )
}

type Part = 'all' | 'applied' | 'undeclared'

function Foreninger({ rows }: { rows: ForeningList }) {
  const { kommune } = useActor()
  const [part, setPart] = useState<Part>('all')
  const [sought, setSought] = useState('')
  const parts: [Part, string, (row: ForeningRow) => boolean][] = [
    ['all', 'Alle', () => true], ['applied', 'Vil godkendes', ({ approval }) => approval === 'applied'], ['undeclared', 'Erklæring mangler', ({ declaration, approval }) => !declaration.isValid && approval !== 'closed'],
  ]
  const shows = parts.find(([key]) => key === part)?.[2] ?? (() => true)
  const shown = rows.filter((row) => shows(row) && `${row.name} ${row.area}`.toLowerCase().includes(sought.trim().toLowerCase()))
  return (
    <Sheet title="Foreninger" remark={`${shown.length} vist`}>
      <div className="stack">
        <ul className="filters" aria-label="Vis">
          {parts.map(([key, text, fits]) => <li key={key}><Chip on={part === key} onToggle={() => setPart(key)}>{text} ({rows.filter(fits).length})</Chip></li>)}
        </ul>
        <TextField label="Find en forening" name="find" type="search" value={sought} onChange={(event) => setSought(event.target.value)} />
        {shown.length === 0 && <EmptyState pictogram="soeg" title="Ingen foreninger her"><p>Vælg Alle, eller søg på noget andet.</p></EmptyState>}
        {shown.length > 0 && (
          <DataTable
            stacks caption="Foreninger"
            columns={[{ key: 'name', head: 'Forening' }, { key: 'approval', head: 'Godkendelse' }, { key: 'declaration', head: 'Erklæring' }, { key: 'money', head: 'Udbetaling' }, { key: 'waiting', head: 'Venter på svar', end: true }]}
            lines={shown.map((row) => ({
              key: row.foreningId,
              cells: [
                <><Anchor href={`/${kommune.key}/foreninger/${row.foreningId}`}>{row.name}</Anchor><br /><small>{sayProvider(row.providerType)}{row.area && `, ${row.area}`}</small></>,
                <Tag tone={approvalWords[row.approval][0]}>{approvalWords[row.approval][1]}</Tag>,
                row.declaration.isValid ? <Tag tone="ok">Givet for {row.declaration.year}</Tag> : <Tag tone="no">Mangler for {row.declaration.year}</Tag>,
                row.payment.isReady ? 'Klar' : 'Mangler oplysninger',
                row.waiting,
              ],
            }))}
          />
        )}
      </div>
    </Sheet>
  )
}

function sayWork(work: number, toRead: number): string {
  const parts = [
    ...(work > 0 ? [work === 1 ? '1 forening vil godkendes' : `${work} foreninger vil godkendes`] : []),
    ...(toRead > 0 ? [toRead === 1 ? '1 tilbud skal læses' : `${toRead} tilbud skal læses`] : []),
  ]
  const text = parts.join(', ')
  return text === '' ? 'Alle foreninger er set på' : text
}
