import type pg from 'pg'
import { setActorSql, type Now } from '../as-actor.ts'

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
}

/**
 * Runs work in one transaction of the sign-up batch, on the pool that Prisma uses too. Not through Prisma, whose
 * interactive transaction costs a rush twenty times as much (speed.md 1).
 */
export async function inSignupBatch<T>(pool: pg.Pool, kommuneId: string, now: Now, work: (tx: BatchTx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await client.query(setActorSql, [kommuneId, 'signup-batch', '', now.day])
    const result = await work({ client, kommuneId, now } as unknown as BatchTx)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failed: Error) => { broken = failed })
    throw error
  } finally {
    // A connection that could not even roll back is thrown away with whatever state it is in.
    client.release(broken)
  }
}
