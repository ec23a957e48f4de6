import { newId } from '@medspil/db'
import type { StaffMember } from '@medspil/domain/access'
import { job, withDatabase } from '@medspil/testing/database'
import { makeStaff } from '@medspil/testing/factories'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Job } from '../jobs/job.ts'
import type { Tick } from '../jobs/ticks.ts'
import { enqueueRead, plantPayWorld, price, type PayWorld } from '../payment/payment.test-kit.ts'
import { callerAs } from '../testing.ts'
import { watchMinimums } from './desk-tasks.ts'

const test = withDatabase()
let world: PayWorld
let staff: Record<'vejleder' | 'leader' | 'fagperson', StaffMember>
const inTx: Job['inTx'] = (work) => world.parts.asActor(job(world.kommuneId), { now: world.parts.clock(), procedure: 'test' }, work)
const run = (tick: Tick) => tick({ ...world.parts, kommuneId: world.kommuneId, inTx })
const at = (actor: StaffMember) => callerAs(test().database, actor, { now: world.parts.clock, gateways: world.parts.gateways })
const tasks = (actor = staff.vejleder) => at(actor).followUp.deskTasks()
const of = async (id: string) => (await tasks()).filter(({ because }) => ('offerId' in because ? because.offerId : because.paymentId) === id)
const rowsOf = async (key: string) => (await test().admin.query('select state, outcome from task where key = $1', [key])).rows
beforeAll(async () => {
  world = await plantPayWorld(test())
  staff = await inTx(async (tx) => ({ vejleder: await makeStaff(tx, 'fritidsvejleder'), leader: await makeStaff(tx, 'leader'), fagperson: await makeStaff(tx, 'fagperson', { profession: 'lærer' }) }))
})
beforeEach(() => { world.clock.hours = 0 })

/** An activity in July that takes two children, decided on a day. */
const few = async (decidedOn: string) => {
  const offerId = await world.offer()
  await test().admin.query('update offer set minimum = 2, minimum_decided_on = $2 where id = $1', [offerId, decidedOn])
  return offerId
}

describe('for få tilmeldte', () => {
  it('en uge før den dag, det afgøres: én opgave, med hvor mange der er nu', async () => {
    const [soon, later] = [await few('2026-03-17'), await few('2026-03-18')]
    await run(watchMinimums)
    await run(watchMinimums)
    expect(await of(soon)).toMatchObject([{ because: { reason: 'minimum-not-reached', programId: world.programId, minimum: 2, decidedOn: '2026-03-17' }, dueOn: '2026-03-17', overdueBy: -7, taken: 0 }])
    expect(await of(later)).toEqual([])
    await world.held(soon)
    expect(await of(soon)).toMatchObject([{ taken: 1 }])
  })

  it.each([
    ['nok er kommet', async (offerId: string) => { await world.held(offerId); await world.held(offerId) }],
    ['den er aflyst', (offerId: string) => test().admin.query("update offer set cancelled_at = now(), cancel_reason = 'For få' where id = $1", [offerId])],
    ['den holdes alligevel', (offerId: string) => at(staff.vejleder).holidayProgram.holdAnyway({ requestId: newId(), offerId })],
    ['den er begyndt', () => { world.clock.hours = 119 * 24 }],
  ])('%s: opgaven lukker sig selv og kommer ikke igen', async (_, decide) => {
    const offerId = await few('2026-03-15')
    await run(watchMinimums)
    expect(await of(offerId)).toHaveLength(1)
    await decide(offerId)
    await run(watchMinimums)
    expect(await of(offerId)).toEqual([])
    await test().admin.query('update offer set cancelled_at = null, minimum = 9, minimum_decided_on = $2 where id = $1', [offerId, '2026-03-15'])
    world.clock.hours = 0
    await run(watchMinimums)
    expect(await rowsOf(`minimum-not-reached:${offerId}`)).toEqual([{ state: 'done', outcome: 'settled-by-itself' }])
  })
})

describe('en tabt indsigelse', () => {
  it('giver én opgave med beløb og betalingens nummer; den lukkes, når den er klaret, og kun af en fritidsvejleder', async () => {
    const held = await world.held()
    const { id } = await world.as(held.actor).payment.start({ requestId: newId(), signupIds: [held.signupId] })
    const hear = async () => {
      await enqueueRead(world, test(), id)
      await world.work()
    }
    world.fake.checkouts.pay(id)
    await hear()
    world.fake.checkouts.dispute(id, 'open')
    await hear()
    expect(await of(id)).toEqual([])
    world.fake.checkouts.dispute(id, 'lost')
    await hear()
    await hear()
    const [task] = await of(id)
    expect(task).toMatchObject({ because: { reason: 'dispute-lost', programName: 'Aktiv Sommer', amount: price, lostOn: '2026-03-10', stripeId: expect.stringMatching(/^pi_/) }, overdueBy: 0, taken: null })
    expect(JSON.stringify(task, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(/Alma|Berit/)
    for (const other of [staff.leader, staff.fagperson]) await expect(tasks(other)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await at(staff.vejleder).followUp.closeDeskTask({ requestId: newId(), taskId: task!.taskId })
    await expect(at(staff.vejleder).followUp.closeDeskTask({ requestId: newId(), taskId: task!.taskId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await hear()
    expect([await of(id), await rowsOf(`dispute-lost:${id}`)]).toEqual([[], [{ state: 'done', outcome: 'done' }]])
  })
})
