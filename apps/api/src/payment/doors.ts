import type { Database, Tx } from '@medspil/db'
import type { Clock } from '../clock.ts'
import type { Checkouts } from '../gateways/index.ts'
import type { Job } from '../jobs/job.ts'
import type { Context } from '../trpc/procedure.ts'

/** What following a payment takes: Stripe, transactions as the worker, and the sign-up batch. */
export interface Doors {
  kommuneId: string
  checkouts: Checkouts
  clock: Clock
  pool: Database['pool']
  inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** A job's doors. */
export const doorsOf = ({ kommuneId, gateways, clock, pool, inTx }: Omit<Job, 'id'>): Doors => ({ kommuneId, checkouts: gateways.checkouts, clock, pool, inTx })

/** A procedure's doors: what Stripe says is written down as the kommune's own, whoever pressed the button. */
export const doorsFor = (ctx: Context, name: string): Doors => ({
  kommuneId: ctx.actor.kommuneId, checkouts: ctx.gateways.checkouts, clock: ctx.clock, pool: ctx.database.pool,
  inTx: (work) => ctx.asActor({ kind: 'job', kommuneId: ctx.actor.kommuneId, id: null, name }, { now: ctx.clock(), procedure: name }, work),
})
