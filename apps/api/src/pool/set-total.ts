import type { PoolView, SetTotalInput } from '@medspil/contracts/pool'
import { audit, newId } from '@medspil/db'
import { saveEntries } from '@medspil/db/ledger'
import { loadOrdning } from '@medspil/db/ordning'
import { addPool, loadPool, loadPoolById, lockPool, savePool } from '@medspil/db/pool'
import { dayOf } from '@medspil/domain/day'
import { given } from '@medspil/domain/ordning'
import { entryForCut, entryForFunding, resize } from '@medspil/domain/pool'
import { type Ore, subtract, zero } from '@medspil/ledger'
import { publishedOn } from '../ordning/index.ts'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { poolView } from './read-pools.ts'

/**
 * Sets an ordning's money for a year, up or down; the difference is posted in the ledger.
 * @throws Refused when the pool would fall below what is promised and spent, or the ordning gives no money
 */
export async function setTotal(shell: Shell, input: SetTotalInput): Promise<PoolView> {
  await allow(shell, 'pool.set-total')
  const { tx } = shell
  const ordning = await loadOrdning(tx, { id: input.ordningId })
  if (!ordning) throw new NotFound()
  const today = publishedOn(ordning, shell)
  if (!today.ok) throw new Refused(today.whyNot)
  const { pass } = today.version.rules
  if (pass.kind === 'notOffered') throw new Refused({ reason: 'pass-not-offered' })
  const [fromDay, toDay] = [dayOf(input.year, 1, 1), dayOf(input.year, 12, 31)]
  await addPool(tx, { id: input.requestId, ordningId: ordning.id, fromDay, toDay, whenEmpty: given(pass.poolEmpty) ?? 'stop' })
  const id = (await loadPool(tx, ordning.id, fromDay))?.id
  if (!id) throw new NotFound()
  await lockPool(tx, id)
  const pool = await loadPoolById(tx, id)
  if (!pool) throw new NotFound()
  const answer = resize(pool, input.total as Ore)
  if (!answer.ok) throw new Refused(answer.whyNot)
  const more = subtract(answer.pool.total, pool.total)
  await savePool(tx, answer.pool)
  if (more !== zero) await saveEntries(tx, [{ entry: more > zero ? entryForFunding(newId(), id, more) : entryForCut(newId(), id, subtract(zero, more)), subjectId: id }])
  await audit(tx, 'pool.set', { id }, { total: String(answer.pool.total), before: String(pool.total) })
  return poolView({ ...pool, ...answer.pool }, ordning)
}
