import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

const prismaFolder = join(import.meta.dirname, '../../../prisma')

/** One password for all roles of a test cluster, which lives on loopback and for minutes. */
export const testPassword = 'test'

/** Name of the template: a hash of all that makes it, so that it is migrated once per change and not once per run. */
function templateName(): string {
  const hash = createHash('sha256')
  for (const folder of ['sql', 'migrations'])
    for (const entry of readdirSync(join(prismaFolder, folder), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()))
      hash.update(readFileSync(join(entry.parentPath, entry.name)))
  return `medspil_template_${hash.digest('hex').slice(0, 16)}`
}

/** Vitest's global set-up: a migrated template database that each worker copies in some 50 ms. */
export default async function setup(project: TestProject): Promise<void> {
  const adminUrl = process.env['DATABASE_URL_TEST_ADMIN']
  if (!adminUrl) throw new Error('DATABASE_URL_TEST_ADMIN is missing: run the tests through `npm test -- integration`')
  const template = templateName()
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query('select pg_advisory_lock(20261122)')
  const known = await admin.query('select 1 from pg_database where datname = $1 and datistemplate', [template])
  if (known.rowCount === 0) {
    await admin.query(`drop database if exists ${template} with (force)`)
    await admin.query(`create database ${template}`)
    const url = (role: string) => {
      const changed = new URL(adminUrl)
      if (role !== 'admin') Object.assign(changed, { username: `medspil_${role}`, password: testPassword })
      changed.pathname = `/${template}`
      return changed.toString()
    }
    // A process of its own: Prisma's engine keeps its connection for seconds, and no connection may be open on a template.
    const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../../db/src/migrate.ts')], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL_ADMIN: url('admin'), DATABASE_URL_OWNER: url('owner'), DATABASE_URL_APP: url('app'), DATABASE_URL_WORKER: url('worker'), DATABASE_URL_READER: url('reader') },
    })
    if (run.status !== 0) throw new Error(`The template database could not be migrated:\n${run.stdout}${run.stderr}`)
    await admin.query(`alter database ${template} is_template true`)
  }
  await admin.query('select pg_advisory_unlock(20261122)')
  await admin.end()
  project.provide('templateDatabase', template)
  project.provide('adminUrl', adminUrl)
}

declare module 'vitest' {
  export interface ProvidedContext {
    templateDatabase: string
    adminUrl: string
  }
}
