import { dateOf, newId } from '@medspil/db'
import { addDays, addMonths, day, type Day } from '@medspil/domain/day'
import { rulesToJson } from '@medspil/domain/ordning'
import { holstebroGuideToMove } from '@medspil/prisma/ordninger'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeForening, makeKommune, makeOffer, makeOrdning, makePerson, makeStaff } from '@medspil/testing/factories'
import type { StaffMember } from '@medspil/domain/access'
import { expect, test } from 'vitest'
import { callerAs } from '../testing.ts'
import { csvOf } from './export-figures.ts'

const scratch = withDatabase()
const now = at('2026-11-22')
const asOf = day('2026-10-31')

/** One planted course, kept apart from everything the report does. */
interface Planted { granted: boolean; signedUp: boolean; begunOn: Day | null; three: 'active' | 'stopped' | 'unknown' | null; hasPass: boolean; hasGuidance: boolean }

/** Numbers that look random and are the same on every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

async function plant(count: number): Promise<{ kommuneId: string; leader: StaffMember; planted: Planted[] }> {
  const { id: kommuneId } = await makeKommune(scratch().admin)
  const roll = dice(count)
  const planted: Planted[] = []
  const leader = await scratch().database.asActor(job(kommuneId), { now, procedure: 'plant' }, async (tx) => {
    const { ordningId, versionId } = await makeOrdning(tx, { key: 'guide-to-move', name: 'Guide to Move', rules: rulesToJson(holstebroGuideToMove.versions.at(-1)!.rules) })
    const offerId = await makeOffer(tx, { foreningId: await makeForening(tx), capacity: 1000 })
    for (let n = 0; n < count; n += 1) {
      const childId = await makePerson(tx, { birthDay: `${2010 + roll(14)}-05-04` })
      const metOn = addDays(day('2026-01-05'), roll(290))
      const stage = roll(5)
      const begunOn = stage > 2 ? addDays(metOn, roll(20)) : null
      const three = begunOn && addMonths(begunOn, 3) <= asOf ? (['active', 'active', 'stopped', 'unknown'] as const)[roll(4)]! : null
      const kind = roll(3)
      const one = { granted: stage > 0, signedUp: stage > 1, begunOn: begunOn && begunOn <= asOf ? begunOn : null, three, hasPass: kind !== 0, hasGuidance: kind !== 1 }
      const courseId = newId()
      await tx.db.course.createMany({ data: [{
        kommuneId, id: courseId, childId, ordningId, ordningVersionId: versionId, state: 'open', hasGuidance: one.hasGuidance, hasPass: one.hasPass, area: `Område ${1 + roll(3)}`,
        birthYear: 2010 + roll(14), metOn: dateOf(metOn), grantedOn: one.granted ? dateOf(metOn) : null, firstTrainingOn: begunOn && dateOf(begunOn),
      }] })
      if (one.signedUp) await tx.db.signup.createMany({ data: [{
        kommuneId, id: newId(), offerId, childId, courseId, displayName: 'P. P.', state: begunOn ? 'started' : 'confirmed', place: true, price: 0n, passPays: 0n, familyPays: 0n, requestedKind: 'family',
        createdAt: new Date(`${metOn}T10:00:00Z`), startedOn: begunOn && dateOf(begunOn),
      }] })
      if (begunOn && three) await tx.db.followUp.createMany({ data: [{
        kommuneId, id: newId(), courseId, childId, check: 'month-3', anchor: 'firstTraining', dueOn: dateOf(addMonths(begunOn, 3)), state: three === 'unknown' ? 'task' : 'answered', result: three,
        answeredAt: three === 'unknown' ? null : new Date(`${addMonths(begunOn, 3)}T10:00:00Z`), ownerRole: 'fritidsvejleder', channel: 'link',
      }] })
      // Met after the day of the report: not yet known to it.
      if (metOn <= asOf) planted.push(one)
    }
    return makeStaff(tx, 'leader')
  })
  return { kommuneId, leader, planted }
}

test('tragten er den samme som en optælling for sig, og delene går op', async () => {
  const { leader, planted } = await plant(400)
  const view = await callerAs(scratch().database, leader, { now }).report.figures({ ordningKey: 'guide-to-move', year: 2026 })
  const count = (test: (one: Planted) => boolean) => planted.filter(test).length
  const begun = count(({ begunOn }) => begunOn !== null)
  expect(view.asOf).toBe(asOf)
  expect(view.stages.map(({ stage, count: n }) => [stage, n])).toEqual([
    ['met', planted.length], ['granted', count(({ granted, begunOn, signedUp }) => granted || signedUp || begunOn !== null)], ['signed-up', count(({ signedUp }) => signedUp)],
    ['redeemed', count(({ begunOn, hasPass }) => begunOn !== null && hasPass)], ['first-training', begun],
  ])
  const [three] = view.checks
  expect(three).toMatchObject({ of: begun, active: count(({ three: said }) => said === 'active'), stopped: count(({ three: said }) => said === 'stopped'), unknown: count(({ three: said }) => said === 'unknown') })
  expect((three!.active ?? 0) + (three!.stopped ?? 0) + (three!.unknown ?? 0) + (three!.notYetDue ?? 0)).toBe(begun)
  for (const { stage, count: all, kinds } of view.stages) if (stage !== 'redeemed') expect((kinds['guidance-only'] ?? 0) + (kinds['pass-only'] ?? 0) + (kinds.both ?? 0)).toBe(all)
  expect(view.reach.total).toBe(begun)
  expect(view.curve?.children).toBe(begun)
  expect(view.curve?.points[0]).toEqual({ days: 0, share: 1, lower: 1, upper: 1 })
}, 60_000)

test('få børn giver ingen kurve og kun "Skjult", på siden og i filen', async () => {
  const { leader } = await plant(4)
  const caller = callerAs(scratch().database, leader, { now })
  const view = await caller.report.figures({ ordningKey: null, year: 2026 })
  expect(view.curve).toBeNull()
  expect(view.stages[0]?.count).toBeNull()
  const { csv } = await caller.report.export({ ordningKey: null, year: 2026 })
  expect(csv.startsWith('\uFEFFTal;Alle ordninger')).toBe(true)
  expect(csv).toContain('Mødt;Skjult')
})

test('læserens rolle kan ikke læse et menneske, et navn eller en grund', async () => {
  const { kommuneId } = await plant(1)
  for (const sql of ['select name from person', 'select reason from follow_up', 'select display_name from signup', 'select * from task', 'select * from letter'])
    await expect(scratch().database.reports.read(kommuneId, asOf, (read) => read.query(sql, []))).rejects.toThrow('permission denied')
})

test('en fremmed kommunes tal kan ikke nås, og en familie har ingen tal', async () => {
  const { leader } = await plant(30)
  const other = await plant(1)
  const view = await callerAs(scratch().database, { ...leader, kommuneId: other.kommuneId }, { now }).report.figures({ ordningKey: null, year: 2026 })
  expect(view.stages[0]?.count).toBeNull()
  const family = { kind: 'family' as const, kommuneId: leader.kommuneId, id: newId(), name: 'Berit', birthDay: day('1988-01-01'), personKey: 'x' }
  await expect(callerAs(scratch().database, family, { now }).report.figures({ ordningKey: null, year: null })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('en celle, der ligner en formel, bliver til tekst i regnearket', () => {
  expect(csvOf([['=1+1', '+45', '-2', '@a', 'a;b', 'sagde "ja"', null, 5]])).toBe(`\uFEFF'=1+1;'+45;'-2;'@a;"a;b";"sagde ""ja""";Skjult;5\r\n`)
})
