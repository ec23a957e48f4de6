import type { Actor } from '@medspil/domain/access'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeChildAccess, makeFamily, makeForening, makeKommune, makePerson, makeRelation, makeStaff } from '@medspil/testing/factories'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId, type Tx } from '../src/index.ts'

/** What the policies themselves deny, whatever a verb forgets: asked in SQL, as whoever holds the session. */
const test = withDatabase()
const now = at('2026-03-10')
let kommuneId: string
let childId: string
let guardian: Actor
let otherHome: string

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => test().database.asActor(actor, { now, procedure: 'test' }, work)
const asJob = <T>(work: (tx: Tx) => Promise<T>) => as<T>(job(kommuneId), work)
const family = (id: string): Actor => ({ kind: 'family', kommuneId, id, name: 'Berit Prøve', birthDay: now.day, personKey: 'x' })
const visitor = (): Actor => ({ kind: 'visitor', kommuneId, id: null })
const forening = (id: string): Actor => ({ kind: 'forening', kommuneId, id, name: 'Klub', linkId: newId(), purpose: 'forening-desk', subjectId: id })
const guide = (id: string): Actor => ({ kind: 'fritidsguide', kommuneId, id, name: 'Karim', personKey: 'g' })
const rows = (actor: Actor, table: string) => as(actor, async (tx) => Number((await tx.db.$queryRawUnsafe<{ n: bigint }[]>(`select count(*) as n from ${table}`))[0]!.n))
const refused = (promise: Promise<unknown>) => expect(promise).rejects.toThrow(/row-level security|42501/)
const mine = (actor: Actor) => as(actor, async (tx) => (await tx.db.$queryRaw<{ id: string }[]>`select my_children as id from medspil.my_children()`).map(({ id }) => id))

/** Writes a row with what a test cares about; the rest is filler and points nowhere, so keys into other tables are not asked for. */
async function plant(table: string, values: Record<string, unknown> = {}): Promise<string> {
  const client = await test().admin.connect()
  try {
    await client.query(`set session_replication_role = replica`)
    const { rows: columns } = await client.query<{ name: string; type: string }>(
      `select column_name as name, udt_name as type from information_schema.columns where table_name = $1 and table_schema = 'public' and is_nullable = 'NO' and column_default is null`, [table])
    const filler: Record<string, () => unknown> = {
      uuid: newId, text: () => 'x', bool: () => false, date: () => '2026-03-01', timestamptz: () => '2026-03-01T10:00:00Z', jsonb: () => '{}', _text: () => [], bytea: () => Buffer.from(newId()),
      int4: () => 1, int8: () => 1,
    }
    const id = newId()
    const row = { ...Object.fromEntries(columns.map(({ name, type }) => [name, filler[type]!()])), ...(columns.some(({ name }) => name === 'id') && { id }), kommune_id: kommuneId, ...values }
    const names = Object.keys(row)
    await client.query(`insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(row))
    return id
  } finally {
    await client.query(`set session_replication_role = origin`)
    client.release()
  }
}

beforeAll(async () => {
  kommuneId = (await makeKommune(test().admin)).id
  await asJob(async (tx) => {
    const made = await makeFamily(tx, { school: 'Søndermarksskolen' })
    childId = made.childId
    guardian = family(made.guardianId)
    otherHome = await makePerson(tx, { name: 'Henrik Prøve', birthDay: '1984-01-01' })
    await makeRelation(tx, { adultId: otherHome, childId, livesWith: false })
  })
})

describe('Det andet hjem', () => {
  it('ser barnet, så længe ingen er beskyttet', async () => {
    expect(await mine(family(otherHome))).toContain(childId)
  })

  it.each([['barnet selv', 'child'], ['den voksne, det bor hos', 'adult']])('ser intet af barnet, når %s er beskyttet: ikke skole, ikke forening, ikke tider', async (_, who) => {
    const { childId: sheltered, guardianId } = await asJob((tx) => makeFamily(tx, { addressProtected: who === 'child' }, { addressProtected: who === 'adult' }))
    await asJob((tx) => makeRelation(tx, { adultId: otherHome, childId: sheltered, livesWith: false }))
    await plant('signup', { child_id: sheltered, state: 'requested', place: true, price: 0, pass_pays: 0, family_pays: 0 })
    expect(await mine(family(guardianId))).toContain(sheltered)
    expect(await mine(family(otherHome))).not.toContain(sheltered)
    const seen = await as(family(otherHome), (tx) => tx.db.person.findMany({ where: { id: sheltered } }))
    expect([seen, await rows(family(guardianId), 'signup'), await rows(family(otherHome), 'signup')]).toEqual([[], 1, 0])
  })
})

describe('Hvem der kan se hvad, uanset hvad koden glemmer', () => {
  it('en besøgende kan spørge om ét kort på dets kode, men ikke se en liste over pas', async () => {
    const code = Buffer.alloc(32, 9)
    await plant('fritidspas', { child_id: childId, code_hash: code, state: 'active', display_name: 'Alma P.' })
    const asked = await as(visitor(), (tx) => tx.db.$queryRaw<unknown[]>`select * from medspil.pass_by_code(${new Uint8Array(code)}::bytea)`)
    expect([await rows(visitor(), 'fritidspas'), asked.length, await rows(guardian, 'fritidspas')]).toEqual([0, 1, 1])
  })

  it('en forening ser sine egne udbetalinger, ingen pung, ingen reservation, ingen nøgle og ingen ansat', async () => {
    const [own, other] = await asJob(async (tx) => [await makeForening(tx), await makeForening(tx)])
    for (const foreningId of [own, other]) {
      const payoutId = await plant('payout', { state: 'draft', reference: newId() })
      await plant('payout_line', { payout_id: payoutId, forening_id: foreningId, state: 'waiting' })
    }
    await plant('purse', { child_id: childId, granted: 1, available: 1, held: 0, spent: 0, returned: 0, pays: [] })
    await plant('hold', { child_id: childId, state: 'held' })
    await asJob((tx) => makeStaff(tx, 'leader'))
    const tables = ['payout', 'purse', 'hold', 'person_key', 'staff', 'fritidsguide']
    expect(await Promise.all(tables.map((table) => rows(forening(own!), table)))).toEqual([1, 0, 0, 0, 0, 0])
  })

  it('en families link ser sit eget spørgsmål og ingen andres', async () => {
    const [asked, foreign] = [await plant('follow_up', { child_id: childId, state: 'asked' }), await plant('follow_up', { state: 'asked' })]
    const linkId = await plant('link', { purpose: 'follow-up', person_id: guardian.id, subject_id: asked, forening_id: null })
    await plant('link', { purpose: 'follow-up', subject_id: foreign, person_id: newId(), forening_id: null })
    const holder: Actor = { kind: 'link', kommuneId, id: linkId, personId: guardian.id!, purpose: 'follow-up', subjectId: asked }
    const seen = await as(holder, (tx) => tx.db.followUp.findMany({ select: { id: true } }))
    expect([seen, await rows(holder, 'link'), await rows(holder, 'person_key')]).toEqual([[{ id: asked }], 1, 1])
    await as(holder, async (tx) => expect((await tx.db.followUp.updateMany({ where: { id: foreign }, data: { state: 'answered' } })).count).toBe(0))
  })

  it('en fritidsguide ser barnet og turen, men intet af sagen', async () => {
    const guideId = await plant('fritidsguide', { name: 'Karim' })
    await plant('fritidsguide', { name: 'Liv' })
    await plant('guide_match', { guide_id: guideId, child_id: childId, state: 'active' })
    for (const table of ['application', 'decision', 'consent', 'criterion', 'hearing', 'claim']) {
      const state = { application: 'submitted', claim: 'due' }[table]
      await plant(table, { child_id: childId, ...(state && { state }), ...(table === 'decision' && { result: 'granted', automatic: true }) })
    }
    const tables = ['application', 'decision', 'consent', 'criterion', 'hearing', 'claim', 'fritidspas', 'purse', 'audit_event']
    expect(await Promise.all(tables.map((table) => rows(guide(guideId), table)))).toEqual(tables.map(() => 0))
    expect([await rows(guide(guideId), 'guide_match'), await rows(guardian, 'application')]).toEqual([1, 1])
    // A family knows the guide of its own child by name, and no other.
    expect(await rows(guardian, 'fritidsguide')).toBe(1)
  })
})

describe('Hvem der kan lukke sig selv eller andre ind', () => {
  it('en familie lukker kun kommunens borde ind, og kun til sit eget barn', async () => {
    const stranger = await asJob((tx) => makePerson(tx))
    const staffId = (await asJob((tx) => makeStaff(tx, 'fagperson'))).id
    const access = (one: { childId: string; staffId?: string; role?: string }) =>
      as(guardian, (tx) => tx.db.childAccess.createMany({ data: [{ kommuneId, id: newId(), staffId: null, role: null, why: 'x', fromAt: now.at, ...one }] }))
    await access({ childId, role: 'fritidsvejleder' })
    await refused(access({ childId, role: 'fagperson' }))
    await refused(access({ childId, staffId }))
    await refused(access({ childId: stranger, role: 'caseworker' }))
  })

  it('en fagperson lukker ingen anden ind, og skriver hverken personer eller slægtskab', async () => {
    const [fagperson, colleague] = await asJob(async (tx) => [await makeStaff(tx, 'fagperson'), await makeStaff(tx, 'fagperson')])
    await refused(as(fagperson!, (tx) => makeChildAccess(tx, { childId, staffId: colleague!.id })))
    await refused(as(fagperson!, (tx) => makeRelation(tx, { adultId: otherHome, childId })))
    await refused(as(fagperson!, (tx) => makePerson(tx)))
  })

  it('ingen skriver i en sag uden en relation til barnet: hver regel om at skrive spørger om den', async () => {
    const { rows: loose } = await test().admin.query<{ table: string }>(`select tablename as table from pg_policies where cmd = 'INSERT'
      and tablename in ('application', 'criterion', 'decision', 'hearing', 'consent', 'course', 'fritidspas', 'purse', 'letter', 'follow_up', 'escort', 'journal_entry')
      and with_check not like '%my_children%'`)
    expect(loose).toEqual([])
  })
})
