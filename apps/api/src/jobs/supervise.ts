import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database, JobName } from '@medspil/db'
import { Logger, run, type Runner, type WorkerEvents } from 'graphile-worker'
import { log } from '../log.ts'
import { beat, heartbeatMs, sweepSilent } from './heartbeat.ts'
import type { WorkerParts } from './job.ts'
import { type JobEnvelope, runJob } from './run-job.ts'
import { tasks } from './tasks.ts'
import { runTicksAlone } from './ticks.ts'

const tickMs = 15_000
const restartMs = 1000

/** A worker that runs until it is stopped. */
export interface Worker { stop(): Promise<void> }

/**
 * Runs jobs and ticks, says every five seconds that it lives, frees the jobs of workers that went silent, and starts its
 * pool anew when one of them has died (graphile/worker #592).
 */
export function startWorker(parts: WorkerParts, database: Database, { concurrency = 4 }: { concurrency?: number } = {}): Worker {
  const stopping = new AbortController()
  const alive = new Set<string>()
  let runner: Runner | null = null
  // A backend that is killed must not take the worker with it; the pool makes another connection.
  database.pool.on('connect', (client) => client.on('error', (error) => log('warn', 'connection-lost', { error })))
  const pause = (ms: number) => wait(ms, undefined, { signal: stopping.signal }).catch(() => {})

  const startPool = async () => {
    alive.clear()
    return run({
      pgPool: database.pool, concurrency, noHandleSignals: true, pollInterval: 1000, events: watched(alive),
      logger: new Logger(() => (level, message) => { if (level === 'error') log('error', 'queue', { message }) }),
      taskList: Object.fromEntries(Object.keys(tasks).map((name) => [name, (payload: unknown) => runJob(parts, name as JobName, payload as JobEnvelope)])),
    })
  }
  const supervise = async () => {
    while (!stopping.signal.aborted) {
      try {
        runner = await startPool()
        await runner.promise
      } catch (error) {
        log('error', 'worker-pool-died', { error })
      }
      await pause(restartMs)
    }
  }
  const every = async (ms: number, what: string, act: () => Promise<unknown>) => {
    while (!stopping.signal.aborted) {
      await act().catch((error: unknown) => log('error', `${what}-failed`, { error }))
      await pause(ms)
    }
  }
  const live = async () => {
    await beat(database.pool, [...alive])
    const dead = await sweepSilent(database.pool)
    if (dead.length > 0) log('alarm', 'silent-workers-swept', { workers: dead })
  }
  const loops = [supervise(), every(heartbeatMs, 'heartbeat', live), every(tickMs, 'ticks', () => runTicksAlone(parts, database))]
  return {
    stop: async () => {
      stopping.abort()
      await runner?.stop().catch(() => {})
      await Promise.all(loops)
    },
  }
}

/** Keeps `alive` to the ids of the pool's workers, and tells of jobs that failed. */
function watched(alive: Set<string>): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => alive.add(worker.workerId))
  events.on('worker:stop', ({ worker }) => alive.delete(worker.workerId))
  events.on('worker:fatalError', ({ worker, error }) => {
    alive.delete(worker.workerId)
    log('error', 'worker-died', { error })
  })
  events.on('job:error', ({ job, error }) => log('warn', 'job-failed', { job: job.task_identifier, id: job.key ?? job.id, attempt: job.attempts, error }))
  // After its last try a job stays in the queue's table with attempts = max_attempts: the list of dead letters.
  events.on('job:failed', ({ job }) => log('alarm', 'job-dead', { job: job.task_identifier, id: job.key ?? job.id, attempts: job.attempts }))
  return events
}
