import { findExpired, startPasses } from '@medspil/db/fritidspas'
import type { Job } from '../jobs/job.ts'
import { endPass } from './end-pass.ts'

/**
 * Begins passes whose first day has come and ends those past their last, each in a transaction of its own, so that one that
 * fails does not keep the others. Twice is once: an ended pass is not found again.
 */
export async function expirePasses({ inTx }: Pick<Job, 'inTx'>): Promise<void> {
  const ids = await inTx(async (tx) => {
    await startPasses(tx, tx.now.day)
    return findExpired(tx, tx.now.day)
  })
  for (const id of ids) await inTx((tx) => endPass({ tx, now: tx.now }, id, 'expired'))
}
