import { newId } from '@medspil/db'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeFamily, makeForening, makeKommune, makeStaff } from '@medspil/testing/factories'
import type { StaffMember } from '@medspil/domain/access'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../test/browser.ts'
import { callerAs, type RunningApi, startApi } from '../testing.ts'
import { makeLink } from './make-link.ts'

const test = withDatabase()
let now = at('2026-11-20')
let api: RunningApi
let kommuneId: string
let foreningId: string
let childId: string
let guardianId: string
let caseworker: StaffMember

beforeAll(async () => {
  kommuneId = (await makeKommune(test().admin, { key: 'slagelse' })).id
  await makeKommune(test().admin, { key: 'holstebro' })
  await asJob(async (tx) => {
    foreningId = await makeForening(tx)
    ;({ childId, guardianId } = await makeFamily(tx, { cpr: '6403161236' }))
    caseworker = await makeStaff(tx, 'caseworker', { name: 'Birgit Holm' })
  })
  api = await startApi({ database: test().database, clock: () => now })
})
afterAll(() => api?.stop())

const asJob = <T>(work: Parameters<ReturnType<typeof test>['database']['asActor']>[2]) => test().database.asActor(job(kommuneId), { now, procedure: 'test' }, work) as Promise<T>
const newLink = () => asJob<string>((tx) => makeLink(tx, { purpose: 'team-list', foreningId, subjectId: newId(), days: 14 }))
const open = (token: string, kommune = 'slagelse') => openBrowser().call(api.desk, kommune, 'access.openLink', undefined, { 'medspil-link': token })

describe('Link i mail og SMS', () => {
  it('åbner det, det er til, og logger ingen ind', async () => {
    const token = await newLink()
    const browser = openBrowser()
    expect(await browser.call(api.desk, 'slagelse', 'access.openLink', undefined, { 'medspil-link': token })).toMatchObject({ status: 200, body: { purpose: 'team-list', isUsed: false } })
    expect(browser.cookie('desk.localhost', '__Host-medspil-desk')).toBeUndefined()
  })

  it('tyve scannere, der henter adressen, ændrer intet', async () => {
    const token = await newLink()
    const sums = async () => (await test().admin.query(`select md5(string_agg(l::text, '' order by id)) as links, (select count(*) from session) as sessions from link l`)).rows[0]
    const before = await sums()
    for (let scan = 0; scan < 20; scan += 1) await openBrowser().get(`${api.desk}/l`)
    expect(await sums()).toEqual(before)
    expect((await open(token)).status).toBe(200)
  })

  it('to foreninger i samme udbetaling har hver sit link; et nyt til den samme forening slår dens gamle fra', async () => {
    const payoutId = newId()
    const other = await asJob<string>((tx) => makeForening(tx, { name: 'FC Prøve', cvr: '39999999' }))
    const linkTo = (id: string) => asJob<string>((tx) => makeLink(tx, { purpose: 'forening-desk', foreningId: id, subjectId: payoutId, days: 14 }))
    const [first, second] = [await linkTo(foreningId), await linkTo(other)]
    expect([(await open(first)).status, (await open(second)).status]).toEqual([200, 200])
    const third = await linkTo(foreningId)
    expect([(await open(first)).status, (await open(second)).status, (await open(third)).status]).toEqual([404, 200, 200])
  })

  it('et ændret, udløbet, tilbagekaldt eller fremmed link er ingenting', async () => {
    const token = await newLink()
    expect((await open(`${token.slice(0, -2)}xx`)).status).toBe(404)
    expect((await open(token, 'holstebro')).status).toBe(404)
    const today = now
    now = at('2026-12-05')
    expect((await open(token)).status).toBe(404)
    now = today
    expect((await open(token)).status).toBe(200)
    const { rows } = await test().admin.query<{ id: string }>('select id from link order by id desc limit 1')
    await callerAs(test().database, caseworker, { now }).access.revokeLink({ linkId: rows[0]?.id ?? '', requestId: newId() })
    expect((await open(token)).status).toBe(404)
  })
})

describe('Barnets sag', () => {
  const family = () => callerAs(test().database, { kind: 'family', kommuneId, id: guardianId, name: 'Berit Prøve', birthDay: now.day, personKey: 'x' }, { now })

  it('en sagsbehandler åbner den med en begrundelse, som familien kan læse', async () => {
    const desk = callerAs(test().database, caseworker, { now })
    const opened = await desk.access.openChild({ child: { cpr: '640316-1236' }, reason: 'Mor ringede om svaret', requestId: newId() })
    expect(opened).toEqual({ childId })
    expect(await family().access.whoLooked({ childId })).toMatchObject([{ who: 'Birgit Holm', role: 'caseworker', why: 'åbnet med begrundelse: Mor ringede om svaret' }])
    await expect(desk.access.openChild({ child: { id: newId() }, reason: 'Findes ikke', requestId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('en anden familie får det samme svar som ved et barn, der ikke findes', async () => {
    const stranger = callerAs(test().database, { kind: 'family', kommuneId, id: newId(), name: 'Fremmed', birthDay: now.day, personKey: 'y' }, { now })
    await expect(stranger.access.whoLooked({ childId })).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'not-found' })
    await expect(stranger.access.whoLooked({ childId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'not-found' })
  })

  it('en leder ser stikprøven med grund og uden navn på barnet', async () => {
    const leader = await asJob<StaffMember>((tx) => makeStaff(tx, 'leader'))
    const [look] = await callerAs(test().database, leader, { now }).access.spotCheck()
    expect(look).toMatchObject({ who: 'Birgit Holm', childId })
  })
})
