import type { PoolView } from '@medspil/contracts/pool'
import { loadOrdninger } from '@medspil/db/ordning'
import { loadPools, type StoredPool } from '@medspil/db/pool'
import { allow, type Shell } from '../shell.ts'

/** Every pool: what is free, promised and spent, newest year first. */
export async function readPools(shell: Shell): Promise<PoolView[]> {
  await allow(shell, 'pool.read')
  const ordninger = await loadOrdninger(shell.tx)
  const pools = await loadPools(shell.tx)
  return ordninger.flatMap((ordning) => pools.filter(({ ordningId }) => ordningId === ordning.id).map((pool) => poolView(pool, ordning)))
    .sort((a, b) => b.year - a.year)
}

/** A pool with the name of what it pays for. */
export function poolView({ id, year, fromDay, toDay, total, free, promised, spent, whenEmpty, isEksempel }: StoredPool, ordning: { id: string; key: string; name: string }): PoolView {
  return { poolId: id, ordningId: ordning.id, ordningKey: ordning.key, ordningName: ordning.name, year, fromDay, toDay, total, free, promised, spent, whenEmpty, isEksempel }
}
