import type { FiguresView } from '@medspil/contracts/report'
import { ExampleTag, Money, PurseBar, Sheet } from '@medspil/ui'

/** A pool of the year: spent, promised and free. */
export function PoolSheet({ pool, year }: { pool: FiguresView['pools'][number]; year: number }) {
  return (
    <Sheet title={`Puljen ${year}, ${pool.ordningName}`} remark={<><Money ore={pool.total} /> {pool.isEksempel && <ExampleTag>eksempel</ExampleTag>}</>}>
      <PurseBar
        name="Fri" left={<Money ore={pool.free} />}
        parts={[
          { kind: 'spent', share: Number(pool.spent), text: <><Money ore={pool.spent} /> brugt</> }, { kind: 'held', share: Number(pool.promised), text: <><Money ore={pool.promised} /> lovet</> },
          { kind: 'free', share: Number(pool.free), text: <><Money ore={pool.free} /> fri</> },
        ]}
      />
    </Sheet>
  )
}
