import type { Tx } from '@medspil/db'
import type { Action } from '@medspil/domain/access'
import { allow } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'

/**
 * Sessions and links are readable at the gate alone, so that no procedure can list another's. The few acts on them open its
 * transaction here, after the table has allowed the one who asks; the audit row still names that one.
 * @param work gets the transaction twice: as the gate, and as the one who asks, for `audit`
 */
export async function atTheGate<T>(ctx: Context, action: Action, procedure: string, work: (tx: Tx, asAsker: Tx) => Promise<T>): Promise<T> {
  const { actor } = ctx
  const now = ctx.clock()
  return ctx.asActor({ kind: 'login', kommuneId: actor.kommuneId, id: null }, { now, procedure }, async (tx) => {
    await allow({ tx, actor, now }, action)
    return work(tx, { ...tx, actor })
  })
}
