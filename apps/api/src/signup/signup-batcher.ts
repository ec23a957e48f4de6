import type { Database } from '@medspil/db'
import { Conflict } from '../errors.ts'
import type { Outcome, QueuedAct, SignupAct, SignupResults } from './acts.ts'
import { runBatch } from './run-batch.ts'

/**
 * Most acts in one transaction, and most transactions at a time: while PostgreSQL works on one, this process decides and
 * answers the other. A second one is only begun for so many acts: fewer are cheaper together with what comes next.
 */
const batchSize = 128
const inFlightMost = 2
const worthASecond = 64

/** Tries of one act alone when PostgreSQL says that somebody else was first. */
const triesAlone = 4
const busy = new Set(['40001', '40P01', '55P03'])

interface Waiting { queued: QueuedAct; settle: (outcome: Outcome) => void }

/** The one path that gives and takes places in a kommune: queue, one transaction for all that queued meanwhile, answer. */
export interface SignupBatcher {
  /**
   * Queues an act and answers after its commit.
   * @throws Refused with the rule's reason; Conflict when the offer stayed locked by others
   */
  run<A extends SignupAct>(queued: QueuedAct<A>): Promise<SignupResults[A['kind']]>
}

/** Runs a batch; tests bring one of their own. */
export type BatchRun = (pool: Database['pool'], kommuneId: string, acts: readonly QueuedAct[]) => Promise<Outcome[]>

/** Makes a batcher for one kommune. A lone act is a batch of one and waits for nobody. */
export function makeSignupBatcher(pool: Database['pool'], kommuneId: string, runOne: BatchRun = runBatch): SignupBatcher {
  const queue: Waiting[] = []
  let inFlight = 0

  const flush = () => {
    while (inFlight < inFlightMost && queue.length >= (inFlight === 0 ? 1 : worthASecond)) {
      inFlight += 1
      void decide(queue.splice(0, batchSize)).finally(() => {
        inFlight -= 1
        flush()
      })
    }
  }

  const decide = async (batch: Waiting[]) => {
    try {
      const outcomes = await runOne(pool, kommuneId, batch.map(({ queued }) => queued))
      batch.forEach(({ settle }, at) => settle(outcomes[at]!))
    } catch (error) {
      // One bad act must not fail its neighbours: nothing was written, so each is tried again by itself.
      for (const one of batch) one.settle(await alone(one.queued, batch.length === 1 ? error : null))
    }
  }

  const alone = async (queued: QueuedAct, failed: unknown): Promise<Outcome> => {
    let problem = failed
    for (let tries = failed ? 1 : 0; tries < triesAlone && (problem === null || isBusy(problem)); tries += 1) {
      try {
        return (await runOne(pool, kommuneId, [queued]))[0]!
      } catch (error) {
        problem = error
      }
    }
    return { ok: false, error: isBusy(problem) ? new Conflict('busy') : problem instanceof Error ? problem : new Error(String(problem)) }
  }

  return {
    run: (queued) => new Promise((resolve, reject) => {
      queue.push({ queued, settle: (outcome) => (outcome.ok ? resolve(outcome.result as never) : reject(outcome.error)) })
      flush()
    }),
  }
}

const isBusy = (error: unknown): boolean => busy.has((error as { code?: string } | null)?.code ?? '')

const batchers = new WeakMap<Database['pool'], Map<string, SignupBatcher>>()

/** The process's batcher for a kommune, on the pool that Prisma uses too. */
export function signupBatcher({ pool }: Pick<Database, 'pool'>, kommuneId: string): SignupBatcher {
  const ofPool = batchers.get(pool) ?? new Map<string, SignupBatcher>()
  batchers.set(pool, ofPool)
  const known = ofPool.get(kommuneId) ?? makeSignupBatcher(pool, kommuneId)
  ofPool.set(kommuneId, known)
  return known
}
