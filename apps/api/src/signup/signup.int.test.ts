import { newId, openDatabase } from '@medspil/db'
import { day } from '@medspil/domain/day'
import type { Actor } from '@medspil/domain/access'
import { job, withDatabase } from '@medspil/testing/database'
import { makeChildAccess, makeStaff } from '@medspil/testing/factories'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Job } from '../jobs/job.ts'
import { callerAs, fakeGateways, testEnvironment } from '../testing.ts'
import type { QueuedAct } from './acts.ts'
import { expireOffer, expireOffers, promoteFromList, timeOutHolds } from './line-jobs.ts'
import { runBatch } from './run-batch.ts'
import { later, plantFamily, plantOffer, plantPass, plantProgram, plantWorld, today, type World } from './signup.test-kit.ts'

const test = withDatabase()
let world: World
beforeAll(async () => { world = await plantWorld(test()) })

const as = (actor: Actor, now = today) => callerAs(test().database, actor, { now })
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)
const row = async (sql: string, values: unknown[]) => (await test().admin.query(sql, values)).rows[0]
const jobs = async (name: string) => (await test().admin.query('select payload from outbox_job where name = $1 and kommune_id = $2', [name, world.kommuneId])).rows.map((one) => one.payload)
const asJob = (name: string): Actor => ({ kind: 'job', kommuneId: world.kommuneId, id: null, name })
const batch = (acts: Partial<QueuedAct>[]) => runBatch(test().database.pool, world.kommuneId, acts.map((one) => ({ by: asJob('test'), now: today, once: null, ...one }) as QueuedAct))

describe('en plads og pengene tages i samme handling', () => {
  it('passet betaler det hele: pladsen er bedt om, pengene sat til side, foreningen spurgt', async () => {
    const { childId, actor } = await plantFamily(test(), world)
    const passId = await plantPass(test(), world, childId, 100_000n)
    const offerId = await plantOffer(test(), world, { price: 75_000n })
    const requestId = newId()
    const receipt = await as(actor).signup.request({ requestId, childId, offerId, acceptsClash: false })
    expect(receipt).toEqual({ signupId: requestId, state: 'requested', position: null, price: 75_000n, passPays: 75_000n, familyPays: 0n, heldUntil: null, existing: false })
    expect(await row('select available, held, spent from purse where fritidspas_id = $1', [passId])).toEqual({ available: '25000', held: '75000', spent: '0' })
    expect(await row('select balance from ledger_account where key = $1', [`held:${passId}:kontingent`])).toEqual({ balance: '75000' })
    expect(await row('select display_name, course_id is not null as course from signup where id = $1', [requestId])).toEqual({ display_name: 'Alma P.', course: true })
    expect(await jobs('ask-forening')).toContainEqual({ signupId: requestId, purpose: 'signup-answer' })
    expect(await row("select actor_id, event, child_id from audit_event where subject_id = $1", [requestId])).toEqual({ actor_id: actor.id, event: 'signup.place-given', child_id: childId })
  })

  it('passet rækker ikke: det betaler sit, og resten står på familien', async () => {
    const { childId, actor } = await plantFamily(test(), world)
    await plantPass(test(), world, childId, 50_000n)
    const offerId = await plantOffer(test(), world, { price: 75_000n })
    expect(await as(actor).signup.request({ requestId: newId(), childId, offerId, acceptsClash: false })).toMatchObject({ passPays: 50_000n, familyPays: 25_000n })
  })

  it('uden pas betaler familien, og pladsen er den samme', async () => {
    const { childId, actor } = await plantFamily(test(), world)
    const offerId = await plantOffer(test(), world, { price: 75_000n })
    expect(await as(actor).signup.request({ requestId: newId(), childId, offerId, acceptsClash: false })).toMatchObject({ state: 'requested', passPays: 0n, familyPays: 75_000n })
  })

  it('samme id giver samme svar, og andet indhold under det bliver afvist', async () => {
    const { childId, actor } = await plantFamily(test(), world)
    const offerId = await plantOffer(test(), world)
    const input = { requestId: newId(), childId, offerId, acceptsClash: false }
    const answers = await Promise.all([1, 2, 3].map(() => as(actor).signup.request(input)))
    expect(new Set(answers.map((answer) => JSON.stringify({ ...answer, price: '', passPays: '', familyPays: '' })))).toHaveProperty('size', 1)
    expect((await row('select taken from offer where id = $1', [offerId])).taken).toBe(1)
    expect(await reasonOf(as(actor).signup.request({ ...input, acceptsClash: true }))).toBe('same-id-other-content')
  })
})

describe('reglerne siger nej med grunde', () => {
  it('for gammel, kolliderer, over grænsen, ikke åben, ikke offentlig, andres barn', async () => {
    const { childId, actor } = await plantFamily(test(), world, { age: 9 })
    const ask = (offerId: string, more: object = {}, who: Actor = actor) => as(who).signup.request({ requestId: newId(), childId, offerId, acceptsClash: false, ...more })
    const young = await plantOffer(test(), world, { ageFrom: 3, ageTo: 5 })
    expect(await reasonOf(ask(young))).toBe('too-old-for-place')
    const [tuesday, same] = [await plantOffer(test(), world), await plantOffer(test(), world, { timeFrom: '17:00', timeTo: '18:00' })]
    await ask(tuesday)
    expect(await reasonOf(ask(same))).toBe('clashes-with-place')
    expect(await reasonOf(ask(same, { acceptsClash: true }))).toBe('ja')
    const programId = await plantProgram(test(), world, { maxPerChild: 1 })
    const holiday = { programId, weekday: 4, seasonFrom: '2026-07-06', seasonTo: '2026-07-10' }
    const [kayak, climbing] = [await plantOffer(test(), world, holiday), await plantOffer(test(), world, { ...holiday, weekday: 5 })]
    expect(await ask(kayak)).toMatchObject({ state: 'seat-held' })
    expect(await reasonOf(ask(climbing))).toBe('child-limit-reached')
    const closed = await plantProgram(test(), world, { opensAt: later(24).at })
    expect(await reasonOf(ask(await plantOffer(test(), world, { ...holiday, programId: closed })))).toBe('program-opens-later')
    expect(await reasonOf(ask(await plantOffer(test(), world, { state: 'in-moderation' })))).toBe('activity-not-offered')
    const other = await plantFamily(test(), world)
    expect(await reasonOf(ask(tuesday, {}, other.actor))).toBe('NOT_FOUND')
    expect(await reasonOf(ask(newId()))).toBe('activity-not-offered')
  })
})

describe('køen rykker', () => {
  it('fuldt giver nummer; et afbud giver næste et tilbud med frist; ja én gang; nej sender den videre', async () => {
    const offerId = await plantOffer(test(), world, { capacity: 1, price: 60_000n })
    const [first, second, third] = [await plantFamily(test(), world), await plantFamily(test(), world), await plantFamily(test(), world)]
    await plantPass(test(), world, second.childId, 100_000n)
    const ask = ({ childId, actor }: typeof first) => as(actor).signup.request({ requestId: newId(), childId, offerId, acceptsClash: false })
    const place = await ask(first)
    const [two, three] = [await ask(second), await ask(third)]
    expect([two.position, three.position]).toEqual([1, 2])
    expect((await as(third.actor).signup.mine({})).at(0)?.line).toMatchObject({ position: 2, waiting: 2, whyNotYet: { reason: 'no-free-place', ahead: 1 }, answerHours: 72 })

    await as(first.actor).signup.cancel({ requestId: newId(), signupId: place.signupId })
    expect(await jobs('promote-from-list')).toContainEqual({ offerId })
    // Nobody passes the line while the free place is on its way.
    const late = await plantFamily(test(), world)
    expect(await ask(late)).toMatchObject({ state: 'waiting', position: 3 })
    expect((await batch([{ act: { kind: 'promote', offerId } }]))[0]).toEqual({ ok: true, result: { offered: 1 } })
    expect((await batch([{ act: { kind: 'promote', offerId } }]))[0]).toEqual({ ok: true, result: { offered: 0 } })

    const yes = { requestId: newId(), signupId: two.signupId, answer: 'yes' as const }
    expect(await reasonOf(as(second.actor, later(73)).signup.answerOffer(yes))).toBe('place-offer-lapsed')
    expect(await as(second.actor, later(71)).signup.answerOffer({ ...yes, requestId: newId() })).toMatchObject({ state: 'requested', passPays: 60_000n })
    expect(await reasonOf(as(second.actor, later(71)).signup.answerOffer({ ...yes, requestId: newId(), answer: 'no' }))).toBe('signup-move-impossible')
  })

  it('et tilbud uden svar går videre ved fristen, ikke før', async () => {
    const offerId = await plantOffer(test(), world, { capacity: 1 })
    const [first, second] = [await plantFamily(test(), world), await plantFamily(test(), world)]
    const place = await as(first.actor).signup.request({ requestId: newId(), childId: first.childId, offerId, acceptsClash: false })
    const two = await as(second.actor).signup.request({ requestId: newId(), childId: second.childId, offerId, acceptsClash: false })
    await as(first.actor).signup.cancel({ requestId: newId(), signupId: place.signupId })
    await batch([{ act: { kind: 'promote', offerId } }])
    const lapse = { kind: 'lapse-offer' as const, signupId: two.signupId, childId: second.childId, offerId }
    await batch([{ act: lapse, now: later(72) }])
    expect((await row('select state from signup where id = $1', [two.signupId])).state).toBe('offered')
    await batch([{ act: lapse, now: later(73) }])
    expect((await row('select state from signup where id = $1', [two.signupId])).state).toBe('lapsed')
    expect((await row('select taken from offer where id = $1', [offerId])).taken).toBe(0)
  })

  it('et afbud giver pengene tilbage til passet og kan gentages', async () => {
    const { childId, actor } = await plantFamily(test(), world)
    const passId = await plantPass(test(), world, childId, 75_000n)
    const offerId = await plantOffer(test(), world, { price: 75_000n })
    const { signupId } = await as(actor).signup.request({ requestId: newId(), childId, offerId, acceptsClash: false })
    expect(await as(actor).signup.cancel({ requestId: newId(), signupId })).toMatchObject({ state: 'cancelled-by-family', existing: false })
    expect(await as(actor).signup.cancel({ requestId: newId(), signupId })).toMatchObject({ state: 'cancelled-by-family', existing: true })
    expect(await row('select available, held from purse where fritidspas_id = $1', [passId])).toEqual({ available: '75000', held: '0' })
    expect(await row('select state from fritidspas where id = $1', [passId])).toEqual({ state: 'active' })
    expect((await row('select taken from offer where id = $1', [offerId])).taken).toBe(0)
  })

  it('en reservation uden svar slipper efter sin sidste dag', async () => {
    const { childId, actor } = await plantFamily(test(), world)
    const passId = await plantPass(test(), world, childId, 75_000n)
    const offerId = await plantOffer(test(), world, { price: 75_000n })
    const { signupId } = await as(actor).signup.request({ requestId: newId(), childId, offerId, acceptsClash: false })
    const act = { kind: 'time-out-hold' as const, signupId, childId, offerId }
    await batch([{ act, now: later(28 * 24) }])
    expect((await row('select held from purse where fritidspas_id = $1', [passId])).held).toBe('75000')
    await batch([{ act, now: later(29 * 24) }])
    expect((await row('select held from purse where fritidspas_id = $1', [passId])).held).toBe('0')
    expect((await row('select state, end_reason from signup where id = $1', [signupId]))).toEqual({ state: 'declined', end_reason: 'timed-out' })
  })

  it('færre pladser tager ingen plads fra nogen, og flere giver køen besked', async () => {
    const offerId = await plantOffer(test(), world, { capacity: 3 })
    const families = await Promise.all([1, 2, 3].map(() => plantFamily(test(), world)))
    for (const { childId, actor } of families.slice(0, 2)) await as(actor).signup.request({ requestId: newId(), childId, offerId, acceptsClash: false })
    const forening: Actor = { kind: 'forening', kommuneId: world.kommuneId, id: world.foreningId, name: 'Prøvstrup', linkId: newId(), purpose: 'forening-desk', subjectId: world.foreningId }
    expect(await as(forening).signup.setCapacity({ requestId: newId(), offerId, capacity: 1 })).toEqual({ offerId, capacity: 2 })
    expect(await as(families[2]!.actor).signup.request({ requestId: newId(), childId: families[2]!.childId, offerId, acceptsClash: false })).toMatchObject({ state: 'waiting' })
    expect(await as(forening).signup.setCapacity({ requestId: newId(), offerId, capacity: 4 })).toEqual({ offerId, capacity: 4 })
    expect((await batch([{ act: { kind: 'promote', offerId } }]))[0]).toEqual({ ok: true, result: { offered: 1 } })
    expect(await reasonOf(as({ ...forening, id: newId() }).signup.setCapacity({ requestId: newId(), offerId, capacity: 9 }))).toBe('NOT_FOUND')
  })
})

describe('på vegne af familien og fra arbejderen', () => {
  it('en fritidsvejleder med barnet på sin liste melder til på samme vej; uden barnet findes det ikke', async () => {
    const { childId } = await plantFamily(test(), world)
    const staff = await test().database.asActor(job(world.kommuneId), { now: today, procedure: 'plant' }, (tx) => makeStaff(tx, 'fritidsvejleder'))
    const offerId = await plantOffer(test(), world)
    const ask = () => as(staff).signup.request({ requestId: newId(), childId, offerId, acceptsClash: false })
    expect(await reasonOf(ask())).toBe('NOT_FOUND')
    await test().database.asActor(job(world.kommuneId), { now: today, procedure: 'plant' }, (tx) => makeChildAccess(tx, { childId, staffId: staff.id }))
    const { signupId } = await ask()
    expect(await row('select requested_kind, requested_by from signup where id = $1', [signupId])).toEqual({ requested_kind: 'fritidsvejleder', requested_by: staff.id })
    expect(await jobs('tell-family')).toContainEqual({ personId: null, childId, purpose: 'receipt', subjectId: signupId })
    expect(await as(staff).signup.cancel({ requestId: newId(), signupId })).toMatchObject({ state: 'cancelled-by-kommune' })
  })

  it('arbejderen rykker køen gennem sin egen dør, og kun én gang', async () => {
    const offerId = await plantOffer(test(), world, { capacity: 1 })
    const [first, second] = [await plantFamily(test(), world), await plantFamily(test(), world)]
    const place = await as(first.actor).signup.request({ requestId: newId(), childId: first.childId, offerId, acceptsClash: false })
    const two = await as(second.actor).signup.request({ requestId: newId(), childId: second.childId, offerId, acceptsClash: false })
    await as(first.actor).signup.cancel({ requestId: newId(), signupId: place.signupId })
    const worker = openDatabase(test().urlOf('worker'), test().keys, 4)
    const work = (clock: typeof today): Job => ({
      asActor: worker.asActor, pool: worker.pool, env: testEnvironment(), clock: () => clock, gateways: fakeGateways().gateways, kommuneId: world.kommuneId, id: newId(),
      inTx: (act) => worker.asActor(asJob('test'), { now: clock, procedure: 'test' }, act),
    })
    await promoteFromList(work(today), { offerId })
    await promoteFromList(work(today), { offerId })
    expect((await as(second.actor).signup.mine({ childId: second.childId }))[0]).toMatchObject({ state: 'offered', answerBy: later(72).at.toISOString(), line: null })
    await expireOffers(work(later(71)))
    expect((await row('select state from signup where id = $1', [two.signupId])).state).toBe('offered')
    await expireOffers(work(later(73)))
    await expireOffer(work(later(73)), { signupId: two.signupId })
    expect((await row('select state from signup where id = $1', [two.signupId])).state).toBe('lapsed')
    await timeOutHolds(work(later(73)))
    await worker.close()
  })
})

describe('listerne', () => {
  it('hvad der passer barnet står først, med pris efter pas; en fremmed ser ingen børn', async () => {
    const { childId, actor } = await plantFamily(test(), world, { age: 9 })
    await plantPass(test(), world, childId, 50_000n)
    await plantOffer(test(), world, { title: 'Zumba for små', ageFrom: 3, ageTo: 5, area: 'Havnen' })
    const fits = await plantOffer(test(), world, { title: 'Zumba', area: 'Havnen', price: 75_000n, weekday: 6 })
    const { offers, areas } = await as(actor).offer.list({ childId, text: 'zumba' })
    expect(offers.map(({ title }) => title)).toEqual(['Zumba', 'Zumba for små'])
    expect(offers[0]!.forChild).toMatchObject({ hasPass: true, signupId: null, fit: { ok: true }, price: { paidByPass: 50_000n, paidByYou: 25_000n } })
    expect(offers[1]!.forChild?.fit).toMatchObject({ ok: false, whyNot: { reason: 'too-old-for-place' } })
    expect(areas).toContain('Havnen')
    const visitor: Actor = { kind: 'visitor', kommuneId: world.kommuneId, id: null }
    expect((await as(visitor).offer.list({ age: 9, weekday: 6, area: 'Havnen' })).offers.map(({ id, forChild }) => [id, forChild])).toEqual([[fits, null]])
    expect(await reasonOf(as(visitor).offer.list({ childId }))).toBe('NOT_FOUND')
    expect(await as(actor).offer.show({ offerId: fits, childId })).toMatchObject({ title: 'Zumba', freePlaces: 12, waiting: 0 })
    expect(Number((await row("select count(*) from read_log where child_id = $1 and procedure = 'offer.list'", [childId])).count)).toBeGreaterThan(0)
  })

  it('programmet viser pladser, køens længde og hvorfor det er lukket', async () => {
    const programId = await plantProgram(test(), world, { opensAt: later(24).at })
    const offerId = await plantOffer(test(), world, { programId, seasonFrom: '2026-07-06', seasonTo: '2026-07-06', capacity: 8, occurrences: [{ day: day('2026-07-06'), timeFrom: '09:30', timeTo: '12:00', place: 'Rødvig' }] })
    const visitor: Actor = { kind: 'visitor', kommuneId: world.kommuneId, id: null }
    expect((await as(visitor).holidayProgram.list()).find(({ id }) => id === programId)).toMatchObject({ whyNotOpen: { reason: 'program-opens-later' }, stages: [{ places: 2 }] })
    const { activities } = await as(visitor).holidayProgram.show({ programId })
    expect(activities).toMatchObject([{ id: offerId, freePlaces: 8, waiting: 0, state: 'open', days: ['2026-07-06'] }])
  })
})
