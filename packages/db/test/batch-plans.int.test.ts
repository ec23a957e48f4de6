import { newId } from '@medspil/db'
import { inSignupBatch, lockAndLoad } from '@medspil/db/signup'
import { at, createTestDatabase } from '@medspil/testing/database'
import { makeKommune } from '@medspil/testing/factories'
import { describe, expect, it } from 'vitest'

const now = at('2026-03-02')
/** Payments of one family's place each: in the whole kommune, and in one batch. */
const [inKommune, inBatch] = [2000, 64]
/** The lock as it was: all asked at once. */
const setWise = `select 1 from payment p where p.kommune_id = medspil.kommune()
  and p.id in (select l.payment_id from payment_line l where l.kommune_id = medspil.kommune() and l.signup_id = any($1::uuid[])) order by p.id for no key update`
// Its rows alone, without the sign-ups and families they belong to.
const fill = (kommune: string, count: number) => `begin; set local session_replication_role = replica;
  with made as (insert into payment (kommune_id, id, payer_id, program_id, state, amount, send_key, expires_at, created_at) select '${kommune}', uuidv7(), uuidv7(), uuidv7(), 'open', 100, n::text, now(), now() from generate_series(1, ${count}) n returning kommune_id, id)
  insert into payment_line (kommune_id, id, payment_id, signup_id, child_id, amount, open) select kommune_id, uuidv7(), id, uuidv7(), uuidv7(), 100, true from made; commit`

interface Node { 'Relation Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; 'Rows Removed by Index Recheck'?: number; Plans?: Node[] }
/** Rows of the kommune's payments that a plan went through. */
const read = (node: Node): number => (node['Relation Name'] === undefined ? 0 : Math.round((node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops']))
  + (node.Plans ?? []).reduce((sum, part) => sum + read(part), 0)

/** Plans the batch's lock while the tables are as `believe` leaves them, fills them, and runs it as it was planned. @returns rows of payments gone through */
async function readsAfter(believe: (kommune: string) => string, patched: (lock: string) => string = (lock) => lock): Promise<number> {
  const { admin, database: { pool }, drop } = await createTestDatabase(1)
  try {
    const { id: kommune } = await makeKommune(admin)
    const run = (signupIds: string[]) => inSignupBatch(pool, kommune, now, async (tx) => {
      await lockAndLoad(tx, { offerIds: [], childIds: [], signupIds, lineOfferIds: [], answers: [], friendGroupIds: [], reaches: [] })
      const { rows: [{ lock, isPlanned }] } = await tx.client.query("select max(statement) filter (where name = 'signup-lock-payments') as lock, count(*) filter (where name = 'tried') > 0 as \"isPlanned\" from pg_prepared_statements")
      if (!isPlanned) await tx.client.query(`prepare tried as ${patched(lock)}`)
      const { rows } = await tx.client.query(`explain (analyze, format json) execute tried ('{${signupIds.join()}}')`)
      return read(rows[0]['QUERY PLAN'][0].Plan)
    })
    await admin.query('alter table payment set (autovacuum_enabled = off); alter table payment_line set (autovacuum_enabled = off)')
    await admin.query(believe(kommune))
    await run([newId()])
    await admin.query(fill(kommune, inKommune))
    const { rows } = await admin.query<{ id: string }>('select signup_id as id from payment_line order by random() limit $1', [inBatch])
    return await run(rows.map(({ id }) => id))
  } finally {
    await drop()
  }
}

const empty = [['aldrig er talt op', () => 'select'], ['er talt op, mens der intet var', () => 'analyze']] as const
const beliefs = [...empty, ['er talt op, da der var tre', (kommune: string) => `${fill(kommune, 3)}; analyze`]] as const

describe('betalingerne i et bundt slås op én for én', () => {
  it.each(beliefs)('også når planen er lagt over tabeller, der %s', async (_name, believe) => expect(await readsAfter(believe)).toBe(2 * inBatch))

  it.each(beliefs)('rød tvilling: spørges der efter alle på én gang, læses hele kommunen for hver, når tabellerne %s', async (_name, believe) =>
    expect(await readsAfter(believe, () => setWise)).toBeGreaterThan(inBatch * inKommune * 0.9))

  it.each(empty)('rød tvilling: uden sammenligningen af begge kolonner også, når tabellerne %s', async (_name, believe) =>
    expect(await readsAfter(believe, (lock) => lock.replaceAll(/ and \(\w\.kommune_id, \w\.\w+\) >= \(medspil\.kommune\(\), \w\.id\)/g, ''))).toBe(inBatch + inBatch * inKommune))
})
