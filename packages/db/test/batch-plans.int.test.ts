import { newId, type Now } from '@medspil/db'
import { inSignupBatch, lockAndLoad } from '@medspil/db/signup'
import { at, createTestDatabase } from '@medspil/testing/database'
import { makeKommune } from '@medspil/testing/factories'
import type pg from 'pg'
import { describe, expect, it } from 'vitest'

const opening = at('2026-03-02')
const later: Now = { ...opening, at: new Date(opening.at.getTime() + 10_000) }
/** Children with a place that a pass and a payment of their own pay: in the whole kommune, and in one batch. */
const [inKommune, inBatch] = [2000, 64]
/** Most rows that the rules need of one child: itself, its adult, sign-up, pass, purse, hold and payment, locked and then read. */
const mostOfChild = 20

const tables = ['person', 'relation', 'signup', 'fritidspas', 'purse', 'hold', 'payment', 'payment_line']
// Their rows alone, without the activities and decisions they belong to.
const plant = (kommune: string, count: number) => `begin; set local session_replication_role = replica;
  create temp table made on commit drop as select uuidv7() as child, uuidv7() as adult, uuidv7() as signup, uuidv7() as pass, uuidv7() as payment, n from generate_series(1, ${count}) n;
  insert into person (kommune_id, id, name, birth_day, created_at) select '${kommune}', id, 'Barn', '2016-01-01', now() from (select child as id from made union all select adult from made) p;
  insert into relation (kommune_id, id, adult_id, child_id, kind, lives_with, source, from_day) select '${kommune}', uuidv7(), adult, child, 'custody', true, 'cpr', '2020-01-01' from made;
  insert into signup (kommune_id, id, offer_id, child_id, display_name, state, place, price, pass_pays, family_pays, requested_kind, created_at)
    select '${kommune}', signup, uuidv7(), child, 'Barn', 'confirmed', true, 200, 100, 100, 'family', now() from made;
  insert into fritidspas (kommune_id, id, course_id, child_id, decision_id, pool_id, state, display_name, valid_from, valid_to, rules, used_by_kind, code_hash, code_sealed, issued_at)
    select '${kommune}', pass, uuidv7(), child, uuidv7(), uuidv7(), 'active', 'Barn', '2026-01-01', '2026-12-31', '{}', '{}', uuid_send(pass), '', now() from made;
  insert into purse (kommune_id, id, fritidspas_id, child_id, purse, pays, granted, available, held, spent, returned, eksempel, position) select '${kommune}', uuidv7(), pass, child, 'main', '{}', 100, 0, 100, 0, 0, false, 1 from made;
  insert into hold (kommune_id, id, fritidspas_id, signup_id, child_id, kind, parts, amount, state, kept_until, created_at) select '${kommune}', uuidv7(), pass, signup, child, 'kontingent', '[]', 100, 'held', '2026-12-31', now() from made;
  insert into payment (kommune_id, id, payer_id, program_id, state, amount, send_key, expires_at, created_at) select '${kommune}', payment, adult, uuidv7(), 'open', 100, n::text, now(), now() from made;
  insert into payment_line (kommune_id, id, payment_id, signup_id, child_id, amount, open) select '${kommune}', uuidv7(), payment, signup, child, 100, true from made; commit`
const takeAway = `begin; set local session_replication_role = replica; ${tables.map((table) => `delete from ${table}`).join('; ')}; commit`

interface Asked { childId: string; adultId: string; signupId: string }

/** Rows that this transaction read so far in any table, by whatever function or check. */
async function rowsRead(client: pg.PoolClient): Promise<number> {
  const { rows: [row] } = await client.query<{ read: string }>("select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as read from pg_stat_xact_user_tables where schemaname = 'public'")
  return Number(row!.read)
}

/** Plans the batch's statements over tables as `believe` leaves them, fills them, and runs the statements `when`. @returns rows read by them */
async function readsAfter(believe: (admin: pg.Pool, kommune: string) => Promise<unknown>, when: Now, patch = 'select'): Promise<number> {
  const { admin, database: { pool }, drop } = await createTestDatabase(1)
  try {
    const { id: kommune } = await makeKommune(admin)
    const run = (now: Now, asked: Asked[]) => inSignupBatch(pool, kommune, now, async (tx) => {
      const before = await rowsRead(tx.client)
      const { children, signups, passes, holds, paymentLines, reached } = await lockAndLoad(tx, {
        offerIds: [], childIds: asked.map(({ childId }) => childId), signupIds: asked.map(({ signupId }) => signupId), lineOfferIds: [], answers: [], friendGroupIds: [],
        reaches: asked.map(({ adultId, childId }) => ({ kind: 'family', actorId: adultId, childId })),
      })
      return { read: await rowsRead(tx.client) - before, found: [children, signups, passes, holds, paymentLines, reached.filter(Boolean)].map(({ length }) => length) }
    })
    for (const table of tables) await admin.query(`alter table ${table} set (autovacuum_enabled = off)`)
    await admin.query(patch)
    await believe(admin, kommune)
    await run(opening, [{ childId: newId(), adultId: newId(), signupId: newId() }])
    await admin.query(plant(kommune, inKommune))
    const { rows } = await admin.query<Asked>('select s.child_id as "childId", r.adult_id as "adultId", s.id as "signupId" from signup s join relation r on r.child_id = s.child_id order by random() limit $1', [inBatch])
    const { read, found } = await run(when, rows)
    expect(found).toEqual(found.map(() => inBatch))
    return read
  } finally {
    await drop()
  }
}

const wasFull = async (admin: pg.Pool, kommune: string) => {
  await admin.query(plant(kommune, inKommune))
  await admin.query(takeAway)
  await admin.query('vacuum analyze')
}
const beliefs: [string, (admin: pg.Pool, kommune: string) => Promise<unknown>][] = [
  ['aldrig er talt op', async () => undefined],
  ['er talt op, mens der intet var', (admin) => admin.query('analyze')],
  ['er talt op, da der var tre børn', (admin, kommune) => admin.query(`${plant(kommune, 3)}; analyze`)],
  ['var fulde før og er tømt', wasFull],
]

describe('hvad et bundt rører, slås op barn for barn', () => {
  it.each(beliefs)('også når det først blev planlagt over tabeller, der %s', async (_name, believe) => expect(await readsAfter(believe, later)).toBeLessThan(mostOfChild * inBatch))

  it('rød tvilling: lægges planen ikke om, læses hele kommunen for hvert barn igen og igen', async () =>
    expect(await readsAfter(wasFull, opening)).toBeGreaterThan(5 * inBatch * inKommune))

  it('rød tvilling: uden nøglen fra en betaling til dens linjer læses kommunens linjer for hver betaling', async () =>
    expect(await readsAfter(async () => undefined, later, 'drop index payment_line_kommune_id_payment_id_idx')).toBeGreaterThan(inBatch * inKommune))
})
