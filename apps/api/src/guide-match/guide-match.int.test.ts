import { dateOf, newId, type Tx } from '@medspil/db'
import type { Actor, StaffMember } from '@medspil/domain/access'
import { day } from '@medspil/domain/day'
import { rulesToJson } from '@medspil/domain/ordning'
import { esbjergGuldpas } from '@medspil/prisma/ordninger'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeChildAccess, makeFamily, makeKommune, makeOrdning, makeStaff } from '@medspil/testing/factories'
import { beforeAll, describe, expect, it } from 'vitest'
import { callerAs, fakeGateways, runTicks } from '../testing.ts'

const test = withDatabase()
const now = at('2026-09-03')
const wishes = { gender: 'male' as const, languages: ['ar'], interests: ['fodbold'], ageFrom: null, ageTo: null }
let kommuneId = ''
let vejleder: StaffMember
let childId = ''
let family: Actor
const guideIds = { karim: newId(), lapsed: newId() }
const guide = (id: string): Actor => ({ kind: 'fritidsguide', kommuneId, id, name: 'Karim Nasser', personKey: 'k' })
const inJob = <T>(work: (tx: Tx) => Promise<T>) => test().database.asActor(job(kommuneId), { now, procedure: 'test' }, work)
const as = (actor: Actor, on = '2026-09-03') => callerAs(test().database, actor, { now: at(on) }).guideMatch

beforeAll(async () => {
  kommuneId = (await makeKommune(test().admin)).id
  await inJob(async (tx) => {
    vejleder = await makeStaff(tx, 'fritidsvejleder')
    const made = await makeFamily(tx, { name: 'Hamza Rashid' })
    childId = made.childId
    family = { kind: 'family', kommuneId, id: made.guardianId, name: 'Fatima', birthDay: day('1989-05-08'), personKey: 'f' }
    await makeChildAccess(tx, { childId, staffId: vejleder.id })
    const version = esbjergGuldpas.versions.at(-1)!
    const { ordningId, versionId } = await makeOrdning(tx, { rules: rulesToJson(version.rules) })
    await tx.db.course.createMany({ data: [{ kommuneId, id: newId(), childId, ordningId, ordningVersionId: versionId, state: 'open', hasGuidance: true, hasPass: true, birthYear: 2017, metOn: dateOf(now.day) }] })
    for (const [key, until] of [['karim', '2027-01-31'], ['lapsed', '2026-09-02']] as const)
      await tx.db.fritidsguide.createMany({ data: [{
        kommuneId, id: guideIds[key], name: key, birthDay: dateOf(day('2000-01-22')), gender: 'male', kind: 'paid', state: 'active', languages: ['da', 'ar'], interests: ['fodbold'], days: { 1: 'every-week' },
        area: 'Område 1', areas: [], mostChildren: 3, hourCeiling: 40, certificateOn: dateOf(day('2026-02-01')), certificateUntil: dateOf(day(until)), mail: 'g@g.example', phone: '+4512345678',
      }] })
  })
})

describe('en fritidsguide til et barn med guldpas', () => {
  let matchId = ''
  it('viser rækkefølgen med grunde, og hvorfor ikke de andre', async () => {
    const view = await as(vejleder).rank({ childId, weekday: 1, wishes })
    expect(view.ranked.map(({ guide: { name }, met, of }) => [name, met, of])).toEqual([['karim', 4, 5]])
    expect(view.others).toEqual([{ reason: 'guide-certificate-lapsed', count: 1 }])
    expect(view.childFirstName).toBe('Hamza')
  })

  it('foreslår ikke en guide, hvis attest er udløbet', async () => {
    await expect(as(vejleder).propose({ requestId: newId(), childId, guideId: guideIds.lapsed, weekday: 1, wishes })).rejects.toMatchObject({ cause: { whyNot: { reason: 'guide-certificate-lapsed' } } })
  })

  it('bliver først til noget, når guide og barn begge har sagt ja', async () => {
    matchId = (await as(vejleder).propose({ requestId: newId(), childId, guideId: guideIds.karim, weekday: 1, wishes })).matchId
    await expect(as(vejleder).propose({ requestId: newId(), childId, guideId: guideIds.karim, weekday: 1, wishes })).rejects.toMatchObject({ cause: { whyNot: { reason: 'match-open-already' } } })
    await expect(as(family).answerAsFamily({ requestId: newId(), matchId, says: 'yes' })).rejects.toMatchObject({ cause: { whyNot: { reason: 'match-move-impossible' } } })
    await expect(as(guide(guideIds.lapsed)).answerAsGuide({ requestId: newId(), matchId, says: 'yes' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await as(guide(guideIds.karim)).answerAsGuide({ requestId: newId(), matchId, says: 'yes' })
    expect((await as(family).ofMyFamily()).matches[0]).toMatchObject({ state: 'accepted-by-guide', whose: 'family', guideName: 'karim', childFirstName: 'Hamza' })
    await as(family).answerAsFamily({ requestId: newId(), matchId, says: 'yes' })
    expect((await as(guide(guideIds.karim)).myTrips()).matches[0]?.state).toBe('active')
  })

  it('skriver en tur ind og fortæller familien det', async () => {
    const trip = await as(guide(guideIds.karim)).planTrip({ requestId: newId(), matchId, day: '2026-09-07', meetAt: '15:45', place: 'Ved skolen' })
    for (const to of ['collected', 'arrived', 'returned'] as const)
      await as(guide(guideIds.karim), '2026-09-07').logTrip({ requestId: newId(), tripId: trip.tripId, to, minutes: to === 'returned' ? 90 : null, note: null })
    const { rows } = await test().admin.query(`select count(*)::int as n from outbox_job where name = 'tell-family' and payload ->> 'subjectId' = $1`, [trip.tripId])
    expect(rows[0].n).toBe(2)
    expect((await as(guide(guideIds.karim), '2026-09-30').myTrips()).minutesThisMonth).toBe(90)
  })

  it('træder et skridt tilbage ad gangen', async () => {
    await as(vejleder).stepBack({ requestId: newId(), childId, matchId })
    expect((await as(family).ofMyFamily()).matches[0]).toMatchObject({ state: 'fading' })
  })

  it('stopper turene samme dag, attesten udløber', async () => {
    const trip = await as(guide(guideIds.karim)).planTrip({ requestId: newId(), matchId, day: '2027-01-25', meetAt: '15:45', place: 'Ved skolen' })
    await test().admin.query(`update fritidsguide set certificate_until = '2027-01-24' where id = $1`, [guideIds.karim])
    await expect(as(guide(guideIds.karim), '2027-01-25').logTrip({ requestId: newId(), tripId: trip.tripId, to: 'collected', minutes: null, note: null })).rejects.toMatchObject({ cause: { whyNot: { reason: 'guide-certificate-lapsed' } } })
    const { stopTrips } = await import('./stop-trips.ts')
    const asActor = test().database.asActor
    await runTicks({ asActor, clock: () => at('2027-01-25'), gateways: fakeGateways().gateways } as never, test().database, { 'stop-trips': stopTrips })
    expect((await as(family, '2027-01-25').ofMyFamily()).trips.find(({ tripId }) => tripId === trip.tripId)).toMatchObject({ state: 'cancelled', whyCancelled: 'guide-certificate-lapsed' })
  })

  it('aflyser de planlagte ture, når forløbet med guiden slutter', async () => {
    await test().admin.query(`update fritidsguide set certificate_until = '2027-12-31' where id = $1`, [guideIds.karim])
    const trip = await as(guide(guideIds.karim)).planTrip({ requestId: newId(), matchId, day: '2026-09-14', meetAt: '15:45', place: 'Ved skolen' })
    await as(vejleder).end({ requestId: newId(), childId, matchId, as: 'independent' })
    const { trips, matches } = await as(family).ofMyFamily()
    expect(trips.find(({ tripId }) => tripId === trip.tripId)?.state).toBe('cancelled')
    expect(matches[0]).toMatchObject({ state: 'ended', endedAs: 'independent' })
  })

  it('er lukket land for andre familier og andre kommuner', async () => {
    const stranger = await inJob(async (tx) => (await makeFamily(tx)).guardianId)
    await expect(as({ ...family, id: stranger } as Actor).answerAsFamily({ requestId: newId(), matchId, says: 'no' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const other = (await makeKommune(test().admin)).id
    await expect(as({ ...vejleder, kommuneId: other }).rank({ childId, weekday: 1, wishes })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
