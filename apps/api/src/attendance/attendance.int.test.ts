import { newId } from '@medspil/db'
import { at, withDatabase } from '@medspil/testing/database'
import { beforeAll, describe, expect, it } from 'vitest'
import { holder, plantForeningWorld, plantRequest, teamRow } from '../forening/forening.test-kit.ts'
import type { World } from '../signup/signup.test-kit.ts'
import { callerAs } from '../testing.ts'

const test = withDatabase()
let world: World
beforeAll(async () => { world = await plantForeningWorld(test()) })

/** Tuesday 10 March 2026 is a training day; the next ones follow by seven. */
const tuesday = (week: number) => at(['2026-03-10', '2026-03-17', '2026-03-24', '2026-03-31'][week] ?? '', 18)
const coach = (offerId: string, now = tuesday(0)) => callerAs(test().database, holder(world, 'team-list', offerId), { now })
const row = async (sql: string, values: unknown[]) => (await test().admin.query(sql, values)).rows[0]
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)

async function startable(granted: bigint | null = 100_000n, offerId?: string) {
  const request = await plantRequest(test(), world, { granted, ...(offerId && { offerId }) })
  await callerAs(test().database, holder(world, 'signup-answer', request.signupId), { now: tuesday(0) })
    .forening.answerSignup({ requestId: newId(), signupId: request.signupId, answer: { kind: 'yes', fee: 75_000n, periodFrom: '2026-03-10', periodTo: '2026-06-30' } })
  return request
}
const mark = (offerId: string, signupId: string, said: 'present' | 'absent' | 'unknown', week = 0, more: { requestId?: string; now?: ReturnType<typeof at>; markedAt?: string } = {}) => {
  const now = more.now ?? tuesday(week)
  return coach(offerId, now).attendance.mark({ requestId: more.requestId ?? newId(), ...teamRow(world, { offerId, signupId }), day: tuesday(week).day, mark: said, markedAt: more.markedAt ?? now.at.toISOString() })
}

describe('dagens hold', () => {
  it('børn med og uden pas er ens rækker i samme rækkefølge', async () => {
    const first = await startable()
    await startable(null, first.offerId)
    const list = await coach(first.offerId).attendance.list({})
    expect(list).toMatchObject({ title: 'Svømning, begynder', day: '2026-03-10', nextDay: '2026-03-17', isOpen: true, closesAt: '2026-03-11T11:00:00.000Z' })
    expect(list.children.map(({ rowId: _id, ...rest }) => rest)).toEqual([{ displayName: 'Alma P.', mark: null, saidAbsent: false }, { displayName: 'Alma P.', mark: null, saidAbsent: false }])
    expect(await row('select count(*)::int as n from read_log where child_id = $1 and actor_kind = $2 and procedure = $3', [first.childId, 'forening', 'attendance.list'])).toEqual({ n: 1 })
  })

  it('første mødt er første træning: tilmeldingen er i gang, forløbet ved det, og opfølgningen er planlagt', async () => {
    const { offerId, signupId, childId } = await startable()
    expect(await mark(offerId, signupId, 'present')).toEqual({ rowId: teamRow(world, { offerId, signupId }).rowId, day: '2026-03-10', mark: 'present' })
    expect(await row('select state, started_on::text as on from signup where id = $1', [signupId])).toEqual({ state: 'started', on: '2026-03-10' })
    expect(await row('select first_training_on::text as on from course where child_id = $1', [childId])).toEqual({ on: '2026-03-10' })
    expect(await row('select due_on::text as due from follow_up where child_id = $1', [childId])).toEqual({ due: '2026-04-09' })
  })

  it('fortrudt er et nyt kryds, og en start, der var en fejl, er ingen start', async () => {
    const { offerId, signupId, childId } = await startable()
    await mark(offerId, signupId, 'present', 0, { now: at('2026-03-10', 18) })
    await mark(offerId, signupId, 'unknown', 0, { now: at('2026-03-10', 19) })
    expect((await coach(offerId).attendance.list({})).children).toMatchObject([{ mark: null }])
    expect(await row('select state, started_on from signup where id = $1', [signupId])).toEqual({ state: 'confirmed', started_on: null })
    expect(await row('select first_training_on from course where child_id = $1', [childId])).toEqual({ first_training_on: null })
    expect(await row('select count(*)::int as n from attendance_mark where signup_id = $1', [signupId])).toEqual({ n: 2 })
  })

  it('samme kryds sendt tre gange, også på én gang, tæller én gang', async () => {
    const { offerId, signupId } = await startable()
    const requestId = newId()
    const markedAt = tuesday(0).at.toISOString()
    await Promise.all([1, 2, 3].map(() => mark(offerId, signupId, 'present', 0, { requestId, markedAt })))
    expect(await row('select count(*)::int as n from attendance_mark where signup_id = $1', [signupId])).toEqual({ n: 1 })
    expect(await reasonOf(mark(offerId, signupId, 'absent', 0, { requestId, markedAt }))).toBe('same-id-other-content')
  })

  it('et kryds sat uden net kan sendes dagen efter fristen; et nyt kan ikke', async () => {
    const { offerId, signupId } = await startable()
    const late = at('2026-03-12', 20)
    expect(await reasonOf(mark(offerId, signupId, 'present', 0, { now: late, markedAt: tuesday(0).at.toISOString() }))).toBe('ja')
    expect(await reasonOf(mark(offerId, signupId, 'absent', 0, { now: late }))).toBe('marking-closed')
  })

  it('to gange væk efter at have mødt giver fritidsvejlederen én opgave', async () => {
    const { offerId, signupId } = await startable()
    for (const [week, said] of [[0, 'present'], [1, 'absent'], [2, 'absent'], [3, 'absent']] as const) await mark(offerId, signupId, said, week)
    const { rows } = await test().admin.query('select kind, facts, owner_role from task where signup_id = $1', [signupId])
    expect(rows).toEqual([{ kind: 'absent-in-a-row', owner_role: 'fritidsvejleder', facts: { absences: 2, presentBefore: 1, since: '2026-03-17' } }])
  })

  it('en dag, holdet ikke har, og et andet holds barn findes ikke', async () => {
    const [mine, other] = [await startable(), await startable()]
    await expect(coach(mine.offerId).attendance.mark({ requestId: newId(), ...teamRow(world, mine), day: '2026-03-11', mark: 'present', markedAt: tuesday(0).at.toISOString() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(mark(mine.offerId, other.signupId, 'present')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(coach(mine.offerId).attendance.mark({ requestId: newId(), ...teamRow(world, other), day: '2026-03-10', mark: 'present', markedAt: tuesday(0).at.toISOString() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(coach(mine.offerId).attendance.list({ offerId: other.offerId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
