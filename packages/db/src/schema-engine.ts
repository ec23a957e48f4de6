import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'

const prismaFolder = join(import.meta.dirname, '../../../prisma')

/** The schema folder as Prisma's engine takes it: [path, content] per room, sorted by path. */
export function schemaFiles(folder = join(prismaFolder, 'schema')): [string, string][] {
  return readdirSync(folder).sort().filter((name) => name.endsWith('.prisma'))
    .map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')])
}

function migrationsList() {
  const baseDir = join(prismaFolder, 'migrations')
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    migrationDirectories: readdirSync(baseDir).sort().filter((name) => existsSync(join(baseDir, name, 'migration.sql')))
      .map((name) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') } },
      })),
    shadowDbInitScript: '',
  }
}

const filters = { externalTables: [], externalEnums: [] }

/** Prisma's adapter cuts a script at every semicolon, also inside functions; PostgreSQL itself takes the script whole. */
class WholeScripts extends PrismaPg {
  readonly connectionString: string

  constructor(connectionString: string) {
    super({ connectionString })
    this.connectionString = connectionString
  }

  override async connect() {
    const connection = await super.connect()
    connection.executeScript = async (script) => {
      const client = new pg.Client({ connectionString: this.connectionString })
      await client.connect()
      try {
        await client.query(script)
      } catch (error) {
        // The engine hides the reason behind "External error": say it before it is lost.
        process.stderr.write(`PostgreSQL refused a migration: ${String(error)}\n`)
        throw error
      } finally {
        await client.end()
      }
    }
    return connection
  }
}

function openEngine(connectionString: string) {
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(connectionString))
  return SchemaEngine.new({ datamodels: schemaFiles() }, () => {}, adapter)
}

/**
 * Applies what is missing of prisma/migrations, as the role of the connection string.
 * @returns the names applied now; empty when the database was up to date
 * @throws when a migration that already ran has been edited afterwards: Prisma's own apply says nothing about that
 */
export async function applyMigrations(connectionString: string): Promise<string[]> {
  const engine = await openEngine(connectionString)
  const list = migrationsList()
  const history = await engine.diagnoseMigrationHistory({ migrationsList: list, optInToShadowDatabase: false, filters })
  if (history.editedMigrationNames.length > 0)
    throw new Error(`Edited after they were applied: ${history.editedMigrationNames.join(', ')}. Restore them and write a new migration instead.`)
  const applied = await engine.applyMigrations({ migrationsList: list, filters })
  return applied.appliedMigrationNames
}

/**
 * The SQL that leads from one copy of the schema to today's.
 * @param before [path, content] of the schema as of the last migration, or null for an empty database
 */
export async function diffSchema(connectionString: string, before: [string, string][] | null): Promise<string> {
  const engine = await openEngine(connectionString)
  const asFiles = (files: [string, string][]) => files.map(([path, content]) => ({ path, content }))
  const difference = await engine.diff({
    from: before ? { tag: 'schemaDatamodel', files: asFiles(before) } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: asFiles(schemaFiles()) },
    script: true, shadowDatabaseUrl: null, exitCode: null, filters,
  } as never)
  return (difference as { stdout: string }).stdout
}
