import { withDatabase } from '@medspil/testing/database'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const test = withDatabase()
const folder = join(import.meta.dirname, '../../../prisma/schema')

const sqlTypes: Record<string, string> = {
  'String': 'text', 'String uuid': 'uuid', 'Int': 'integer', 'BigInt': 'bigint', 'Boolean': 'boolean', 'Json': 'jsonb', 'Bytes': 'bytea',
  'DateTime date': 'date', 'DateTime timestamptz': 'timestamp with time zone',
}

/** Columns as Prisma's schema says them: `table.column type null|not null`. */
function columnsOfSchema(): string[] {
  const columns: string[] = []
  const text = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  const models = [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)]
  const names = new Set(models.map(([, name]) => name))
  for (const [, , body = ''] of models) {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1]
    for (const line of body.split('\n')) {
      const field = /^\s+(\w+)\s+(\w+)(\?|\[\])?(.*)$/.exec(line)
      if (!field || line.trim().startsWith('//') || names.has(field[2] ?? '')) continue
      const [, name = '', type = '', mark, rest = ''] = field
      const db = /@db\.(Uuid|Date|Timestamptz)/.exec(rest)?.[1]?.toLowerCase()
      const sql = sqlTypes[db ? `${type} ${db}` : type]
      columns.push(`${table}.${/@map\("(\w+)"\)/.exec(rest)?.[1] ?? name} ${mark === '[]' ? 'array' : sql} ${mark === '?' || mark === '[]' ? 'null' : 'not null'}`)
    }
  }
  return columns.sort()
}

it('the database has exactly the columns of the schema', async () => {
  const { rows } = await test().admin.query<{ line: string }>(`
    select table_name || '.' || column_name || ' ' || case when data_type = 'ARRAY' then 'array' else data_type end || ' '
      || case when data_type = 'ARRAY' or is_nullable = 'YES' then 'null' else 'not null' end as line
    from information_schema.columns where table_schema = 'public' and table_name not like '\\_%'`)
  const expected = columnsOfSchema()
  expect(expected.length).toBeGreaterThan(300)
  expect(rows.map((row) => row.line).sort()).toEqual(expected)
})

it('goes red for a column that only the database knows', async () => {
  await test().admin.query('alter table offer add column secret text')
  const { rows } = await test().admin.query<{ n: number }>(`select count(*)::int as n from information_schema.columns where table_schema = 'public' and table_name not like '\\_%'`)
  await test().admin.query('alter table offer drop column secret')
  expect(rows[0]?.n).toBe(columnsOfSchema().length + 1)
})

it('every change of the schema has its migration', () => {
  const read = (at: string) => readdirSync(at).sort().map((name) => [name, readFileSync(join(at, name), 'utf8')])
  expect(read(folder), 'node packages/db/src/new-migration.ts NAME').toEqual(read(join(folder, '../migrations/last-schema')))
})
