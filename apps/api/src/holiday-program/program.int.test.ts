import { newId } from '@medspil/db'
import type { StaffMember } from '@medspil/domain/access'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeForening, makeStaff } from '@medspil/testing/factories'
import { beforeAll, describe, expect, it } from 'vitest'
import { holder, plantForeningWorld } from '../forening/forening.test-kit.ts'
import { runTicks } from '../jobs/ticks.ts'
import { later, plantFamily, today, type World } from '../signup/signup.test-kit.ts'
import { callerAs, fakeGateways, runJob, testEnvironment } from '../testing.ts'
import { kayak, kayakBy, summerPlan } from './program.test-kit.ts'
import { remindOrganisers } from './remind-organisers.ts'

const test = withDatabase()
let world: World
let staff: Record<'fritidsvejleder' | 'administrator' | 'leader', StaffMember>
beforeAll(async () => {
  world = await plantForeningWorld(test())
  staff = await asJob(async (tx) => ({ fritidsvejleder: await makeStaff(tx, 'fritidsvejleder'), administrator: await makeStaff(tx, 'administrator'), leader: await makeStaff(tx, 'leader') }))
})

const asJob = <T>(work: Parameters<ReturnType<typeof test>['database']['asActor']>[2], now = today) => test().database.asActor(job(world.kommuneId), { now, procedure: 'test' }, work) as Promise<T>
const desk = (now = today, who: StaffMember = staff.fritidsvejleder) => callerAs(test().database, who, { now }).holidayProgram
const board = (now = today, foreningId = world.foreningId) => callerAs(test().database, holder(world, 'forening-desk', foreningId, foreningId), { now }).holidayProgram
const row = async (sql: string, values: unknown[]) => (await test().admin.query(sql, values)).rows[0]
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)

const newProgram = async (part = {}) => (await desk().save({ requestId: newId(), programId: null, ordningId: world.ordningId, plan: summerPlan(part) })).programId
/** A published programme with one public activity. */
async function openProgram(part = {}) {
  const programId = await newProgram(part)
  const { offerId } = await board().saveActivity({ requestId: newId(), programId, ...kayak() })
  await callerAs(test().database, staff.fritidsvejleder, { now: today }).forening.moderateOffer({ requestId: newId(), offerId, verdict: { kind: 'publish' } })
  await desk().move({ requestId: newId(), programId, to: 'published' })
  return { programId, offerId }
}
const take = async (offerId: string, now = at('2026-05-05')) => {
  const { childId, actor } = await plantFamily(test(), world, { birthDay: '2014-02-01' } as never)
  return callerAs(test().database, actor, { now }).signup.request({ requestId: newId(), childId, offerId, acceptsClash: true })
}

describe('programmet', () => {
  it('gemmes med danske klokkeslæt og læses igen, som det blev skrevet', async () => {
    const programId = await newProgram()
    expect((await desk().file({ programId })).plan).toEqual(summerPlan())
    expect(await row('select opens_at, state from holiday_program where id = $1', [programId])).toEqual({ opens_at: new Date('2026-05-04T07:00:00.000Z'), state: 'draft' })
    expect((await desk().desk()).programs.find((one) => one.programId === programId)).toMatchObject({ name: 'Aktiv Sommer 2026', activities: 0, state: 'draft' })
    expect(await row(`select count(*)::int as n from audit_event where subject_id = $1 and event = 'program.made'`, [programId])).toEqual({ n: 1 })
  })

  it('en plan med fejl gemmes ikke, og en udgivet rettes ikke', async () => {
    expect(await reasonOf(desk().save({ requestId: newId(), programId: null, ordningId: world.ordningId, plan: summerPlan({ stages: [] }) }))).toBe('program-plan-faulty')
    const programId = await newProgram()
    await desk().move({ requestId: newId(), programId, to: 'published' })
    expect(await reasonOf(desk().save({ requestId: newId(), programId, ordningId: world.ordningId, plan: summerPlan({ name: 'Andet' }) }))).toBe('program-not-draft')
    await desk().move({ requestId: newId(), programId, to: 'draft' })
    await desk(today, staff.administrator).save({ requestId: newId(), programId, ordningId: world.ordningId, plan: summerPlan({ name: 'Andet' }) })
    expect((await desk(today, staff.leader).file({ programId })).plan.name).toBe('Andet')
    expect(await reasonOf(desk(today, staff.leader).move({ requestId: newId(), programId, to: 'published' }))).toBe('NOT_FOUND')
  })

  it('bliver aldrig en kladde igen, når et barn har søgt plads', async () => {
    const { programId, offerId } = await openProgram()
    await take(offerId)
    expect(await reasonOf(desk(at('2026-05-05')).move({ requestId: newId(), programId, to: 'draft' }))).toBe('program-has-signups')
  })

  it('åbner, kører og slutter efter uret', async () => {
    const { programId } = await openProgram()
    const stateOn = async (day: string) => {
      const now = at(day)
      await runTicks({ asActor: test().database.asActor, pool: test().database.pool, env: testEnvironment(), clock: () => now, gateways: fakeGateways().gateways }, test().database, { follow: (await import('./follow-programs.ts')).followPrograms })
      return (await desk(now).file({ programId })).state
    }
    expect([await stateOn('2026-05-03'), await stateOn('2026-05-05'), await stateOn('2026-06-29'), await stateOn('2026-08-07'), await stateOn('2026-08-08')]).toEqual(['published', 'opening', 'running', 'running', 'finished'])
  })

  it('kopieres til næste års ferie: samme ugedage og klokkeslæt, aktiviteterne som kladder, ingen børn', async () => {
    const { programId, offerId } = await openProgram()
    await take(offerId)
    await board().saveActivity({ requestId: newId(), programId, ...kayak({ title: 'Kun en kladde', ask: false }) })
    const copy = await desk().copy({ requestId: newId(), programId, name: 'Aktiv Sommer 2027', holiday: 'summer', fromDay: '2027-06-28', toDay: '2027-08-06' })
    expect(copy).toMatchObject({ activities: 1, outside: 0 })
    const { plan, activities, state, copiedFrom } = await desk().file({ programId: copy.programId })
    expect({ state, copiedFrom, opensAt: plan.opensAt, stages: plan.stages.map(({ from }) => from), answerBy: plan.answerBy })
      .toEqual({ state: 'draft', copiedFrom: 'Aktiv Sommer 2026', opensAt: '2027-05-03T09:00', stages: ['2027-05-03T09:00', '2027-05-10T09:00'], answerBy: '2027-03-31' })
    expect(activities).toMatchObject([{ title: 'Kajak fra havnen', listed: 'draft', taken: 0, minimumDecidedOn: '2027-06-19', sessions: [{ day: '2027-06-29' }, { day: '2027-06-30' }] }])
    const short = await desk().copy({ requestId: newId(), programId, name: 'Kort', holiday: 'summer', fromDay: '2027-06-28', toDay: '2027-06-29' })
    expect(short.outside).toBe(1)
  })

  it('feriens dage står i kommunens egen tabel, og kun administratoren retter dem', async () => {
    const set = (who: StaffMember, fromDay: string, toDay = '2026-10-18') => desk(today, who).setSchoolHoliday({ requestId: newId(), schoolYear: '2026/27', holiday: 'autumn', fromDay, toDay })
    expect(await reasonOf(set(staff.fritidsvejleder, '2026-10-10'))).toBe('NOT_FOUND')
    await set(staff.administrator, '2026-10-10')
    expect(await set(staff.administrator, '2026-10-11')).toMatchObject([{ schoolYear: '2026/27', fromDay: '2026-10-11', toDay: '2026-10-18' }])
    expect(await reasonOf(set(staff.administrator, '2026-10-19'))).toBe('holiday-days-turned')
    expect(await desk().schoolHolidays()).toHaveLength(1)
  })
})

describe('arrangørerne', () => {
  it('får et link, der kun åbner deres egne aktiviteter i det program', async () => {
    const [programId, otherProgram] = [await newProgram(), await newProgram()]
    const other = await asJob<string>((tx) => makeForening(tx, { name: 'Biblioteket', providerType: 'kommune' }))
    await desk().inviteOrganisers({ requestId: newId(), programId, foreningIds: [other] })
    const fake = fakeGateways()
    const parts = { asActor: test().database.asActor, pool: test().database.pool, env: testEnvironment(), clock: () => today, gateways: fake.gateways }
    const job = await row(`select id, payload from outbox_job where name = 'tell-forening' order by id desc limit 1`, [])
    await runJob(parts, 'tell-forening', { kommuneId: world.kommuneId, outboxId: job.id, payload: job.payload })
    const mail = fake.taken.find(({ channel }) => channel === 'mail')
    expect(mail).toMatchObject({ subject: 'Vil I lave noget med børnene i sommerferien?' })
    expect(mail?.text).toContain('senest den 1. april 2026')
    expect(await row('select purpose, subject_id from link where forening_id = $1', [other])).toEqual({ purpose: 'program-activities', subject_id: programId })
    expect((await desk().file({ programId })).organisers.find(({ foreningId }) => foreningId === other)).toMatchObject({ askedAt: today.at.toISOString(), providerType: 'kommune', activities: 0 })

    const link = callerAs(test().database, holder(world, 'program-activities', programId, other), { now: today })
    expect((await link.holidayProgram.organiserPage()).programs.map((one) => one.programId)).toEqual([programId])
    const { offerId } = await link.holidayProgram.saveActivity({ requestId: newId(), programId, ...kayak() })
    expect((await link.holidayProgram.activity({ offerId })).sessions.map(({ day }) => day)).toEqual(['2026-06-30', '2026-07-01'])
    expect(await reasonOf(link.holidayProgram.saveActivity({ requestId: newId(), programId: otherProgram, ...kayak() }))).toBe('NOT_FOUND')
    expect(await reasonOf(board().activity({ offerId }))).toBe('NOT_FOUND')
    expect(await reasonOf(link.forening.money())).toBe('NOT_FOUND')
    expect(await reasonOf(link.forening.mine())).toBe('NOT_FOUND')
  })

  it('mindes om det, før linket udløber, én gang for hvert link, så længe noget ikke er godkendt', async () => {
    const programId = await newProgram()
    const [silent, done] = [await asJob<string>((tx) => makeForening(tx, { name: 'Tavs' })), await asJob<string>((tx) => makeForening(tx, { name: 'Færdig' }))]
    const fake = fakeGateways()
    let hours = 0
    const clock = () => later(hours)
    const parts = { asActor: test().database.asActor, pool: test().database.pool, env: testEnvironment(), clock, gateways: fake.gateways }
    const work = async () => {
      for (const { id, payload } of (await test().admin.query(`select id, payload from outbox_job where name = 'tell-forening' and done_at is null and payload->>'subjectId' = $1 order by id`, [programId])).rows)
        await runJob(parts, 'tell-forening', { kommuneId: world.kommuneId, outboxId: id, payload })
    }
    const tick = () => remindOrganisers({ ...parts, kommuneId: world.kommuneId, inTx: (run) => parts.asActor(job(world.kommuneId), { now: clock(), procedure: 'tick' }, run) })
    const reminders = () => row(`select count(*)::int as n, array_agg(distinct payload->>'foreningId') as who from outbox_job where payload->>'purpose' = 'activities-reminder' and payload->>'subjectId' = $1`, [programId])
    await desk().inviteOrganisers({ requestId: newId(), programId, foreningIds: [silent, done] })
    await work()
    const { offerId } = await callerAs(test().database, holder(world, 'program-activities', programId, done), { now: today }).holidayProgram.saveActivity({ requestId: newId(), programId, ...kayak() })
    await test().admin.query("update offer set state = 'published' where id = $1", [offerId])
    hours = 10 * 24
    await tick()
    expect(await reminders()).toEqual({ n: 0, who: null })
    hours = 11 * 24 + 1
    await tick()
    await tick()
    expect(await reminders()).toEqual({ n: 1, who: [silent] })
    await work()
    expect(fake.taken.filter(({ channel }) => channel === 'mail').at(-1)).toMatchObject({ subject: 'Jeres aktiviteter i sommerferien er ikke færdige', text: expect.stringContaining('senest den 1. april 2026') })
    // A fresh link, and the old one is over.
    expect((await test().admin.query('select revoked_at is null as open from link where forening_id = $1 order by created_at', [silent])).rows).toEqual([{ open: false }, { open: true }])
    await tick()
    expect(await reminders()).toMatchObject({ n: 1 })
    // The time to answer is over before the new link ends.
    hours = 23 * 24
    await tick()
    expect(await reminders()).toMatchObject({ n: 1 })
  })

  it('sender en aktivitet til kommunen, som sender den tilbage med en besked eller udgiver den', async () => {
    const programId = await newProgram()
    const save = (part = {}) => board().saveActivity({ requestId: newId(), programId, ...kayak(part) })
    const { offerId } = await save({ ask: false })
    expect((await desk().file({ programId })).activities[0]).toMatchObject({ listed: 'draft', state: 'draft' })
    expect(await save({ offerId, audience: { kind: 'grades', from: 3, to: 5 } })).toEqual({ offerId, listed: 'in-moderation' })
    expect(await row('select age_from, age_to, admits, season_from::text as first, time_from from offer where id = $1', [offerId]))
      .toEqual({ age_from: 9, age_to: 12, admits: { kind: 'grade', from: 3, to: 5, on: '2026-06-28' }, first: '2026-06-30', time_from: '10:00' })
    const moderate = (verdict: { kind: 'publish' } | { kind: 'send-back'; note: string }) => callerAs(test().database, staff.fritidsvejleder, { now: today }).forening.moderateOffer({ requestId: newId(), offerId, verdict })
    await moderate({ kind: 'send-back', note: 'Skriv, hvor man klæder om.' })
    expect((await board().organiserPage()).programs.find((one) => one.programId === programId)?.activities).toMatchObject([{ listed: 'sent-back', note: 'Skriv, hvor man klæder om.' }])
    expect(await save({ offerId })).toMatchObject({ listed: 'in-moderation' })
    await moderate({ kind: 'publish' })
    expect((await desk().desk()).programs.find((one) => one.programId === programId)).toMatchObject({ activities: 1, toRead: 0, places: 10 })
  })

  it('tager sidste års aktivitet ud igen, så længe intet barn har søgt', async () => {
    const programId = await newProgram()
    const { offerId } = await board().saveActivity({ requestId: newId(), programId, ...kayak({ ask: false }) })
    await board().withdrawActivity({ requestId: newId(), offerId })
    expect((await desk().file({ programId })).activities).toEqual([])
    const open = await openProgram()
    await take(open.offerId)
    expect(await reasonOf(board(at('2026-03-20')).withdrawActivity({ requestId: newId(), offerId: open.offerId }))).toBe('activity-promised')
  })

  it('kan ikke skrive det, der ikke kan holdes, eller efter fristen', async () => {
    const programId = await newProgram()
    const ask = (part = {}, now = today, foreningId = world.foreningId) => reasonOf(board(now, foreningId).saveActivity({ requestId: newId(), programId, ...kayak(part) }))
    expect(await ask({ minimum: 11 })).toBe('activity-faulty')
    expect(await ask({ accessibility: '' })).toBe('activity-faulty')
    expect(await ask({ sessions: [{ day: '2026-08-08', timeFrom: '10:00', timeTo: '11:00', place: 'Havnen' }] })).toBe('activity-faulty')
    expect(await ask({}, at('2026-04-02'))).toBe('program-takes-no-activities')
    const undeclared = await asJob<string>((tx) => makeForening(tx, { declaredYear: null }))
    expect(await ask({}, today, undeclared)).toBe('forening-declaration-missing')
    expect(await ask({ ask: false }, today, undeclared)).toBe('ja')
  })
})

describe('kommunens hånd på en aktivitet', () => {
  it('retter teksten, men ikke det, tilmeldte børn er lovet; flere pladser går til ventelisten', async () => {
    const { programId, offerId } = await openProgram()
    await take(offerId)
    const edit = (part = {}) => desk(at('2026-05-06')).editActivity({ requestId: newId(), programId, ...kayakBy(world.foreningId, { offerId, ...part }) })
    expect(await edit({ description: 'Vi padler langs klinten og griller.' })).toMatchObject({ listed: 'published' })
    expect(await reasonOf(edit({ price: 20_000n }))).toBe('activity-promised')
    await callerAs(test().database, staff.fritidsvejleder, { now: at('2026-05-06') }).signup.setReserved({ requestId: newId(), offerId, reserved: 4, until: '2026-06-01' })
    expect(await reasonOf(edit({ capacity: 4, minimum: null, minimumDecidedOn: null }))).toBe('capacity-below-taken')
    expect((await desk(at('2026-05-06')).file({ programId })).activities[0]).toMatchObject({ taken: 1, reserved: 4, reservedUntil: '2026-06-01', capacity: 10 })
  })

  it('for få børn på afgørelsesdagen: kan holdes alligevel', async () => {
    const { programId, offerId } = await openProgram()
    const on = async (day: string) => (await desk(at(day)).file({ programId })).activities[0]?.state
    expect([await on('2026-06-19'), await on('2026-06-20')]).toEqual(['open', 'below-minimum'])
    expect((await desk(at('2026-06-20')).desk()).programs.find((one) => one.programId === programId)?.toDecide).toBe(1)
    await desk(at('2026-06-20')).holdAnyway({ requestId: newId(), offerId })
    expect(await on('2026-06-20')).toBe('open')
    expect(await row(`select facts from audit_event where subject_id = $1 and event = 'activity.held-anyway'`, [offerId])).toEqual({ facts: { minimum: 4, taken: 0 } })
  })
})

describe('reserverede pladser', () => {
  /** Everything the public can ask, with the numbers of free places taken out: what is left must not tell whether places are kept. */
  const publicAnswers = async (programId: string, offerId: string) => {
    const visitor = callerAs(test().database, { kind: 'visitor', kommuneId: world.kommuneId, id: null }, { now: at('2026-05-05') })
    const answers = [await visitor.holidayProgram.list(), await visitor.holidayProgram.show({ programId }), await visitor.offer.show({ offerId })]
    return JSON.stringify(answers, (key, value: unknown) => (key === 'freePlaces' || key === 'capacity' ? 'n' : typeof value === 'bigint' ? String(value) : value))
  }

  it('ses i intet offentligt svar: med og uden reservation er svarene ens på nær de frie pladser', async () => {
    const { programId, offerId } = await openProgram()
    const without = await publicAnswers(programId, offerId)
    await callerAs(test().database, staff.fritidsvejleder, { now: today }).signup.setReserved({ requestId: newId(), offerId, reserved: 3, until: '2026-06-01' })
    expect(await publicAnswers(programId, offerId)).toBe(without)
    expect(without).not.toMatch(/reserved/i)
    const visitor = callerAs(test().database, { kind: 'visitor', kommuneId: world.kommuneId, id: null }, { now: at('2026-05-05') })
    expect((await visitor.holidayProgram.show({ programId })).activities[0]).toMatchObject({ freePlaces: 7 })
    // The red twin: an answer that told them would be found by the same look.
    expect(JSON.stringify(await desk().file({ programId }), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).toMatch(/"reserved":3/)
  })

  it('en fuld aktivitet med og uden reservation ligner hinanden', async () => {
    const { programId, offerId } = await openProgram()
    await callerAs(test().database, staff.fritidsvejleder, { now: today }).signup.setReserved({ requestId: newId(), offerId, reserved: 9, until: '2026-06-01' })
    await take(offerId)
    const shown = (await callerAs(test().database, { kind: 'visitor', kommuneId: world.kommuneId, id: null }, { now: at('2026-05-05') }).holidayProgram.show({ programId })).activities[0]
    expect(shown).toMatchObject({ freePlaces: 0, state: 'full' })
  })
})

describe('overblikket', () => {
  it('viser pladser, huller og det, der er i vejen for hinanden', async () => {
    const programId = await newProgram()
    const save = async (part = {}) => (await board().saveActivity({ requestId: newId(), programId, ...kayak(part) })).offerId
    const [first, second] = [await save(), await save({ title: 'Kano', sessions: [{ day: '2026-07-01', timeFrom: '12:00', timeTo: '14:00', place: 'Åen' }] })]
    const { cells, holes, clashes, ages, areas } = await desk(today, staff.leader).overview({ programId })
    expect(cells.find(({ day, ages: group, area }) => day === '2026-07-01' && ages[group]?.from === 10 && area === 'Område 1')).toMatchObject({ activities: 2, places: 20, free: 20 })
    expect(clashes).toEqual([{ kind: 'organiser', day: '2026-07-01', first: [first, second].sort()[0], second: [first, second].sort()[1] }])
    expect(areas).toContain('Område 1')
    expect(holes.find(({ area, ages: group }) => area === 'Område 1' && ages[group]?.from === 10)?.days).not.toContain('2026-07-01')
  })
})
