import { newId } from '@medspil/db'
import { day } from '@medspil/domain/day'
import { type DrawResult, verifyDraw, wishTie } from '@medspil/domain/holiday-program'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makePerson, makeRelation, makeStaff } from '@medspil/testing/factories'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Job } from '../../jobs/job.ts'
import { plantOffer, plantWorld, type World } from '../../signup/signup.test-kit.ts'
import { callerAs, fakeGateways, testEnvironment } from '../../testing.ts'
import { followDraws } from '../follow-draws.ts'
import { handOutDraw } from '../hand-out-draw.ts'
import { type Family, friendsKit } from './friends.test-kit.ts'

const test = withDatabase()
const closed = at('2026-03-21')
let world: World
beforeAll(async () => { world = await plantWorld(test()) })
const { as, family, leave, group } = friendsKit(test, () => world)
const rows = async (sql: string, values: unknown[] = []) => (await test().admin.query(sql, values)).rows
const jobAt = (now = closed): Job => ({
  asActor: test().database.asActor, pool: test().database.pool, env: testEnvironment(), clock: () => now, gateways: fakeGateways().gateways, kommuneId: world.kommuneId, id: newId(),
  inTx: (work) => test().database.asActor(job(world.kommuneId), { now, procedure: 'test' }, work),
})

async function plantDraw(): Promise<string> {
  const id = newId()
  await test().admin.query(
    `insert into holiday_program (kommune_id, id, ordning_id, ordning_version_id, name, state, holiday, from_day, to_day, way, opens_at, closes_at, wishes_open_at, wishes_close_at, stages, offer_hours)
     values ($1, $2, $3, $4, 'Aktiv Sommer', 'published', 'summer', '2026-07-01', '2026-07-31', 'draw', '2026-04-01T10:00:00Z', '2026-06-30T10:00:00Z', '2026-03-05T10:00:00Z', '2026-03-20T10:00:00Z', $5, 24)`,
    [world.kommuneId, id, world.ordningId, world.versionId, JSON.stringify([{ from: '2026-04-01T10:00:00.000Z', places: 1, waiting: null }])])
  await followDraws(jobAt(at('2026-03-06')))
  return id
}

const activity = (programId: string, on: string, facts: object = {}) => plantOffer(test(), world, {
  programId, capacity: 1, price: 0n, seasonFrom: on, seasonTo: on, occurrences: [{ day: day(on), timeFrom: '10:00', timeTo: '12:00', place: 'Rødvig' }], ...facts })
type Wish = { activityId: string; together: boolean }
const wish = async (who: Family, programId: string, ...wishes: Wish[]) => {
  const { seen } = await as(who).holidayProgram.wishes({ programId })
  return as(who).holidayProgram.saveWishes({ requestId: newId(), programId, seen, children: [{ childId: who.childId, wishes }] })
}
const draw = async (programId: string) => {
  const staff = await test().database.asActor(job(world.kommuneId), { now: closed, procedure: 'plant' }, (tx) => makeStaff(tx, 'fritidsvejleder'))
  await callerAs(test().database, staff, { now: closed }).holidayProgram.holdDraw({ requestId: newId(), programId, chance: null })
  await handOutDraw(jobAt(), { programId })
}
const together = (activityId: string): Wish => ({ activityId, together: true })
const alone = (activityId: string): Wish => ({ activityId, together: false })
const tiesOf = async (offerId: string, ...families: Family[]) => {
  const found = await rows(`select child_id, group_id from signup where offer_id = $1 and state = 'wished'`, [offerId])
  return families.map(({ childId }) => (found.find((row) => row.child_id === childId)?.group_id ?? null) as string | null)
}

describe('venner ønsker sammen', () => {
  it('hver familie for sig, uden at se den andens; og lodtrækningen giver dem plads sammen eller slet ikke', async () => {
    const programId = await plantDraw()
    const [alma, bo, carl] = [await family(), await family(), await family()]
    const groupId = await group(programId, alma, bo, carl)
    const [one, two] = [await activity(programId, '2026-07-06', { capacity: 1 }), await activity(programId, '2026-07-07', { capacity: 2 })]
    expect((await wish(alma, programId, together(one), together(two))).children[0]).toMatchObject({ withFriends: true, wishes: [{ together: true }, { together: true }] })
    expect(JSON.stringify(await wish(bo, programId, together(two), together(one)))).not.toContain(alma.childId)
    // Who has not wished it with the group is no part of it there.
    await wish(carl, programId, alone(two))
    expect(await tiesOf(two, alma, bo, carl)).toEqual([wishTie(groupId, two), wishTie(groupId, two), null])
    await draw(programId)
    const [{ seed, record, result, commitment }] = await rows('select seed, record, result, commitment from draw where program_id = $1', [programId]) as [{ seed: string; record: string; result: string; commitment: string }]
    expect(verifyDraw({ record: JSON.parse(record), seed, commitment, published: result } as never)).toBeTruthy()
    const states = async (offerId: string) => (await rows('select child_id, state from signup where offer_id = $1', [offerId])).reduce<Record<string, string>>((all, { child_id: id, state }) => ({ ...all, [id]: state }), {})
    const [atOne, atTwo] = [await states(one), await states(two)]
    expect(atTwo[alma.childId]).toBe(atTwo[bo.childId])
    expect([atOne[alma.childId], atOne[bo.childId]]).not.toContain('confirmed')
    expect((JSON.parse(result) as DrawResult).places.length).toBeGreaterThan(0)
  })

  it('hvad en vens barn fik i stedet, siges ikke til den anden familie', async () => {
    const programId = await plantDraw()
    const [alma, bo] = [await family(), await family()]
    await group(programId, alma, bo)
    const [kayak, dance] = [await activity(programId, '2026-07-06', { capacity: 2 }), await activity(programId, '2026-07-07', { capacity: 2, title: 'Hemmelig dans' })]
    await wish(bo, programId, alone(dance), together(kayak))
    await wish(alma, programId, together(kayak))
    await draw(programId)
    const { children } = await as(alma, closed).holidayProgram.wishes({ programId })
    expect(children[0]!.wishes).toMatchObject([{ activityId: kayak, outcome: { kind: 'friend-could-not' } }])
    expect(JSON.stringify(children)).not.toContain(dance)
    const theirs = (await as(bo, closed).holidayProgram.wishes({ programId })).children[0]!
    expect(theirs.wishes.map(({ outcome }) => outcome?.kind)).toEqual(['given', 'got-better-wish'])
  })

  it('den, der går ud af gruppen, ønsker alene, og kan komme tilbage og ønske sammen igen', async () => {
    const programId = await plantDraw()
    const [alma, bo] = [await family(), await family()]
    const groupId = await group(programId, alma, bo)
    const kayak = await activity(programId, '2026-07-06', { capacity: 2 })
    await wish(alma, programId, together(kayak))
    await wish(bo, programId, together(kayak))
    await leave(bo, groupId)
    expect(await tiesOf(kayak, alma, bo)).toEqual([wishTie(groupId, kayak), null])
    await as(bo).holidayProgram.rejoinFriends({ requestId: newId(), groupId, childId: bo.childId, agrees: true })
    expect((await as(bo).holidayProgram.wishes({ programId })).children[0]).toMatchObject({ withFriends: true, wishes: [{ together: false }] })
    await wish(bo, programId, together(kayak))
    expect(await tiesOf(kayak, alma, bo)).toEqual([wishTie(groupId, kayak), wishTie(groupId, kayak)])
  })

  it('et barn går med venner eller med søskende, så flokke aldrig hænger sammen i en lang kæde', async () => {
    const programId = await plantDraw()
    const [alma, bo] = [await family(), await family()]
    const sibling = await test().database.asActor(job(world.kommuneId), { now: closed, procedure: 'plant' }, async (tx) => {
      const id = await makePerson(tx, { name: 'Storm Prøve', birthDay: '2017-05-05' })
      await makeRelation(tx, { adultId: alma.actor.id, childId: id })
      return id
    })
    const kayak = await activity(programId, '2026-07-06', { capacity: 3 })
    const both = async () => {
      const { seen } = await as(alma).holidayProgram.wishes({ programId })
      return as(alma).holidayProgram.saveWishes({ requestId: newId(), programId, seen, children: [alma.childId, sibling].map((childId) => ({ childId, wishes: [together(kayak)] })) })
    }
    await both()
    const siblings = { ...alma, childId: sibling }
    const [tie, same] = await tiesOf(kayak, alma, siblings)
    expect(tie).not.toBeNull()
    expect(same).toBe(tie)
    const groupId = await group(programId, alma, bo)
    expect(await tiesOf(kayak, alma, siblings)).toEqual([null, tie])
    await both()
    expect(await tiesOf(kayak, alma, siblings)).toEqual([wishTie(groupId, kayak), null])
  })
})
