import { queueJobs as addToQueue } from '@medspil/db'
import type { JobHandler } from './job.ts'

/** Brings what a sign-up batch left in the outbox into the queue. Run twice, what is done already is left alone. */
export const queueJobs: JobHandler<'queue-jobs'> = (job, { jobs }) => job.inTx((tx) => addToQueue(tx, jobs))
