import { request } from 'node:http'
import { newId } from '@medspil/db'
import { job, withDatabase } from '@medspil/testing/database'
import { makeForening, makeStaff } from '@medspil/testing/factories'
import type { StaffMember } from '@medspil/domain/access'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from '../../test/browser.ts'
import { plantOffer, today, type World } from '../signup/signup.test-kit.ts'
import { callerAs, type RunningApi, startApi } from '../testing.ts'
import { holder, plantForeningWorld, plantLink, plantRequest, teamRow } from './forening.test-kit.ts'

/** Promise 16: a link cannot be abused. */
const test = withDatabase(12)
let world: World
let kommuneKey: string
let api: RunningApi
let other: { foreningId: string; offerId: string }
let caseworker: StaffMember

beforeAll(async () => {
  world = await plantForeningWorld(test())
  kommuneKey = (await test().admin.query('select key from kommune where id = $1', [world.kommuneId])).rows[0].key
  const foreningId = await test().database.asActor(job(world.kommuneId), { now: today, procedure: 'plant' }, async (tx) => {
    caseworker = await makeStaff(tx, 'caseworker')
    return makeForening(tx, { name: 'Nabo IF' })
  })
  other = { foreningId, offerId: await plantOffer(test(), { ...world, foreningId }) }
  api = await startApi({ database: test().database, clock: () => today })
})
afterAll(() => api?.stop())

const call = (at: RunningApi, token: string, procedure: string, input: unknown) => openBrowser().call(at.desk, kommuneKey, procedure, input, { 'medspil-link': token })
const said = (signupId: string) => ({ requestId: newId(), signupId, answer: { kind: 'yes', fee: 75_000n, periodFrom: '2026-03-10', periodTo: '2026-06-30' } })
/** Everything a link could change. */
const sums = async () => Object.fromEntries(await Promise.all(['signup', 'link', 'claim', 'hold', 'purse', 'pool', 'task', 'offer', 'attendance_mark', 'ledger_entry', 'outbox_job'].map(async (table) =>
  [table, (await test().admin.query(`select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from ${table} t`)).rows[0].sum])))

const hit = (at: RunningApi, method: string, path: string, token: string) => new Promise<void>((resolve, reject) => {
  const headers = { host: new URL(at.desk).host, 'medspil-link': token, 'medspil-kommune': kommuneKey }
  request({ method, host: '127.0.0.1', port: at.port, path, headers }, (answer) => { answer.resume().on('end', resolve) }).on('error', reject).end()
})

/** A mail scanner: fetches and heads the address, tries the procedures as addresses, and one renders the page to its end. */
async function scan(at: RunningApi, token: string, signupId: string): Promise<void> {
  const input = encodeURIComponent(JSON.stringify({ requestId: newId(), signupId, answer: { kind: 'full' } }))
  for (const method of ['GET', 'HEAD'])
    for (const path of [`/l`, `/l?x=${token}`, `/trpc/forening.openAnswer?input=${encodeURIComponent('{}')}`, `/trpc/forening.answerSignup?input=${input}`])
      await hit(at, method, path, token)
  await call(at, token, 'access.openLink', undefined)
  await call(at, token, 'forening.openAnswer', {})
}

describe('et link kan ikke misbruges', () => {
  it('tyve scannere før mennesket ændrer intet, og linket virker bagefter', async () => {
    const { signupId } = await plantRequest(test(), world)
    const token = await plantLink(test(), world, 'signup-answer', signupId)
    const before = await sums()
    for (let nth = 0; nth < 20; nth += 1) await scan(api, token, signupId)
    expect(await sums()).toEqual(before)
    expect(await call(api, token, 'forening.answerSignup', said(signupId))).toMatchObject({ status: 200, body: { state: 'answered' } })
  })

  it('hundrede svar på én gang har én virkning', async () => {
    const { signupId } = await plantRequest(test(), world)
    const token = await plantLink(test(), world, 'signup-answer', signupId)
    const answers = await Promise.all(Array.from({ length: 100 }, () => call(api, token, 'forening.answerSignup', said(signupId))))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 422 || status === 409 || status === 429)).toHaveLength(99)
    const { rows } = await test().admin.query("select count(*)::int as claims, (select count(*)::int from audit_event where subject_id = $1 and event = 'signup.confirmed') as confirmed from claim where signup_id = $1", [signupId])
    expect(rows[0]).toEqual({ claims: 1, confirmed: 1 })
  })

  it('et link til ét barn åbner hverken et andet barn, holdet, pengene eller foreningens side', async () => {
    const [mine, theirs] = [await plantRequest(test(), world), await plantRequest(test(), world)]
    const token = await plantLink(test(), world, 'signup-answer', mine.signupId)
    const tries: [string, unknown][] = [
      ['forening.openAnswer', { signupId: theirs.signupId }], ['forening.answerSignup', said(theirs.signupId)], ['attendance.list', { offerId: mine.offerId }], ['forening.mine', undefined],
      ['forening.money', undefined], ['forening.neverCame', { requestId: newId(), ...teamRow(world, mine) }],
    ]
    for (const [procedure, input] of tries) expect([procedure, (await call(api, token, procedure, input)).status]).toEqual([procedure, 404])
  })

  it('foreningens link er intet hos naboen', async () => {
    const { signupId, offerId } = await plantRequest(test(), world)
    const desk = await plantLink(test(), world, 'forening-desk', other.foreningId, other.foreningId)
    const team = await plantLink(test(), world, 'team-list', other.offerId, other.foreningId)
    expect((await call(api, desk, 'forening.openAnswer', { signupId })).status).toBe(404)
    expect((await call(api, desk, 'forening.answerSignup', said(signupId))).status).toBe(404)
    expect((await call(api, desk, 'attendance.list', { offerId })).status).toBe(404)
    expect((await call(api, team, 'attendance.list', { offerId })).status).toBe(404)
    expect((await call(api, team, 'attendance.mark', { requestId: newId(), ...teamRow(world, { offerId, signupId }), day: '2026-03-10', mark: 'present', markedAt: today.at.toISOString() })).status).toBe(404)
  })

  it('tilbagekaldt er linket dødt fra næste kald, også for den, der havde det åbent', async () => {
    const { signupId } = await plantRequest(test(), world)
    const token = await plantLink(test(), world, 'signup-answer', signupId)
    const { rows } = await test().admin.query('select id from link where subject_id = $1', [signupId])
    expect((await call(api, token, 'forening.openAnswer', {})).status).toBe(200)
    // The clock stands still from here: no deadline can be what closes it.
    await callerAs(test().database, caseworker, { now: today }).access.revokeLink({ linkId: rows[0].id, requestId: newId() })
    expect((await call(api, token, 'forening.openAnswer', {})).status).toBe(404)
    expect((await call(api, token, 'forening.answerSignup', said(signupId))).status).toBe(404)
    expect((await test().admin.query('select state from signup where id = $1', [signupId])).rows).toEqual([{ state: 'requested' }])
  })

  it('rød tvilling: et link, der bekræfter ved åbning, bliver fanget', async () => {
    const { signupId } = await plantRequest(test(), world)
    const token = await plantLink(test(), world, 'signup-answer', signupId)
    vi.resetModules()
    vi.doMock('./open-answer.ts', async (original) => ({
      openAnswer: async (...args: Parameters<typeof import('./open-answer.ts').openAnswer>) => {
        const { answerSignup } = await import('../signup/answer-signup.ts')
        const question = await (await original<typeof import('./open-answer.ts')>()).openAnswer(...args)
        if (question.state === 'open') await answerSignup(args[0], { requestId: newId(), signupId: question.signupId, answer: { kind: 'full' } })
        return question
      },
    }))
    const patched = await (await import('../testing.ts')).startApi({ database: test().database, clock: () => today })
    const before = await sums()
    await scan(patched, token, signupId)
    expect(await sums()).not.toEqual(before)
    await patched.stop()
    vi.doUnmock('./open-answer.ts')
  })
})

describe('hvad en indehaver ser', () => {
  it('navnene på felterne er faste: intet om betaler, adresse, CPR eller grund', async () => {
    const { signupId, offerId } = await plantRequest(test(), world)
    const question = await callerAs(test().database, holder(world, 'signup-answer', signupId), { now: today }).forening.openAnswer({})
    expect(Object.keys(question).sort()).toEqual(['answer', 'answeredOn', 'displayName', 'foreningName', 'offerTitle', 'place', 'price', 'seasonFrom', 'seasonTo', 'signupId', 'state', 'timeFrom', 'waitsForFamily', 'weekday'])
    await callerAs(test().database, holder(world, 'signup-answer', signupId), { now: today }).forening.answerSignup({ requestId: newId(), signupId, answer: { kind: 'yes', fee: 75_000n, periodFrom: '2026-03-10', periodTo: '2026-06-30' } })
    const list = await callerAs(test().database, holder(world, 'team-list', offerId), { now: today }).attendance.list({})
    expect(list.children.map((child) => Object.keys(child).sort())).toEqual([['displayName', 'mark', 'rowId', 'saidAbsent']])
  })
})
