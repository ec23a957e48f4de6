import pg from 'pg'
import { type Now, setActorSql } from './as-actor.ts'

/** The actor's kind and id as the settings take them. */
export interface TripActor { kommuneId: string; kind: string; id: string; now: Now }

/** A statement with a name, so that a connection keeps its plan. */
export interface Statement { name: string; text: string; values: unknown[] }

// Our statements go row by row from ids through indexes, whatever the tables hold. Planning them anew each time costs more than
// running them, and a plan that expects a small table would be a scan of all of it.
const planning = `, set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)`

/** The settings of a transaction that goes in few trips. */
const actorStatement = ({ kommuneId, kind, id, now }: TripActor): Statement => ({ name: 'set-actor', text: setActorSql + planning, values: [kommuneId, kind, id, now.day] })

// To a planner that finds a table empty, as before an opening minute, all indexes that begin with the kommune cost the same, and
// the one it takes may read the whole kommune for each row once the table is full. A new plan sees how large the table is now,
// also before anybody counted it. It costs a whole batch some tens of milliseconds, so it is not made more often than this.
const plansLastMs = 10_000
const plannedAt = new WeakMap<pg.PoolClient, number>()

/** How a transaction that goes in few trips begins: as its actor, and with plans of this connection that are at most ten seconds old. */
export function begin(client: pg.PoolClient, actor: TripActor): (Statement | string)[] {
  const at = actor.now.at.getTime()
  const first = ['begin', actorStatement(actor)]
  if (at - (plannedAt.get(client) ?? 0) < plansLastMs) return first
  plannedAt.set(client, at)
  return ['discard plans', ...first]
}

/**
 * Writes several statements to a pipelined connection at once and waits for all their answers: one round trip, one write.
 * @throws the first failure; the transaction is given up then, and what stood behind the failure was not done
 */
export async function inOneTrip(client: pg.PoolClient, statements: readonly (Statement | string)[]): Promise<pg.QueryResult[]> {
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection
  stream.cork()
  const answers = statements.map((statement) => client.query(statement as string))
  stream.uncork()
  const settled = await Promise.allSettled(answers)
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return settled.map((one) => (one as PromiseFulfilledResult<pg.QueryResult>).value)
}

/**
 * Reads as an actor in a transaction of its own, in one round trip.
 * @returns the rows of each statement
 */
export async function readInOneTrip(pool: pg.Pool, actor: TripActor, statements: readonly Statement[]): Promise<unknown[][]> {
  const client = await pool.connect()
  let broken = true
  try {
    const first = begin(client, actor)
    const results = await inOneTrip(client, [...first, ...statements, 'commit'])
    broken = false
    return results.slice(first.length, -1).map(({ rows }) => rows as unknown[])
  } finally {
    // After a failure the connection may stand in a given-up transaction: it is thrown away.
    client.release(broken)
  }
}
