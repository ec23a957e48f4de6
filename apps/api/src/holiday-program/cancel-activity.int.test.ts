import { newId } from '@medspil/db'
import type { StaffMember } from '@medspil/domain/access'
import type { CancelledBy, SignupState } from '@medspil/domain/signup'
import { job, withDatabase } from '@medspil/testing/database'
import { makeStaff } from '@medspil/testing/factories'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { enqueueRead, plantPayWorld, price, type PayWorld } from '../payment/payment.test-kit.ts'
import { callerAs, runJob } from '../testing.ts'

const guard = vi.hoisted(() => ({ isOff: false }))
vi.mock('../../../../packages/domain/src/signup/move.ts', async (original) => {
  const real = await original<typeof import('../../../../packages/domain/src/signup/move.ts')>()
  return { ...real, cancelSignup: (state: SignupState, by: CancelledBy) => real.cancelSignup(state, guard.isOff ? 'family' : by) }
})

const test = withDatabase()
let world: PayWorld
let leader: StaffMember
let caseworker: StaffMember
beforeAll(async () => {
  world = await plantPayWorld(test());
  [leader, caseworker] = await test().database.asActor(job(world.kommuneId), { now: world.parts.clock(), procedure: 'plant' }, async (tx) => [await makeStaff(tx, 'leader'), await makeStaff(tx, 'caseworker')])
})

const reason = 'Instruktøren er blevet syg, og vi har ikke fundet en anden.'
const asStaff = (actor: StaffMember) => callerAs(test().database, actor, { now: world.parts.clock, gateways: world.fake.gateways }).holidayProgram
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)
const tellAll = async () => {
  for (let round = 0; round < 5; round += 1) {
    const { rows } = await test().admin.query("select id, payload from outbox_job where name = 'tell-family' and done_at is null order by id")
    for (const { id, payload } of rows) await runJob(world.parts, 'tell-family', { kommuneId: world.kommuneId, outboxId: id, payload })
  }
}

describe('en aktivitet med 30 børn aflyses', () => {
  it('alle får besked, alle får det hele tilbage, og man kan se, hvor langt det er nået', async () => {
    const offerId = await world.offer({ capacity: 25 })
    const paid: string[] = []
    for (let n = 0; n < 20; n += 1) {
      const held = await world.held(offerId)
      const { id } = await world.as(held.actor).payment.start({ requestId: newId(), signupIds: [held.signupId] })
      world.fake.checkouts.pay(id)
      await enqueueRead(world, test(), id)
      paid.push(held.signupId)
    }
    await world.work()
    const late = await world.held(offerId)
    const lateId = (await world.as(late.actor).payment.start({ requestId: newId(), signupIds: [late.signupId] })).id
    for (let n = 0; n < 9; n += 1) await world.held(offerId)
    await tellAll()

    expect(await asStaff(leader).cancelProgress({ offerId })).toMatchObject({ cancelledAt: null, places: 25, waiting: 5, started: 0, toRefund: 20n * price, ended: 0, told: 0 })
    const requestId = newId()
    expect(await asStaff(leader).cancelActivity({ requestId, offerId, reason })).toMatchObject({ reason, places: 25, waiting: 5 })
    await asStaff(leader).cancelActivity({ requestId: newId(), offerId, reason: 'En anden grund, som ikke tæller.' })
    expect(await reasonOf(world.as(late.actor).signup.request({ requestId: newId(), childId: late.childId, offerId, acceptsClash: true }))).toBe('ja')
    // Somebody pays in the same minute: the Checkout was open, and the money comes back too.
    world.fake.checkouts.pay(lateId)
    await world.work()
    await tellAll()
    expect(await asStaff(leader).cancelProgress({ offerId })).toMatchObject({
      reason, places: 0, waiting: 0, ended: 30, told: 30, refunded: 21, refundsLeft: 0, refundsFailed: 0, refundSum: 21n * price,
    })
    for (const signupId of paid) expect([await world.state(signupId), await world.balance(`co-payment:${signupId}`)]).toEqual(['cancelled-by-kommune', 0n])
    const { rows } = await test().admin.query("select count(*)::int as n from message where purpose = 'news'")
    expect(rows[0].n).toBeGreaterThanOrEqual(30)
    const stranger = await world.held()
    expect(await reasonOf(world.as(stranger.actor).signup.request({ requestId: newId(), childId: stranger.childId, offerId, acceptsClash: true }))).toBe('activity-cancelled')
  })

  /** A family that has paid gives its place back between the press and the job, two days before, when the programme's rule gives nothing. */
  const givesBackItself = async () => {
    const offerId = await world.offer()
    const held = await world.held(offerId)
    const { id } = await world.as(held.actor).payment.start({ requestId: newId(), signupIds: [held.signupId] })
    world.fake.checkouts.pay(id)
    await enqueueRead(world, test(), id)
    await world.work()
    const [{ hours }] = (await test().admin.query("select extract(epoch from '2026-07-04T08:00:00Z'::timestamptz - $1)::int / 3600 as hours", [world.parts.clock().at])).rows as [{ hours: number }]
    world.clock.hours += hours
    const backOf = async () => (await world.as(held.actor).signup.mine({})).find(({ id: one }) => one === held.signupId)!.backIfCancelled
    const before = await backOf()
    await asStaff(leader).cancelActivity({ requestId: newId(), offerId, reason })
    const said = await backOf()
    const { state } = await world.as(held.actor).signup.cancel({ requestId: newId(), signupId: held.signupId })
    await world.work()
    await tellAll()
    const progress = await asStaff(leader).cancelProgress({ offerId })
    world.clock.hours = 0
    return { before, said, state, progress, kept: await world.balance(`co-payment:${held.signupId}`) }
  }

  it('den familie, der selv melder fra, efter at der er aflyst, mister ikke sine penge, og der står hvad den får', async () =>
    expect(await givesBackItself()).toMatchObject({ before: 0n, said: price, state: 'cancelled-by-kommune', progress: { ended: 1, told: 1, refunded: 1, refundSum: price }, kept: 0n }))

  it('rød tvilling: er det familiens egen afmelding, mister den det hele', async () => {
    guard.isOff = true
    expect(await givesBackItself().finally(() => { guard.isOff = false })).toMatchObject({ said: price, state: 'cancelled-by-family', progress: { refunded: 0, refundSum: 0n }, kept: price })
  })

  it('andre når ikke knappen, og det, der er slut, aflyses ikke', async () => {
    const offerId = await world.offer()
    expect(await reasonOf(asStaff(caseworker).cancelActivity({ requestId: newId(), offerId, reason }))).toBe('NOT_FOUND')
    expect(await reasonOf(asStaff(leader).cancelActivity({ requestId: newId(), offerId: newId(), reason }))).toBe('NOT_FOUND')
    world.clock.hours = 24 * 200
    expect(await reasonOf(asStaff(leader).cancelActivity({ requestId: newId(), offerId, reason }))).toBe('activity-over')
    world.clock.hours = 0
  })
})
