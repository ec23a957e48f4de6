import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diffSchema, schemaFiles } from './schema-engine.ts'

/**
 * Writes a migration for what changed in prisma/schema since the last one: `node packages/db/src/new-migration.ts add-savings-plan`.
 * Policies, grants and functions of new tables are written by hand below the generated part; the catalogue test says which.
 * Any PostgreSQL will do for DATABASE_URL_ADMIN: nothing is written there.
 */
const name = process.argv[2]
if (!name || !/^[a-z][a-z0-9-]+$/.test(name)) throw new Error('Say what changes, in kebab-case: node packages/db/src/new-migration.ts add-savings-plan')
const prismaFolder = join(import.meta.dirname, '../../../prisma')
const lastSchema = join(prismaFolder, 'migrations/last-schema')
const sql = await diffSchema(process.env['DATABASE_URL_ADMIN'] ?? '', existsSync(lastSchema) ? schemaFiles(lastSchema) : null)
if (sql.trim() === '' || /empty migration/i.test(sql)) throw new Error('Nothing changed in prisma/schema since the last migration.')
const folder = join(prismaFolder, 'migrations', `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`)
mkdirSync(folder)
writeFileSync(join(folder, 'migration.sql'), sql)
rmSync(lastSchema, { recursive: true, force: true })
cpSync(join(prismaFolder, 'schema'), lastSchema, { recursive: true })
process.stdout.write(`Wrote ${folder}/migration.sql. Read it, and add policies and grants for what is new.\n`)
process.exit(0)
