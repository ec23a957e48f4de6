import type { ProgramFigures } from '@medspil/contracts/report'
import { DataTable, Sheet } from '@medspil/ui'
import { Cell } from './cell.tsx'
import { outcomeNames } from './program-words.ts'

type Counts = readonly (number | null)[]

const end = { end: true }
const cellsOf = (counts: Counts) => counts.map((count, at) => <Cell key={at} count={count} />)

/** Every child once, by the area it lives in: how its holiday came out, how old it is, and whose pass it came on. */
export function ProgramChildrenSheets({ figures: { children } }: { figures: ProgramFigures }) {
  const { rows, outcomes, ages, ageTotals, total, ordninger } = children
  return (
    <>
      <Table title="Børn, efter hvordan det gik" heads={outcomes.map(({ outcome }) => outcomeNames[outcome])} rows={rows.map((row) => ({ area: row.area, counts: [...row.outcomes, row.total] }))} totals={[...outcomes.map(({ count }) => count), total]} />
      <Table title="Børn, efter alder" heads={ages} rows={rows.map((row) => ({ area: row.area, counts: [...row.ages, row.total] }))} totals={[...ageTotals, total]} />
      {ordninger.length > 0 && (
        <Sheet title="Børn, der kom med fritidspas" flush>
          <DataTable caption="Børn, der kom med fritidspas, efter ordning" columns={[{ key: 'ordning', head: 'Ordning' }, { key: 'count', head: 'Børn', ...end }]} lines={ordninger.map(({ name, count }) => ({ key: name, cells: [name, <Cell key="count" count={count} />] }))} />
        </Sheet>
      )}
    </>
  )
}

function Table({ title, heads, rows, totals }: { title: string; heads: readonly string[]; rows: readonly { area: string | null; counts: Counts }[]; totals: Counts }) {
  return (
    <Sheet title={title} remark="Efter området, barnet bor i" flush>
      <DataTable
        caption={title} columns={[{ key: 'area', head: 'Område' }, ...heads.map((head) => ({ key: head, head, ...end })), { key: 'all', head: 'I alt', ...end }]}
        lines={[...rows.map(({ area, counts }) => ({ key: area ?? 'none', cells: [area ?? 'Ukendt område', ...cellsOf(counts)] })), { key: 'sum', kind: 'sum' as const, cells: ['I alt', ...cellsOf(totals)] }]}
      />
    </Sheet>
  )
}
