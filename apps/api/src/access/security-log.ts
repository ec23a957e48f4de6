import { newId } from '@medspil/db'
import { log } from '../log.ts'
import type { Context } from '../trpc/procedure.ts'

/** Notes a denied attempt, in a transaction of its own after the rollback. */
export async function noteDenied(ctx: Context, procedure: string, what: string): Promise<void> {
  // A visitor to no kommune has no log to stand in.
  if (!ctx.actor.kommuneId) return log('warn', 'denied', { procedure, what })
  const now = ctx.clock()
  await ctx.asActor(ctx.actor, { now, procedure }, (tx) => tx.db.securityEvent.createMany({ data: [{
    kommuneId: tx.kommuneId, id: newId(), at: now.at, event: 'denied', actorKind: ctx.actor.kind, actorId: ctx.actor.id, facts: { procedure, what },
  }] }))
}
