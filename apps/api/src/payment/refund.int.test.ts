import { newId } from '@medspil/db'
import { withDatabase } from '@medspil/testing/database'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { enqueueRead, plantPayWorld, price, type PayWorld, tick } from './payment.test-kit.ts'

const test = withDatabase()
let world: PayWorld
beforeAll(async () => { world = await plantPayWorld(test()) })
beforeEach(() => { world.clock.hours = 0 })

type Held = Awaited<ReturnType<PayWorld['held']>>
const start = ({ actor, signupId }: Held) => world.as(actor).payment.start({ requestId: newId(), signupIds: [signupId] })
const heard = async (paymentId: string) => {
  await enqueueRead(world, test(), paymentId)
  await world.work()
}
const line = (signupId: string) => world.row('select amount, refunded, open, outcome from payment_line where signup_id = $1', [signupId])
const refunds = async (signupId: string) => (await test().admin.query('select amount, cause, state from refund where signup_id = $1 order by id', [signupId])).rows

describe('penge tilbage', () => {
  const paid = async () => {
    const held = await world.held()
    const { id } = await start(held)
    world.fake.checkouts.pay(id)
    await heard(id)
    return { ...held, id }
  }
  const cancel = async ({ actor, signupId }: Held) => { await world.as(actor).signup.cancel({ requestId: newId(), signupId }) }

  it('svaret går tabt: der slås op, og familien får pengene én gang', async () => {
    const held = await paid()
    await cancel(held)
    world.fake.checkouts.loseAnswers.left = 1
    await world.work()
    expect(await refunds(held.signupId)).toMatchObject([{ state: 'unknown' }])
    world.clock.hours += 25
    await tick(world)
    await world.work()
    expect(await refunds(held.signupId)).toMatchObject([{ state: 'settled', amount: '15000' }])
    expect(world.fake.checkouts.truthOf(held.id).refunds).toHaveLength(1)
  })

  it('rød tvilling: slås der ikke op, og er nøglen en ny, går pengene to gange', async () => {
    const held = await paid()
    // Half goes back now, so that Stripe itself has room for another half.
    world.clock.hours = 24 * 113
    await cancel(held)
    world.fake.checkouts.loseAnswers.left = 1
    await world.work()
    const { port } = world.fake.checkouts
    const { truth } = port
    port.truth = async (sessionId) => ({ ...(await truth(sessionId)), refunds: [] })
    await test().admin.query(`update refund set send_key = send_key || '-igen' where signup_id = $1`, [held.signupId])
    world.clock.hours += 1
    await tick(world)
    await world.work().finally(() => { port.truth = truth })
    expect(world.fake.checkouts.truthOf(held.id).refunds.map(({ amount }) => amount)).toEqual([7500n, 7500n])
  })

  it('kom det aldrig frem, og er nøglen glemt, sendes det ikke igen: et menneske ser på det', async () => {
    const held = await paid()
    await cancel(held)
    world.fake.checkouts.dropRefunds.left = 1
    await world.work()
    expect(await refunds(held.signupId)).toMatchObject([{ state: 'unknown' }])
    world.clock.hours += 25
    await tick(world)
    await world.work()
    expect(await refunds(held.signupId)).toMatchObject([{ state: 'failed' }])
    expect(world.fake.checkouts.truthOf(held.id).refunds).toHaveLength(0)
    expect(await line(held.signupId)).toMatchObject({ refunded: '0' })
  })

  it('en tilbagebetaling fra Stripes egne sider bliver en række, og der gives aldrig for meget', async () => {
    const held = await paid()
    world.fake.checkouts.refundByHand(held.id, 4_000n)
    await heard(held.id)
    await cancel(held)
    await world.work()
    expect(await refunds(held.signupId)).toEqual([{ amount: '4000', cause: 'dashboard', state: 'settled' }, { amount: '11000', cause: 'cancelled-by-family', state: 'settled' }])
    expect(await world.balance(`co-payment:${held.signupId}`)).toBe(0n)
    expect(await world.told(held.id)).toEqual(['news'])
  })

  it('banken sender pengene retur: rækken er fejlet, og de står hos os igen', async () => {
    const held = await paid()
    await cancel(held)
    await world.work()
    world.fake.checkouts.failRefund(held.id, world.fake.checkouts.truthOf(held.id).refunds[0]!.stripeId)
    await heard(held.id)
    expect(await refunds(held.signupId)).toMatchObject([{ state: 'failed' }])
    expect(await world.balance(`co-payment:${held.signupId}`)).toBe(price)
    expect(await line(held.signupId)).toMatchObject({ refunded: '0' })
  })

  it('en indsigelse tager pengene, til den er afgjort; vundet kommer de igen, og det, der ventede, sendes', async () => {
    const held = await paid()
    const before = await world.balance('disputed')
    world.fake.checkouts.dispute(held.id, 'open')
    await heard(held.id)
    expect(await world.balance('disputed') - before).toBe(-price)
    await cancel(held)
    await world.work()
    expect(await refunds(held.signupId)).toMatchObject([{ state: 'due' }])
    world.fake.checkouts.dispute(held.id, 'won')
    await heard(held.id)
    expect(await world.balance('disputed')).toBe(before)
    expect(await refunds(held.signupId)).toMatchObject([{ state: 'settled' }])
  })
})

