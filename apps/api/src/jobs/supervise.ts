import { setTimeout as wait } from 'node:timers/promises'
import type { Database, JobName } from '@medspil/db'
import { Logger, run, type Runner } from 'graphile-worker'
import { log } from '../log.ts'
import { beat, heartbeatMs, sweepSilent } from './heartbeat.ts'
import type { WorkerParts } from './job.ts'
import { type JobEnvelope, runJob } from './run-job.ts'
import { tasks } from './tasks.ts'
import { runTicks } from './ticks.ts'

const tickMs = 15_000
const restartMs = 1000

/** A worker that runs until it is stopped. */
export interface Worker { stop(): Promise<void> }

/**
 * Runs jobs and ticks, says every five seconds that it lives, frees the jobs of workers that went silent, and starts its
 * pool anew when all workers in it have died (graphile/worker #592).
 */
export function startWorker(parts: WorkerParts, database: Database, { concurrency = 4 }: { concurrency?: number } = {}): Worker {
  const stopped = new AbortController()
  const alive = new Set<string>()
  let runner: Runner | null = null

  const pool = async () => {
    alive.clear()
    runner = await run({
      pgPool: database.pool, concurrency, noHandleSignals: true, pollInterval: 1000,
      logger: new Logger(() => (level, message) => { if (level === 'error') log('error', 'queue', { message }) }),
      taskList: Object.fromEntries(Object.keys(tasks).map((name) => [name, (payload: unknown) => runJob(parts, name as JobName, payload as JobEnvelope)])),
    })
    const { events } = runner
    events.on('worker:create', ({ worker }) => alive.add(worker.workerId))
    events.on('worker:stop', ({ worker }) => alive.delete(worker.workerId))
    events.on('worker:fatalError', ({ worker, error }) => { alive.delete(worker.workerId); log('error', 'worker-died', { error }) })
    events.on('job:error', ({ job, error }) => log('warn', 'job-failed-once', { job: job.task_identifier, id: job.key, attempt: job.attempts, error }))
    events.on('job:failed', ({ job }) => log('alarm', 'job-dead', { job: job.task_identifier, id: job.key, attempts: job.attempts }))
    return runner
  }

  const supervise = async () => {
    while (!stopped.signal.aborted) {
      try {
        const running = await pool()
        await running.promise
      } catch (error) {
        log('error', 'worker-pool-died', { error })
      }
      await wait(restartMs, undefined, { signal: stopped.signal }).catch(() => {})
    }
  }

  return { stop: async () => { stopped.abort(); await runner?.stop(); await Promise.all(loops) } }
}
