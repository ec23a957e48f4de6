import { newId, openDatabase, openKeyring } from '@medspil/db'
import { at, withDatabase } from '@medspil/testing/database'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { firstDay, leader, meetings, note, on, plantActivity, plantHoliday, plantPlace } from '../care/care.test-kit.ts'
import { holder, teamRow } from '../forening/forening.test-kit.ts'
import { later, plantWorld, type World } from '../signup/signup.test-kit.ts'
import { callerAs } from '../testing.ts'

const guard = vi.hoisted(() => ({ isOff: false }))
vi.mock('../../../../packages/db/src/keyring.ts', async (original) => {
  const real = await original<typeof import('../../../../packages/db/src/keyring.ts')>()
  return { ...real, teamRowId: (...given: Parameters<typeof real.teamRowId>) => (guard.isOff ? given[2].signupId : real.teamRowId(...given)) }
})

const test = withDatabase()
let world: World
let programId: string
beforeAll(async () => {
  world = await plantWorld(test())
  programId = await plantHoliday(test(), world)
})

type Place = Awaited<ReturnType<typeof plantPlace>>
const board = (now = on(firstDay)) => callerAs(test().database, holder(world, 'forening-desk', world.foreningId), { now })
const coach = (offerId: string, now = on(firstDay)) => leader(test(), world, offerId, now)
const mark = (row: { offerId: string; rowId: string }, said: 'present' | 'absent' = 'present', requestId = newId()) =>
  ({ requestId, ...row, day: meetings[0][0], timeFrom: meetings[0][1], mark: said, markedAt: on(firstDay).at.toISOString() })
const marksOf = async (signupId: string) => (await test().admin.query('select count(*)::int as n from attendance_mark where signup_id = $1', [signupId])).rows[0].n as number
const notFound = (promise: Promise<unknown>) => expect(promise).rejects.toMatchObject({ code: 'NOT_FOUND' })

/** Children of one name with a place each and a care note, in the order they signed up, and when they did. */
async function plantFlock(children = 6) {
  const offerId = await plantActivity(test(), world, programId, { capacity: 50 })
  const flock: (Place & { from: number; to: number })[] = []
  for (let n = 0; n < children; n += 1) {
    const from = Date.now()
    flock.push({ ...await plantPlace(test(), world, offerId), from, to: Date.now() })
  }
  // The notes are written the other way round: a second order that must not be seen.
  for (const { actor, signupId } of flock.toReversed()) await callerAs(test().database, actor, { now: later(1) }).care.save({ requestId: newId(), signupId, note })
  return { offerId, flock }
}

/** What whoever logs an activity's day list can say of when its children signed up. */
async function readTimes({ offerId, flock }: Awaited<ReturnType<typeof plantFlock>>) {
  const answers = [await coach(offerId).attendance.list({}), await coach(offerId).care.ofTeam(), await board().attendance.list({ offerId })] as const
  const rows = answers[0].children.map(({ rowId }) => rowId)
  const momentOf = (id: string) => parseInt(id.replace('-', '').slice(0, 12), 16)
  const ranks = (ids: readonly string[]) => ids.map((id) => flock.findIndex((place) => teamRow(world, place).rowId === id))
  return {
    told: flock.filter(({ signupId }) => JSON.stringify(answers).includes(signupId)).length,
    timed: rows.filter((id) => flock.some(({ from, to }) => from <= momentOf(id) && momentOf(id) <= to)).length,
    order: ranks(rows), notesOrder: ranks(answers[1].notes.map(({ rowId }) => rowId)), rows, notes: answers[1].notes.map(({ rowId }) => rowId), boardRows: answers[2].children.map(({ rowId }) => rowId),
  }
}
const counted = (length: number) => Array.from({ length }, (_, n) => n)

describe('dagslisten siger intet om, hvornår et barn blev tilmeldt', () => {
  it('rækkens id er dens eget: intet tidspunkt, ingen tilmelding og ingen rækkefølge, og det samme ved hver dør', async () => {
    const flock = await plantFlock()
    const seen = await readTimes(flock)
    expect(seen).toMatchObject({ told: 0, timed: 0 })
    expect(seen.rows).toEqual(seen.rows.toSorted())
    expect(seen.rows).toEqual(flock.flock.map((place) => teamRow(world, place).rowId).sort())
    expect([seen.notes, seen.boardRows]).toEqual([seen.rows, seen.rows])
    expect((await readTimes(flock)).rows).toEqual(seen.rows)
  })

  it('navnene står efter alfabetet, uanset hvem der kom først', async () => {
    const offerId = await plantActivity(test(), world, programId)
    for (const name of ['Åse Berg', 'Ørn Lund', 'Bo Lind', 'Ada Holm']) await plantPlace(test(), world, offerId, { name })
    expect((await coach(offerId).attendance.list({})).children.map(({ displayName }) => displayName)).toEqual(['Ada H.', 'Bo L.', 'Ørn L.', 'Åse B.'])
  })

  it('rød tvilling: med tilmeldingens id kan hvert barns minut læses, og rækkefølgen er den, de kom i', async () => {
    const flock = await plantFlock()
    guard.isOff = true
    const seen = await readTimes(flock).finally(() => { guard.isOff = false })
    console.log(`red twin: with the sign-up's own id, ${seen.timed} of ${flock.flock.length} moments can be read`)
    expect(seen).toMatchObject({ told: 6, timed: 6, order: counted(6), notesOrder: counted(6) })
  })
})

describe('et kryds på en række', () => {
  it('kommer frem, og kun én gang', async () => {
    const { offerId, flock: [first, second] } = await plantFlock(2)
    const row = (await coach(offerId).attendance.list({})).children.find(({ rowId }) => rowId === teamRow(world, first!).rowId)!
    const requestId = newId()
    for (let times = 0; times < 2; times += 1) expect(await coach(offerId).attendance.mark(mark({ offerId, rowId: row.rowId }, 'present', requestId))).toEqual({ rowId: row.rowId, day: firstDay, mark: 'present' })
    expect([await marksOf(first!.signupId), await marksOf(second!.signupId)]).toEqual([1, 0])
    expect((await board().attendance.list({ offerId })).children.find(({ rowId }) => rowId === row.rowId)).toMatchObject({ mark: 'present' })
  })

  it('en række fra en anden aktivitet og en tilmeldings eget id findes ikke', async () => {
    const { offerId, flock: [mine] } = await plantFlock(1)
    const { offerId: otherId, flock: [other] } = await plantFlock(1)
    const [myRow, otherRow] = [teamRow(world, mine!), teamRow(world, other!)]
    for (const row of [{ offerId, rowId: otherRow.rowId }, { offerId: otherId, rowId: myRow.rowId }, { offerId, rowId: mine!.signupId }, { offerId, rowId: newId() }]) {
      for (const door of [coach(offerId), board()]) {
        await notFound(door.attendance.mark(mark(row)))
        await notFound(door.forening.neverCame({ requestId: newId(), ...row }))
      }
    }
    // A whole row of the neighbouring activity is the board's to mark, and no business of this one's link.
    await notFound(coach(offerId).attendance.mark(mark(otherRow)))
    await notFound(coach(offerId).forening.neverCame({ requestId: newId(), ...otherRow }))
    expect(await board().attendance.mark(mark(otherRow))).toMatchObject({ mark: 'present' })
    expect(await marksOf(mine!.signupId)).toBe(0)
  })

  it('sat, før nøglen blev skiftet: det kommer frem, så længe den gamle nøgle huskes', async () => {
    const { offerId, flock: [mine] } = await plantFlock(1)
    const [key1, key2] = [`1:${Buffer.alloc(32, 7).toString('base64')}`, `2:${Buffer.alloc(32, 9).toString('base64')}`]
    const during = openDatabase(test().urlOf('app'), openKeyring([key2, key1]), 2)
    const after = openDatabase(test().urlOf('app'), openKeyring([key2]), 2)
    const door = (database: typeof during) => callerAs(database, holder(world, 'team-list', offerId), { now: at(firstDay, 10) }).attendance
    const old = teamRow(world, mine!)
    const [fresh] = (await door(during).list({})).children
    expect(fresh!.rowId).not.toBe(old.rowId)
    expect(await door(during).mark(mark(old))).toMatchObject({ mark: 'present' })
    await notFound(door(after).mark(mark(old)))
    expect(await door(after).mark(mark({ offerId, rowId: fresh!.rowId }, 'absent'))).toMatchObject({ mark: 'absent' })
    await Promise.all([during.close(), after.close()])
  })
})
