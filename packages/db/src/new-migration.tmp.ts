import { diffSchema } from './schema-engine.ts'
import { readFileSync, writeFileSync } from 'node:fs'
const sql = await diffSchema('postgres://postgres:dev@127.0.0.1:54399/postgres', null)
writeFileSync('../../prisma/migrations/20261122000000_house/migration.sql', sql + readFileSync('/tmp/house-rest.sql','utf8'))
console.log(sql.length); process.exit(0)
