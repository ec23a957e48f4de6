import { actorName } from '@medspil/domain/access'
import type { Tx } from '../as-actor.ts'

/**
 * Does the kommune's own bookkeeping that follows from a forening's word: its holder may say yes, but may not see the pass,
 * the pool or the course behind the child. Same transaction; the audit row is written with the outer one, by who acted.
 * @param work gets a transaction that reads as the worker does; what it returns must be fit for the forening to see
 */
export async function inKommunesName<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const become = (kind: string) => tx.db.$queryRaw`select set_config('medspil.actor_kind', ${kind}, true)`
  await become('job')
  try {
    const result = await work({ ...tx, actor: { kind: 'job', kommuneId: tx.kommuneId, id: null, name: actorName(tx.actor) } })
    await become(tx.actor.kind)
    return result
  } catch (error) {
    // Fails in a transaction that PostgreSQL has given up; the first error is the one to tell.
    await become(tx.actor.kind).catch(() => {})
    throw error
  }
}
