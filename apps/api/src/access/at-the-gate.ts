import type { Tx } from '@medspil/db'
import type { Action } from '@medspil/domain/access'
import { allow } from '../shell.ts'
import { answerOnce } from '../trpc/once.ts'
import type { Context } from '../trpc/procedure.ts'

/**
 * Sessions and links are readable at the gate alone, so that no procedure can list another's. The few acts on them open its
 * transaction here, after the table has allowed the one who asks; the audit row still names that one.
 * @param work gets the transaction twice: as the gate, and as the one who asks, for `audit`
 * @param input a mutation's, so that the same id gets the same answer (promise 4); left out, nothing is kept
 */
export async function atTheGate<T>(ctx: Context, action: Action, procedure: string, work: (tx: Tx, asAsker: Tx) => Promise<T>, input?: object): Promise<T> {
  const { actor } = ctx
  const now = ctx.clock()
  return ctx.asActor({ kind: 'login', kommuneId: actor.kommuneId, id: null }, { now, procedure }, async (tx) => {
    await allow({ tx, actor, now }, action)
    const run = async () => ({ ok: true as const, data: await work(tx, { ...tx, actor }) })
    // The gate has no id of its own: the asker's stands in the name, so that another's key stays unknown.
    const answer = input ? await answerOnce(tx, `${procedure}/${actor.id}`, input, run) : await run()
    return answer.data
  })
}
