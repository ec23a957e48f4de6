import { createHash } from 'node:crypto'
import type { Store } from '../store.ts'
import { invalid, StripeRefusal } from './errors.ts'

/** What was answered first; answered again to the same key. */
export type StoredAnswer = { status: number; body: object }

type Kept = StoredAnswer & { fingerprint: string; atSecond: number }

/** Stripe's idempotency, API v1. */
export type Idempotency = {
  /**
   * Claims the key, or gives the answer stored under it. Throws 400 `idempotency_error` for other parameters under the
   * same key, 409 `idempotency_key_in_use` while the first request still runs, 400 for a key over 255 characters.
   */
  begin(key: string, request: string): StoredAnswer | undefined
  /** Stores the answer; 500s included. */
  finish(key: string, request: string, answer: StoredAnswer): void
  /** Lets go of a key whose request was refused before it was carried out; nothing is stored. */
  abandon(key: string): void
}

const keepSeconds = 24 * 60 * 60
const longestKey = 255

/** Keys are pruned 24 h after the first answer, by the simulated clock; the same key is then a new request. */
export function openIdempotency(store: Store, second: () => number): Idempotency {
  const kept = store.collection<Kept>('idempotency-key')
  const running = new Set<string>()
  const fingerprintOf = (request: string) => createHash('sha256').update(request).digest('hex')
  return {
    begin(key, request) {
      if (key.length > longestKey) throw invalid(`Idempotency keys are at most ${longestKey} characters`)
      const before = kept.get(key)
      if (before && second() - before.atSecond >= keepSeconds) kept.remove(key)
      else if (before) {
        if (before.fingerprint === fingerprintOf(request)) return { status: before.status, body: before.body }
        throw new StripeRefusal(400, `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`, { type: 'idempotency_error' })
      }
      if (running.has(key)) {
        throw new StripeRefusal(409, `There is currently another in-progress request using this Stripe Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}.`, { code: 'idempotency_key_in_use' })
      }
      running.add(key)
      return undefined
    },
    finish(key, request, { status, body }) {
      running.delete(key)
      kept.put(key, { status, body, fingerprint: fingerprintOf(request), atSecond: second() })
    },
    abandon: key => void running.delete(key),
  }
}
