import type { FiguresView } from '@medspil/contracts/report'
import { DataTable, Sheet } from '@medspil/ui'
import { Cell } from './cell.tsx'

/** Who begins: by area and age, with what would tell of single children hidden. */
export function ReachSheet({ view: { reach, cellLimit } }: { view: FiguresView }) {
  const end = { end: true }
  return (
    <Sheet title="Børn, der er begyndt" remark={`Tal under ${cellLimit} er skjult, og nogle flere, så de ikke kan regnes ud.`} flush>
      <DataTable
        caption="Børn, der er begyndt, efter område og alder"
        columns={[{ key: 'area', head: 'Område' }, ...reach.ages.map((age) => ({ key: age, head: age, ...end })), { key: 'all', head: 'I alt', ...end }]}
        lines={[
          ...reach.rows.map(({ area, cells, total }, at) => ({ key: String(at), cells: [area ?? 'Ukendt område', ...[...cells, total].map((count, c) => <Cell key={c} count={count} />)] })),
          { key: 'sum', kind: 'sum' as const, cells: ['I alt', ...[...reach.totals, reach.total].map((count, c) => <Cell key={c} count={count} />)] },
        ]}
      />
    </Sheet>
  )
}
