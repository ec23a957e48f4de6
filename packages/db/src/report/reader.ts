import type { Day } from '@medspil/domain/day'
import pg from 'pg'

/** A read-only transaction of the role that sees no person (promise 21). */
export interface ReportRead { query<Row extends object>(sql: string, values: readonly unknown[]): Promise<Row[]> }

/** The door of the reports. */
export interface ReportReader {
  /** Reads in one snapshot of one kommune, as the actor `report`. */
  read<T>(kommuneId: string, today: Day, work: (read: ReportRead) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens the reports' own small pool, so that a heavy count never holds up a family. @param url connection string of the reader's role */
export function openReportReader(url: string, max = 2): ReportReader {
  const pool = new pg.Pool({ connectionString: url, max })
  pool.on('error', () => {})
  return {
    close: () => pool.end(),
    read: async (kommuneId, today, work) => {
      const client = await pool.connect()
      try {
        await client.query('begin isolation level repeatable read read only')
        await client.query(`select set_config('medspil.kommune_id', $1, true), set_config('medspil.actor_kind', 'report', true), set_config('medspil.today', $2, true)`, [kommuneId, today])
        const result = await work({ query: async <Row extends object>(sql: string, values: readonly unknown[]) => (await client.query<Row>(sql, [...values])).rows })
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw error
      } finally {
        client.release()
      }
    },
  }
}
