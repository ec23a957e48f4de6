import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, useTRPC } from '@medspil/client'
import type { DrawView } from '@medspil/contracts/draw'
import { BackLink, Button, DayText, localParts, Notice, Page, Panel, TextField, TimeText, Waiting } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { PageTitle } from '../../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../../frame/stray-pages.tsx'
import { usePaths } from '../../paths.ts'
import { DrawRule } from './draw-rule.tsx'

/** Sådan trækker vi lod: the rule, the promise made before, and after the draw all that anybody needs to run it again. */
export function DrawPage() {
  const { programId } = useParams({ strict: false }) as { programId: string }
  const { t } = useLingui()
  const paths = usePaths()
  const trpc = useTRPC()
  const found = useQuery(trpc.holidayProgram.draw.queryOptions({ programId }))
  if (hasNoPage(found)) return isNotFound(found.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void found.refetch()} />
  if (!found.data) return <Page><Waiting><Trans>Henter lodtrækningen</Trans></Waiting></Page>
  const draw = found.data
  const [day, clock] = localParts(draw.committedAt)
  return (
    <Page>
      <PageTitle title={t`Sådan trækker vi lod`} />
      <BackLink href={paths.program(programId)}><bdi lang="da">{draw.name}</bdi></BackLink>
      <div className="stack">
        <h1><Trans>Sådan trækker vi lod</Trans></h1>
        <DrawRule rule={draw.ruleTerms} />
        <Panel look="calm">
          <h2><Trans>Løftet</Trans></h2>
          <p><Trans>Vi gav det <DayText day={day} form="weekday" /> <TimeText time={clock} />. Gem det, så kan ingen bytte det om.</Trans></p>
          <p className="code" dir="ltr">{draw.commitment}</p>
        </Panel>
        {draw.held ? <Held draw={draw} held={draw.held} /> : <p><Trans>Der er ikke trukket lod endnu.</Trans></p>}
      </div>
    </Page>
  )
}

type Held = NonNullable<DrawView['held']>

function Held({ draw, held }: { draw: DrawView; held: Held }) {
  const fetchRecord = useRecord(draw.programId)
  const [answer, setAnswer] = useState<'running' | 'same' | 'other' | 'unanswered' | null>(null)
  const run = async () => {
    setAnswer('running')
    const [record, { verifyDraw }] = await Promise.all([fetchRecord(), import('@medspil/domain/holiday-program')])
    // The promise is the one this page showed before, not the one that comes along with the record.
    setAnswer(verifyDraw({ ...record, commitment: draw.commitment }).ok ? 'same' : 'other')
  }
  const save = async () => saveText(`lodtraekning-${draw.programId}.json`, JSON.stringify(await fetchRecord()))
  const unanswered = () => setAnswer('unanswered')
  return (
    <>
      <Panel look="calm">
        <h2><Trans>Tallet bag løftet</Trans></h2>
        <p className="code" dir="ltr">{held.seed}</p>
        <p><Trans>Din telefon kan trække lod igen og se, om det bliver det samme.</Trans></p>
        <Button wide busy={answer === 'running'} onClick={() => void run().catch(unanswered)}><Trans>Kør igen</Trans></Button>
        {answer === 'same' && <Notice tone="ok" role="status"><p><Trans>Det blev det samme, tegn for tegn.</Trans></p></Notice>}
        {answer === 'unanswered' && <Notice tone="info" role="alert"><p><Trans>Vi fik ikke svar. Tryk igen.</Trans></p></Notice>}
        {answer === 'other' && <Notice tone="no" role="alert"><p><Trans>Det blev ikke det samme. Ring til os, og sig det.</Trans></p></Notice>}
      </Panel>
      <FindTicket draw={draw} />
      <Button kind="secondary" wide onClick={() => void save().catch(unanswered)}><Trans>Gem hele listen som fil</Trans></Button>
    </>
  )
}

/** The whole record, fetched when somebody asks for it: a large town's is some megabytes, too much for a page that is only read. */
function useRecord(programId: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return () => queries.fetchQuery(trpc.holidayProgram.drawRecord.queryOptions({ programId }, { staleTime: Infinity }))
}

/** Signs of a ticket, its hyphens among them. */
const ticketLength = 14

interface Answers { answers: { ticket: string; wishes: { activity: string; rank: number; outcome: { kind: string } }[] }[] }

function FindTicket({ draw }: { draw: DrawView }) {
  const { t } = useLingui()
  const [asked, setAsked] = useState('')
  const ticket = asked.trim().toLowerCase()
  const titles = new Map(draw.activities.map(({ id, title }) => [id, title]))
  const record = useQuery(useTRPC().holidayProgram.drawRecord.queryOptions({ programId: draw.programId }, { enabled: ticket.length === ticketLength, staleTime: Infinity }))
  const found = record.data && ticket.length === ticketLength ? (JSON.parse(record.data.result) as Answers).answers.find((one) => one.ticket === ticket) ?? null : undefined
  return (
    <Panel>
      <h2><Trans>Find et lod</Trans></h2>
      <TextField label={t`Lod`} name="lod" value={asked} onChange={(event) => setAsked(event.target.value)} dir="ltr" autoComplete="off" hint={t`Det står ved barnets ønsker, med to bindestreger.`} />
      <div role="status">
        {record.isFetching && <p><Trans>Henter listen</Trans></p>}
        {record.isError && <p><Trans>Vi fik ikke svar. Prøv igen om lidt.</Trans></p>}
        {found === null && <p><Trans>Det lod er ikke på listen.</Trans></p>}
        {found && <ol>{found.wishes.map(({ activity, outcome }) => <li key={activity}><bdi lang="da">{titles.get(activity) ?? activity}</bdi>: {outcome.kind === 'given' ? <Trans>plads</Trans> : <Trans>ikke plads</Trans>}</li>)}</ol>}
      </div>
    </Panel>
  )
}

function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}
