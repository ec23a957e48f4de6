import { audit, newId } from '@medspil/db'
import { lockFritidspas, saveFritidspas, type StoredPass } from '@medspil/db/fritidspas'
import { saveEntries } from '@medspil/db/ledger'
import { loadPoolById, lockPool, savePool } from '@medspil/db/pool'
import { entryForReturn, expire, partsTotal, returnUnused } from '@medspil/domain/fritidspas'
import { releaseInPool } from '@medspil/domain/pool'
import { zero } from '@medspil/ledger'
import { NotFound, Refused } from '../errors.ts'
import type { Shell } from '../shell.ts'

/**
 * Ends a pass: what is available goes back to the pool, in pass, pool and ledger alike; what is held keeps its own deadline.
 * @throws NotFound; Refused when the pass has ended already, or is to expire before its last day is over
 */
export async function endPass({ tx, now }: Pick<Shell, 'tx' | 'now'>, fritidspasId: string, as: 'expired' | 'revoked' | 'closed'): Promise<StoredPass> {
  const pass = await lockFritidspas(tx, fritidspasId)
  if (!pass) throw new NotFound()
  const ended = as === 'expired' ? expire(pass, now.day) : returnUnused(pass, as)
  if (!ended.ok) throw new Refused(ended.whyNot)
  const amount = partsTotal(ended.returned)
  await saveFritidspas(tx, ended.fritidspas)
  if (amount > zero) {
    await lockPool(tx, pass.poolId)
    const pool = await loadPoolById(tx, pass.poolId)
    const answer = pool && releaseInPool(pool, amount)
    if (!answer?.ok) throw new Refused(answer?.whyNot ?? { reason: 'pool-promised-too-little', poolId: pass.poolId, asked: amount, promised: zero })
    await savePool(tx, answer.pool)
    await saveEntries(tx, [{ entry: entryForReturn(newId(), pass, ended.returned), subjectId: pass.id }])
  }
  await audit(tx, `fritidspas.${as}`, { id: pass.id, childId: pass.childId }, { returned: String(amount) })
  return { ...pass, ...ended.fritidspas }
}
