import { randomUUID } from 'node:crypto'
import { newId } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { day } from '@medspil/domain/day'
import { type DrawResult, verifyDraw } from '@medspil/domain/holiday-program'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeFamily, makeStaff } from '@medspil/testing/factories'
import { beforeAll, describe, expect, it } from 'vitest'
import { holder } from '../forening/forening.test-kit.ts'
import type { Job } from '../jobs/job.ts'
import { promoteFromList } from '../signup/index.ts'
import { plantOffer, plantPass, plantWorld, type World } from '../signup/signup.test-kit.ts'
import { callerAs, fakeGateways, testEnvironment } from '../testing.ts'
import { followDraws } from './follow-draws.ts'
import { handOutDraw } from './hand-out-draw.ts'
import { kayakBy } from './program.test-kit.ts'

const test = withDatabase()
const [before, wishing, closed, leftovers] = [at('2026-03-01'), at('2026-03-10'), at('2026-03-21'), at('2026-04-02')]
let world: World
let staff: Actor
beforeAll(async () => {
  world = await plantWorld(test())
  staff = await test().database.asActor(job(world.kommuneId), { now: before, procedure: 'plant' }, (tx) => makeStaff(tx, 'fritidsvejleder'))
})

const as = (actor: Actor, now = wishing) => callerAs(test().database, actor, { now })
const rows = async (sql: string, values: unknown[] = []) => (await test().admin.query(sql, values)).rows
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)
const jobAt = (now = closed): Job => ({
  asActor: test().database.asActor, pool: test().database.pool, env: testEnvironment(), clock: () => now, gateways: fakeGateways().gateways, kommuneId: world.kommuneId, id: newId(),
  inTx: (work) => test().database.asActor(job(world.kommuneId), { now, procedure: 'test' }, work),
})

async function plantDraw(places = 1): Promise<string> {
  const id = newId()
  await test().admin.query(
    `insert into holiday_program (kommune_id, id, ordning_id, ordning_version_id, name, state, holiday, from_day, to_day, way, opens_at, closes_at, wishes_open_at, wishes_close_at, stages, offer_hours)
     values ($1, $2, $3, $4, 'Aktiv Sommer', 'published', 'summer', '2026-07-01', '2026-07-31', 'draw', '2026-04-01T10:00:00Z', '2026-06-30T10:00:00Z', '2026-03-05T10:00:00Z', '2026-03-20T10:00:00Z', $5, 24)`,
    [world.kommuneId, id, world.ordningId, world.versionId, JSON.stringify([{ from: '2026-04-01T10:00:00.000Z', places, waiting: null }])])
  await followDraws(jobAt(at('2026-03-06')))
  return id
}

const activity = (programId: string, on: string, facts: object = {}) => plantOffer(test(), world, {
  programId, capacity: 1, price: 0n, seasonFrom: on, seasonTo: on, occurrences: [{ day: day(on), timeFrom: '10:00', timeTo: '12:00', place: 'Rødvig' }], ...facts })

async function family(children = 1): Promise<{ actor: Actor & { kind: 'family' }; childIds: string[] }> {
  const childIds: string[] = []
  let guardianId = ''
  for (let n = 0; n < children; n += 1) {
    const made = await test().database.asActor(job(world.kommuneId), { now: before, procedure: 'plant' }, (tx) => makeFamily(tx))
    childIds.push(made.childId)
    if (guardianId && made.guardianId !== guardianId)
      await test().admin.query(`insert into relation (kommune_id, id, adult_id, child_id, kind, lives_with, source, from_day) values ($1, $2, $3, $4, 'custody', true, 'CPR', '2016-05-04')`, [world.kommuneId, randomUUID(), guardianId, made.childId])
    guardianId ||= made.guardianId
  }
  return { actor: { kind: 'family', kommuneId: world.kommuneId, id: guardianId, name: 'Berit Prøve', birthDay: day('1988-03-02'), personKey: `person:${guardianId}` }, childIds }
}

const wish = async (actor: Actor, programId: string, children: { childId: string; wishes: { activityId: string; together: boolean }[] }[]) => {
  const { seen } = await as(actor).holidayProgram.wishes({ programId })
  return as(actor).holidayProgram.saveWishes({ requestId: newId(), programId, seen, children })
}
const alone = (...ids: string[]) => ids.map((activityId) => ({ activityId, together: false }))

describe('ønsker', () => {
  it('der ligger samtidig eller for langt fra hinanden, siges, mens familien ønsker, og ikke bagefter', async () => {
    const programId = await plantDraw()
    const meeting = (timeFrom: string, timeTo: string, place: string) => ({ occurrences: [{ day: day('2026-07-06'), timeFrom, timeTo, place }] })
    const kayak = await activity(programId, '2026-07-06', meeting('10:00', '12:00', 'Rødvig'))
    const climbing = await activity(programId, '2026-07-06', meeting('11:30', '13:00', 'Rødvig'))
    const judo = await activity(programId, '2026-07-06', meeting('12:10', '13:00', 'Hårlev'))
    const dance = await activity(programId, '2026-07-06', meeting('16:00', '17:00', 'Hårlev'))
    const { actor, childIds: [childId, sibling] } = await family(2)
    const { children } = await wish(actor, programId, [{ childId: childId!, wishes: alone(kayak, climbing, judo, dance) }, { childId: sibling!, wishes: alone(kayak) }])
    const said = (one: (typeof children)[number]) => one.clashes.map(({ activityIds, on }) => `${[...activityIds].sort().join()} ${on}`).sort()
    const pair = (a: string, b: string) => `${[a, b].sort().join()} 2026-07-06`
    const [mine, theirs] = [children.find((one) => one.childId === childId)!, children.find((one) => one.childId === sibling)!]
    expect(said(mine)).toEqual([pair(kayak, climbing), pair(kayak, judo), pair(climbing, judo)].sort())
    expect(said(theirs)).toEqual([])
    expect((await as(actor, closed).holidayProgram.wishes({ programId })).children.flatMap(({ clashes }) => clashes)).toEqual([])
  })

  it('gemmes, flyttes og tages tilbage; en anden fane kan ikke slette dem uset', async () => {
    const programId = await plantDraw()
    const [kayak, climbing] = [await activity(programId, '2026-07-06'), await activity(programId, '2026-07-07')]
    const { actor, childIds: [childId] } = await family()
    const first = await wish(actor, programId, [{ childId: childId!, wishes: alone(kayak, climbing) }])
    expect(first.children[0]!.wishes.map(({ activityId, rank }) => [activityId, rank])).toEqual([[kayak, 1], [climbing, 2]])
    expect(first.children[0]!.ticket).toMatch(/^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/)
    const second = await wish(actor, programId, [{ childId: childId!, wishes: alone(climbing) }])
    expect(second.children[0]!.wishes).toEqual([{ activityId: climbing, rank: 1, together: false, outcome: null }])
    expect(await reasonOf(as(actor).holidayProgram.saveWishes({ requestId: newId(), programId, seen: first.seen, children: [{ childId: childId!, wishes: alone(kayak) }] }))).toBe('wishes-changed')
    expect(await rows('select taken from offer where id = any($1)', [[kayak, climbing]])).toEqual([{ taken: 0 }, { taken: 0 }])
  })

  it('mange faner på én gang bliver ikke til flere ønsker, end der må være, og kun den første, der når frem, gælder', async () => {
    const programId = await plantDraw()
    const { actor, childIds: [childId] } = await family()
    const activities = await Promise.all(Array.from({ length: 6 }, (_, n) => activity(programId, `2026-07-${String(6 + n).padStart(2, '0')}`)))
    const { seen } = await as(actor).holidayProgram.wishes({ programId })
    const tabs = await Promise.all(activities.map((one) => reasonOf(as(actor).holidayProgram.saveWishes({ requestId: newId(), programId, seen, children: [{ childId: childId!, wishes: alone(one) }] }))))
    expect(tabs.toSorted()).toEqual(['ja', ...Array.from({ length: 5 }, () => 'wishes-changed')])
    expect(await rows(`select wish_rank as rank from signup where child_id = $1 and state = 'wished'`, [childId])).toEqual([{ rank: 1 }])
  })

  it('et ønske, der er taget tilbage som en tilmelding, kan ønskes igen', async () => {
    const programId = await plantDraw()
    const kayak = await activity(programId, '2026-07-06')
    const { actor, childIds: [childId] } = await family()
    await wish(actor, programId, [{ childId: childId!, wishes: alone(kayak) }])
    const [{ id: signupId }] = await rows(`select id from signup where child_id = $1 and state = 'wished'`, [childId]) as [{ id: string }]
    await as(actor).signup.cancel({ requestId: newId(), signupId })
    expect((await as(actor).holidayProgram.wishes({ programId })).children[0]!.wishes).toEqual([])
    await wish(actor, programId, [{ childId: childId!, wishes: alone(kayak) }])
    expect(await rows(`select offer_id from signup where child_id = $1 and state = 'wished'`, [childId])).toEqual([{ offer_id: kayak }])
  })

  it('et ønske fra det sidste sekund, der når frem efter lodtrækningen, bliver afvist og ikke gemt som om', async () => {
    const programId = await plantDraw()
    const kayak = await activity(programId, '2026-07-06')
    const { actor, childIds: [childId] } = await family()
    const { seen } = await as(actor).holidayProgram.wishes({ programId })
    // The draw has the programme's row; the wish was sent in time and waits for it.
    const draw = await test().database.pool.connect()
    await draw.query('begin')
    await draw.query(`select set_config('medspil.kommune_id', $1, true), set_config('medspil.actor_kind', 'job', true)`, [world.kommuneId])
    await draw.query('select 1 from holiday_program where id = $1 for no key update', [programId])
    const late = reasonOf(as(actor).holidayProgram.saveWishes({ requestId: newId(), programId, seen, children: [{ childId: childId!, wishes: alone(kayak) }] }))
    expect(await Promise.race([late, new Promise((done) => { setTimeout(() => done('venter'), 300) })])).toBe('venter')
    await draw.query(`update draw set seed = 'aa', record = '{}', result = '{"answers":[],"places":[],"waiting":[]}', drawn_at = $2 where program_id = $1`, [programId, closed.at])
    await draw.query('commit')
    draw.release()
    expect(await late).toBe('wishes-not-open')
    expect(await rows('select 1 from signup where child_id = $1', [childId])).toEqual([])
  })

  it('det, et barn har ønsket, er lovet: hverken dag, pris eller aktiviteten selv forsvinder under ønsket', async () => {
    const programId = await plantDraw()
    const offerId = await activity(programId, '2026-07-06')
    const { actor, childIds: [childId] } = await family()
    await wish(actor, programId, [{ childId: childId!, wishes: alone(offerId) }])
    const sessions = [{ day: '2026-07-08', timeFrom: '10:00', timeTo: '12:00', place: 'Rødvig' }]
    const text = { ...kayakBy(world.foreningId, { offerId, sessions, minimum: null, minimumDecidedOn: null }), programId }
    expect(await reasonOf(as(staff).holidayProgram.editActivity({ requestId: newId(), ...text }))).toBe('activity-promised')
    // Wishes open by the clock; the programme's state follows within the minute.
    await test().admin.query(`update holiday_program set state = 'published' where id = $1`, [programId])
    const board = callerAs(test().database, holder(world, 'forening-desk', world.foreningId), { now: wishing })
    expect(await reasonOf(board.holidayProgram.withdrawActivity({ requestId: newId(), offerId }))).toBe('activity-promised')
  })

  it('for mange, for gammel, lukket og andres barn bliver afvist', async () => {
    const programId = await plantDraw()
    const [kayak, young] = [await activity(programId, '2026-07-06'), await activity(programId, '2026-07-08', { ageFrom: 3, ageTo: 4 })]
    const [{ actor, childIds: [childId] }, other] = [await family(), await family()]
    const send = (children: { childId: string; wishes: { activityId: string; together: boolean }[] }[], now = wishing) =>
      as(actor, now).holidayProgram.saveWishes({ requestId: newId(), programId, seen: '47DEQpj8HBSa-_TImW-5JC', children })
    expect(await reasonOf(send([{ childId: childId!, wishes: Array.from({ length: 9 }, () => ({ activityId: kayak, together: false })) }]))).toBe('too-many-wishes')
    expect(await reasonOf(send([{ childId: childId!, wishes: alone(young) }]))).toBe('wish-not-admitted')
    expect(await reasonOf(send([{ childId: childId!, wishes: alone(kayak, kayak) }]))).toBe('activity-not-offered')
    expect(await reasonOf(send([{ childId: childId!, wishes: alone(kayak) }], closed))).toBe('wishes-not-open')
    expect(await reasonOf(send([{ childId: other.childIds[0]!, wishes: alone(kayak) }]))).toBe('NOT_FOUND')
  })

  it('en familie kan kun skrive ønsker selv, aldrig en plads', async () => {
    const programId = await plantDraw()
    const kayak = await activity(programId, '2026-07-06')
    const { actor, childIds: [childId] } = await family()
    const write = (state: string, place: boolean) => test().database.asActor(actor, { now: wishing, procedure: 'test' }, (tx) => tx.db.signup.createMany({ data: [{
      kommuneId: world.kommuneId, id: newId(), offerId: kayak, childId: childId!, programId, displayName: 'A', state, place, price: 0n, passPays: 0n, familyPays: 0n, requestedKind: 'family', createdAt: wishing.at,
    }] }))
    await expect(write('confirmed', true)).rejects.toThrow(/row-level security/)
    await expect(write('waiting', false)).rejects.toThrow(/row-level security/)
    await expect(write('wished', false)).resolves.toMatchObject({ count: 1 })
  })
})

describe('lodtrækningen', () => {
  it('lover først, trækker så, deler ud, og enhver kan trække om igen', async () => {
    const programId = await plantDraw()
    const [kayak, climbing] = [await activity(programId, '2026-07-06', { capacity: 2 }), await activity(programId, '2026-07-07', { price: 10_000n })]
    const families = await Promise.all(Array.from({ length: 5 }, () => family()))
    await plantPass(test(), world, families[0]!.childIds[0]!, 100_000n)
    for (const { actor, childIds: [childId] } of families) await wish(actor, programId, [{ childId: childId!, wishes: alone(kayak, climbing) }])
    const promised = await as({ kind: 'visitor', kommuneId: world.kommuneId, id: null } as Actor).holidayProgram.draw({ programId })
    expect(promised.held).toBeNull()
    expect(JSON.stringify(promised)).not.toContain((await rows('select encode(sealed, \'hex\') as s from draw where program_id = $1', [programId]))[0]!.s.slice(0, 20))

    expect(await reasonOf(as(staff).holidayProgram.holdDraw({ requestId: newId(), programId, chance: null }))).toBe('wishes-still-open')
    const [one, two] = await Promise.all([1, 2].map(() => as(staff, closed).holidayProgram.holdDraw({ requestId: newId(), programId, chance: null })))
    expect(one!.drawnAt).toBe(two!.drawnAt)
    await handOutDraw(jobAt(), { programId })
    await handOutDraw(jobAt(), { programId })

    const held = await as({ kind: 'visitor', kommuneId: world.kommuneId, id: null } as Actor, closed).holidayProgram.drawRecord({ programId })
    const { commitment } = held
    expect(commitment).toBe(promised.commitment)
    expect(verifyDraw({ ...held, commitment: promised.commitment })).toEqual({ ok: true })
    const result = JSON.parse(held.result) as DrawResult
    expect(result.places).toHaveLength(3)
    expect(await rows('select taken from offer where id = $1', [kayak])).toEqual([{ taken: 2 }])
    const states = await rows(`select state, count(*)::int as n from signup where program_id = $1 group by state order by state`, [programId])
    // A pass holder's place waits for the forening's yes, the other's for its payment; either way three places are given.
    expect(states.filter(({ state }) => ['confirmed', 'requested', 'awaiting-payment'].includes(state)).reduce((sum, { n }) => sum + n, 0)).toBe(3)
    expect(await rows('select state from holiday_program where id = $1', [programId])).toEqual([{ state: 'paying' }])
    const numbers = await rows(`select waiting_number::int as n from signup where offer_id = $1 and state = 'waiting' order by 1`, [climbing])
    expect(numbers.map(({ n }) => n)).toEqual(numbers.map((_, n) => n + 1))

    const mine = await as(families[1]!.actor, closed).holidayProgram.wishes({ programId })
    expect(mine.children[0]!.wishes).toHaveLength(2)
    expect(mine.children[0]!.wishes.every(({ outcome }) => outcome !== null)).toBe(true)
    expect(held.record).not.toContain(families[1]!.childIds[0]!)
    await followDraws(jobAt(leftovers))
    expect(await rows('select state from holiday_program where id = $1', [programId])).toEqual([{ state: 'leftovers' }])
  })

  it('trækkes et vundet ønske tilbage, før pladserne er delt ud, får den næste i køen tilbuddet', async () => {
    const programId = await plantDraw()
    const kayak = await activity(programId, '2026-07-06')
    const families = [await family(), await family()]
    for (const { actor, childIds: [childId] } of families) await wish(actor, programId, [{ childId: childId!, wishes: alone(kayak) }])
    await as(staff, closed).holidayProgram.holdDraw({ requestId: newId(), programId, chance: null })
    const outcomes = await Promise.all(families.map(async ({ actor }) => (await as(actor, closed).holidayProgram.wishes({ programId })).children[0]!.wishes[0]!.outcome!.kind))
    const [winner, next] = outcomes[0] === 'given' ? families : families.toReversed()
    const [{ id: signupId }] = await rows('select id from signup where child_id = $1', [winner!.childIds[0]]) as [{ id: string }]
    await as(winner!.actor, closed).signup.cancel({ requestId: newId(), signupId })
    await handOutDraw(jobAt(), { programId })
    const jobs = await rows(`select payload->>'offerId' as offer from outbox_job where name = 'promote-from-list' and done_at is null and payload->>'offerId' = $1`, [kayak])
    expect(jobs.length).toBeGreaterThan(0)
    await promoteFromList(jobAt(), { offerId: kayak })
    expect(await rows('select state from signup where child_id = $1', [next!.childIds[0]])).toEqual([{ state: 'offered' }])
  })

  it('før tilmeldingen åbner, gælder dens første grænse: ingen får en plads for meget fra køen', async () => {
    const programId = await plantDraw(1)
    const [kayak, climbing] = [await activity(programId, '2026-07-06'), await activity(programId, '2026-07-07')]
    const families = [await family(), await family()]
    for (const { actor, childIds: [childId] } of families) await wish(actor, programId, [{ childId: childId!, wishes: alone(kayak, climbing) }])
    await as(staff, closed).holidayProgram.holdDraw({ requestId: newId(), programId, chance: null })
    await handOutDraw(jobAt(), { programId })
    const [{ id: signupId, child_id: winner }] = await rows('select id, child_id from signup where offer_id = $1 and place', [kayak]) as [{ id: string; child_id: string }]
    const [first, second] = families[0]!.childIds[0] === winner ? families : families.toReversed()
    expect(await rows('select state from signup where offer_id = $1 and child_id = $2', [kayak, second!.childIds[0]])).toEqual([{ state: 'waiting' }])
    await as(first!.actor, closed).signup.cancel({ requestId: newId(), signupId })
    await promoteFromList(jobAt(), { offerId: kayak })
    expect(await rows('select count(*)::int as places from signup where child_id = $1 and place', [second!.childIds[0]])).toEqual([{ places: 1 }])
  })

  it('slås uddelingen ned til sidst, får alle familier alligevel besked, og kun én gang', async () => {
    const programId = await plantDraw()
    const kayak = await activity(programId, '2026-07-06')
    const families = await Promise.all([family(), family(), family()])
    for (const { actor, childIds: [childId] } of families) await wish(actor, programId, [{ childId: childId!, wishes: alone(kayak) }])
    await as(staff, closed).holidayProgram.holdDraw({ requestId: newId(), programId, chance: null })
    const job = jobAt()
    let runs = 0
    const dying: Job = { ...job, inTx: (work) => { runs += 1; return runs > 1 ? Promise.reject(new Error('killed')) : job.inTx(work) } }
    await expect(handOutDraw(dying, { programId })).rejects.toThrow('killed')
    await handOutDraw(jobAt(), { programId })
    await handOutDraw(jobAt(), { programId })
    const told = await rows(`select payload ->> 'childId' as child from outbox_job where name = 'tell-family' and payload ->> 'subjectId' = $1`, [programId])
    expect(told.map(({ child }) => child).sort()).toEqual(families.map(({ childIds }) => childIds[0]!).sort())
  })

  it('søskende sammen får begge plads eller ingen af dem', async () => {
    const programId = await plantDraw()
    const kayak = await activity(programId, '2026-07-06', { capacity: 2 })
    const [siblings, single] = [await family(2), await family()]
    await wish(siblings.actor, programId, siblings.childIds.map((childId) => ({ childId, wishes: [{ activityId: kayak, together: true }] })))
    await wish(single.actor, programId, [{ childId: single.childIds[0]!, wishes: alone(kayak) }])
    await as(staff, closed).holidayProgram.holdDraw({ requestId: newId(), programId, chance: null })
    await handOutDraw(jobAt(), { programId })
    const placed = await rows(`select s.child_id from signup s where s.offer_id = $1 and s.place`, [kayak])
    const both = placed.filter(({ child_id }) => siblings.childIds.includes(child_id)).length
    expect([0, 2]).toContain(both)
    expect(placed).toHaveLength(both === 2 ? 2 : 1)
  })

  it('det, der er trukket, kan ingen ændre; rødt: uden vagten kan de', async () => {
    const programId = await plantDraw()
    await as(staff, closed).holidayProgram.holdDraw({ requestId: newId(), programId, chance: null })
    const change = () => test().database.asActor(job(world.kommuneId), { now: closed, procedure: 'test' }, (tx) => tx.db.draw.updateMany({ where: { programId }, data: { seed: 'ab'.repeat(32) } }))
    await expect(change()).rejects.toThrow()
    await test().admin.query('alter table draw disable trigger draw_stays')
    await expect(change()).resolves.toMatchObject({ count: 1 })
    await test().admin.query('alter table draw enable trigger draw_stays')
  })
})
