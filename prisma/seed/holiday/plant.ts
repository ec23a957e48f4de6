import { type Now, setActorSql } from '@medspil/db'
import type { Pool } from 'pg'

/** A row by its columns in snake_case; sums in øre as whole numbers, days and moments as ISO text. */
export type PlantedRow = Record<string, unknown>

/** Writes rows that all have the columns of the first one. */
export type Plant = (table: string, rows: readonly PlantedRow[]) => Promise<void>

/** Most rows of one statement. */
const most = 2000

/**
 * Writes many rows at once, as the worker's own actor and in one transaction: what a whole town did in a summer would take
 * the verbs an hour. Constraints, policies and triggers hold as for everybody.
 */
export async function planting<T>(pool: Pool, kommuneId: string, now: Now, work: (plant: Plant) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(setActorSql, [kommuneId, 'job', '', now.day])
    const result = await work(async (table, rows) => {
      const columns = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`).join(', ')
      for (let from = 0; from < rows.length; from += most)
        await client.query(`insert into "${table}" (kommune_id, ${columns}) select $2, ${columns} from jsonb_populate_recordset(null::"${table}", $1)`, [JSON.stringify(rows.slice(from, from + most)), kommuneId])
    })
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
