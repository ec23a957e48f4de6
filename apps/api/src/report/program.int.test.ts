import { dateOf, newId, type Prisma } from '@medspil/db'
import { addDays, completedYears, day, type Day } from '@medspil/domain/day'
import type { StaffMember } from '@medspil/domain/access'
import { rulesToJson } from '@medspil/domain/ordning'
import { stevnsAktivSommer } from '@medspil/prisma/ordninger'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeForening, makeKommune, makeOffer, makeOrdning, makeStaff } from '@medspil/testing/factories'
import { expect, test } from 'vitest'
import { callerAs } from '../testing.ts'

const scratch = withDatabase()
const now = at('2026-09-14')
const first = day('2026-06-29')
const opensAt = '2026-05-20T08:00:00Z'

/** One planted sign-up, kept apart from everything the report does. */
interface Planted { childId: string; area: string; home: string; years: number; state: string; came: boolean; hasPass: boolean; waiting: boolean; early: boolean }

const isKept = ({ state }: Planted): boolean => state === 'ended' || state === 'no-show'

/** Numbers that look random and are the same on every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

async function plant(count: number): Promise<{ kommuneId: string; leader: StaffMember; programId: string; planted: Planted[] }> {
  const { id: kommuneId } = await makeKommune(scratch().admin)
  const roll = dice(count)
  const planted: Planted[] = []
  const programId = newId()
  const made = await scratch().database.asActor(job(kommuneId), { now, procedure: 'plant' }, async (tx) => {
    const { ordningId, versionId } = await makeOrdning(tx, { key: 'aktiv-sommer', name: 'Aktiv Sommer', rules: rulesToJson(stevnsAktivSommer.versions.at(-1)!.rules) })
    await tx.db.holidayProgram.createMany({ data: [{
      kommuneId, id: programId, ordningId, ordningVersionId: versionId, name: 'Aktiv Sommer 2026', state: 'finished', holiday: 'summer', fromDay: dateOf(first), toDay: dateOf(addDays(first, 39)),
      opensAt: new Date(opensAt), closesAt: new Date('2026-08-01T08:00:00Z'), stages: [], offerHours: 48,
    }] })
    const foreningId = await makeForening(tx)
    const areas = ['Område 1', 'Område 2', 'Område 3']
    const offerIds = await Promise.all(areas.map((area, n) => makeOffer(tx, { foreningId, programId, area, capacity: 400 + n, price: 5000n, seasonFrom: first, seasonTo: first })))
    await makeOffer(tx, { foreningId, programId, area: 'Område 1', capacity: 30, seasonFrom: first, seasonTo: first }).then((id) => tx.db.offer.updateMany({ where: { id }, data: { cancelledAt: now.at } }))
    const people: Prisma.PersonCreateManyInput[] = []
    const signups: Prisma.SignupCreateManyInput[] = []
    const marks: Prisma.AttendanceMarkCreateManyInput[] = []
    const paid: { signupId: string; childId: string }[] = []
    for (let n = 0; n < count; n += 1) {
      const birthDay: Day = day(`${2009 + roll(12)}-05-04`)
      const [a, home, kind] = [roll(3), areas[roll(3)]!, roll(7)]
      const state = ['ended', 'ended', 'ended', 'no-show', 'waiting', 'cancelled-by-family', 'ended'][kind]!
      const waiting = state === 'waiting' || (state === 'ended' && roll(5) === 0)
      const one: Planted = {
        childId: newId(), area: areas[a]!, home, years: completedYears(birthDay, first), state, came: state === 'ended' && kind !== 6, hasPass: roll(3) === 0, waiting, early: roll(2) === 0,
      }
      planted.push(one)
      const [signupId, { childId, hasPass }] = [newId(), one]
      people.push({ kommuneId, id: childId, name: 'Alma Prøve', birthDay: dateOf(birthDay), area: home, createdAt: now.at })
      signups.push({
        kommuneId, id: signupId, offerId: offerIds[a]!, childId, programId, displayName: 'P. P.', state, place: false, price: 5000n, passPays: hasPass ? 5000n : 0n, familyPays: hasPass ? 0n : 5000n,
        requestedKind: 'family', createdAt: new Date(one.early ? '2026-05-20T08:05:00Z' : '2026-05-29T08:05:00Z'), waitingNumber: waiting ? BigInt(n + 1) : null,
        offeredAt: waiting && state !== 'waiting' ? new Date('2026-06-02T10:00:00Z') : null, endedOn: state === 'waiting' ? null : dateOf(first), endReason: null,
      })
      if (one.came) marks.push({ kommuneId, id: newId(), signupId, childId, foreningId, day: dateOf(first), timeFrom: '16:30', mark: 'present', source: 'link', markedAt: now.at })
      if (isKept(one) && !hasPass) paid.push({ signupId, childId })
    }
    await tx.db.person.createMany({ data: people })
    await tx.db.signup.createMany({ data: signups })
    await tx.db.attendanceMark.createMany({ data: marks })
    await tx.db.payment.createMany({ data: paid.map(({ signupId, childId }) => ({ kommuneId, id: signupId, payerId: childId, programId, state: 'paid', amount: 5000n, sendKey: signupId, expiresAt: now.at, createdAt: now.at })) })
    await tx.db.paymentLine.createMany({ data: paid.map(({ signupId, childId }) => ({ kommuneId, id: newId(), paymentId: signupId, signupId, childId, amount: 5000n, refunded: 1000n, open: false, outcome: 'placed' })) })
    return { leader: await makeStaff(tx, 'leader'), ordningId, versionId }
  })
  await plantPasses(kommuneId, made.ordningId, made.versionId, planted)
  return { kommuneId, leader: made.leader, programId, planted }
}

// A pass stands on a decision and a pool; the figures read its course and its days alone, so it is written past those keys.
async function plantPasses(kommuneId: string, ordningId: string, versionId: string, planted: readonly Planted[]) {
  const client = await scratch().admin.connect()
  await client.query("begin; set local session_replication_role = 'replica'")
  for (const { childId } of planted.filter(({ hasPass }) => hasPass)) {
    const courseId = newId()
    await client.query(`insert into course (kommune_id, id, child_id, ordning_id, ordning_version_id, state, has_guidance, has_pass, birth_year, met_on) values ($1, $2, $3, $4, $5, 'open', false, true, 2015, '2026-05-01')`, [kommuneId, courseId, childId, ordningId, versionId])
    await client.query(`insert into fritidspas (kommune_id, id, course_id, child_id, decision_id, pool_id, state, display_name, valid_from, valid_to, rules, used_by_kind, code_hash, code_sealed, issued_at)
      values ($1, $2, $3, $4, $2, $2, 'active', 'P. P.', '2026-05-01', '2026-09-30', '{}', '{}', $5, '', now())`, [kommuneId, newId(), courseId, childId, Buffer.from(courseId)])
  }
  await client.query('commit')
  client.release()
}

const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, one) => all + (one ?? Number.NaN), 0)

test('tallene er de samme som en optælling for sig, og delene går op', async () => {
  const { leader, programId, planted } = await plant(600)
  const { figures } = await callerAs(scratch().database, leader, { now }).report.program({ programId })
  const count = (test: (one: Planted) => boolean) => planted.filter(test).length
  const areaOf = (area: string) => ({
    taken: count((one) => one.area === area && isKept(one)), came: count((one) => one.area === area && one.came), neverCame: count((one) => one.area === area && one.state === 'no-show'),
    unmarked: count((one) => one.area === area && one.state === 'ended' && !one.came), waitingFirst: count((one) => one.area === area && one.waiting && one.early), waitingLast: count((one) => one.area === area && one.state === 'waiting'),
  })
  expect(figures?.places.rows).toEqual([
    { area: 'Område 1', activities: 2, cancelled: 1, places: 400, ...areaOf('Område 1') }, { area: 'Område 2', activities: 1, cancelled: 0, places: 401, ...areaOf('Område 2') }, { area: 'Område 3', activities: 1, cancelled: 0, places: 402, ...areaOf('Område 3') },
  ])
  expect(figures?.places.total).toMatchObject({ activities: 4, cancelled: 1, places: 1203, taken: count(isKept), came: count(({ came }) => came) })

  const { children } = figures!
  expect(children.outcomes).toEqual([
    { outcome: 'came-with-pass', count: count(({ came, hasPass }) => came && hasPass) }, { outcome: 'came', count: count(({ came, hasPass }) => came && !hasPass) },
    { outcome: 'had-place', count: count((one) => isKept(one) && !one.came) }, { outcome: 'place-ended', count: count(({ state }) => state === 'cancelled-by-family') }, { outcome: 'never', count: count(({ state }) => state === 'waiting') },
  ])
  expect(children.total).toBe(600)
  expect(children.ordninger).toEqual([{ name: 'Aktiv Sommer', count: count(({ came, hasPass }) => came && hasPass) }])
  for (const row of children.rows) {
    expect([sum(row.outcomes), sum(row.ages)]).toEqual([row.total, row.total])
    expect(row.total).toBe(count(({ home }) => home === row.area))
    expect(row.ages[1]).toBe(count(({ home, years }) => home === row.area && years >= 7 && years <= 9))
  }
  const passPays = BigInt(count((one) => isKept(one) && one.hasPass)) * 5000n
  const ownShare = BigInt(count((one) => isKept(one) && !one.hasPass)) * 4000n
  expect(figures?.cost).toEqual({ passPays, ownShare, perChild: (passPays + ownShare) / BigInt(count(({ came }) => came)) })
}, 60_000)

test('få børn giver "Skjult" på siden og i filen, og heller ingen pris', async () => {
  const { leader } = await plant(4)
  const caller = callerAs(scratch().database, leader, { now })
  const { figures } = await caller.report.program({ programId: null })
  expect([figures?.children.total, figures?.places.total.taken, figures?.cost.ownShare, figures?.cost.perChild]).toEqual([null, null, null, null])
  const { csv, fileName } = await caller.report.exportProgram({ programId: null })
  expect(fileName).toBe('medspil-aktiv-sommer-2026.csv')
  expect(csv).toContain('Pr. barn, der kom;Skjult')
})

test('først fra måneden efter er der tal, og kun kommunens egne', async () => {
  const { leader, programId } = await plant(5)
  const august = callerAs(scratch().database, leader, { now: at('2026-08-20') })
  expect((await august.report.program({ programId: null })).figures).toBeNull()
  await expect(august.report.exportProgram({ programId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const other = await plant(6)
  await expect(callerAs(scratch().database, other.leader, { now }).report.program({ programId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('læserens rolle får et barns alder og område af et program, og aldrig dets navn eller fødselsdag', async () => {
  const { kommuneId, programId } = await plant(7)
  const rows = await scratch().database.reports.read(kommuneId, day('2026-09-14'), (read) => read.query('select * from medspil.program_children($1::uuid)', [programId]))
  expect(rows).toHaveLength(7)
  expect(Object.keys(rows[0]!)).toEqual(['child_id', 'age', 'area'])
  for (const sql of ['select birth_day from person', 'select payer_id from payment', 'select family_pays from signup'])
    await expect(scratch().database.reports.read(kommuneId, day('2026-09-14'), (read) => read.query(sql, []))).rejects.toThrow('permission denied')
  // The application's own role may not ask it at all.
  await expect(scratch().database.pool.query('select * from medspil.program_children($1::uuid)', [programId])).rejects.toThrow('permission denied')
})
