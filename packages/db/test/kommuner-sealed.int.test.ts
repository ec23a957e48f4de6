import type { Actor } from '@medspil/domain/access'
import { at, createTestDatabase, job, type TestDatabase } from '@medspil/testing/database'
import { makeChildAccess, makeFamily, makeForening, makeKommune, makeOffer, makeStaff } from '@medspil/testing/factories'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '../src/index.ts'

/** One connection per kommune, so that every connection is handed from one to another all the time. */
const connections = 4
const now = at('2026-08-03')
const queries = 2000
const seed = 20261122

interface Kommune { id: string; actors: Actor[]; sees: Map<Actor, number> }
let test: TestDatabase
const kommuner: Kommune[] = []

beforeAll(async () => {
  test = await createTestDatabase(connections)
  for (let n = 0; n < 4; n += 1) kommuner.push(await plant(n + 2))
}, 60_000)
afterAll(() => test?.drop())

/** As many children as no other kommune has, so that a wrong row shows as a wrong number too. */
async function plant(children: number): Promise<Kommune> {
  const { id } = await makeKommune(test.admin)
  return test.database.asActor(job(id), { now, procedure: 'plant' }, async (tx) => {
    const caseworker = await makeStaff(tx, 'caseworker')
    const foreningId = await makeForening(tx)
    await makeOffer(tx, { foreningId })
    let family: Actor = job(id)
    for (let n = 0; n < children; n += 1) {
      const { childId, guardianId } = await makeFamily(tx)
      await makeChildAccess(tx, { childId, role: 'caseworker' })
      family = { kind: 'family', kommuneId: id, id: guardianId, name: 'Berit', birthDay: now.day, personKey: 'x' }
    }
    const visitor: Actor = { kind: 'visitor', kommuneId: id, id: null }
    const worker = job(id)
    // A caseworker sees each child and its guardian; a guardian the child and herself; the worker all of the kommune.
    return { id, actors: [caseworker, family, visitor, worker], sees: new Map([[caseworker, 2 * children], [family, 2], [visitor, 0], [worker, 2 * children]]) }
  })
}

/** Small and repeatable chance. */
function chance(from: number): () => number {
  let state = from
  return () => { state = (state * 1_103_515_245 + 12_345) % 2_147_483_648; return state / 2_147_483_648 }
}

async function interleave(count: number): Promise<{ asked: number; thrown: number; leaks: string[] }> {
  const next = chance(seed)
  const leaks: string[] = []
  let [asked, thrown] = [0, 0]
  const ask = async () => {
    const kommune = kommuner[Math.floor(next() * kommuner.length)]!
    const actor = kommune.actors[Math.floor(next() * kommune.actors.length)]!
    const throws = next() < 0.1
    asked += 1
    await test.database.asActor(actor, { now, procedure: 'look' }, async (tx) => {
      const people = await tx.db.person.findMany({ select: { kommuneId: true } })
      const offers = await tx.db.offer.findMany({ select: { kommuneId: true } })
      const foreign = [...people, ...offers].filter(({ kommuneId }) => kommuneId !== kommune.id).length
      if (foreign > 0) leaks.push(`${actor.kind} saw ${foreign} rows of another kommune`)
      if (people.length - foreign !== kommune.sees.get(actor)) leaks.push(`${actor.kind} saw ${people.length} people, not ${String(kommune.sees.get(actor))}`)
      if (throws) {
        await tx.db.securityEvent.createMany({ data: [{ kommuneId: kommune.id, id: crypto.randomUUID(), at: now.at, event: 'left-behind', actorKind: actor.kind, actorId: null, facts: {} }] })
        throw new Error('too late')
      }
    }).catch((error: Error) => { if (error.message === 'too late') thrown += 1; else throw error })
  }
  const lane = async () => { while (asked < count) await ask() }
  await Promise.all(Array.from({ length: 2 * connections }, lane))
  return { asked, thrown, leaks }
}

const tenantTables = async () => (await test.admin.query<{ tab: string }>(
  `select table_name as tab from information_schema.columns where table_schema = 'public' and column_name = 'kommune_id' and table_name not like '\\_%' order by 1`)).rows.map(({ tab }) => tab)

/** Tables that answer with rows on connections nobody has introduced themselves on. */
async function openWithoutName(): Promise<string[]> {
  const open: string[] = []
  for (const tab of await tenantTables())
    for (let n = 0; n < connections; n += 1) {
      const { rows } = await test.database.pool.query<{ n: number }>(`select count(*)::int as n from "${tab}"`)
      if ((rows[0]?.n ?? 0) > 0) open.push(tab)
    }
  return [...new Set(open)]
}

describe('Kommuner er lukkede for hinanden', () => {
  it('to tusind spørgsmål mellem hinanden på fire forbindelser: ingen ser en andens række', async () => {
    const { asked, thrown, leaks } = await interleave(queries)
    console.log(`kommuner: seed ${seed}, ${asked} interleaved queries of 4 kommuner on ${connections} connections, ${thrown} thrown, ${leaks.length} leaks`)
    expect(leaks).toEqual([])
    expect(asked).toBeGreaterThanOrEqual(queries)
    expect(thrown).toBeGreaterThan(100)
    expect((await test.admin.query(`select count(*)::int as n from security_event where event = 'left-behind'`)).rows[0].n).toBe(0)
  }, 120_000)

  it('en forbindelse, der ikke har sagt hvem den er, ser ingen rækker i nogen tabel', async () => {
    const tables = await tenantTables()
    expect(tables.length).toBeGreaterThan(50)
    expect(await openWithoutName()).toEqual([])
    console.log(`kommuner: ${tables.length} tables closed to a connection without a name`)
  })

  it('rød tvilling: uden én politik ses de andres rækker', async () => {
    await test.admin.query('drop policy person_select on person')
    await test.admin.query('create policy person_select on person for select using (true)')
    const { leaks } = await interleave(40)
    const open = await openWithoutName()
    await test.admin.query('alter policy person_select on person using (false)')
    console.log(`red twin: policy gone, ${leaks.length} leaks in 40 queries`)
    expect(leaks.length).toBeGreaterThan(0)
    expect(open).toContain('person')
  })

  it('rød tvilling: sættes kommunen for forbindelsen i stedet for transaktionen, hænger den ved', async () => {
    const sessionWide = async (actor: Actor, work: (tx: Pick<Tx, 'db'>) => Promise<unknown>) => test.database.prisma.$transaction(async (db) => {
      await db.$queryRaw`select set_config('medspil.kommune_id', ${actor.kommuneId}, false), set_config('medspil.actor_kind', ${actor.kind}, false)`
      return work({ db })
    })
    for (const { actors } of kommuner) await sessionWide(actors[3]!, ({ db }) => db.offer.count())
    const open = await openWithoutName()
    console.log(`red twin: setting of the connection, ${open.length} tables open to whoever comes next`)
    expect(open).toContain('offer')
  })
})
