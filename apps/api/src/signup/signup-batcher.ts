import type { Database } from '@medspil/db'
import { Conflict, Refused } from '../errors.ts'
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
      // One bad act must not fail its neighbours, nor make each of them a transaction: nothing was written, so the halves are tried.
      const half = Math.ceil(batch.length / 2)
      if (batch.length === 1) return batch[0]!.settle(await alone(batch[0]!.queued, error))
      await decide(batch.slice(0, half))
      await decide(batch.slice(half))
    }
  }

  const alone = async (queued: QueuedAct, failed: unknown): Promise<Outcome> => {
    let problem = failed
    for (let tries = 1; tries < triesAlone && isBusy(problem); tries += 1) {
      try {
        return (await runOne(pool, kommuneId, [queued]))[0]!
      } catch (error) {
        problem = error
      }
    }
    // An id that another sign-up has: only somebody who chose it so comes here.
    if (isTaken(problem)) return { ok: false, error: new Refused({ reason: 'same-id-other-content' }) }
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

const isTaken = (error: unknown): boolean => (error as { constraint?: string } | null)?.constraint === 'signup_pkey'

const batchers = new WeakMap<Database['pool'], Map<string, SignupBatcher>>()

/** The process's batcher for a kommune, on the pool that Prisma uses too. */
export function signupBatcher({ pool }: Pick<Database, 'pool'>, kommuneId: string): SignupBatcher {
  const ofPool = batchers.get(pool) ?? new Map<string, SignupBatcher>()
  batchers.set(pool, ofPool)
  const known = ofPool.get(kommuneId) ?? makeSignupBatcher(pool, kommuneId)
  ofPool.set(kommuneId, known)
  return known
}
