import { useTRPC } from '@medspil/client'
import type { HeldBackView, PayoutRow } from '@medspil/contracts/subsidy'
import { Anchor, DataTable, DeskHead, EmptyState, LinkRow, Money, Sheet, Tag } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useActor } from '../frame/actor.tsx'
import { countInMenu } from '../frame/menu-counts.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { PreparePart } from './prepare-part.tsx'
import './subsidy.css'
import { nameOf, sumOf, together } from './together.ts'
import { linesWord, momentWords, payoutWords, sayHeldBack } from './words.ts'

export const Route = createLazyRoute('/$kommune/udbetaling')({ component: PayoutsPage })

/** What waits for release, what can be prepared, what is held back and why, and what was paid. */
function PayoutsPage() {
  const trpc = useTRPC()
  const { kommune } = useActor()
  const payouts = useQuery(trpc.subsidy.payouts.queryOptions())
  const ready = useQuery(trpc.subsidy.ready.queryOptions())
  const waiting = payouts.data?.filter(({ waitsForMe }) => waitsForMe) ?? []
  useEffect(() => {
    if (payouts.data) countInMenu('udbetaling', waiting.length)
  }, [payouts.data, waiting.length])
  return (
    <>
      <PageTitle title="Udbetaling" />
      <Loaded query={payouts}>
        {(rows) => (
          <Loaded query={ready}>
            {(view) => (
              <div className="stack sheets">
                <DeskHead
                  title={waiting.length > 0 ? `${waiting.length} ${waiting.length === 1 ? 'udbetaling' : 'udbetalinger'} venter på dig` : <><Money ore={view.ready.reduce((all, { payable }) => all + payable, 0n)} /> er klar til udbetaling</>}
                  aside={<LinkRow href={`/${kommune.key}/udbetaling/tilbagekrav`}>Tilbagekrav</LinkRow>}
                >
                  Én forbereder, og en anden frigiver. Ingen linje nævner et barn.
                </DeskHead>
                {waiting.length > 0 && <Sheet flush title="Venter på din frigivelse"><PayoutTable caption="Udbetalinger, der venter på dig" rows={waiting} /></Sheet>}
                <PreparePart view={view} />
                {view.heldBack.length > 0 && <HeldBack rows={view.heldBack} />}
                {rows.length > waiting.length && <Sheet flush title="Udbetalinger"><PayoutTable caption="Udbetalinger, nyeste først" rows={rows.filter(({ waitsForMe }) => !waitsForMe)} /></Sheet>}
                {rows.length === 0 && view.ready.length === 0 && (
                  <EmptyState pictogram="laas" title="Intet at udbetale endnu"><p>Når en forening har bekræftet et barn, kommer kravet her, så snart det er kontrolleret.</p></EmptyState>
                )}
              </div>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  )
}

function PayoutTable({ caption, rows }: { caption: string; rows: readonly PayoutRow[] }) {
  const { kommune } = useActor()
  return (
    <DataTable
      stacks caption={caption}
      columns={[{ key: 'reference', head: 'Nummer' }, { key: 'prepared', head: 'Forberedt' }, { key: 'lines', head: 'Linjer', end: true }, { key: 'total', head: 'Beløb', end: true }, { key: 'state', head: 'Status' }]}
      lines={rows.map((row) => ({
        key: row.payoutId,
        cells: [
          <Anchor href={`/${kommune.key}/udbetaling/${row.payoutId}`}>{row.reference}</Anchor>, <>{row.preparedBy}, {momentWords(row.preparedAt)}</>, row.lines, <Money ore={row.total} />,
          <Tag tone={payoutWords[row.state].tone}>{payoutWords[row.state].text}</Tag>,
        ],
      }))}
    />
  )
}

function HeldBack({ rows }: { rows: readonly HeldBackView[] }) {
  return (
    <div id="holdt-ude">
      <Sheet flush title={`${linesWord(rows.length)} er holdt ude`}>
        <DataTable
          stacks caption="Krav, der ikke kan betales nu"
          columns={[{ key: 'reference', head: 'Reference' }, { key: 'forening', head: 'Forening' }, { key: 'why', head: 'Hvorfor' }, { key: 'amount', head: 'Beløb', end: true }]}
          lines={together(rows, sayHeldBack).map((claims) => ({
            key: claims[0]!.claimId, cells: [nameOf(claims).reference, claims[0]!.payee.name, sayHeldBack(claims[0]!), <Money ore={sumOf(claims.map(({ payable }) => payable))} />],
          }))}
        />
      </Sheet>
    </div>
  )
}
