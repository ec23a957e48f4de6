import { randomBytes } from 'node:crypto'
import { audit, newId } from '@medspil/db'
import { commitDraw, loadDrawPrograms, saveProgramState } from '@medspil/db/holiday-program'
import { commitmentOf, drawRule } from '@medspil/domain/holiday-program'
import { instant } from '@medspil/domain/signup'
import type { Job } from '../jobs/job.ts'

/**
 * What the clock does to programmes with a draw: a seed is committed to before the first wish, wishes open at their minute,
 * and what is left after the paying opens at its own.
 */
export async function followDraws(job: Omit<Job, 'id'>): Promise<void> {
  await job.inTx(async (tx) => {
    const at = instant(tx.now.at.toISOString())
    for (const { id, state, wishesOpenAt, opensAt, hasDraw } of await loadDrawPrograms(tx)) {
      if (!hasDraw && state === 'published') {
        const secrets = { seed: randomBytes(32).toString('hex'), ticketKey: randomBytes(32).toString('hex') }
        const commitment = commitmentOf(secrets.seed)
        await commitDraw(tx, { id: newId(), programId: id, rule: drawRule, commitment }, secrets)
        await audit(tx, 'draw.committed', { id }, { commitment })
      }
      const next = state === 'published' && wishesOpenAt !== null && wishesOpenAt <= at ? 'wishing' : state === 'paying' && opensAt <= at ? 'leftovers' : null
      if (next) {
        await saveProgramState(tx, id, next)
        await audit(tx, 'program.moved', { id }, { from: state, to: next })
      }
    }
  })
}
