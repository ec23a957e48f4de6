import { finishOutboxJob, type JobName, type Jobs } from '@medspil/db'
import { type JobHandler, type WorkerParts } from './job.ts'
import { tasks } from './tasks.ts'

/** What `enqueue` hands over. */
export interface JobEnvelope { kommuneId: string; outboxId: string; payload: unknown }

/**
 * Runs one job as the worker of its kommune and notes in the outbox that it is done.
 * @throws whatever the handler throws; the queue then tries again later
 */
export async function runJob<N extends JobName>(parts: WorkerParts, name: N, { kommuneId, outboxId, payload }: JobEnvelope): Promise<void> {
  const handler: JobHandler<N> | undefined = tasks[name]
  if (!handler) throw new Error(`no handler for ${name}`)
  const inTx: Parameters<JobHandler<N>>[0]['inTx'] = (work) =>
    parts.asActor({ kind: 'job', kommuneId, id: null, name }, { now: parts.clock(), procedure: name }, work)
  await handler({ ...parts, kommuneId, id: outboxId, inTx }, payload as Jobs[N])
  await inTx((tx) => finishOutboxJob(tx, outboxId))
}
