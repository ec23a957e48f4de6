import type pg from 'pg'
import type { Now } from '../as-actor.ts'
import { begin, inOneTrip, type Statement } from '../one-trip.ts'

declare const made: unique symbol

/**
 * An open transaction of the actor `signup-batch` in one kommune. Only `inSignupBatch` makes one, and only the
 * functions of this room take one: what a batch can reach is what a sign-up writes.
 */
export interface BatchTx {
  readonly [made]: true
  readonly client: pg.PoolClient
  readonly kommuneId: string
  readonly now: Now
  /** Statements that go with the next trip, in order: a batch travels to PostgreSQL twice, not once per statement. */
  readonly pending: (Statement | string)[]
}

/**
 * Runs work in one transaction of the sign-up batch, on the pool that Prisma uses too. Not through Prisma, whose
 * interactive transaction costs a rush twenty times as much (speed.md 1). What the work left pending is sent with the
 * commit; this returns when PostgreSQL has answered the commit, and never before.
 */
export async function inSignupBatch<T>(pool: pg.Pool, kommuneId: string, now: Now, work: (tx: BatchTx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const pending: BatchTx['pending'] = begin(client, { kommuneId, kind: 'signup-batch', id: '', now })
  let isWhole = false
  try {
    const result = await work({ client, kommuneId, now, pending } as unknown as BatchTx)
    await inOneTrip(client, [...pending.splice(0), 'commit'])
    isWhole = true
    return result
  } finally {
    // After any failure the connection is thrown away: PostgreSQL rolls back, and nobody meets its half-made state.
    client.release(!isWhole)
  }
}

/** Sends what is pending and these statements in one round trip. @returns the answers to these statements */
export async function travel(tx: BatchTx, statements: readonly Statement[]): Promise<pg.QueryResult[]> {
  const first = tx.pending.splice(0)
  return (await inOneTrip(tx.client, [...first, ...statements])).slice(first.length)
}
