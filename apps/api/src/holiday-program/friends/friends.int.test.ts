import { newId, type Tx } from '@medspil/db'
import { createTestDatabase, job, type TestDatabase, withDatabase } from '@medspil/testing/database'
import { makePerson, makeRelation } from '@medspil/testing/factories'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { plantFamily, plantProgram, plantWorld, later, today, type World } from '../../signup/signup.test-kit.ts'
import { callerAs, fakeGateways, testEnvironment } from '../../testing.ts'
import { followPrograms } from '../follow-programs.ts'
import { type Family, friendsKit, reasonOf } from './friends.test-kit.ts'

const guard = vi.hoisted(() => ({ isOff: false }))
vi.mock('../../../../../packages/db/src/holiday-program/friend-store.ts', async (original) => {
  const real = await original<typeof import('../../../../../packages/db/src/holiday-program/friend-store.ts')>()
  return { ...real, endFriendCodes: async (...given: Parameters<typeof real.endFriendCodes>) => Math.max(await real.endFriendCodes(...given), guard.isOff ? 1 : 0) }
})

const test = withDatabase()
let world: World
let programId: string
beforeAll(async () => {
  world = await plantWorld(test())
  programId = await plantProgram(test(), world)
})
const { as, family, show, codesOf, make, join, leave, rejoin, invite, group } = friendsKit(test, () => world)
const rows = async (sql: string, values: unknown[] = []) => (await test().admin.query(sql, values)).rows
const inTown = <T>(work: (tx: Tx) => Promise<T>) => test().database.asActor(job(world.kommuneId), { now: today, procedure: 'plant' }, work)

describe('en vennegruppe', () => {
  it('begynder med en kode, som den anden familie åbner, ser på og siger ja til; så kender de hinandens navn og ikke mere', async () => {
    const [alma, bo] = [await family({ name: 'Alma Prøve' }), await family({ name: 'Bo Ask Krag' })]
    const groupId = await make(alma, programId)
    const [code] = await codesOf(alma, programId)
    expect(code).toMatch(/^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/)
    expect(await as(bo).holidayProgram.openFriendCode({ code: code!.toUpperCase().replaceAll('-', ' ') })).toEqual({ programId, programName: 'Aktiv Sommer', way: 'opening-minute', name: 'Alma P.', children: 1 })
    expect((await show(bo, programId)).groups).toEqual([])
    await join(bo, code!)
    expect((await show(alma, programId)).groups).toEqual([
      { groupId, invites: true, mine: [{ childId: alma.childId, firstName: 'Alma', hasLeft: false }], others: [{ name: 'Bo K.', hasLeft: false }], free: 2, codes: [] },
    ])
    const seen = await show(bo, programId)
    expect(seen.groups).toEqual([{ groupId, invites: false, mine: [{ childId: bo.childId, firstName: 'Bo', hasLeft: false }], others: [{ name: 'Alma P.', hasLeft: false }], free: 2, codes: [] }])
    expect(JSON.stringify(seen)).not.toContain(alma.childId)
    // Each look stands in that family's own log: at the code, when it was used, and at the group.
    const looks = await as(alma).access.whoLooked({ childId: alma.childId })
    expect(looks.filter(({ why }) => why === 'friend-group').map(({ fields }) => fields)).toEqual([['displayName'], ['displayName'], ['displayName']])
    expect(await rows('select facts from audit_event where subject_id = $1 and event = $2', [groupId, 'friends.joined'])).toEqual([{ facts: { programId, terms: 'venner-1' } }, { facts: { programId, terms: 'venner-1' } }])
  })

  it('et barn med beskyttelse er bare et barn for de andre', async () => {
    const [hidden, bo] = [await family({ name: 'Hemmelig Prøve', nameProtected: true }), await family({ name: 'Bo Krag' })]
    await make(hidden, programId)
    const [code] = await codesOf(hidden, programId)
    expect((await as(bo).holidayProgram.openFriendCode({ code: code! })).name).toBeNull()
    await join(bo, code!)
    expect((await show(bo, programId)).groups[0]!.others).toEqual([{ name: null, hasLeft: false }])
    expect(JSON.stringify(await show(bo, programId))).not.toContain('Hemmelig')
    expect((await show(hidden, programId)).groups[0]!.others).toEqual([{ name: 'Bo K.', hasLeft: false }])
  })

  it('forlades med ét tryk, uden at der siges mere end det, og tages op igen med ét', async () => {
    const [alma, bo] = [await family(), await family({ name: 'Bo Krag' })]
    const groupId = await group(programId, alma, bo)
    await leave(bo, groupId)
    await leave(bo, groupId)
    expect((await show(alma, programId)).groups[0]).toMatchObject({ others: [{ name: 'Bo K.', hasLeft: true }], free: 3 })
    // Who has left sees nobody of the group any more.
    expect((await show(bo, programId)).groups[0]).toMatchObject({ mine: [{ hasLeft: true }], others: [] })
    await rejoin(bo, groupId)
    expect((await show(alma, programId)).groups[0]).toMatchObject({ others: [{ name: 'Bo K.', hasLeft: false }], free: 2 })
    expect(await rows('select left_at is null as stays from friend_member where child_id = $1 order by joined_at, left_at', [bo.childId])).toEqual([{ stays: false }, { stays: true }])
  })

  it('har højst fire børn, og et barn går med én gruppe i et program', async () => {
    const [alma, bo, carl, dina] = [await family(), await family(), await family(), await family()]
    const groupId = await group(programId, alma, bo, carl, dina)
    expect([await reasonOf(invite(alma, groupId)), (await show(alma, programId)).groups[0]!.free]).toEqual(['friend-group-full', 0])
    const emil = await family()
    await make(emil, programId)
    expect(await reasonOf(join(alma, (await codesOf(emil, programId))[0]!))).toBe('child-has-friends')
    const other = await plantProgram(test(), world)
    expect(await reasonOf(make(alma, other))).toBe('ja')
  })

  it('den familie, der inviterer, kan tage et barn mere med; de andre familier kan ikke', async () => {
    const [alma, bo] = [await family(), await family()]
    const groupId = await group(programId, alma, bo)
    const sibling = async (adultId: string) => inTown<string>(async (tx) => {
      const id = await makePerson(tx, { name: 'Storm Prøve', birthDay: '2017-05-05' })
      await makeRelation(tx, { adultId, childId: id })
      return id
    })
    expect(await reasonOf(rejoin({ ...alma, childId: await sibling(alma.actor.id) }, groupId))).toBe('ja')
    expect(await reasonOf(rejoin({ ...bo, childId: await sibling(bo.actor.id) }, groupId))).toBe('NOT_FOUND')
  })

  it('er tom, når programmet er forbi: ingen navne, ingen koder', async () => {
    const over = await plantProgram(test(), world)
    const [alma, bo] = [await family(), await family()]
    await group(over, alma, bo)
    await invite(alma, (await show(alma, over)).groups[0]!.groupId)
    await test().admin.query(`update holiday_program set state = 'running', to_day = '2026-03-09', from_day = '2026-03-01' where id = $1`, [over])
    await followPrograms({ asActor: test().database.asActor, pool: test().database.pool, env: testEnvironment(), clock: () => today, gateways: fakeGateways().gateways, kommuneId: world.kommuneId,
      inTx: (work) => test().database.asActor(job(world.kommuneId), { now: today, procedure: 'test' }, work) })
    expect(await rows(`select distinct display_name, left_at is null as stays from friend_member where program_id = $1`, [over])).toEqual([{ display_name: '', stays: false }])
    expect(await rows(`select 1 from friend_code c join friend_group g on g.id = c.group_id where g.program_id = $1 and (c.ended_at is null or length(c.sealed) > 0)`, [over])).toEqual([])
  })
})

describe('den, der ikke er inviteret', () => {
  it('en kode, der er brugt, afløst, gættet, fra en anden kommune eller et lukket program, åbner det samme: ingenting', async () => {
    const [alma, bo, carl] = [await family(), await family(), await family()]
    const groupId = await make(alma, programId)
    const [used] = await codesOf(alma, programId)
    await join(bo, used!)
    const answers: Record<string, string> = { brugt: await reasonOf(join(carl, used!)) }
    await invite(alma, groupId)
    const [old] = await codesOf(alma, programId)
    await invite(alma, groupId)
    await invite(alma, groupId)
    expect(await codesOf(alma, programId)).toHaveLength(2)
    answers['afløst'] = await reasonOf(join(carl, old!))
    answers['gættet'] = await reasonOf(join(carl, '7k2m-9xqf-3tdh'))
    answers['ingen kode'] = await reasonOf(as(carl).holidayProgram.openFriendCode({ code: 'hej hej hej hej' }))
    const [code] = await codesOf(alma, programId)
    answers['lukket'] = await reasonOf(join(carl, code!, { ...later(24 * 120), day: '2026-07-08' as never }))
    const abroad = await plantWorld(test())
    const stranger = await plantFamily(test(), abroad)
    answers['anden kommune'] = await reasonOf(callerAs(test().database, stranger.actor, { now: today }).holidayProgram.joinFriends({ requestId: newId(), code: code!, childId: stranger.childId, agrees: true }))
    answers['andres barn'] = await reasonOf(join({ actor: carl.actor, childId: bo.childId }, code!))
    await leave(alma, groupId)
    answers['den, der inviterede, er gået'] = await reasonOf(join(carl, code!))
    expect([...new Set(Object.values(answers))]).toEqual(['NOT_FOUND'])
    await rejoin(alma, groupId)
    expect(await reasonOf(join(carl, code!))).toBe('ja')
  })

  // The group is held until both families have opened the code and wait to be let in.
  const oneCodeInTwoHands = async () => {
    const [alma, bo, carl] = [await family(), await family(), await family()]
    const groupId = await make(alma, programId)
    const [code] = await codesOf(alma, programId)
    const holder = await test().admin.connect()
    await holder.query('begin')
    await holder.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${world.kommuneId}/friends/${groupId}`])
    const joining = Promise.all([bo, carl].map((one) => reasonOf(join(one, code!))))
    await expect.poll(async () => (await rows(`select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`))[0].n, { interval: 20, timeout: 5000 }).toBe(2)
    await holder.query('commit')
    holder.release()
    return { answers: (await joining).toSorted(), others: (await show(alma, programId)).groups[0]!.others.length }
  }

  it('den samme kode i to hænder på én gang lukker én familie ind', async () => expect(await oneCodeInTwoHands()).toEqual({ answers: ['NOT_FOUND', 'ja'], others: 1 }))

  it('rød tvilling: spørges der ikke efter, om koden var brugt imens, kommer begge ind', async () => {
    guard.isOff = true
    expect(await oneCodeInTwoHands().finally(() => { guard.isOff = false })).toEqual({ answers: ['ja', 'ja'], others: 2 })
  })

  it('kan hverken se, invitere til eller gå med i andres gruppe, heller ikke med gruppens id', async () => {
    const [alma, bo, carl] = [await family(), await family(), await family()]
    const groupId = await group(programId, alma, bo)
    expect((await show(carl, programId)).groups).toEqual([])
    expect([await reasonOf(invite(carl, groupId)), await reasonOf(invite(bo, groupId)), await reasonOf(rejoin(carl, groupId)), await reasonOf(leave(carl, groupId)), await reasonOf(leave({ ...bo, childId: alma.childId }, groupId))])
      .toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
  })

  /** Rows that a family reads of the group it goes along with: members, codes, groups, and the yes of each. */
  const readsOf = ({ database }: TestDatabase, { actor }: Family, groupId: string) => database.asActor(actor, { now: today, procedure: 'test' }, async (tx) => {
    const sees: unknown[] = []
    for (const what of [`child_id from friend_member where group_id = '${groupId}'`, '1 from friend_code', `1 from friend_group where id = '${groupId}'`, `* from medspil.friend_consents(array['${groupId}']::uuid[])`])
      sees.push(await tx.db.$queryRawUnsafe(`select ${what}`))
    return sees
  })

  it('i databasen ser en familie kun sine egne rækker, kan ikke lukke sig ind og ikke kalde på andres samtykker', async () => {
    const [alma, bo] = [await family(), await family()]
    const groupId = await group(programId, alma, bo)
    const asBo = <T>(work: (tx: Tx) => Promise<T>) => test().database.asActor(bo.actor, { now: today, procedure: 'test' }, work)
    expect(await readsOf(test(), bo, groupId)).toEqual([[{ child_id: bo.childId }], [], [], []])
    const tries = [
      `insert into friend_member (kommune_id, id, group_id, program_id, child_id, agreed_by, display_name, joined_at) values ('${world.kommuneId}', gen_random_uuid(), '${groupId}', '${programId}', '${alma.childId}', '${bo.actor.id}', 'x', now())`,
      `update friend_member set agreed_by = '${bo.actor.id}'`, `update friend_group set child_id = '${bo.childId}'`, 'delete from friend_member', `select medspil.may_agree('${alma.actor.id}', '${alma.childId}')`,
    ]
    for (const sql of tries) expect(await asBo((tx) => tx.db.$executeRawUnsafe(sql)).then(() => sql, () => 'nej')).toBe('nej')
    // Its own row it may end, and nobody else's.
    expect(await asBo((tx) => tx.db.$executeRawUnsafe(`update friend_member set left_at = now() where child_id = '${alma.childId}'`))).toBe(0)
  })
  it('rød tvilling: tages databasens regler væk, ser familien de andres rækker i hver af dem', async () => {
    const scratch = await createTestDatabase()
    try {
      const town = await plantWorld(scratch)
      const kit = friendsKit(() => scratch, () => town)
      const [alma, bo] = [await kit.family(), await kit.family()]
      const groupId = await kit.group(await plantProgram(scratch, town), alma, bo)
      for (const tab of ['friend_member', 'friend_code', 'friend_group']) await scratch.admin.query(`alter policy ${tab}_select on ${tab} using (kommune_id = medspil.kommune())`)
      const { rows: [{ text }] } = await scratch.admin.query(`select pg_get_functiondef('medspil.friend_consents(uuid[])'::regprocedure) as text`)
      await scratch.admin.query(text.replace(`medspil.actor_kind() in ('signup-batch', 'job') and `, ''))
      expect((await readsOf(scratch, bo, groupId)).map((sees) => (sees as unknown[]).length)).toEqual([2, 1, 1, 2])
    } finally {
      await scratch.drop()
    }
  })
})
