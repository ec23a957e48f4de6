import type { FiguresView } from '@medspil/contracts/report'
import { DataTable, Sheet } from '@medspil/ui'
import { lazy, Suspense } from 'react'
import { Cell, sayMonths, stageNames } from './cell.tsx'

const FunnelChart = lazy(() => import('./funnel-chart.tsx'))

/** How far the children come: the bars, and the same numbers as a table, by kind of support. */
export function FunnelSheet({ view }: { view: FiguresView }) {
  const lines = [
    ...view.stages.map(({ stage, count }) => ({ key: stage, cells: [stageNames[stage], <Cell key="n" count={count} />, '–', '–', '–'] })),
    ...view.checks.map(({ months, active, stopped, unknown, notYetDue }) => ({ key: `m${months}`, cells: [
      sayMonths(months), <Cell key="a" count={active} />, <Cell key="s" count={stopped} />, <Cell key="u" count={unknown} />, <Cell key="n" count={notYetDue} />,
    ] })),
  ]
  return (
    <Sheet title="Hvor langt når børnene?" remark="Hvert barn tæller én gang">
      <div className="chartrow">
        <div className="table-frame" tabIndex={0} role="region" aria-label="Hvor langt, tegnet">
          <Suspense fallback={<div className="chart-place" />}><FunnelChart view={view} /></Suspense>
        </div>
        <DataTable
          caption="Trin i forløbet, med antal" compact lines={lines}
          columns={[{ key: 'stage', head: 'Trin' }, { key: 'n', head: 'Antal', end: true }, { key: 's', head: 'Stoppet', end: true }, { key: 'u', head: 'Ukendt', end: true }, { key: 'y', head: 'Ikke endnu', end: true }]}
        />
      </div>
      <details className="details">
        <summary className="details-summary">Kun vejledning, kun pas og begge dele</summary>
        <DataTable
          caption="Trin efter det, barnet fik" compact
          columns={[{ key: 'stage', head: 'Trin' }, { key: 'g', head: 'Kun vejledning', end: true }, { key: 'p', head: 'Kun pas', end: true }, { key: 'b', head: 'Begge', end: true }, { key: 'n', head: 'I alt', end: true }]}
          lines={view.stages.map(({ stage, count, kinds }) => ({ key: stage, cells: [
            stageNames[stage], stage === 'redeemed' ? '–' : <Cell key="g" count={kinds['guidance-only']} />, <Cell key="p" count={kinds['pass-only']} />, <Cell key="b" count={kinds.both} />, <Cell key="n" count={count} />,
          ] }))}
        />
      </details>
    </Sheet>
  )
}
