import { useTRPC } from '@medspil/client'
import type { PoolView } from '@medspil/contracts/pool'
import { ActRow, Button, DeskHead, Dialog, EmptyState, ExampleTag, Money, PurseBar, Sheet } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { todayHere } from '../frame/today.ts'
import './pool.css'
import { SetTotal } from './set-total.tsx'

export const Route = createLazyRoute('/$kommune/pulje')({ component: PoolPage })

/** What the kommune has free, promised and spent, per ordning and year, and what happens when it is empty. */
function PoolPage() {
  const { role } = useActor()
  const overview = useQuery(useTRPC().pool.overview.queryOptions())
  const [setting, setSetting] = useState<'closed' | 'new' | PoolView>('closed')
  const maySet = role === 'administrator'
  return (
    <>
      <PageTitle title="Pulje" />
      <Loaded query={overview}>
        {(pools) => {
          const thisYear = Number(todayHere().slice(0, 4))
          const shown = pools.some(({ year }) => year === thisYear) ? thisYear : pools[0]?.year
          return (
            <div className="stack sheets">
              <DeskHead
                title={pools.length === 0 ? 'Puljer' : <><Money ore={pools.reduce((sum, { free, year }) => (year === shown ? sum + free : sum), 0n)} /> er fri i {shown}</>}
                aside={maySet && <Button kind="secondary" onClick={() => setSetting('new')}>Opret en pulje</Button>}
              >
                Lovet er penge på pas, der ikke er brugt endnu.
              </DeskHead>
              {pools.length === 0 && <EmptyState pictogram="pulje" title="Ingen puljer endnu"><p>En administrator opretter puljen for et år.</p></EmptyState>}
              {[...new Set(pools.map(({ year }) => year))].sort((a, b) => Number(b === shown) - Number(a === shown)).map((year) => (
                <Sheet key={year} title={`Puljer ${year}`} remark={<>I alt <Money ore={totalOf(pools, year)} /></>}>
                  {pools.filter((pool) => pool.year === year).map((pool) => (
                    <Pool key={pool.poolId} pool={pool} onSet={maySet ? () => setSetting(pool) : null} />
                  ))}
                </Sheet>
              ))}
              <Dialog
                open={setting !== 'closed'} closeLabel="Luk" onClose={() => setSetting('closed')}
                title={typeof setting === 'object' ? `${setting.ordningName} ${setting.year}` : 'Opret en pulje'}
              >
                {setting !== 'closed' && <SetTotal pool={setting === 'new' ? null : setting} onDone={() => setSetting('closed')} />}
              </Dialog>
            </div>
          )
        }}
      </Loaded>
    </>
  )
}

const totalOf = (pools: readonly PoolView[], year: number) =>
  pools.filter((pool) => pool.year === year).reduce((sum, { total }) => sum + total, 0n)

function Pool({ pool, onSet }: { pool: PoolView; onSet: (() => void) | null }) {
  const { total, free, promised, spent } = pool
  return (
    <div className="stack pool">
      <PurseBar
        name={<>{pool.ordningName} {pool.isEksempel && <ExampleTag>eksempel</ExampleTag>}</>} left={<><Money ore={free} /> fri</>}
        of={<>ud af <Money ore={total} /></>}
        parts={[
          { kind: 'spent', share: Number(spent), text: <><Money ore={spent} /> brugt</> },
          { kind: 'held', share: Number(promised), text: <><Money ore={promised} /> lovet</> },
          { kind: 'free', share: Number(free), text: <><Money ore={free} /> fri</> },
        ]}
      />
      <p className="small">
        {pool.whenEmpty === 'queue'
          ? 'Er puljen tom, venter nye ansøgninger på penge. De kommer frem i den rækkefølge, de kom ind.'
          : 'Er puljen tom, gives der ikke flere pas i perioden. Vejledning kan altid gives.'}
      </p>
      {onSet && <ActRow pictogram="pen" aria-label={`Ret beløbet: ${pool.ordningName} ${pool.year}`} onClick={onSet}>Ret beløbet</ActRow>}
    </div>
  )
}
