import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, useTRPC } from '@medspil/client'
import type { StatementView } from '@medspil/contracts/fritidspas'
import { BackLink, Button, DaysText, DayText, EmptyState, localParts, Money, Page, Panel, SummaryList, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { usePaths } from '../paths.ts'

/** Opgørelse: what the pass paid and what we paid, for one year. Only our own part documents fritidstillæg. */
export function StatementPage() {
  const { childId } = useParams({ strict: false }) as { childId: string }
  const { t } = useLingui()
  const trpc = useTRPC()
  const paths = usePaths()
  const [thisYear] = useState(() => Number(localParts(new Date().toISOString())[0].slice(0, 4)))
  const [year, setYear] = useState(thisYear)
  const found = useQuery(trpc.fritidspas.statement.queryOptions({ childId, from: `${year}-01-01`, to: `${year}-12-31` }))
  if (hasNoPage(found)) return isNotFound(found.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void found.refetch()} />
  return (
    <Page>
      <PageTitle title={t`Hvad passet har betalt`} />
      <BackLink href={paths.fritidspas(childId)}><Trans>Fritidspas</Trans></BackLink>
      <div className="stack">
        <h1><Trans>Hvad passet har betalt i {year}</Trans></h1>
        <div className="button-row">
          <Button kind="secondary" onClick={() => setYear(year - 1)}><Trans>Se {year - 1}</Trans></Button>
          {year < thisYear && <Button kind="secondary" onClick={() => setYear(year + 1)}><Trans>Se {year + 1}</Trans></Button>}
        </div>
        {found.data ? <Lines statement={found.data} /> : <Waiting><Trans>Henter opgørelsen</Trans></Waiting>}
      </div>
    </Page>
  )
}

function Lines({ statement }: { statement: StatementView }) {
  if (statement.lines.length === 0) return <EmptyState pictogram="tal" title={<Trans>Der er ikke betalt noget endnu</Trans>} />
  return (
    <div className="stack">
      <p className="lead"><bdi>{statement.childName}</bdi></p>
      <SummaryList
        lines={statement.lines.map((line, at) => ({
          key: `${at}`, question: <><bdi lang="da">{line.item}, {line.foreningName}</bdi></>,
          answer: (
            <>
              <Trans>Pris: <Money ore={line.price} /></Trans><br />
              <Trans>Betalt af fritidspas: <Money ore={line.paidByPass} /></Trans><br />
              <Trans>Betalt af dig: <Money ore={line.paidByYou} /></Trans>
              <br />
              <span className="small"><DayText day={line.paidOn} />{line.period && <> · <DaysText first={line.period.firstDay} last={line.period.lastDay} /></>}</span>
            </>
          ),
        }))}
      />
      <Panel look="calm">
        <p><Trans>Betalt af fritidspas: <b><Money ore={statement.paidByPass} /></b></Trans></p>
        <p><Trans>Betalt af dig: <b><Money ore={statement.paidByYou} /></b></Trans></p>
        <p className="small"><Trans>Du kan kun bruge det, du selv har betalt, til fritidstillæg.</Trans></p>
      </Panel>
      <Button pictogram="papir" onClick={() => window.print()}><Trans>Print opgørelsen</Trans></Button>
    </div>
  )
}
