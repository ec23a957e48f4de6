import type pg from 'pg'

/** Tables that may change although nothing happened: who was denied, and when a login was last seen. */
const beside = ['security_event', 'session', 'login_attempt']

async function tablesOf(admin: pg.Pool, without: readonly string[]): Promise<string[]> {
  const { rows } = await admin.query<{ tab: string }>(
    `select table_name as tab from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like '\\_%' order by 1`)
  return rows.map(({ tab }) => tab).filter((tab) => !without.includes(tab))
}

/**
 * A checksum of every table's whole content, by table: equal before and after means that no row was added, changed or taken.
 * @param without tables to leave out besides the security log and logins
 */
export async function checksums(admin: pg.Pool, without: readonly string[] = []): Promise<Map<string, string>> {
  const tables = await tablesOf(admin, [...beside, ...without])
  const parts = tables.map((tab) => `select '${tab}' as tab, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from public."${tab}" t`)
  const { rows } = await admin.query<{ tab: string; sum: string }>(parts.join(' union all '))
  return new Map(rows.map(({ tab, sum }) => [tab, sum]))
}

/** Tables whose content differs. */
export function changedTables(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].filter(([tab, sum]) => before.get(tab) !== sum).map(([tab]) => tab)
}

/** Sealed bytes inside JSON travel as base64. */
const sealedText = /"[A-Za-z0-9+/_-]{40,}={0,2}"/g
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * The whole content as text that two copies of one world can be compared by: ids that are not in `known` are made by chance
 * and stand as `?`, and so do bytes, which are random keys, nonces and secrets, and the ledger's running number, which a
 * rolled back entry uses up.
 */
export async function contentOf(admin: pg.Pool, known: ReadonlySet<string>): Promise<string[]> {
  const lines: string[] = []
  for (const tab of await tablesOf(admin, beside)) {
    const { rows } = await admin.query<{ row: string }>(`select to_jsonb(t)::text as row from public."${tab}" t`)
    for (const { row } of rows)
      lines.push(`${tab} ${(tab === 'ledger_entry' ? row.replace(/"number": \d+/, '"number": "?"') : row).replace(uuid, (id) => (known.has(id) ? id : '?')).replace(/"\\\\x[0-9a-f]*"/g, '"?"').replace(sealedText, '"?"')}`)
  }
  const { rows } = await admin.query<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs')
  return [...lines.sort(), `jobs ${String(rows[0]?.n)}`]
}

/** Every id that stands anywhere now. */
export async function idsOf(admin: pg.Pool): Promise<Set<string>> {
  const ids = new Set<string>()
  for (const tab of await tablesOf(admin, [])) {
    const { rows } = await admin.query<{ row: string }>(`select to_jsonb(t)::text as row from public."${tab}" t`)
    for (const { row } of rows) for (const [id] of row.matchAll(uuid)) ids.add(id)
  }
  return ids
}
