import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { applyMigrations } from './schema-engine.ts'

/** Where and with which passwords the five roles are prepared; a password left out leaves the role's own. */
export interface MigrateOptions {
  /** Connection of an administrator who may create roles and owns nothing at run time. */
  adminUrl: string
  passwords: { owner: string; app: string; worker: string; reader: string }
}

/** The same server and database as `url`, as another role. */
export function urlAs(url: string, role: string, password: string): string {
  const changed = new URL(url)
  changed.username = role
  changed.password = password
  return changed.toString()
}

/**
 * Prepares a database from nothing to ready: roles, migrations as the owner, the job schema as the worker.
 * Safe to run again.
 * @returns the migrations applied now
 */
export async function migrate({ adminUrl, passwords }: MigrateOptions): Promise<string[]> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const applied: string[] = []
  try {
    await admin.query(readFileSync(join(import.meta.dirname, '../../../prisma/sql/roles.sql'), 'utf8'))
    const database = admin.escapeIdentifier(new URL(adminUrl).pathname.slice(1))
    for (const [role, password] of Object.entries(passwords))
      await admin.query(`alter role medspil_${role} password ${admin.escapeLiteral(password)}`)
    await admin.query(`grant create, connect on database ${database} to medspil_owner`)
    await admin.query(`grant create on schema public to medspil_owner`)
    await admin.query(`grant connect on database ${database} to medspil_app, medspil_worker, medspil_reader`)
    applied.push(...await applyMigrations(urlAs(adminUrl, 'medspil_owner', passwords.owner)))
    await admin.query(`grant create on database ${database} to medspil_worker`)
    await runMigrations({ connectionString: urlAs(adminUrl, 'medspil_worker', passwords.worker) })
    await admin.query(`revoke create on database ${database} from medspil_worker`)
    await admin.query(readFileSync(join(import.meta.dirname, '../../../prisma/sql/jobs.sql'), 'utf8'))
  } finally {
    await admin.end()
  }
  return applied
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const need = (name: string) => process.env[name] ?? (() => { throw new Error(`${name} is missing: see docs/operate.md`) })()
  const passwordOf = (name: string) => decodeURIComponent(new URL(need(name)).password)
  const applied = await migrate({
    adminUrl: need('DATABASE_URL_ADMIN'),
    passwords: { owner: passwordOf('DATABASE_URL_OWNER'), app: passwordOf('DATABASE_URL_APP'), worker: passwordOf('DATABASE_URL_WORKER'), reader: passwordOf('DATABASE_URL_READER') },
  })
  process.stdout.write(applied.length ? `Applied ${applied.join(', ')}\n` : 'The database is up to date\n')
  // Prisma's engine keeps its connection open for some seconds.
  process.exit(0)
}
