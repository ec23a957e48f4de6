import { enqueue, newId } from '@medspil/db'
import { closeDeskTask } from '@medspil/db/follow-up'
import type { StaffMember } from '@medspil/domain/access'
import { job, withDatabase } from '@medspil/testing/database'
import { makeStaff } from '@medspil/testing/factories'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Job } from '../jobs/job.ts'
import type { Tick } from '../jobs/ticks.ts'
import { enqueueRead, plantPayWorld, price, type PayWorld, tick } from '../payment/payment.test-kit.ts'
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
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)
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

describe('penge, der ikke nåede frem til familien', () => {
  const paid = async () => {
    const held = await world.held()
    const { id } = await world.as(held.actor).payment.start({ requestId: newId(), signupIds: [held.signupId] })
    world.fake.checkouts.pay(id)
    await hear(id)
    return { ...held, id }
  }
  const hear = async (id: string) => {
    await enqueueRead(world, test(), id)
    await world.work()
  }
  const cancel = async ({ actor, signupId }: Awaited<ReturnType<typeof paid>>) => {
    await world.as(actor).signup.cancel({ requestId: newId(), signupId })
    await world.work()
  }
  const later = async (hours: number) => {
    world.clock.hours += hours
    await tick(world)
    await world.work()
  }
  const owed = async (paymentId: string) => (await tasks()).filter(({ because }) => because.reason === 'refund-failed' && because.paymentId === paymentId)
  const sendBack = (id: string) => world.fake.checkouts.failRefund(id, world.fake.checkouts.truthOf(id).refunds.at(-1)!.stripeId)

  const end = (taskId: string) => at(staff.vejleder).followUp.closeDeskTask({ requestId: newId(), taskId })

  it('rød tvilling: lukkes opgaven blot, er der ingen opgave mere, og familien mangler sine penge', async () => {
    const held = await paid()
    world.fake.checkouts.refuseRefunds.left = 1
    await cancel(held)
    const [task] = await owed(held.id)
    expect(await inTx((tx) => closeDeskTask(tx, task!.taskId))).toBe(true)
    expect([await owed(held.id), await world.row('select refunded from payment_line where signup_id = $1', [held.signupId])]).toEqual([[], { refunded: '0' }])
  })

  it.each<[string, string, (held: Awaited<ReturnType<typeof paid>>) => Promise<void>]>([
    ['Stripe hørte aldrig om dem, og nøglen er glemt', '2026-03-11', async (held) => {
      world.fake.checkouts.dropRefunds.left = 1
      await cancel(held)
      await later(25)
    }],
    ['Stripe siger nej', '2026-03-10', async (held) => {
      world.fake.checkouts.refuseRefunds.left = 1
      await cancel(held)
    }],
    ['banken sender dem retur', '2026-03-10', async (held) => {
      await cancel(held)
      expect(await owed(held.id)).toEqual([])
      sendBack(held.id)
      await hear(held.id)
    }],
  ])('%s: én opgave med beløb, aktivitet og betalingens nummer, som ikke kan lukkes, så længe pengene skyldes, og ikke kommer igen', async (_, failedOn, lose) => {
    const held = await paid()
    await lose(held)
    const [task, ...more] = await owed(held.id)
    expect([task, more]).toMatchObject([{ because: { amount: price, offerId: held.offerId, programId: world.programId, title: expect.any(String), failedOn }, overdueBy: 0, taken: null }, []])
    expect(JSON.stringify(task, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(/Alma|Berit/)
    for (const other of [staff.leader, staff.fagperson]) await expect(tasks(other)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await hear(held.id)
    await later(1)
    expect(await owed(held.id)).toEqual([task])
    expect(await reasonOf(end(task!.taskId))).toBe('still-owed')
    expect(await owed(held.id)).toEqual([task])
    world.fake.checkouts.refundByHand(held.id, price)
    await hear(held.id)
    await end(task!.taskId)
    await hear(held.id)
    await later(25)
    expect([await owed(held.id), (await test().admin.query('select state, outcome from task where id = $1', [task!.taskId])).rows]).toEqual([[], [{ state: 'done', outcome: 'done' }]])
  })

  it('to tilbagebetalinger af én betaling er to opgaver; gav banken eller nogen i hånden pengene tilbage, er der ingen', async () => {
    const [twice, byHand, disputed] = [await paid(), await paid(), await paid()]
    for (const amount of [4_000n, 5_000n]) {
      world.fake.checkouts.refundByHand(twice.id, amount)
      await hear(twice.id)
      sendBack(twice.id)
      await hear(twice.id)
    }
    expect((await owed(twice.id)).map(({ because }) => because.reason === 'refund-failed' && because.amount)).toEqual([4_000n, 5_000n])
    world.fake.checkouts.dropRefunds.left = 1
    await cancel(byHand)
    world.fake.checkouts.refundByHand(byHand.id, price)
    await later(25)
    world.fake.checkouts.dispute(disputed.id, 'open')
    await cancel(disputed)
    world.fake.checkouts.dispute(disputed.id, 'lost')
    await hear(disputed.id)
    await test().database.asActor(job(world.kommuneId), { now: world.parts.clock(), procedure: 'test' }, async (tx) => {
      const [{ id: refundId }] = (await test().admin.query('select id from refund where signup_id = $1', [disputed.signupId])).rows as [{ id: string }]
      await enqueue(tx, 'send-refund', { refundId })
    })
    await world.work()
    for (const { signupId, id } of [byHand, disputed]) expect([await world.row('select state from refund where signup_id = $1 and cause <> $2', [signupId, 'dashboard']), await owed(id)]).toEqual([{ state: 'failed' }, []])
  })
})
