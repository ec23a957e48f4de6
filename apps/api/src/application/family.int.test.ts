import { newId } from '@medspil/db'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makePerson, makeRelation } from '@medspil/testing/factories'
import { describe, expect, it } from 'vitest'
import { booksAgree, makeWorld, rowsOf, submitInput } from './world.test-kit.ts'

const test = withDatabase()

describe('familien søger', () => {
  it('mit barn står på listen med det, registret ved', async () => {
    const world = await makeWorld(test())
    const children = await world.as(world.guardian).application.myChildren()
    expect(children).toHaveLength(1)
    expect(children[0]).toMatchObject({ childId: world.childId, age: 10, isSelf: false, livesHere: true, ordninger: [{ key: 'hel-fritid', mayApply: true, openApplicationId: null }] })
  })

  it('penge, hvor noget skal vurderes, venter på et menneske, med dato og nummer', async () => {
    const world = await makeWorld(test())
    const receipt = await world.as(world.guardian).application.submit(submitInput(world))
    expect(receipt).toMatchObject({ state: 'submitted', answerBy: '2026-08-17', fritidspasId: null, joined: false })
    expect(receipt.reference).toMatch(/^2026-\d{4}$/)
    expect((await rowsOf(world, 'audit_event', "event = 'application.submitted'"))).toHaveLength(1)
    expect((await rowsOf(world, 'outbox_job')).map((row) => row['name'])).toEqual(['tell-family'])
    expect((await rowsOf(world, 'read_log')).length).toBeGreaterThan(0)
    expect((await rowsOf(world, 'child_access')).map((row) => row['role']).sort()).toEqual(['caseworker', 'fritidsvejleder'])
    expect((await rowsOf(world, 'criterion')).length).toBe(8)
  })

  it('et klart ja til vejledning kommer med det samme, med brev', async () => {
    const world = await makeWorld(test())
    const receipt = await world.as(world.guardian).application.submit(submitInput(world, { supports: [{ kind: 'guidance' }] }))
    expect(receipt.state).toBe('granted')
    expect(await rowsOf(world, 'decision')).toMatchObject([{ result: 'granted', automatic: true, decider_id: null }])
    expect((await rowsOf(world, 'outbox_job')).map((row) => row['name']).sort()).toEqual(['send-letter', 'tell-family'])
    expect((await rowsOf(world, 'follow_up')).length).toBeGreaterThan(0)
  })

  it('et klart ja til penge giver pas, brev og opfølgning i samme handling, og bøgerne stemmer', async () => {
    const world = await makeWorld(test(), { change: (rules) => ({ ...rules, criteria: rules.criteria.filter(({ rule }) => rule.kind !== 'judged') }) })
    const receipt = await world.as(world.guardian).application.submit(submitInput(world, { supports: [{ kind: 'kontingent', amount: 75_000n }] }))
    expect(receipt.state).toBe('granted')
    expect(receipt.fritidspasId).not.toBeNull()
    expect(await booksAgree(world)).toBe(true)
    const passes = await world.as(world.guardian).fritidspas.show({ childId: world.childId })
    expect(passes).toMatchObject([{ isValid: true, displayName: 'Alma L.', purses: [{ purse: 'kontingent', granted: 75_000n, available: 75_000n }] }])
    const code = passes[0]?.code ?? ''
    expect(await world.as(world.guardian).fritidspas.check({ code })).toEqual({ valid: true, initial: 'A', validTo: passes[0]?.validTo })
    expect(await world.as(world.guardian).fritidspas.check({ code: 'A'.repeat(43) })).toEqual({ valid: false })
    const [mine] = await world.as(world.guardian).application.mine()
    expect(mine).toMatchObject({ status: 'granted', next: { act: 'choose-offer', whose: 'family' } })
  })

  it('samme id giver samme svar, og andet indhold afvises', async () => {
    const world = await makeWorld(test())
    const input = submitInput(world)
    const first = await world.as(world.guardian).application.submit(input)
    expect(await world.as(world.guardian).application.submit(input)).toEqual(first)
    await expect(world.as(world.guardian).application.submit({ ...input, months: 6 })).rejects.toMatchObject({ cause: { whyNot: { reason: 'same-id-other-content' } } })
    expect(await rowsOf(world, 'application')).toHaveLength(1)
  })

  it('to forældre, der sender samtidig, får én ansøgning', async () => {
    const world = await makeWorld(test())
    const other = await test().database.asActor(job(world.kommune.id), { now: at('2026-08-03'), procedure: 'test' }, async (tx) => {
      const id = await makePerson(tx, { name: 'Carsten Lund', birthDay: '1985-01-01' })
      await makeRelation(tx, { adultId: id, childId: world.childId })
      return id
    })
    const receipts = await Promise.all([world.guardian, { ...world.guardian, id: other, personKey: 'carsten' }].map((one) => world.as(one).application.submit(submitInput(world))))
    expect(new Set(receipts.map(({ applicationId }) => applicationId)).size).toBe(1)
    expect(receipts.map(({ joined }) => joined).sort()).toEqual([false, true])
    expect(await rowsOf(world, 'course')).toHaveLength(1)
  })

  it('en længde, der ikke er valgt, og en dør, der ikke findes, siges', async () => {
    const world = await makeWorld(test())
    const send = (changes: object) => world.as(world.guardian).application.submit(submitInput(world, changes))
    await expect(send({ months: null })).rejects.toMatchObject({ cause: { whyNot: { reason: 'period-not-given' } } })
    await expect(send({ months: 9 })).rejects.toMatchObject({ cause: { whyNot: { reason: 'period-length-not-offered' } } })
    await expect(send({ ordningKey: 'findes-ikke' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const guldpas = await makeWorld(test(), { ordning: 'guldpas' })
    await expect(guldpas.as(guldpas.guardian).application.submit(submitInput(guldpas))).rejects.toMatchObject({ cause: { whyNot: { reason: 'no-door-for-this-role' } } })
  })

  it('en ung på 15 søger selv; en på 14 kan ikke', async () => {
    const world = await makeWorld(test(), { age: 15 })
    const young = { ...world.guardian, id: world.childId, name: 'Alma Prøve Lund', personKey: 'alma' }
    expect(await world.as(young).application.submit(submitInput(world))).toMatchObject({ state: 'submitted' })
    expect(await rowsOf(world, 'application')).toMatchObject([{ door: 'youngPerson' }])
    const younger = await makeWorld(test(), { age: 14 })
    await expect(younger.as({ ...young, kommuneId: younger.kommune.id, id: younger.childId }).application.submit(submitInput(younger))).rejects.toMatchObject({ cause: { whyNot: { reason: 'too-young-to-apply-alone' } } })
  })

  it('andre familier og andre kommuner finder intet', async () => {
    const [world, elsewhere] = [await makeWorld(test()), await makeWorld(test())]
    const { applicationId } = await world.as(world.guardian).application.submit(submitInput(world))
    for (const stranger of [elsewhere.guardian, { ...elsewhere.guardian, kommuneId: world.kommune.id, id: newId() }]) {
      await expect(world.as(stranger).application.show({ applicationId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(world.as(stranger).application.submit(submitInput(world))).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(world.as(stranger).application.withdraw({ requestId: newId(), applicationId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(world.as(stranger).fritidspas.show({ childId: world.childId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  it('familien ser sit eget, trækker det tilbage, og to gange går ikke', async () => {
    const world = await makeWorld(test())
    const { applicationId } = await world.as(world.guardian).application.submit(submitInput(world))
    const shown = await world.as(world.guardian).application.show({ applicationId })
    expect(shown).toMatchObject({ status: 'received', mayWithdraw: true, answers: { activity: 'none' }, next: { act: 'wait-for-answer', by: '2026-08-17' } })
    expect(await world.as(world.guardian).application.withdraw({ requestId: newId(), applicationId })).toEqual({ applicationId, state: 'withdrawn' })
    await expect(world.as(world.guardian).application.withdraw({ requestId: newId(), applicationId })).rejects.toMatchObject({ cause: { whyNot: { reason: 'application-not-there' } } })
  })

  it('kan brevet ikke udstedes, er intet af det sket', async () => {
    const world = await makeWorld(test(), { change: (rules) => ({ ...rules, criteria: rules.criteria.filter(({ rule }) => rule.kind !== 'judged') }) })
    await test().admin.query(`create or replace function test_break() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`)
    await test().admin.query('create trigger test_break before insert on letter for each row execute function test_break()')
    await expect(world.as(world.guardian).application.submit(submitInput(world))).rejects.toThrow()
    await test().admin.query('drop trigger test_break on letter')
    for (const table of ['application', 'decision', 'fritidspas', 'course', 'outbox_job', 'letter']) expect(await rowsOf(world, table), table).toHaveLength(0)
    expect(await booksAgree(world)).toBe(true)
  })
})
