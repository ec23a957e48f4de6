import { newId } from '@medspil/db'
import type { Actor, StaffMember } from '@medspil/domain/access'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeChildAccess, makeStaff } from '@medspil/testing/factories'
import { beforeAll, describe, expect, it } from 'vitest'
import { callerAs } from '../testing.ts'
import type { QueuedAct } from './acts.ts'
import { runBatch } from './run-batch.ts'
import { later, plantFamily, plantOffer, plantPass, plantProgram, plantSiblings, plantWorld, takeTogether, today, type World } from './signup.test-kit.ts'

const test = withDatabase()
let world: World
let programId: string
let fagperson: StaffMember
beforeAll(async () => {
  world = await plantWorld(test())
  programId = await plantProgram(test(), world)
  fagperson = await planted((tx) => makeStaff(tx, 'fagperson', { profession: 'Lærer' }))
})

const planted = <T>(make: Parameters<typeof makeStaff>[0] extends infer Tx ? (tx: Tx) => Promise<T> : never) =>
  test().database.asActor(job(world.kommuneId), { now: today, procedure: 'plant' }, make as never) as Promise<T>
const as = (actor: Actor, now = today) => callerAs(test().database, actor, { now })
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)
const row = async (sql: string, values: unknown[]) => (await test().admin.query(sql, values)).rows[0]
const states = async (offerId: string) => (await test().admin.query('select state from signup where offer_id = $1 order by created_at, waiting_number nulls first, id', [offerId])).rows.map(({ state }) => state as string)
const asJob: Actor = { kind: 'job', kommuneId: '', id: null, name: 'test' }
const batch = (act: QueuedAct['act'], now = today) => runBatch(test().database.pool, world.kommuneId, [{ act, by: { ...asJob, kommuneId: world.kommuneId } as never, now, once: null }])

const inSummer = (facts: object = {}) => plantOffer(test(), world, { programId, price: 0n, seasonFrom: '2026-07-06', seasonTo: '2026-07-06', ...facts })
const meets = (day: string, timeFrom: string, timeTo: string, place = 'Hallen') => ({ seasonFrom: day, seasonTo: day, place, occurrences: [{ day: day as never, timeFrom, timeTo, place }] })
const ask = ({ childId, actor }: { childId: string; actor: Actor }, offerId: string, acceptsClash = false) => as(actor).signup.request({ requestId: newId(), childId, offerId, acceptsClash })

/** A child that the fagperson works with. */
async function knownChild(age = 9) {
  const family = await plantFamily(test(), world, { age })
  await planted((tx) => makeChildAccess(tx, { childId: family.childId, staffId: fagperson.id }))
  return family
}

describe('før trykket siges det, som trykket giver', () => {
  it('plads og pris, hvad barnet har, og grænsen trin for trin', async () => {
    const { childId, actor } = await plantFamily(test(), world)
    const stages = [{ from: later(-24).at.toISOString(), places: 1, waiting: null }, { from: later(24).at.toISOString(), places: 3, waiting: null }]
    const staged = await plantProgram(test(), world)
    await test().admin.query('update holiday_program set stages = $2 where id = $1', [staged, JSON.stringify(stages)])
    const [one, two] = [await plantOffer(test(), world, { programId: staged, price: 10_000n, title: 'Kajak', ...meets('2026-07-06', '10:00', '12:00') }), await plantOffer(test(), world, { programId: staged, price: 0n, ...meets('2026-07-08', '10:00', '12:00') })]
    const ahead = await as(actor).signup.ahead({ offerId: one, childIds: [childId] })
    expect(ahead).toMatchObject({ freePlaces: 12, limit: { places: 1, next: { from: stages[1]!.from, places: 3 } }, seatMinutes: 30, children: [{ gives: 'place', whyNot: null, clash: null, has: [], price: { paidByYou: 10_000n } }] })
    expect(await ask({ childId, actor }, one)).toMatchObject({ state: 'seat-held', familyPays: 10_000n })
    const again = await as(actor).signup.ahead({ offerId: two, childIds: [childId] })
    expect(again.children[0]).toMatchObject({ gives: null, whyNot: { reason: 'child-limit-reached', limit: 1 }, has: [{ title: 'Kajak', isPlace: true }] })
    expect(await reasonOf(ask({ childId, actor }, two))).toBe('child-limit-reached')
    expect(await reasonOf(as(actor, later(25)).signup.request({ requestId: newId(), childId, offerId: two, acceptsClash: false }))).toBe('ja')
    expect((await as(actor).signup.ahead({ offerId: one, childIds: [childId] })).children[0]?.existing).not.toBeNull()
  })

  it('to ting på samme tid og for kort vej er to advarsler med begge navne, og familien kan ville begge', async () => {
    const { childId, actor } = await plantFamily(test(), world)
    const held = await inSummer({ title: 'Klatring', area: 'Område 1', ...meets('2026-07-06', '10:00', '12:00', 'Hallen') })
    const same = await inSummer({ title: 'Kajak', ...meets('2026-07-06', '11:00', '13:00', 'Havnen') })
    const near = await inSummer({ title: 'Dans', area: 'Område 2', ...meets('2026-07-06', '12:15', '13:00', 'Skolen') })
    const far = await inSummer({ title: 'Musik', area: 'Område 2', ...meets('2026-07-06', '12:30', '13:00', 'Skolen') })
    await ask({ childId, actor }, held)
    const clashOf = async (offerId: string) => (await as(actor).signup.ahead({ offerId, childIds: [childId] })).children[0]
    expect(await clashOf(same)).toMatchObject({ gives: 'place', clash: { title: 'Klatring', meeting: { day: '2026-07-06', timeFrom: '10:00' }, whyNot: { reason: 'clashes-with-place' } } })
    expect(await clashOf(near)).toMatchObject({ gives: 'place', clash: { title: 'Klatring', whyNot: { reason: 'no-time-between-places', minutes: 15, needed: 30 } } })
    expect(await clashOf(far)).toMatchObject({ clash: null })
    expect([await reasonOf(ask({ childId, actor }, near)), await reasonOf(ask({ childId, actor }, near, true))]).toEqual(['no-time-between-places', 'ja'])
  })

  it('spørger aktiviteten efter klasse, siger familien den, og så er der plads', async () => {
    const { childId, actor } = await plantFamily(test(), world)
    const offerId = await inSummer()
    await test().admin.query('update offer set admits = $2 where id = $1', [offerId, JSON.stringify({ kind: 'grade', from: 2, to: 5, on: '2026-06-26' })])
    const ahead = async () => (await as(actor).signup.ahead({ offerId, childIds: [childId] })).children[0]
    expect(await ahead()).toMatchObject({ gives: null, whyNot: { reason: 'grade-unknown' } })
    await as(actor).signup.sayGrade({ requestId: newId(), childId, grade: 3 })
    expect(await ahead()).toMatchObject({ gives: 'place', whyNot: null })
    const other = await plantFamily(test(), world)
    expect(await reasonOf(as(other.actor).signup.sayGrade({ requestId: newId(), childId, grade: 9 }))).toBe('NOT_FOUND')
    expect(await row('select grade_value from person where id = $1', [childId])).toEqual({ grade_value: 3 })
  })

  it('andres barn findes ikke', async () => {
    const [mine, other] = [await plantFamily(test(), world), await plantFamily(test(), world)]
    expect(await reasonOf(as(mine.actor).signup.ahead({ offerId: await inSummer(), childIds: [mine.childId, other.childId] }))).toBe('NOT_FOUND')
  })
})

it('en aktivitet får aldrig færre pladser end det antal, den bliver til noget med', async () => {
  const offerId = await inSummer({ capacity: 8 })
  await test().admin.query("update offer set minimum = 5, minimum_decided_on = '2026-06-20' where id = $1", [offerId])
  expect(await batch({ kind: 'set-capacity', offerId, capacity: 2 })).toMatchObject([{ ok: true, result: { capacity: 5 } }])
})

describe('reserverede pladser', () => {
  const keep = (offerId: string, reserved: number, until = '2026-06-01') => test().admin.query('update offer set reserved = $2, reserved_until = $3 where id = $1', [offerId, reserved, until])

  it('en familie fylder dem aldrig; en fagperson gør, på samme vej, og familien får besked', async () => {
    const offerId = await inSummer({ capacity: 2 })
    await keep(offerId, 1)
    const [one, two, known] = [await plantFamily(test(), world), await plantFamily(test(), world), await knownChild()]
    expect((await ask(one, offerId)).state).toBe('confirmed')
    expect(await ask(two, offerId)).toMatchObject({ state: 'waiting', position: 1 })
    const found = await as(fagperson).holidayProgram.forChild({ childId: known.childId, programId })
    expect(found.activities.find(({ id }) => id === offerId)).toMatchObject({ freePlaces: 0, freeReserved: 1, waiting: 1, forChild: { whyNot: null } })
    const { signupId, state } = await as(fagperson).signup.requestReserved({ requestId: newId(), childId: known.childId, offerId, acceptsClash: false })
    expect([state, (await row('select reserved from signup where id = $1', [signupId])).reserved]).toEqual(['confirmed', true])
    expect(Number((await row(`select count(*) from outbox_job where name = 'tell-family' and payload->>'childId' = $1`, [known.childId])).count)).toBe(1)
    expect((await as(fagperson).holidayProgram.forChild({ childId: known.childId, programId })).signups).toMatchObject([{ signupId, state: 'confirmed', mayCancel: true }])
    // None left: the next one stands behind the family in the same line.
    expect(await as(fagperson).signup.requestReserved({ requestId: newId(), childId: (await knownChild()).childId, offerId, acceptsClash: false })).toMatchObject({ state: 'waiting', position: 2 })
  })

  it('en familie kan ikke bede om dem, og en fagperson ikke for et barn, den ikke kender', async () => {
    const offerId = await inSummer({ capacity: 1 })
    await keep(offerId, 1)
    const family = await plantFamily(test(), world)
    const input = { requestId: newId(), childId: family.childId, offerId, acceptsClash: false }
    expect(await reasonOf(as(family.actor).signup.requestReserved(input))).toBe('NOT_FOUND')
    expect(await reasonOf(as(fagperson).signup.requestReserved({ ...input, requestId: newId() }))).toBe('NOT_FOUND')
    expect(await reasonOf(as(family.actor).holidayProgram.forChild({ childId: family.childId }))).toBe('NOT_FOUND')
  })

  it('på dagen når de køen i rækkefølge, og kapaciteten er den samme', async () => {
    const offerId = await inSummer({ capacity: 3 })
    await keep(offerId, 2, '2026-03-10')
    const families = await Promise.all([1, 2, 3, 4].map(() => plantFamily(test(), world)))
    for (const family of families) await ask(family, offerId)
    await batch({ kind: 'release-reserved', offerId })
    expect(await row('select reserved from offer where id = $1', [offerId])).toEqual({ reserved: 2 })
    const dayAfter = later(24)
    await batch({ kind: 'release-reserved', offerId }, dayAfter)
    await batch({ kind: 'release-reserved', offerId }, dayAfter)
    expect(await row('select reserved, capacity, taken from offer where id = $1', [offerId])).toEqual({ reserved: 0, capacity: 3, taken: 1 })
    expect(await batch({ kind: 'promote', offerId }, dayAfter)).toMatchObject([{ result: { offered: 2 } }])
    const numbers = (await test().admin.query(`select state from signup where offer_id = $1 and waiting_number is not null order by waiting_number`, [offerId])).rows.map(({ state }) => state)
    expect(numbers).toEqual(['offered', 'offered', 'waiting'])
    expect((await row('select taken from offer where id = $1', [offerId])).taken).toBe(3)
  })

  it('rød tvilling: uden reservationen tager familien pladsen', async () => {
    const offerId = await inSummer({ capacity: 2 })
    const [one, two] = [await plantFamily(test(), world), await plantFamily(test(), world)]
    await ask(one, offerId)
    expect((await ask(two, offerId)).state).toBe('confirmed')
  })
})

describe('en plads, der bliver fri aftenen før', () => {
  // Tomorrow at nine in Denmark, 21 hours from now; the programme gives 24 hours to answer and 72 to pay.
  const [evening, begins] = [10, 21]
  const freed = async () => {
    const offerId = await inSummer({ capacity: 1, price: 15_000n, ...meets('2026-03-11', '09:00', '12:00') })
    const [one, two, three] = [await plantFamily(test(), world), await plantFamily(test(), world), await plantFamily(test(), world)]
    const { signupId } = await ask(one, offerId)
    const next = await ask(two, offerId)
    await ask(three, offerId)
    await as(one.actor, later(evening)).signup.cancel({ requestId: newId(), signupId })
    expect(await batch({ kind: 'promote', offerId }, later(evening))).toMatchObject([{ result: { offered: 1 } }])
    const answer = (hours: number, answer: 'yes' | 'no') => as(two.actor, later(hours)).signup.answerOffer({ requestId: newId(), signupId: next.signupId, answer })
    return { offerId, two, three, answer, about: { signupId: next.signupId, childId: two.childId, offerId } }
  }

  it('skal svares på og betales, før der begyndes; så er det slut, og de næste kan se hvorfor', async () => {
    const { offerId, two, three, answer, about } = await freed()
    expect((await as(two.actor, later(evening)).signup.mine({}))[0]?.answerBy).toBe(later(begins).at.toISOString())
    expect(await answer(evening + 1, 'yes')).toMatchObject({ state: 'awaiting-payment', heldUntil: later(begins).at.toISOString() })
    await batch({ kind: 'lapse-seat', ...about }, later(begins + 0.01))
    expect(await batch({ kind: 'promote', offerId }, later(begins + 0.01))).toMatchObject([{ result: { offered: 0 } }])
    expect(await states(offerId)).toEqual(['cancelled-by-family', 'lapsed', 'waiting'])
    expect((await as(three.actor, later(begins + 0.01)).signup.mine({}))[0]?.line?.whyNotYet).toEqual({ reason: 'activity-over', lastDay: '2026-03-11' })
  })

  it('siges der ja i sidste øjeblik, er der de samme minutter til at betale som for andre', async () => {
    const { answer } = await freed()
    expect((await answer(begins - 0.25, 'yes')).heldUntil).toBe(later(begins + 0.25).at.toISOString())
  })

  it('et ja efter begyndelsen er for sent, også når fristen var længere; et nej er altid et nej', async () => {
    const { answer, about } = await freed()
    await test().admin.query('update signup set offer_deadline_at = $2 where id = $1', [about.signupId, later(begins + 9).at])
    expect(await reasonOf(answer(begins, 'yes'))).toBe('activity-over')
    expect((await answer(begins, 'no')).state).toBe('declined')
  })
})

describe('en plads, der mangler betaling', () => {
  it('kan forlænges to gange; går tiden, går pladsen til den næste', async () => {
    const offerId = await inSummer({ capacity: 1, price: 15_000n })
    const [one, two] = [await plantFamily(test(), world), await plantFamily(test(), world)]
    const { signupId, heldUntil } = await ask(one, offerId)
    expect(heldUntil).toBe(later(0.5).at.toISOString())
    await ask(two, offerId)
    const extend = () => as(one.actor).signup.extendSeat({ requestId: newId(), signupId })
    expect((await extend()).heldUntil).toBe(later(1).at.toISOString())
    await extend()
    expect(await reasonOf(extend())).toBe('seat-extended-enough')
    expect((await as(one.actor).signup.mine({}))[0]).toMatchObject({ heldSeconds: 5400, mayExtend: false, backIfCancelled: null })
    const lapse = { kind: 'lapse-seat' as const, signupId, childId: one.childId, offerId }
    await batch(lapse, later(1.5))
    expect(await states(offerId)).toEqual(['seat-held', 'waiting'])
    await batch(lapse, later(1.51))
    await batch({ kind: 'promote', offerId }, later(1.51))
    expect(await states(offerId)).toEqual(['lapsed', 'offered'])
  })

  it('mere tid gælder alle, der tog plads sammen, og sendt to gange er det én gang', async () => {
    const offerId = await inSummer({ price: 15_000n })
    const family = await plantSiblings(test(), world)
    const receipts = await takeTogether(test(), family, offerId)
    const input = { requestId: newId(), signupId: receipts[0]!.signupId }
    await as(family.actor).signup.extendSeat(input)
    await as(family.actor).signup.extendSeat(input)
    const until = later(1).at
    expect((await test().admin.query('select held_until, extended from signup where offer_id = $1', [offerId])).rows).toEqual([{ held_until: until, extended: 1 }, { held_until: until, extended: 1 }])
  })

  it('har en anden meldt barnet til, har familien dage og ikke minutter; mere tid er minutter for alle', async () => {
    const offerId = await inSummer({ price: 15_000n })
    const known = await knownChild()
    const { signupId, heldUntil } = await as(fagperson).signup.requestReserved({ requestId: newId(), childId: known.childId, offerId, acceptsClash: false })
    expect(heldUntil).toBe(later(72).at.toISOString())
    expect((await as(known.actor).signup.extendSeat({ requestId: newId(), signupId })).heldUntil).toBe(later(72.5).at.toISOString())
  })

  it('afmeldingen siger før trykket, hvad der kommer tilbage', async () => {
    const offerId = await inSummer({ price: 15_000n })
    const family = await plantFamily(test(), world)
    const { signupId } = await ask(family, offerId)
    await test().admin.query(`update holiday_program set refund_rule = '[{"untilDays":14,"percent":100},{"untilDays":3,"percent":50}]' where id = $1`, [programId])
    await test().admin.query(`update signup set state = 'confirmed', held_until = null where id = $1`, [signupId])
    const backOn = async (hours: number) => (await as(family.actor, later(hours)).signup.mine({}))[0]?.backIfCancelled
    const daysBefore = (days: number) => (118 - days) * 24
    expect([await backOn(daysBefore(14)), await backOn(daysBefore(13)), await backOn(daysBefore(2))]).toEqual([15_000n, 7_500n, 0n])
  })
})

describe('ingen skam', () => {
  it('foreningens liste for en ferieaktivitet er ens for børn med og uden hjælp', async () => {
    const offerId = await inSummer({ price: 10_000n, ...meets('2026-07-06', '10:00', '12:00') })
    const [helped, plain] = [await knownChild(), await plantFamily(test(), world)]
    await plantPass(test(), world, helped.childId, 50_000n)
    await test().admin.query(`update purse set pays = '{kontingent,camp}' where child_id = $1`, [helped.childId])
    await test().admin.query('update offer set reserved = 1, reserved_until = $2 where id = $1', [offerId, '2026-06-01'])
    await as(fagperson).signup.requestReserved({ requestId: newId(), childId: helped.childId, offerId, acceptsClash: false })
    await ask(plain, offerId)
    await test().admin.query(`update signup set state = 'confirmed', held_until = null where offer_id = $1`, [offerId])
    const team: Actor = { kind: 'forening', kommuneId: world.kommuneId, id: world.foreningId, name: 'Prøvstrup', linkId: newId(), purpose: 'team-list', subjectId: offerId }
    const { children } = await as(team, at('2026-07-05')).attendance.list({ offerId })
    expect(children).toHaveLength(2)
    const [one, two] = children.map(({ rowId: _id, ...shown }) => shown)
    expect(one).toEqual(two)
  })
})
