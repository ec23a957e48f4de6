import type { Tx } from '@medspil/db'
import { lockFritidspas, saveFritidspas } from '@medspil/db/fritidspas'
import { loadPoolById, lockPool, savePool } from '@medspil/db/pool'
import { partsTotal, type PursePart, restore } from '@medspil/domain/fritidspas'
import { takeBackInPool } from '@medspil/domain/pool'
import type { ClaimSource } from '@medspil/domain/subsidy'
import { NotFound } from '../errors.ts'

/**
 * Money of a claim is back: it is on the child's pass again while that runs and the ordning lets it be, else in the pool.
 * Never cash to the family.
 * @returns whether it went to the pool, for the entry
 */
export async function giveBack(tx: Tx, source: ClaimSource, parts: readonly PursePart[], toPurse: boolean): Promise<boolean> {
  if (source.kind !== 'fritidspas') return false
  await lockPool(tx, source.poolId)
  const [pool, pass] = [await loadPoolById(tx, source.poolId), await lockFritidspas(tx, source.fritidspasId)]
  if (!pool || !pass) throw new NotFound()
  const back = restore(pass, source.pays, parts, { toPurse, today: tx.now.day })
  await saveFritidspas(tx, back.fritidspas)
  await savePool(tx, takeBackInPool(pool, partsTotal(parts), back.toPool ? 'free' : 'promised'))
  return back.toPool
}
