import { randomBytes } from 'node:crypto'
import { newId } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { day } from '@medspil/domain/day'
import { withDatabase } from '@medspil/testing/database'
import { makeStaff } from '@medspil/testing/factories'
import { describe, expect, test } from 'vitest'
import { callerAs } from '../testing.ts'
import { asJob, localHour, plantCourse, plantMark, plantWorld, tick, type World } from './follow-up.test-kit.ts'

const scratch = withDatabase()
const start = localHour(day('2026-06-01'), 9)
const due = day('2026-09-01')

/** A child three months after its first training, just asked. */
async function plantAsked(facts: Partial<Parameters<typeof plantCourse>[2]> = {}) {
  const world = await plantWorld(scratch(), start)
  const child = await plantCourse(world, start, { grantedOn: '2026-06-01', firstTrainingOn: '2026-06-01', ...facts })
  await tick(world, localHour(day('2026-06-02'), 6))
  await tick(world, localHour(due, 9))
  const [followUp] = await asJob(scratch(), world.kommuneId, start, (tx) => tx.db.followUp.findMany({ where: { kommuneId: world.kommuneId, check: 'month-3' } }))
  const link = { kind: 'link', kommuneId: world.kommuneId, id: newId(), personId: child.guardianId, purpose: 'follow-up', subjectId: followUp!.id } satisfies Actor
  await asJob(scratch(), world.kommuneId, start, (tx) => tx.db.link.createMany({ data: [{
    kommuneId: world.kommuneId, id: link.id, tokenHash: new Uint8Array(randomBytes(32)), purpose: 'follow-up', personId: child.guardianId, subjectId: followUp!.id,
    createdAt: start.at, expiresAt: localHour(day('2026-09-15'), 9).at,
  }] }))
  return { world, ...child, followUp: followUp!, link }
}

const rowOf = ({ kommuneId }: World, id: string) => asJob(scratch(), kommuneId, start, (tx) => tx.db.followUp.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId, id } } }))
const tasksOf = ({ kommuneId }: World) => asJob(scratch(), kommuneId, start, (tx) => tx.db.task.findMany({ where: { kommuneId }, orderBy: { createdAt: 'asc' } }))
const courseOf = ({ kommuneId }: World, id: string) => asJob(scratch(), kommuneId, start, (tx) => tx.db.course.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId, id } } }))
const ask = (actor: Actor, on = '2026-09-02', hour = 10) => callerAs(scratch().database, actor, { now: localHour(day(on), hour) })

describe('Hvordan går det?', () => {
  test('et svar gælder, sendt tre gange er det ét, og et andet svar ændrer intet', async () => {
    const { world, link, followUp } = await plantAsked()
    const caller = ask(link)
    expect(await caller.followUp.question()).toEqual({ firstName: null, state: 'open', said: null })
    const input = { said: 'active' as const, requestId: newId() }
    for (let n = 0; n < 3; n += 1) expect(await caller.followUp.answer(input)).toMatchObject({ state: 'answered', said: 'active' })
    expect(await caller.followUp.answer({ said: 'stopped', requestId: newId() })).toMatchObject({ state: 'answered', said: 'active' })
    expect(await rowOf(world, followUp.id)).toMatchObject({ state: 'answered', result: 'active', answeredBy: 'family-link' })
  })
  test('"noget andet" bliver en opgave med det samme', async () => {
    const { world, link } = await plantAsked()
    await ask(link).followUp.answer({ said: 'something-else', requestId: newId() })
    expect((await tasksOf(world)).map(({ kind }) => kind)).toContain('wants-something-else')
  })
  test('linket når intet andet end sit spørgsmål', async () => {
    const { link } = await plantAsked()
    await expect(ask(link).followUp.today()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(ask({ ...link, purpose: 'course-status' } as Actor).followUp.question()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
  test('siger de ja, og barnet kun er væk, kigger et menneske', async () => {
    const { world, link, signupId, childId } = await plantAsked()
    await ask(link).followUp.answer({ said: 'active', requestId: newId() })
    for (const on of ['2026-08-25', '2026-09-01']) await plantMark(world, localHour(day('2026-09-02'), 18), { signupId, childId }, day(on), 'absent')
    for (let n = 0; n < 2; n += 1) await tick(world, localHour(day('2026-09-03'), 9))
    expect((await tasksOf(world)).filter(({ kind }) => kind === 'answer-and-marks-disagree')).toHaveLength(1)
  })
})

describe('stilhed', () => {
  test('krydser svarer for barnet', async () => {
    const { world, followUp, signupId, childId } = await plantAsked()
    await plantMark(world, localHour(due, 18), { signupId, childId }, day('2026-08-25'), 'present')
    await tick(world, localHour(day('2026-09-08'), 9))
    expect(await rowOf(world, followUp.id)).toMatchObject({ state: 'answered', result: 'active', answeredBy: 'marks' })
  })
  test('uden kryds får et menneske opgaven, én gang', async () => {
    const { world, followUp } = await plantAsked()
    for (let n = 0; n < 3; n += 1) await tick(world, localHour(day('2026-09-08'), 9 + n))
    expect(await rowOf(world, followUp.id)).toMatchObject({ state: 'task', result: 'unknown' })
    expect((await tasksOf(world)).filter(({ followUpId }) => followUpId === followUp.id)).toHaveLength(1)
  })
  test('ingen må kontaktes: intet spørges', async () => {
    const world = await plantWorld(scratch(), start)
    const { childId } = await plantCourse(world, start, { grantedOn: '2026-06-01', firstTrainingOn: '2026-06-01' })
    await asJob(scratch(), world.kommuneId, start, (tx) => tx.db.person.updateMany({ where: { id: childId }, data: { contactBarred: true } }))
    await tick(world, localHour(day('2026-06-02'), 9))
    await tick(world, localHour(due, 9))
    const { rows } = await scratch().admin.query('select 1 from outbox_job where kommune_id = $1', [world.kommuneId])
    expect(rows).toEqual([])
  })
  test('første træning er forbi uden tegn: en opgave, som går væk igen, når barnet kommer', async () => {
    const world = await plantWorld(scratch(), start)
    const { courseId } = await plantCourse(world, start, { grantedOn: '2026-06-01', firstTrainingOn: null })
    await tick(world, localHour(day('2026-06-02'), 9))
    await tick(world, localHour(day('2026-06-03'), 9))
    expect(await tasksOf(world)).toEqual([])
    await tick(world, localHour(day('2026-06-04'), 9))
    expect(await tasksOf(world)).toMatchObject([{ kind: 'first-training-missing', state: 'open', facts: { plannedOn: '2026-06-02', answered: false } }])
    await asJob(scratch(), world.kommuneId, start, (tx) => tx.db.course.updateMany({ where: { id: courseId }, data: { firstTrainingOn: new Date('2026-06-02') } }))
    await tick(world, localHour(day('2026-06-05'), 9))
    expect(await tasksOf(world)).toMatchObject([{ state: 'done', outcome: 'settled-by-itself' }])
  })
})

describe('fritidsvejlederens dag', () => {
  test('opgaven fortæller hvem, hvorfor og hvem man ringer til; udfaldet lander i tjekket', async () => {
    const { world, followUp } = await plantAsked()
    await tick(world, localHour(day('2026-09-08'), 9))
    const jonas = ask(world.jonas, '2026-09-09')
    const today = await jonas.followUp.today()
    const [task] = today.tasks.filter(({ because }) => 'checkId' in because && because.checkId === 'month-3')
    expect(task).toMatchObject({ childName: 'Leyla Yilmaz', age: 9, overdueBy: 1, because: { reason: 'no-answer-no-mark', askedOn: due }, call: { name: 'Berit Prøve', relation: 'mother' }, ordningName: 'Guide to Move' })
    expect(await jonas.followUp.record({ taskId: task!.taskId, outcome: { kind: 'stopped', why: 'friends' }, note: null, requestId: newId() })).toMatchObject({ places: [{ title: 'Svømning, begynder' }] })
    expect(await rowOf(world, followUp.id)).toMatchObject({ state: 'reached', result: 'stopped', reason: 'friends', answeredBy: 'desk' })
    await jonas.followUp.reopen({ taskId: task!.taskId, requestId: newId() })
    expect(await rowOf(world, followUp.id)).toMatchObject({ state: 'task', result: 'unknown' })
    await jonas.followUp.record({ taskId: task!.taskId, outcome: { kind: 'active' }, note: null, requestId: newId() })
    expect(await rowOf(world, followUp.id)).toMatchObject({ state: 'reached', result: 'active' })
  })
  test('en fremmed kollega kan hverken læse, notere eller give videre', async () => {
    const { world, childId } = await plantAsked()
    await tick(world, localHour(day('2026-09-08'), 9))
    const [task] = await tasksOf(world)
    const stranger = await asJob(scratch(), world.kommuneId, start, (tx) => makeStaff(tx, 'fagperson'))
    const caller = ask(stranger, '2026-09-09')
    expect((await caller.followUp.today()).tasks).toEqual([])
    expect((await caller.followUp.children({ search: '' })).rows).toEqual([])
    await expect(caller.followUp.course({ childId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(caller.followUp.record({ taskId: task!.id, outcome: { kind: 'active' }, note: null, requestId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
  test('en opgave kan gives videre og står så kun hos den nye', async () => {
    const { world } = await plantAsked()
    await tick(world, localHour(day('2026-09-08'), 9))
    const mette = await asJob(scratch(), world.kommuneId, start, (tx) => makeStaff(tx, 'fritidsvejleder', { name: 'Mette Krogh' }))
    const jonas = ask(world.jonas, '2026-09-09')
    const { taskId } = (await jonas.followUp.today()).tasks[0]!
    expect((await jonas.followUp.colleagues({ taskId })).map(({ name }) => name)).toEqual(['Mette Krogh'])
    await jonas.followUp.handOver({ taskId, toStaffId: mette.id, note: null, requestId: newId() })
    expect((await jonas.followUp.today()).tasks.map((one) => one.taskId)).not.toContain(taskId)
    expect((await ask(mette, '2026-09-09').followUp.today()).tasks.map((one) => one.taskId)).toContain(taskId)
  })
  test('Barnets forløb viser hele vejen og står i loggen', async () => {
    const { world, childId } = await plantAsked({ hasPass: false })
    const view = await ask(world.jonas).followUp.course({ childId })
    expect(view).toMatchObject({ name: 'Leyla Yilmaz', courses: [{ ordningName: 'Guide to Move', status: 'after-three-months', signups: [{ offerTitle: 'Svømning, begynder' }], followUps: [{ checkId: 'first-training' }, { checkId: 'month-3', state: 'asked' }, { checkId: 'half-year' }] }] })
    const { rows } = await scratch().admin.query('select fields from read_log where child_id = $1 and actor_id = $2', [childId, world.jonas.id])
    expect(rows.flatMap(({ fields }: { fields: string[] }) => fields)).toContain('attendance')
  })
})

describe('afslutning', () => {
  test('aktiv ved det sidste tjek lukker forløbet som fastholdt; stoppet før holder det åbent', async () => {
    const { world, link, courseId } = await plantAsked()
    await ask(link).followUp.answer({ said: 'stopped', requestId: newId() })
    await tick(world, localHour(day('2026-09-03'), 9))
    expect(await courseOf(world, courseId)).toMatchObject({ state: 'open' })
    await tick(world, localHour(day('2026-12-01'), 9))
    expect(await courseOf(world, courseId)).toMatchObject({ state: 'closed', closedAs: 'stopped' })
    const { rows } = await scratch().admin.query(`select 1 from outbox_job where kommune_id = $1 and at > '2026-09-15'`, [world.kommuneId])
    expect(rows).toEqual([])
  })
  test('flyttet er ude af iagttagelsen, ikke stoppet, og resten aflyses', async () => {
    const { world, courseId, childId } = await plantAsked()
    await asJob(scratch(), world.kommuneId, start, (tx) => tx.db.person.updateMany({ where: { id: childId }, data: { livesInKommune: false } }))
    for (const hour of [9, 10]) await tick(world, localHour(day('2026-09-10'), hour))
    expect(await courseOf(world, courseId)).toMatchObject({ closedAs: 'moved' })
    const rows = await asJob(scratch(), world.kommuneId, start, (tx) => tx.db.followUp.findMany({ where: { courseId, check: { in: ['month-3', 'half-year'] } } }))
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['cancelled']))
  })
})
