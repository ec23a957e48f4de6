import { type AsActor, type Database, hasEffect, type JobName, type Jobs, saveEffect, type Tx } from '@medspil/db'
import type { Clock } from '../clock.ts'
import type { Environment } from '../env.ts'
import type { Gateways } from '../gateways/index.ts'

/** What the worker is made of; tests bring their own. */
export interface WorkerParts {
  asActor: AsActor
  /** For the sign-up batch alone, which brings transactions of its own. */
  pool: Database['pool']
  env: Environment
  clock: Clock
  gateways: Gateways
}

/** One run of a job. It may run more than once, so outside effects go through `once`. */
export interface Job extends WorkerParts {
  kommuneId: string
  /** Id of the outbox row: the same on every run of this job. */
  id: string
  /** A transaction as the worker in this kommune. Never call a gateway inside. */
  inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** Does the work of one kind of job. Throws to be run again later. */
export type JobHandler<N extends JobName> = (job: Job, payload: Jobs[N]) => Promise<void>
export type Handlers = { [N in JobName]: JobHandler<N> }

/**
 * Does something outside once, although the job may run twice: looks, acts, then notes it in one transaction with `after`.
 * A worker killed between acting and noting acts again, so `act` must carry an id that the neighbour knows again.
 * @param key unique in the kommune for ever, such as `sms/<job id>`
 */
export async function once(job: Job, key: string, act: () => Promise<void>, after: (tx: Tx) => Promise<void> = async () => {}): Promise<void> {
  if (await job.inTx((tx) => hasEffect(tx, key))) return
  await act()
  await job.inTx(async (tx) => { if (await saveEffect(tx, key)) await after(tx) })
}
