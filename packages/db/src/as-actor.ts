import { PrismaPg } from '@prisma/adapter-pg'
import type { Actor } from '@medspil/domain/access'
import type { Day } from '@medspil/domain/day'
import pg from 'pg'
import { type Prisma, PrismaClient } from './prisma-client/client.ts'
import type { Keyring } from './keyring.ts'
import { openReportReader, type ReportReader } from './report/reader.ts'

/** The moment a verb happens: read once per call from the injected clock, never from SQL. */
export interface Now {
  at: Date
  /** The calendar day in Europe/Copenhagen. */
  day: Day
  /** The local hour, 0–23, for quiet hours. */
  hour: number
}

declare const made: unique symbol

/** An open transaction that belongs to one actor of one kommune. Only `asActor` makes one. */
export interface Tx {
  readonly [made]: true
  readonly db: Prisma.TransactionClient
  readonly actor: Actor
  readonly kommuneId: string
  readonly now: Now
  /** The procedure or job, as it stands in the read log. */
  readonly procedure: string
  readonly keys: Keyring
}

/** Runs work as an actor; see `openDatabase`. */
export type AsActor = <T>(actor: Actor, call: { now: Now; procedure: string }, work: (tx: Tx) => Promise<T>) => Promise<T>

/** The door to PostgreSQL: one pool, shared by Prisma and the sign-up batches. */
export interface Database {
  pool: pg.Pool
  prisma: PrismaClient
  asActor: AsActor
  /** The reports' own door, as the role that sees no person. */
  reports: ReportReader
  close(): Promise<void>
}

/** The settings that the policies read; tied to the transaction, so that a pooled connection keeps nothing. */
export const setActorSql = `select set_config('medspil.kommune_id', $1, true), set_config('medspil.actor_kind', $2, true),
  set_config('medspil.actor_id', $3, true), set_config('medspil.today', $4, true), set_config('lock_timeout', '2s', true)`

/**
 * Opens the database as one of the login roles.
 * @param url connection string; @param keys seals and opens personal fields; @param max connections in the pool
 * @param readerUrl connection string of the reports' role; left out where no report is read
 */
export function openDatabase(url: string, keys: Keyring, max = 10, readerUrl = url): Database {
  // Pipelined: the sign-up batch and the gate send several statements in one round trip.
  const pool = new pg.Pool({ connectionString: url, max, pipeline: true } as pg.PoolConfig)
  // A backend that is killed while idle must not take the process with it; the next query gets a new connection.
  pool.on('error', () => {})
  // One killed while at work ends its query, and says so a second time to whoever listens; unheard, that ends the process.
  pool.on('connect', (client) => { client.on('error', () => {}) })
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const asActor: AsActor = (actor, call, work) =>
    prisma.$transaction(async (db) => {
      await db.$queryRaw`select set_config('medspil.kommune_id', ${actor.kommuneId}, true), set_config('medspil.actor_kind', ${actor.kind}, true),
        set_config('medspil.actor_id', ${actor.kind === 'link' ? actor.personId : actor.id ?? ''}, true), set_config('medspil.today', ${call.now.day}, true),
        set_config('lock_timeout', '2s', true)`
      const tx = { db, actor, kommuneId: actor.kommuneId, now: call.now, procedure: call.procedure, keys } as unknown as Tx
      return work(tx)
    }, { maxWait: 10_000, timeout: 20_000 })
  const reports = openReportReader(readerUrl)
  return { pool, prisma, asActor, reports, close: async () => { await prisma.$disconnect(); await pool.end(); await reports.close() } }
}
