import { Unavailable } from '../errors.ts'

/** Failures in a row after which a neighbour is left alone, and for how long. */
const patience = 5
const restMs = 10_000

/** Runs calls to one neighbour. */
export type Guarded = <T>(call: () => Promise<T>) => Promise<T>

/**
 * Leaves a neighbour alone for ten seconds after five failures in a row, so that nobody waits five seconds for each of a
 * hundred calls that cannot succeed. Only Unavailable counts: a plain no is an answer.
 * @param tick milliseconds that only rise
 */
export function circuitBreaker(what: string, tick: () => number = () => performance.now()): Guarded {
  let failures = 0
  let restUntil = 0
  return async (call) => {
    if (tick() < restUntil) throw new Unavailable(what)
    try {
      const answer = await call()
      failures = 0
      return answer
    } catch (error) {
      if (error instanceof Unavailable && ++failures >= patience) restUntil = tick() + restMs
      throw error
    }
  }
}
