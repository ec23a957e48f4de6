import { newId, type Now } from '@medspil/db'
import type { Day } from '@medspil/domain/day'
import { job, withDatabase } from '@medspil/testing/database'
import { makeOffer, makePerson, makeRelation } from '@medspil/testing/factories'
import ICAL from 'ical.js'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { firstDay, lastDay, leader, meetings, on, plantActivity, plantHoliday, plantPlace } from '../care/care.test-kit.ts'
import { teamRow } from '../forening/forening.test-kit.ts'
import { later, plantWorld, type World } from '../signup/signup.test-kit.ts'
import { callerAs, fakeGateways, runTicks, testEnvironment } from '../testing.ts'
import { endActivities, offerMore, remindFamilies, sendDayLists } from './index.ts'

const guard = vi.hoisted(() => ({ isOff: false }))
vi.mock('../../../../packages/domain/src/attendance/meetings.ts', async (original) => {
  const real = await original<typeof import('../../../../packages/domain/src/attendance/meetings.ts')>()
  return { ...real, listDays: (days: readonly Day[]) => (guard.isOff ? [] : real.listDays(days)) }
})

const test = withDatabase()
let world: World
let programId: string
beforeAll(async () => {
  world = await plantWorld(test())
  programId = await plantHoliday(test(), world)
})

type Place = Awaited<ReturnType<typeof plantPlace>>
const family = ({ actor }: Pick<Place, 'actor'>, now: Now = later(1)) => callerAs(test().database, actor, { now }).attendance
const list = async (offerId: string, now: Now, which: { day?: string; timeFrom?: string } = {}) => (await leader(test(), world, offerId, now)).attendance.list(which)
const mark = (place: Place, said: 'present' | 'absent' | 'unknown', [day, timeFrom]: readonly [string, string, string] = meetings[0], requestId = newId()) =>
  leader(test(), world, place.offerId, on(day)).attendance.mark({ requestId, ...teamRow(world, place), day, timeFrom, mark: said, markedAt: on(day).at.toISOString() })
const planted = async () => plantPlace(test(), world, await plantActivity(test(), world, programId))
const row = async (sql: string, values: unknown[]) => (await test().admin.query(sql, values)).rows[0]
const stateOf = (signupId: string) => row('select state, place, ended_on::text as on from signup where id = $1', [signupId])
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)
const tick = (now: Now, ticks: Parameters<typeof runTicks>[2]) => runTicks({ ...test().database, env: testEnvironment(), clock: () => now, gateways: fakeGateways().gateways }, test().database, ticks)
const jobsOf = async (name: string, key: string, value: string) => (await test().admin.query(`select payload from outbox_job where name = $1 and payload->>$2 = $3 order by id`, [name, key, value])).rows.map(({ payload }) => payload as Record<string, string>)

/** What is done while the database holds no child to be sheltered. */
async function unsheltered<T>(work: () => Promise<T>): Promise<T> {
  const { text } = await row(`select pg_get_functiondef('medspil.is_sheltered(uuid)'::regprocedure) as text`, [])
  await test().admin.query(`create or replace function medspil.is_sheltered(child uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as 'select false'`)
  return work().finally(() => test().admin.query(text))
}

describe('dagslisten', () => {
  it('to møder på én dag er to lister; samme kryds sendt to gange tæller én gang', async () => {
    const place = await planted()
    const requestId = newId()
    await Promise.all([1, 2].map(() => mark(place, 'present', meetings[0], requestId)))
    await mark(place, 'absent', meetings[1])
    const seen = (timeFrom: string) => list(place.offerId, on(firstDay, 20), { day: firstDay, timeFrom })
    expect((await seen('09:00')).children).toMatchObject([{ displayName: 'Alma K.', mark: 'present', saidAbsent: false }])
    expect((await seen('13:00')).children).toMatchObject([{ mark: 'absent' }])
    expect(await row('select count(*)::int as n from attendance_mark where signup_id = $1', [place.signupId])).toEqual({ n: 2 })
    expect(await stateOf(place.signupId)).toMatchObject({ state: 'started' })
  })

  it('dagen før kan den ses og printes, men der tages ingen kryds; en sen tilmelding står der ved næste hentning', async () => {
    const place = await planted()
    expect(await list(place.offerId, on('2026-04-06'))).toMatchObject({ day: firstDay, timeFrom: '09:00', place: 'Skovhytten', isAhead: true, isOpen: false, isHoliday: true, children: [{ displayName: 'Alma K.' }] })
    expect(await reasonOf(leader(test(), world, place.offerId, on('2026-04-06')).attendance.mark({ requestId: newId(), ...teamRow(world, place), day: firstDay, timeFrom: '09:00', mark: 'present', markedAt: on('2026-04-06').at.toISOString() }))).toBe('occurrence-not-yet')
    await plantPlace(test(), world, place.offerId, { name: 'Bo Lind' })
    expect((await list(place.offerId, on(firstDay))).children.map(({ displayName }) => displayName)).toEqual(['Alma K.', 'Bo L.'])
    await expect(list(place.offerId, on(firstDay), { day: '2026-04-09' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('før listen bliver sendt, kan ingen følge navnene, mens de kommer til', async () => {
    const place = await planted()
    expect(await list(place.offerId, on('2026-04-05'))).toMatchObject({ day: null, meetings: [], children: [] })
    await expect(list(place.offerId, on('2026-04-05'), { day: firstDay })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await list(place.offerId, on('2026-04-06'))).children).toHaveLength(1)
  })

  it('rød tvilling: ventede navnene ikke på listen, kunne arrangøren se, hvem der kom til', async () => {
    const { offerId } = await planted()
    const names = async () => (await list(offerId, on('2026-04-05'))).children.map(({ displayName }) => displayName)
    const follow = async () => [await names(), (await plantPlace(test(), world, offerId, { name: 'Bo Lind' })) && await names()]
    guard.isOff = true
    expect(await follow().finally(() => { guard.isOff = false })).toEqual([['Alma K.'], ['Alma K.', 'Bo L.']])
    expect(await names()).toEqual([])
  })

  it('et barn, hvis pas skal betale, står på listen som de andre, også før foreningen har svaret', async () => {
    const place = await planted()
    await test().admin.query(`update signup set state = 'requested' where id = $1`, [place.signupId])
    await mark(place, 'present')
    expect((await list(place.offerId, on(firstDay, 20), { day: firstDay, timeFrom: '09:00' })).children).toMatchObject([{ displayName: 'Alma K.', mark: 'present' }])
    expect(await stateOf(place.signupId)).toMatchObject({ state: 'requested' })
    await test().admin.query(`update signup set state = 'confirmed' where id = $1`, [place.signupId])
    await tick(on('2026-04-09', 15), { endActivities })
    expect(await row('select state, started_on::text as on from signup where id = $1', [place.signupId])).toEqual({ state: 'ended', on: firstDay })
  })

  it('familiens afbud står på listen med det samme, og tages tilbage igen', async () => {
    const place = await planted()
    const say = (isAway: boolean, day: string = firstDay, now = on(firstDay, 8)) => family(place, now).sayAbsent({ requestId: newId(), signupId: place.signupId, day, isAway })
    await say(true)
    expect((await list(place.offerId, on(firstDay, 9))).children).toMatchObject([{ saidAbsent: true, mark: null }])
    expect((await list(place.offerId, on(firstDay, 9), { day: lastDay })).children).toMatchObject([{ saidAbsent: false }])
    expect((await family(place, on(firstDay, 8)).ownDays()).meetings.map(({ day, saidAbsent }) => [day, saidAbsent])).toEqual([[firstDay, true], [firstDay, true], [lastDay, false]])
    await say(false)
    expect((await list(place.offerId, on(firstDay, 9))).children).toMatchObject([{ saidAbsent: false }])
    await say(true)
    expect((await list(place.offerId, on(firstDay, 9))).children).toMatchObject([{ saidAbsent: true }])
    expect(await reasonOf(say(true, firstDay, on(lastDay)))).toBe('absence-too-late')
    expect(await reasonOf(say(true, '2026-04-09'))).toBe('NOT_FOUND')
    expect(await reasonOf(family(await planted()).sayAbsent({ requestId: newId(), signupId: place.signupId, day: firstDay, isAway: true }))).toBe('NOT_FOUND')
  })
})

describe('kalenderen', () => {
  const read = (text: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text))
    ICAL.TimezoneService.reset()
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
    return calendar.getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry))
  }

  it('læst igen: rette tidspunkter i dansk tid, sted, fornavn og intet efternavn', async () => {
    const place = await planted()
    const { fileName, text } = await family(place).calendar({ signupId: place.signupId })
    expect(fileName).toBe('medspil.ics')
    expect(read(text).map(({ summary, location, startDate, endDate }) => [summary, location, startDate.toJSDate().toISOString(), endDate.toJSDate().toISOString()])).toEqual([
      ['Alma: Bål og bue', 'Skovhytten', '2026-04-07T07:00:00.000Z', '2026-04-07T09:00:00.000Z'],
      ['Alma: Bål og bue', 'Skovhytten', '2026-04-07T11:00:00.000Z', '2026-04-07T13:00:00.000Z'],
      ['Alma: Bål og bue', 'Skovhytten', '2026-04-08T07:00:00.000Z', '2026-04-08T09:00:00.000Z'],
    ])
    expect(text).toContain('DTSTART;TZID=Europe/Copenhagen:20260407T090000')
    expect(text).not.toContain('Kvist')
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    // Fetched again it is the same entries, so that a phone replaces and does not double them.
    const uids = (of: string) => read(of).map(({ uid }) => uid)
    expect(uids((await family(place, later(2)).calendar({ childId: place.childId })).text)).toEqual(uids(text))
  })

  it('vintertid er vintertid', async () => {
    const offerId = await plantActivity(test(), world, programId, { seasonFrom: '2026-10-24', seasonTo: '2026-10-26', occurrences: ['2026-10-24', '2026-10-26'].map((iso) => ({ day: on(iso).day, timeFrom: '09:00', timeTo: '11:00', place: 'Hallen' })) })
    const place = await plantPlace(test(), world, offerId)
    expect(read((await family(place).calendar({ signupId: place.signupId })).text).map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual(['2026-10-24T07:00:00.000Z', '2026-10-26T08:00:00.000Z'])
  })

  const protectedCalendar = async () => {
    const place = await plantPlace(test(), world, await plantActivity(test(), world, programId), { addressProtected: true })
    const { text } = await family(place).calendar({ signupId: place.signupId })
    expect(read(text)).toHaveLength(3)
    return text
  }

  it('et barn med hemmelig adresse får hverken sted eller forening i kalenderen', async () => expect(await protectedCalendar()).not.toMatch(/LOCATION|Skovhytten|Svømmeforening/))

  it('rød tvilling: skærmes ingen, står stedet der', async () => expect(await unsheltered(protectedCalendar)).toMatch(/LOCATION:Skovhytten/))
})

describe('det, tiden gør', () => {
  it('familien får besked aftenen før den første dag, én gang for alle sine børn, og ikke om natten', async () => {
    const place = await planted()
    const sent = () => jobsOf('tell-family', 'personId', place.actor.id).then((jobs) => jobs.filter(({ purpose }) => purpose === 'tomorrow'))
    const both = await plantActivity(test(), world, programId, { title: 'Kano' })
    await callerAs(test().database, place.actor, { now: later(2) }).signup.request({ requestId: newId(), childId: place.childId, offerId: both, acceptsClash: true })
    for (const now of [on('2026-04-06', 6), on('2026-04-06', 15), on('2026-04-06', 20), on('2026-04-05', 17)]) await tick(now, { remindFamilies })
    expect(await sent()).toEqual([])
    for (const now of [on('2026-04-06', 16), on('2026-04-06', 17), on('2026-04-07', 17)]) await tick(now, { remindFamilies })
    expect(await sent()).toMatchObject([{ purpose: 'tomorrow', childId: place.childId }])
  })

  // How often each home is told: the one that asked for the place and the child does not live in, and the one whose address is secret.
  const toldOfTomorrow = async () => {
    const place = await planted()
    const home = await test().database.asActor(job(world.kommuneId), { now: later(0), procedure: 'plant' }, async (tx) => {
      const adultId = await makePerson(tx, { name: 'Carl Kvist', birthDay: '1987-01-01', addressProtected: true })
      await makeRelation(tx, { adultId, childId: place.childId, livesWith: true })
      return adultId
    })
    await test().admin.query('update relation set lives_with = false where adult_id = $1 and child_id = $2', [place.actor.id, place.childId])
    await tick(on('2026-04-06', 16), { remindFamilies })
    const of = async (id: string) => (await jobsOf('tell-family', 'personId', id)).filter(({ purpose }) => purpose === 'tomorrow').length
    return [await of(place.actor.id), await of(home)]
  }

  it('hjemmet, som barnet er skærmet fra, får intet at vide om, hvornår det skal af sted; det hjem, det bor i, gør', async () => expect(await toldOfTomorrow()).toEqual([0, 1]))

  it('rød tvilling: skærmes ingen, får det hjem det at vide', async () => expect(await unsheltered(toldOfTomorrow)).toEqual([1, 0]))

  it('har familien meldt afbud, får den ingen påmindelse', async () => {
    const place = await planted()
    await family(place).sayAbsent({ requestId: newId(), signupId: place.signupId, day: firstDay, isAway: true })
    await tick(on('2026-04-06', 16), { remindFamilies })
    expect((await jobsOf('tell-family', 'personId', place.actor.id)).filter(({ purpose }) => purpose === 'tomorrow')).toEqual([])
  })

  it('arrangøren får linket til dagslisten morgenen før, én gang', async () => {
    const { offerId } = await planted()
    for (const now of [on('2026-04-05', 23), on('2026-04-06', 7)]) await tick(now, { sendDayLists })
    expect(await jobsOf('tell-forening', 'subjectId', offerId)).toEqual([])
    for (const now of [on('2026-04-06', 8), on('2026-04-06', 9), on('2026-04-07', 9), on('2026-04-08', 9)]) await tick(now, { sendDayLists })
    expect(await jobsOf('tell-forening', 'subjectId', offerId)).toMatchObject([{ purpose: 'team-list', foreningId: world.foreningId }])
  })

  it('når den sidste liste er lukket: mødt er sluttet, væk hver gang er udeblevet, ukendt er ikke', async () => {
    const offerId = await plantActivity(test(), world, programId)
    const [came, away, unknown, excused] = [await plantPlace(test(), world, offerId), await plantPlace(test(), world, offerId), await plantPlace(test(), world, offerId), await plantPlace(test(), world, offerId)]
    await mark(came, 'present', meetings[1])
    for (const place of [away, excused]) for (const meeting of meetings) await mark(place, 'absent', meeting)
    await family(excused).sayAbsent({ requestId: newId(), signupId: excused.signupId, day: lastDay, isAway: true })
    await tick(on('2026-04-09', 10), { endActivities })
    expect(await stateOf(came.signupId)).toMatchObject({ state: 'started' })
    await tick(on('2026-04-09', 15), { endActivities })
    const states = await Promise.all([came, away, unknown, excused].map(({ signupId }) => stateOf(signupId)))
    expect(states.map(({ state }) => state)).toEqual(['ended', 'no-show', 'ended', 'ended'])
    expect(states[0]).toEqual({ state: 'ended', place: false, on: lastDay })
    expect((await list(offerId, on('2026-04-10'))).children).toEqual([])
  })

  it('bagefter: et barn, der kom, og som ikke går til noget, får foreninger tæt på, det samme først', async () => {
    const place = await planted()
    const offers = await test().database.asActor(job(world.kommuneId), { now: later(0), procedure: 'plant' }, async (tx) => ({
      far: await makeOffer(tx, { foreningId: world.foreningId, title: 'Skak', activity: 'skak', pictogram: 'skak', area: 'Område 9' }),
      same: await makeOffer(tx, { foreningId: world.foreningId, title: 'Spejder', activity: 'friluftsliv', pictogram: 'natur', area: 'Område 9' }),
      near: await makeOffer(tx, { foreningId: world.foreningId, title: 'Dans', activity: 'dans', pictogram: 'dans', area: 'Område 1' }),
      old: await makeOffer(tx, { foreningId: world.foreningId, title: 'Motion', activity: 'friluftsliv', ageFrom: 40, ageTo: 90 }),
    }))
    await mark(place, 'present')
    await tick(on('2026-04-09', 15), { endActivities })
    for (const now of [on('2026-04-09', 15), on('2026-04-11', 9), on('2026-04-11', 10), on('2026-04-12', 10)]) await tick(now, { offerMore })
    expect((await jobsOf('tell-family', 'personId', place.actor.id)).filter(({ purpose }) => purpose === 'afterwards')).toMatchObject([{ subjectId: place.signupId }])
    const shown = await family(place, on('2026-04-11')).afterwards({ signupId: place.signupId })
    expect(shown).toMatchObject({ childFirstName: 'Alma', title: 'Bål og bue', isBusy: false })
    expect(shown.offers.map(({ id }) => id)).toEqual([offers.same, offers.near, offers.far])
    await callerAs(test().database, place.actor, { now: on('2026-04-11') }).signup.request({ requestId: newId(), childId: place.childId, offerId: offers.near, acceptsClash: true })
    expect(await family(place, on('2026-04-12')).afterwards({ signupId: place.signupId })).toMatchObject({ isBusy: true, offers: [] })
  })
})
