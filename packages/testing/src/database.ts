import { openDatabase, openKeyring, type Database, type Keyring, type Now } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { day } from '@medspil/domain/day'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, inject } from 'vitest'
import { testPassword } from './global-setup.ts'

/** A scratch copy of the template, with a door for each role. */
export interface TestDatabase {
  /** The API's door: role medspil_app, policies on. */
  database: Database
  keys: Keyring
  /** The database owner's or administrator's door, for planting facts and removing guards in red twins. */
  admin: pg.Pool
  /** Connection string as a role. */
  urlOf(role: 'app' | 'worker' | 'reader' | 'owner' | 'admin'): string
  /** Closes every door, so that copies can be made of it. @returns the name to copy from; `drop` it afterwards as usual */
  freeze(): Promise<string>
  drop(): Promise<void>
}

/** Keys that open nothing but test data. */
export const testKeys = openKeyring([`1:${Buffer.alloc(32, 7).toString('base64')}`])

/**
 * Makes a copy of the template. Prefer `withDatabase`, which also drops it.
 * @param pool connections of the API's door; @param template a frozen database to copy instead, with all that was planted in it
 */
export async function createTestDatabase(pool = 8, template = inject('templateDatabase')): Promise<TestDatabase> {
  const adminUrl = inject('adminUrl')
  const name = `medspil_test_${uuidv7().replaceAll('-', '')}`
  const server = new pg.Client({ connectionString: adminUrl })
  await server.connect()
  await server.query(`create database ${name} template ${template} strategy file_copy`)
  await server.end()
  const urlOf = (role: string) => {
    const url = new URL(adminUrl)
    if (role !== 'admin') Object.assign(url, { username: `medspil_${role}`, password: testPassword })
    url.pathname = `/${name}`
    return url.toString()
  }
  const database = openDatabase(urlOf('app'), testKeys, pool, urlOf('reader'))
  const admin = new pg.Pool({ connectionString: urlOf('admin'), max: 3 })
  admin.on('error', () => {})
  let open = true
  const close = async () => {
    if (!open) return
    open = false
    await database.close()
    await admin.end()
  }
  return {
    database, keys: testKeys, admin, urlOf,
    freeze: async () => { await close(); return name },
    drop: async () => {
      await close()
      const again = new pg.Client({ connectionString: adminUrl })
      await again.connect()
      await again.query(`drop database if exists ${name} with (force)`)
      await again.end()
    },
  }
}

/** Gives a test file its own database: `const test = withDatabase()`, then `test().database` inside the tests. */
export function withDatabase(pool?: number): () => TestDatabase {
  let made: TestDatabase | undefined
  beforeAll(async () => { made = await createTestDatabase(pool) })
  afterAll(async () => { await made?.drop() })
  return () => made ?? (() => { throw new Error('the database is made in beforeAll') })()
}

/** A fixed moment for tests: noon in Copenhagen on the given day. */
export function at(dayText: string, hour = 12): Now {
  return { at: new Date(`${dayText}T${String(hour - 1).padStart(2, '0')}:00:00.000Z`), day: day(dayText), hour }
}

/** The worker's own actor in a kommune: for planting facts through the policies. */
export const job = (kommuneId: string, name = 'test'): Actor => ({ kind: 'job', kommuneId, id: null, name })
