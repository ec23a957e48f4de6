import { enqueue, newId } from '@medspil/db'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeFamily, makeKommune, makePerson, makeRelation } from '@medspil/testing/factories'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeLink } from '../access/make-link.ts'
import { hashOf } from '../access/secrets.ts'
import { callerAs, fakeGateways, runJob, testEnvironment } from '../testing.ts'

const test = withDatabase()
const now = at('2026-11-20')
let kommuneId: string
let family: { childId: string; guardianId: string }

beforeAll(async () => {
  kommuneId = (await makeKommune(test().admin, { key: 'slagelse', name: 'Slagelse Kommune' })).id
  family = await asJob((tx) => makeFamily(tx, { name: 'Alma Hemmelig' }, { cpr: '6203881234', name: 'Berit Hemmelig', language: 'tr' }))
})

const asJob = <T>(work: Parameters<ReturnType<typeof test>['database']['asActor']>[2], moment = now) =>
  test().database.asActor(job(kommuneId), { now: moment, procedure: 'test' }, work) as Promise<T>
const parts = (world: ReturnType<typeof fakeGateways>, moment = now) => ({ pool: test().database.pool, asActor: test().database.asActor, env: testEnvironment(), clock: () => moment, gateways: world.gateways })
const queued = async <N extends Parameters<typeof enqueue>[1]>(name: N, payload: Parameters<typeof enqueue<N>>[2]) => {
  await asJob((tx) => enqueue(tx, name, payload))
  const { rows } = await test().admin.query<{ id: string }>('select id from outbox_job order by id desc limit 1')
  return { kommuneId, outboxId: rows[0]?.id ?? '', payload }
}

describe('Beskeder til familien', () => {
  it('siger på familiens sprog, at der er nyt, og nævner hverken navn, nummer eller grund', async () => {
    const world = fakeGateways()
    await runJob(parts(world), 'tell-family', await queued('tell-family', { personId: family.guardianId, childId: family.childId, purpose: 'news', subjectId: newId() }))
    expect(world.taken.map(({ channel }) => channel)).toEqual(['mail', 'sms'])
    expect(world.taken[0]?.subject).toBe('Sizin için bir haber var')
    for (const { text, subject } of world.taken) expect(`${subject}${text}`).not.toMatch(/Hemmelig|\d{6}-?\d{4}/)
  })

  it('bliver sendt én gang, selv om jobbet kører to gange og SMS var væk første gang', async () => {
    const world = fakeGateways()
    world.away.add('sms')
    const envelope = await queued('tell-family', { personId: family.guardianId, childId: family.childId, purpose: 'follow-up', subjectId: newId() })
    await expect(runJob(parts(world), 'tell-family', envelope)).rejects.toThrow('not handed over')
    world.away.clear()
    await runJob(parts(world), 'tell-family', envelope)
    await runJob(parts(world), 'tell-family', envelope)
    expect(world.taken.map(({ channel }) => channel)).toEqual(['mail', 'sms'])
    const addressIn = (text = '') => /http\S+/.exec(text)?.[0]
    expect(addressIn(world.taken[0]?.text)).toBe(addressIn(world.taken[1]?.text))
    const links = await test().admin.query('select count(*)::int as n from link where revoked_at is null and person_id = $1', [family.guardianId])
    expect(links.rows[0]).toEqual({ n: 1 })
    const kept = await test().admin.query(`select body from message where purpose = 'follow-up'`)
    for (const { body } of kept.rows) expect(body).not.toMatch(/#\S/)
  })

  it('den, der søgte, er siden blevet det hjem, barnet er skærmet fra: beskeden går til det hjem, barnet bor i', async () => {
    const world = fakeGateways()
    const { childId, guardianId: away } = await asJob<typeof family>((tx) => makeFamily(tx, { name: 'Karl Hemmelig' }))
    const home = await asJob<string>(async (tx) => {
      const adultId = await makePerson(tx, { name: 'Dorthe Hemmelig', birthDay: '1988-01-01', addressProtected: true })
      await makeRelation(tx, { adultId, childId, livesWith: true })
      return adultId
    })
    await test().admin.query('update relation set lives_with = false where adult_id = $1', [away])
    const subjectId = newId()
    await runJob(parts(world), 'tell-family', await queued('tell-family', { personId: away, childId, purpose: 'place-offered', subjectId }))
    expect(world.taken).toEqual([])
    const { rows } = await test().admin.query(`select payload->>'personId' as id from outbox_job where payload->>'subjectId' = $1 and done_at is null`, [subjectId])
    expect(rows).toEqual([{ id: home }])
  })

  it('har en anden meldt barnet til, får de, der bestemmer over barnet, det at vide, én gang hver', async () => {
    const world = fakeGateways()
    const envelope = await queued('tell-family', { personId: null, childId: family.childId, purpose: 'receipt', subjectId: newId() })
    for (const _ of [1, 2]) await runJob(parts(world), 'tell-family', envelope)
    const { rows } = await test().admin.query<{ id: string; payload: never }>(`select id, payload from outbox_job where payload ->> 'subjectId' = $1 and id <> $2`, [(envelope.payload as { subjectId: string }).subjectId, envelope.outboxId])
    expect(rows.map(({ payload }) => (payload as { personId: string }).personId)).toEqual([family.guardianId])
    for (const { id, payload } of rows) await runJob(parts(world), 'tell-family', { kommuneId, outboxId: id, payload })
    expect(world.taken.map(({ channel }) => channel)).toEqual(['mail', 'sms'])
  })

  it('en opfølgning venter til om morgenen', async () => {
    const world = fakeGateways()
    await runJob(parts(world, at('2026-11-20', 3)), 'tell-family', await queued('tell-family', { personId: family.guardianId, childId: family.childId, purpose: 'follow-up', subjectId: newId() }))
    expect(world.taken).toEqual([])
  })

  it('en familie, der ikke vil kontaktes, hører intet', async () => {
    const world = fakeGateways()
    const silent = await asJob<typeof family>((tx) => makeFamily(tx))
    await test().admin.query('update person set contact_barred = true where id = $1', [silent.guardianId])
    await runJob(parts(world), 'tell-family', await queued('tell-family', { personId: silent.guardianId, childId: silent.childId, purpose: 'news', subjectId: newId() }))
    expect(world.taken).toEqual([])
  })
})

describe('Breve', () => {
  const makeLetter = async () => {
    const id = newId()
    const content = { kind: 'granted', basis: 'barnetsLov35Stk3', deciderId: null, blocks: [
      { element: 'sender', heading: null, texts: [{ says: 'Slagelse Kommune', isEksempel: false }] },
      { element: 'result', heading: null, texts: [{ says: 'Alma får et fritidspas #evil *x* Şükran Łódź.', isEksempel: false }] },
      { element: 'next', heading: 'Hvad sker der nu', texts: [{ says: 'Vælg en aktivitet.', isEksempel: true }] },
    ] }
    await asJob((tx) => tx.db.letter.createMany({ data: [{
      kommuneId, id, childId: family.childId, receiverId: family.guardianId, kind: 'granted', title: 'Alma får et fritidspas', content, templateVersion: 1, state: 'written', createdAt: now.at,
      plain: { language: 'tr', heading: 'a', next: 'b', danishCounts: 'c', call: 'd' },
    }] }))
    return id
  }
  const guardian = () => ({ kind: 'family' as const, kommuneId, id: family.guardianId, name: 'Berit', birthDay: now.day, personKey: 'x' })

  it('bliver sat én gang, sendt én gang og kan læses af modtageren alene', async () => {
    const world = fakeGateways()
    const letterId = await makeLetter()
    const envelope = await queued('send-letter', { letterId })
    await runJob(parts(world), 'send-letter', envelope)
    await runJob(parts(world), 'send-letter', envelope)
    expect(world.taken).toHaveLength(1)
    const { rows } = await test().admin.query<{ pdf: Buffer; state: string; pdf_hash: Buffer }>('select pdf, state, pdf_hash from letter where id = $1', [letterId])
    const pdf = rows[0]?.pdf ?? Buffer.alloc(0)
    expect(rows[0]?.state).toBe('sent')
    expect(pdf.toString('latin1')).toContain('pdfuaid:part')
    expect(pdf.toString('latin1')).not.toContain('Libertinus')
    expect(Buffer.from(world.taken[0]?.pdf ?? []).equals(pdf)).toBe(true)
    const entries = await test().admin.query('select count(*)::int as n from journal_entry where letter_id = $1', [letterId])
    expect(entries.rows[0]).toEqual({ n: 1 })
    const mine = callerAs(test().database, guardian(), { now })
    expect((await mine.letter.mine()).map(({ id }) => id)).toContain(letterId)
    expect((await mine.letter.read({ letterId })).blocks).toHaveLength(3)
    await mine.letter.markRead({ letterId, requestId: newId() })
    expect((await mine.letter.read({ letterId })).readAt).toBe(now.at.toISOString())
    const stranger = callerAs(test().database, { ...guardian(), id: newId() }, { now })
    await expect(stranger.letter.read({ letterId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('den, der er fritaget for Digital Post, får papir', async () => {
    const world = fakeGateways()
    world.exempt.add('6203881234')
    const letterId = await makeLetter()
    await runJob(parts(world), 'send-letter', await queued('send-letter', { letterId }))
    const { rows } = await test().admin.query('select state from letter where id = $1', [letterId])
    expect(rows[0]).toEqual({ state: 'to-be-printed' })
  })
})

describe('Link', () => {
  it('kun hashen bliver gemt, et nyt link ender det gamle, og mere end 14 dage går ikke', async () => {
    const subjectId = newId()
    const order = { purpose: 'follow-up' as const, personId: family.guardianId, subjectId, days: 14 }
    const first = await asJob<string>((tx) => makeLink(tx, order))
    const second = await asJob<string>((tx) => makeLink(tx, order))
    expect(first).toMatch(/^[\w-]{43}$/)
    const { rows } = await test().admin.query<{ token_hash: Buffer; revoked_at: Date | null }>('select token_hash, revoked_at from link where subject_id = $1 order by id', [subjectId])
    expect(rows.map(({ revoked_at }) => revoked_at !== null)).toEqual([true, false])
    expect(rows[1]?.token_hash.equals(Buffer.from(hashOf(second)))).toBe(true)
    await expect(asJob((tx) => makeLink(tx, { ...order, days: 15 }))).rejects.toThrow('14 days')
  })
})
