import { useTRPC } from '@medspil/client'
import type { InboxRow, InboxView } from '@medspil/contracts/application'
import {
  Chip, DayText, DeskHead, EmptyState, FirstTask, LinkButton, LinkRow, Money, Sheet, SelectField, Tag, TaskList, TaskRow,
} from '@medspil/ui'
import { sayList, supportNames } from '@medspil/wording/letter'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { countInMenu } from '../frame/menu-counts.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { rowsOf, sayWaiting, shownParts } from './inbox.ts'
import type { ShownPart } from './inbox.ts'
import { doorWords, sayDaysLeft, stateWords } from './words.ts'

export const Route = createLazyRoute('/$kommune/indbakke')({ component: InboxPage })

/** The next application, nearest deadline first, with what may be the same child beside it. */
function InboxPage() {
  const inbox = useQuery(useTRPC().application.inbox.queryOptions({ ordningKey: null }))
  const turn = inbox.data && rowsOf(inbox.data.rows, 'turn').length
  useEffect(() => {
    if (turn !== undefined) countInMenu('indbakke', turn)
  }, [turn])
  return (
    <>
      <PageTitle title="Indbakke" />
      <Loaded query={inbox}>{(view) => <Inbox view={view} />}</Loaded>
    </>
  )
}

function Inbox({ view }: { view: InboxView }) {
  const { kommune } = useActor()
  const [part, setPart] = useState<ShownPart>('turn')
  const [ordningKey, setOrdningKey] = useState('')
  const ordninger = [...new Map(view.rows.map((row) => [row.ordningKey, row.ordningName]))]
  const chosen = view.rows.filter((row) => ordningKey === '' || row.ordningKey === ordningKey)
  const rows = rowsOf(chosen, part)
  const [first, ...rest] = rows
  const partWords: Record<ShownPart, string> = {
    turn: 'Til dig', family: 'Venter på familien', pool: 'Venter på penge', all: 'Alle åbne',
  }
  return (
    <>
      <DeskHead title={sayWaiting(view)} aside={<LinkRow href={`/${kommune.key}/aabn-barn`} pictogram="soeg">Åbn et barn</LinkRow>}>
        {view.counts.open} åbne · {view.counts.dueSoon} med svar inden for få dage
      </DeskHead>
      <div className="stack sheets">
        <div className="stack">
          <ul className="filters" aria-label="Vis">
            {shownParts.map((shown) => (
              <li key={shown}>
                <Chip on={part === shown} onToggle={() => setPart(shown)}>{partWords[shown]} ({rowsOf(chosen, shown).length})</Chip>
              </li>
            ))}
          </ul>
          {ordninger.length > 1 && (
            <SelectField
              name="ordning" label="Ordning" value={ordningKey} onChange={setOrdningKey}
              options={[{ value: '', text: 'Alle ordninger' }, ...ordninger.map(([value, text]) => ({ value, text }))]}
            />
          )}
        </div>
        {!first && <Nothing part={part} />}
        {first && part === 'turn' && <First row={first} />}
        {first && (part !== 'turn' || rest.length > 0) && (
          <Sheet title={part === 'turn' ? 'Så er der' : partWords[part]} remark={sayCount(part === 'turn' ? rest.length : rows.length)} flush>
            <TaskList>{(part === 'turn' ? rest : rows).map((row) => <Row key={row.applicationId} row={row} />)}</TaskList>
          </Sheet>
        )}
      </div>
    </>
  )
}

const sayCount = (count: number) => (count === 1 ? '1 ansøgning' : `${count} ansøgninger`)

function Nothing({ part }: { part: ShownPart }) {
  return part === 'turn'
    ? <EmptyState pictogram="check" title="Alt er læst"><p>Nye ansøgninger kommer af sig selv. Se også dem, der venter på familien.</p></EmptyState>
    : <EmptyState pictogram="brev" title="Her er ikke noget"><p>Ingen ansøgninger venter på det.</p></EmptyState>
}

const addressOf = (kommuneKey: string, applicationId: string) => `/${kommuneKey}/indbakke/${applicationId}`

function First({ row }: { row: InboxRow }) {
  const { kommune } = useActor()
  return (
    <FirstTask
      label="Først" title={`${row.childName}, ${row.age} år`}
      act={<LinkButton href={addressOf(kommune.key, row.applicationId)} pictogram="papir">Læs ansøgningen</LinkButton>}
      more={row.alike.map((other) => <LinkRow key={other.applicationId} href={addressOf(kommune.key, other.applicationId)}>Se {other.reference}, der ligner</LinkRow>)}
    >
      <p>{sayAsked(row)}</p>
      <p className="small">{sayOrigin(row)}{row.asked > 0n && <>. Beløb i alt: <Money ore={row.asked} /></>}</p>
      <p><b><Deadline row={row} /></b></p>
      <Alike row={row} />
    </FirstTask>
  )
}

function Row({ row }: { row: InboxRow }) {
  const { kommune } = useActor()
  return (
    <TaskRow
      pictogram="papir" colour={row.daysLeft !== null && row.daysLeft < 0 ? 'koral' : 'himmel'} title={`${row.childName}, ${row.age} år`}
      why={<>{sayAsked(row)} {sayOrigin(row)}. {row.waitsFor !== 'kommune' && `${stateWords[row.state]}.`}</>}
      trace={<Alike row={row} />}
      when={row.daysLeft === null ? stateWords[row.state] : sayDaysLeft(row.daysLeft)}
      whenWhy={row.answerBy && <>Svar <DayText day={row.answerBy} form="day" /></>}
      act={
        <LinkButton wide kind="secondary" href={addressOf(kommune.key, row.applicationId)}>
          Læs<span className="sr-only"> ansøgningen for {row.childName}</span>
        </LinkButton>
      }
    />
  )
}

const sayAsked = (row: InboxRow) => `${row.ordningName}: ${sayList(row.supports.map((kind) => supportNames[kind]))}.`
const sayOrigin = (row: InboxRow) => `${doorWords[row.door]}, nummer ${row.reference}`

function Deadline({ row }: { row: InboxRow }) {
  if (row.daysLeft === null || row.answerBy === null) return stateWords[row.state]
  return <>Svar senest <DayText day={row.answerBy} form="day" />. {sayDaysLeft(row.daysLeft)}.</>
}

function Alike({ row }: { row: InboxRow }) {
  const [other, ...more] = row.alike
  if (!other) return null
  return <Tag tone="info" sign="familie">Ligner {more.length === 0 ? other.reference : `${row.alike.length} andre`}</Tag>
}
