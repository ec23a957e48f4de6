import type { FiguresView } from '@medspil/contracts/report'
import { DataTable, formatShare, Sheet } from '@medspil/ui'
import { lazy, Suspense } from 'react'
import { Cell } from './cell.tsx'

const StayChart = lazy(() => import('./stay-chart.tsx'))

/** How long they stay: the curve with its band and bounds, and its table. */
export function StaySheet({ view: { curve, cellLimit } }: { view: FiguresView }) {
  if (!curve) return <Sheet title="Hvor længe bliver de?"><p>Der er for få børn, som er begyndt, til en kurve. Den kommer ved mindst {cellLimit}.</p></Sheet>
  return (
    <Sheet title="Hvor længe bliver de?" remark={`${curve.children} børn, fra første træning`}>
      <div className="chartrow">
        <div className="table-frame" tabIndex={0} role="region" aria-label="Hvor længe, tegnet">
          <Suspense fallback={<div className="chart-place" />}><StayChart curve={curve} /></Suspense>
        </div>
        <div className="stack">
          <DataTable
            caption="Stadig med, med 95 %-bånd" captionShown compact
            columns={[{ key: 'm', head: 'Efter' }, { key: 'r', head: 'Med i tallet', end: true }, { key: 's', head: 'Stop i alt', end: true }, { key: 'p', head: 'Andel', end: true }, { key: 'b', head: 'Bånd', end: true }]}
            lines={curve.table.map((line) => ({ key: String(line.months), cells: [
              `${line.months} md.`, <Cell key="r" count={line.atRisk} />, <Cell key="s" count={line.stopped} />, formatShare(line.share), `${formatShare(line.lower).replace(/\s?%/, '')}–${formatShare(line.upper)}`,
            ] }))}
          />
          <p className="small">Kaplan-Meier. Et stop tæller den dag, nogen siger det. Ukendte er med til sidste livstegn. Kurven tager et trin, når mindst {cellLimit} mere er stoppet.</p>
        </div>
      </div>
    </Sheet>
  )
}
