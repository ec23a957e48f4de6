import { inputHash, newId, type Now, openKeyring } from '@medspil/db'
import { addDays, day } from '@medspil/domain/day'
import { createTestDatabase } from '@medspil/testing'
import { job, withDatabase } from '@medspil/testing/database'
import { makeForening, makePerson, makeRelation } from '@medspil/testing/factories'
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { holder, teamRow } from '../forening/forening.test-kit.ts'
import { later, plantWorld, type World } from '../signup/signup.test-kit.ts'
import { callerAs, fakeGateways, runTicks, testEnvironment } from '../testing.ts'
import { firstDay, lastDay, leader, note, on, plantActivity, plantHoliday, plantPlace } from './care.test-kit.ts'
import { hashOf } from '../trpc/once.ts'
import { eraseCareNotes } from './index.ts'

// A text that was moved and a log that is full are faults to the log of faults.
vi.mock('../log.ts', () => ({ log: () => {} }))

const test = withDatabase()
let world: World
let programId: string
beforeAll(async () => {
  world = await plantWorld(test())
  programId = await plantHoliday(test(), world)
})

type Place = Awaited<ReturnType<typeof plantPlace>>
const family = ({ actor }: Pick<Place, 'actor'>, now: Now = later(1)) => callerAs(test().database, actor, { now }).care
const planted = async () => {
  const place = await plantPlace(test(), world, await plantActivity(test(), world, programId))
  await family(place).save({ requestId: newId(), signupId: place.signupId, note })
  return place
}
const row = async (sql: string, values: unknown[]) => (await test().admin.query(sql, values)).rows[0]
const rowOf = (signupId: string) => row('select allergies, medicine, fetched_by, emergency_phone, photo_consent, written_by, erased_at from care_note where signup_id = $1', [signupId])
const tick = (now: Now) => runTicks({ ...test().database, env: testEnvironment(), clock: () => now, gateways: fakeGateways().gateways }, test().database, { 'erase-care-notes': eraseCareNotes })
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)
const erased = { allergies: null, medicine: null, fetched_by: null, emergency_phone: null, photo_consent: false, written_by: null }

describe('det, de voksne skal vide', () => {
  it('familien skriver, ser hvem der ser det hvornår, og får det sidste svar med til næste aktivitet', async () => {
    const place = await planted()
    expect(await family(place).show({ signupId: place.signupId })).toMatchObject({
      childFirstName: 'Alma', title: 'Bål og bue', opensOn: '2026-04-06', closesOn: lastDay, erasedOn: '2026-04-10', mayWrite: true, note, isHidden: false, hasEarlier: false,
    })
    const other = await plantActivity(test(), world, programId, { seasonFrom: '2026-05-04', seasonTo: '2026-05-04', occurrences: [{ day: day('2026-05-04'), timeFrom: '09:00', timeTo: '11:00', place: 'Hallen' }] })
    const { signupId } = await callerAs(test().database, place.actor, { now: later(2) }).signup.request({ requestId: newId(), childId: place.childId, offerId: other, acceptsClash: true })
    expect(await family(place).show({ signupId })).toMatchObject({ note: null, hasEarlier: true })
    expect(await family(place).earlier({ signupId })).toEqual(note)
  })

  it('teksten er lukket med barnets nøgle for sin egen række og kolonne', async () => {
    const [one, two] = [await planted(), await planted()]
    const sealed = await rowOf(one.signupId)
    expect(Buffer.concat([sealed.allergies, sealed.medicine, sealed.fetched_by, sealed.emergency_phone]).toString('latin1')).not.toMatch(/Jord|Epi|Mormor|12 34/)
    await test().admin.query('update care_note set allergies = medicine where signup_id = $1', [one.signupId])
    await expect(family(one).show({ signupId: one.signupId })).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
    await test().admin.query('update care_note set allergies = (select allergies from care_note where signup_id = $2) where signup_id = $1', [one.signupId, two.signupId])
    await expect(family(one).show({ signupId: one.signupId })).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
  })

  it('svaret, der gemmes for altid, rummer intet af det', async () => {
    const { signupId, actor } = await planted()
    const { rows } = await test().admin.query(`select answer::text as said from once where actor_id = $1 and procedure = 'care.save'`, [actor.id])
    expect(rows.map(({ said }) => said).join()).not.toMatch(/Jord|Epi|Mormor/)
    const audits = await test().admin.query('select facts::text as said from audit_event where subject_id = $1', [signupId])
    expect(audits.rows.map(({ said }) => said).join()).not.toMatch(/Jord|Epi|Mormor/)
  })

  it('aftrykket, der gemmes for altid, bekræfter intet gæt, og det samme tryk igen er stadig det samme', async () => {
    const place = await plantPlace(test(), world, await plantActivity(test(), world, programId))
    const input = { requestId: newId(), signupId: place.signupId, note }
    expect(await family(place).save(input)).toEqual({ done: true })
    expect(await family(place).save(input)).toEqual({ done: true })
    expect(await reasonOf(family(place).save({ ...input, note: { ...note, allergies: 'Nødder' } }))).toBe('same-id-other-content')
    const { input_hash: stored } = await row('select input_hash from once where id = $1', [input.requestId]) as { input_hash: Buffer }
    // Who has the table and guesses right: the plain hash says yes to the guess, and the stored one says nothing without the key.
    expect(stored.includes(hashOf(input))).toBe(false)
    expect(stored).toHaveLength(33)
    const stranger = openKeyring([`${stored[0]}:${Buffer.alloc(32, 7).toString('base64')}`])
    expect(stored.equals(inputHash(stranger, world.kommuneId, JSON.stringify(input)))).toBe(false)
    // One from before the keys is still known again.
    await test().admin.query('alter table once disable trigger user')
    await test().admin.query('update once set input_hash = $2 where id = $1', [input.requestId, hashOf(input)])
    await test().admin.query('alter table once enable trigger user')
    expect(await family(place).save(input)).toEqual({ done: true })
  })

  it('et hjem med hemmelig adresse deler hverken telefon eller navne med det andet, og beholder dem, når det andet retter resten', async () => {
    const { database } = test()
    const place = await plantPlace(test(), world, await plantActivity(test(), world, programId))
    const otherId = await database.asActor(job(world.kommuneId), { now: later(0), procedure: 'plant' }, async (tx) => {
      const adultId = await makePerson(tx, { name: 'Carl Kvist', birthDay: '1987-01-01', addressProtected: true })
      await makeRelation(tx, { adultId, childId: place.childId, livesWith: false })
      return adultId
    })
    const other = { actor: { ...place.actor, id: otherId, name: 'Carl Kvist' } }
    await family(other).save({ requestId: newId(), signupId: place.signupId, note })
    expect(await family(place).show({ signupId: place.signupId })).toMatchObject({ isHidden: true, note: { allergies: note.allergies, fetchedBy: null, emergencyPhone: null } })
    await family(place).save({ requestId: newId(), signupId: place.signupId, note: { ...note, allergies: 'Æg', fetchedBy: null, emergencyPhone: null } })
    expect((await leader(test(), world, place.offerId, on(firstDay)).care.ofTeam()).notes).toMatchObject([{ allergies: 'Æg', fetchedBy: note.fetchedBy, emergencyPhone: note.emergencyPhone }])
    // Whoever corrected the rest has not become the one who wrote these, nor at the child's next activity.
    expect(await family(place).show({ signupId: place.signupId })).toMatchObject({ isHidden: true, note: { allergies: 'Æg', fetchedBy: null, emergencyPhone: null } })
    const offerId = await plantActivity(test(), world, programId, { occurrences: [{ day: firstDay, timeFrom: '16:00', timeTo: '17:00', place: 'Skovhytten' }] })
    const { signupId } = await callerAs(test().database, place.actor, { now: later(0) }).signup.request({ requestId: newId(), childId: place.childId, offerId, acceptsClash: true })
    expect(await family(place).earlier({ signupId })).toMatchObject({ fetchedBy: null, emergencyPhone: null })
    // Both texts replaced: now they are the words of the one who wrote them.
    await family(place).save({ requestId: newId(), signupId: place.signupId, note: { ...note, fetchedBy: 'Far', emergencyPhone: '+45 87 65 43 21' } })
    expect(await family(place).show({ signupId: place.signupId })).toMatchObject({ isHidden: false, note: { fetchedBy: 'Far' } })
  })
})

describe('hvem der ser det, og hvornår', () => {
  it.each([['dagen før listen sendes', '2026-04-05', 0], ['dagen, den sendes', '2026-04-06', 1], ['mellem dagene', firstDay, 1], ['sidste dag', lastDay, 1], ['dagen efter', '2026-04-09', 0]] as const)('%s', async (_name, today, seen) => {
    const { offerId } = await planted()
    const { notes, isOpen, ...days } = await leader(test(), world, offerId, on(today)).care.ofTeam()
    expect([notes.length, isOpen, days]).toEqual([seen, seen === 1, { opensOn: '2026-04-06', shredOn: lastDay }])
  })

  it('aktivitetens voksne ser netop deres børns oplysninger, og hvert kig står i barnets log', async () => {
    const { offerId, signupId, childId, actor } = await planted()
    await planted()
    expect((await leader(test(), world, offerId, on(firstDay)).care.ofTeam()).notes).toEqual([{ rowId: teamRow(world, { offerId, signupId }).rowId, ...note }])
    const looks = await callerAs(test().database, actor, { now: on(firstDay) }).access.whoLooked({ childId })
    expect(JSON.stringify(looks)).toContain('Prøvstrup Svømmeforening')
    expect(await row(`select fields from read_log where child_id = $1 and procedure = 'care.ofTeam'`, [childId])).toEqual({ fields: ['care'] })
  })

  it('kan loggen ikke skrives, åbnes intet', async () => {
    const { offerId } = await planted()
    await test().admin.query(`create function no_log() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$`)
    await test().admin.query('create trigger no_log before insert on read_log for each row execute function no_log()')
    await expect(leader(test(), world, offerId, on(firstDay)).care.ofTeam()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' }).finally(() => test().admin.query('drop trigger no_log on read_log'))
  })

  it('bestyrelsens link, en anden forenings link og et link til et andet hold åbner det ikke', async () => {
    const { offerId } = await planted()
    const now = on(firstDay)
    const board = callerAs(test().database, holder(world, 'forening-desk', world.foreningId), { now })
    await expect(board.care.ofTeam()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const otherForening = await test().database.asActor(job(world.kommuneId), { now, procedure: 'plant' }, (tx) => makeForening(tx, { name: 'Anden Forening' }))
    await expect(leader(test(), world, offerId, now, otherForening).care.ofTeam()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const empty = await plantActivity(test(), world, programId)
    expect((await leader(test(), world, empty, now).care.ofTeam()).notes).toEqual([])
  })

  it('et barn, der ikke kommer alligevel, er væk af listen samme dag', async () => {
    const { offerId, signupId, actor } = await planted()
    await callerAs(test().database, actor, { now: on('2026-04-05') }).signup.cancel({ requestId: newId(), signupId })
    expect((await leader(test(), world, offerId, on(firstDay)).care.ofTeam()).notes).toEqual([])
  })
})

describe('det forsvinder igen', () => {
  it.each([['dagen før', '2026-04-09', false], ['på dagen', '2026-04-10', true]] as const)('%s', async (_name, today, gone) => {
    const { signupId } = await planted()
    await tick(on(today))
    expect(await rowOf(signupId)).toEqual(gone ? { ...erased, erased_at: on(today).at } : expect.objectContaining({ allergies: expect.any(Buffer), erased_at: null }))
  })

  it('meldt fra: væk ved næste gennemgang, og familien ser, at der intet står', async () => {
    const place = await planted()
    await callerAs(test().database, place.actor, { now: on('2026-03-20') }).signup.cancel({ requestId: newId(), signupId: place.signupId })
    await tick(on('2026-03-20'))
    expect(await rowOf(place.signupId)).toMatchObject(erased)
    expect(await family(place, on('2026-03-21')).show({ signupId: place.signupId })).toMatchObject({ note: null, mayWrite: false })
    expect(await reasonOf(family(place, on('2026-03-21')).save({ requestId: newId(), signupId: place.signupId, note }))).toBe('care-note-over')
    expect(await row(`select facts->>'because' as because from audit_event where subject_id = $1 and event = 'care.erased'`, [place.signupId])).toEqual({ because: 'cancelled-by-family' })
  })

  it('familien kan selv slette, og skrive igen', async () => {
    const place = await planted()
    await family(place).erase({ requestId: newId(), signupId: place.signupId })
    expect(await rowOf(place.signupId)).toMatchObject(erased)
    await family(place).save({ requestId: newId(), signupId: place.signupId, note })
    expect(await family(place).show({ signupId: place.signupId })).toMatchObject({ note })
  })

  it('efter sidste dag kan der ikke skrives', async () => {
    const place = await planted()
    expect(await reasonOf(family(place, on(addDays(lastDay, 1))).save({ requestId: newId(), signupId: place.signupId, note }))).toBe('care-note-over')
  })

  it('intet andet lager læser det, så ingen udtræk kan have det med', () => {
    const dir = new URL('../../../../packages/db/src/', import.meta.url)
    const stores = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.startsWith('prisma-client'))
    expect(stores.filter((name) => /careNote|care_note/.test(readFileSync(new URL(name, dir), 'utf8')))).toEqual(['care-store.ts'])
  })
})

describe('rød tvilling: tages vagten ned, bliver hullet set', () => {
  it.each([
    ['uden databasens vindue ser foreningen alle dage', `create or replace function medspil.my_care_signups() returns setof uuid language sql stable security definer as $$ select s.id from public.signup s where s.kommune_id = medspil.kommune() $$`],
    ['uden databasens regel ser enhver forening det', `alter policy care_note_select on care_note using (kommune_id = medspil.kommune())`],
  ])('%s', async (_name, breaks) => {
    const scratch = await createTestDatabase()
    try {
      const town = await plantWorld(scratch)
      const place = await plantPlace(scratch, town, await plantActivity(scratch, town, await plantHoliday(scratch, town)))
      await callerAs(scratch.database, place.actor, { now: later(1) }).care.save({ requestId: newId(), signupId: place.signupId, note })
      const otherForening = await scratch.database.asActor(job(town.kommuneId), { now: later(1), procedure: 'plant' }, (tx) => makeForening(tx, { name: 'Anden Forening' }))
      const leaks = async () => {
        const asked = [holder(town, 'team-list', place.offerId, otherForening), holder(town, 'team-list', place.offerId)] as const
        const counts = await Promise.all([[asked[0], on(firstDay)], [asked[1], on('2026-04-03')], [asked[1], on('2026-04-09')]].map(([who, now]) =>
          scratch.database.asActor(who as (typeof asked)[0], { now: now as Now, procedure: 'leak' }, (tx) => tx.db.careNote.count())))
        return counts.reduce((sum, count) => sum + count, 0)
      }
      expect(await leaks()).toBe(0)
      await scratch.admin.query(breaks)
      expect(await leaks()).toBeGreaterThan(0)
    } finally {
      await scratch.drop()
    }
  })
})
