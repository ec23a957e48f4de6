import { newId } from '@medspil/db'
import type { PaidLine } from '@medspil/domain/payment'
import { job, withDatabase } from '@medspil/testing/database'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { plantFamily, plantPass } from '../signup/signup.test-kit.ts'
import { callerAs, fakeGateways, runJob } from '../testing.ts'
import { compare } from '../subsidy/compare-books.ts'
import { enqueueRead, plantPayWorld, price, type PayWorld, secondParent, tick } from './payment.test-kit.ts'

const guard = vi.hoisted(() => ({ isOff: false }))
vi.mock('../../../../packages/domain/src/payment/settle-line.ts', async (original) => {
  const real = await original<typeof import('../../../../packages/domain/src/payment/settle-line.ts')>()
  return { ...real, fateOfLine: (line: PaidLine) => real.fateOfLine(guard.isOff ? { ...line, mayHavePlaceBack: () => true } : line) }
})

const test = withDatabase()
let world: PayWorld
beforeAll(async () => { world = await plantPayWorld(test()) })
beforeEach(() => { world.clock.hours = 0 })

const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)
type Held = Awaited<ReturnType<PayWorld['held']>>
const start = ({ actor, signupId }: Held, requestId = newId()) => world.as(actor).payment.start({ requestId, signupIds: [signupId] })
const heard = async (paymentId: string) => {
  await enqueueRead(world, test(), paymentId)
  await world.work()
}
const line = (signupId: string) => world.row('select amount, refunded, open, outcome from payment_line where signup_id = $1', [signupId])
const refunds = async (signupId: string) => (await test().admin.query('select amount, cause, state from refund where signup_id = $1 order by id', [signupId])).rows
const lapse = async (held: Held) => {
  world.clock.hours += 2
  await tick(world)
  expect(await world.state(held.signupId)).toBe('lapsed')
}

describe('at betale en plads', () => {
  it('pladsen holdes, siden hos Stripe åbner, og den samme knap er den samme betaling', async () => {
    const held = await world.held()
    expect(await world.state(held.signupId)).toBe('seat-held')
    const payment = await start(held)
    expect(payment).toMatchObject({ state: 'open', amount: price })
    expect(await world.as(held.actor).payment.show({ paymentId: payment.id })).toMatchObject({ state: 'open', amount: price, programName: 'Aktiv Sommer', url: payment.url, lines: [{ signupId: held.signupId, amount: price, refunded: 0n, outcome: null, signupState: 'awaiting-payment' }] })
    expect(payment.url).toContain('https://checkout.example/')
    expect((await start(held, payment.id)).url).toBe(payment.url)
    expect((await start(held)).id).toBe(payment.id)
    expect(world.fake.checkouts.made.get(payment.id)).toHaveLength(1)
  })

  it('betalt: pladsen er barnets, bogen stemmer, kvitteringen er der, og én besked er på vej', async () => {
    const held = await world.held()
    const before = await world.balance('card')
    const { id } = await start(held)
    world.fake.checkouts.pay(id)
    await heard(id)
    await heard(id)
    expect(await world.state(held.signupId)).toBe('confirmed')
    expect([await world.balance('card') - before, await world.balance(`co-payment:${held.signupId}`)]).toEqual([-price, price])
    expect(await line(held.signupId)).toEqual({ amount: '15000', refunded: '0', open: false, outcome: 'placed' })
    expect(await world.told(held.signupId)).toEqual(['receipt', 'receipt'])
    expect(await world.as(held.actor).payment.receipts()).toMatchObject([{ id, state: 'paid', lines: [{ outcome: 'placed' }] }])
    expect(await reasonOf(start(held))).toBe('nothing-to-pay')
  })

  it('hændelsen gik tabt: den, der er tilbage fra Stripe, spørger selv, og siden kan ikke trykkes træt', async () => {
    const held = await world.held()
    const { id } = await start(held)
    world.fake.checkouts.pay(id)
    for (let n = 0; n < 3; n += 1) expect((await world.as(held.actor).payment.check({ requestId: newId(), paymentId: id })).state).toBe('open')
    expect(await world.row("select count(*)::int as n from outbox_job where name = 'read-checkout' and payload->>'paymentId' = $1", [id])).toEqual({ n: 1 })
    await world.work()
    expect(await world.as(held.actor).payment.check({ requestId: newId(), paymentId: id })).toMatchObject({ state: 'paid', lines: [{ outcome: 'placed' }] })
  })

  it('to børn i én betaling; en fremmed familie når ingen af delene', async () => {
    const first = await world.held()
    const second = newId()
    const offerId = await world.offer()
    await world.as(first.actor).signup.request({ requestId: second, childId: first.childId, offerId, acceptsClash: true })
    const payment = await world.as(first.actor).payment.start({ requestId: newId(), signupIds: [first.signupId, second] })
    expect(payment.amount).toBe(2n * price)
    const stranger = await world.held()
    expect(await reasonOf(world.as(stranger.actor).payment.show({ paymentId: payment.id }))).toBe('NOT_FOUND')
    expect(await reasonOf(world.as(stranger.actor).payment.start({ requestId: newId(), signupIds: [stranger.signupId, second] }))).toBe('NOT_FOUND')
    // Only one of them after all: the Checkout for both is closed first.
    const alone = await world.as(first.actor).payment.start({ requestId: newId(), signupIds: [second] })
    expect(world.fake.checkouts.pay(payment.id)).toBe(false)
    world.fake.checkouts.pay(alone.id)
    await heard(alone.id)
    expect([await world.state(first.signupId), await world.state(second)]).toEqual(['awaiting-payment', 'confirmed'])
  })

  it('den anden forælder kan betale i stedet, og så kan den første ikke', async () => {
    const held = await world.held()
    const other = await secondParent(test(), world, held.childId)
    const mine = await start(held)
    const theirs = await start({ ...held, actor: other })
    expect(theirs.id).not.toBe(mine.id)
    expect(world.fake.checkouts.pay(mine.id)).toBe(false)
    expect(world.fake.checkouts.pay(theirs.id)).toBe(true)
  })

  it('Stripe er væk: pladsen holdes, og næste tryk går videre med den samme nøgle, også når svaret gik tabt', async () => {
    const held = await world.held()
    const requestId = newId()
    world.fake.away.add('stripe')
    expect(await reasonOf(start(held, requestId))).toBe('SERVICE_UNAVAILABLE')
    world.fake.away.delete('stripe')
    world.fake.checkouts.loseAnswers.left = 1
    expect(await reasonOf(start(held, requestId))).toBe('SERVICE_UNAVAILABLE')
    const payment = await start(held, requestId)
    expect(payment.url).not.toBeNull()
    expect(world.fake.checkouts.made.get(payment.id)).toHaveLength(1)
  })

  it('passet og familien deler: når resten er betalt, er pladsen barnets som andres, og ingen spørges', async () => {
    const { childId, actor } = await plantFamily(test(), world)
    const passId = await plantPass(test(), world, childId, 5_000n)
    await test().admin.query("update purse set pays = '{kontingent,camp}' where fritidspas_id = $1", [passId])
    const [signupId, offerId] = [newId(), await world.offer()]
    const receipt = await world.as(actor).signup.request({ requestId: signupId, childId, offerId, acceptsClash: true })
    expect(receipt).toMatchObject({ state: 'seat-held', passPays: 5_000n, familyPays: 10_000n })
    const { id, amount } = await start({ actor, childId, signupId, offerId })
    expect(amount).toBe(10_000n)
    world.fake.checkouts.pay(id)
    await heard(id)
    expect(await world.state(signupId)).toBe('confirmed')
    expect(await world.row("select count(*)::int as n from outbox_job where name = 'ask-forening' and payload->>'signupId' = $1", [signupId])).toEqual({ n: 0 })
    // The forening cannot hold it after all: both shares go back.
    await test().admin.query("update signup set state = 'cancelled-by-forening', place = false where id = $1", [signupId])
    await runJob(world.parts, 'refund-ended', { kommuneId: world.kommuneId, outboxId: newId(), payload: { signupId } })
    await world.work()
    expect(await refunds(signupId)).toEqual([{ amount: '10000', cause: 'cancelled-by-forening', state: 'settled' }])
  })
})

describe('for sent, for meget og fortrudt', () => {
  it('tiden gik, pladsen er stadig fri: betalingen giver den tilbage', async () => {
    const held = await world.held()
    const { id } = await start(held)
    world.fake.checkouts.pay(id)
    await lapse(held)
    await heard(id)
    expect(await world.state(held.signupId)).toBe('confirmed')
    expect(await refunds(held.signupId)).toEqual([])
    expect((await world.row<{ taken: number }>('select taken from offer where id = $1', [held.offerId])).taken).toBe(1)
  })

  it('tiden gik, og passet skulle betale en del: pladsen er fri, og passets penge bliver sat af igen', async () => {
    const { childId, actor } = await plantFamily(test(), world)
    const passId = await plantPass(test(), world, childId, 5_000n)
    await test().admin.query("update purse set pays = '{kontingent,camp}' where fritidspas_id = $1", [passId])
    const held = { actor, childId, signupId: newId(), offerId: await world.offer() }
    await world.as(actor).signup.request({ requestId: held.signupId, childId, offerId: held.offerId, acceptsClash: true })
    const { id } = await start(held)
    world.fake.checkouts.pay(id)
    await lapse(held)
    const purse = () => world.row('select available, held from purse where fritidspas_id = $1', [passId])
    expect(await purse()).toEqual({ available: '5000', held: '0' })
    await heard(id)
    expect(await world.state(held.signupId)).toBe('confirmed')
    expect(await purse()).toEqual({ available: '0', held: '5000' })
    expect(await refunds(held.signupId)).toEqual([])
    await world.as(actor).signup.cancel({ requestId: newId(), signupId: held.signupId })
    expect(await purse()).toEqual({ available: '5000', held: '0' })
  })

  /** A payment that comes in when its time is over and another child has the only place. */
  const paidTooLate = async () => {
    const offerId = await world.offer({ capacity: 1 })
    const held = await world.held(offerId)
    const { id } = await start(held)
    world.fake.checkouts.pay(id)
    await lapse(held)
    return { held, next: await world.held(offerId), id }
  }

  it('tiden gik, og en anden fik pladsen: pengene går tilbage af sig selv, med besked', async () => {
    const { held, next, id } = await paidTooLate()
    await heard(id)
    expect([await world.state(held.signupId), await world.state(next.signupId)]).toEqual(['lapsed', 'seat-held'])
    expect(await refunds(held.signupId)).toEqual([{ amount: '15000', cause: 'paid-too-late', state: 'settled' }])
    expect(await world.balance(`co-payment:${held.signupId}`)).toBe(0n)
    expect((await world.told(held.signupId)).at(-1)).toBe('news')
    expect(await world.as(held.actor).payment.show({ paymentId: id })).toMatchObject({ state: 'paid', lines: [{ outcome: 'given-back', refunded: price }], refunds: [{ amount: price, state: 'settled' }] })
  })

  it('rød tvilling: spørges der ikke, om pladsen er en andens, gives den ud igen; kun basen standser det, og pengene bliver hængende', async () => {
    const { held, id } = await paidTooLate()
    guard.isOff = true
    await expect(heard(id).finally(() => { guard.isOff = false })).rejects.toMatchObject({ code: '23514', constraint: 'offer_capacity' })
    expect(await line(held.signupId)).toMatchObject({ refunded: '0', outcome: null })
    expect(await refunds(held.signupId)).toEqual([])
  })

  // Noon on the only day; the time to pay is over half an hour later, and the payment is heard of at two.
  it.each([
    ['er den begyndt, går pengene tilbage, som når en anden har den', '13:00', 'lapsed', [{ amount: '15000', cause: 'paid-too-late', state: 'settled' }]],
    ['rød tvilling: begynder den senere, er pladsen barnets', '15:00', 'confirmed', []],
  ])('tiden gik på selve dagen, og pladsen er fri: %s', async (_, timeFrom, state, back) => {
    const held = await world.held(await world.offer({ seasonFrom: '2026-03-10', seasonTo: '2026-03-10', timeFrom }))
    const { id } = await start(held)
    world.fake.checkouts.pay(id)
    await lapse(held)
    await heard(id)
    expect([await world.state(held.signupId), await refunds(held.signupId)]).toEqual([state, back])
  })

  it('tiden gik uden betaling: Checkout lukkes, så ingen kan betale bagefter', async () => {
    const held = await world.held()
    const { id } = await start(held)
    await lapse(held)
    await world.work()
    expect(world.fake.checkouts.pay(id)).toBe(false)
    expect((await world.as(held.actor).payment.show({ paymentId: id })).state).toBe('expired')
    expect(await reasonOf(start(held))).toBe('nothing-to-pay')
  })

  it.each([['14 dage før: alt', 24 * 104, 15_000n], ['5 dage før: halvdelen', 24 * 113, 7500n], ['dagen før: intet', 24 * 117, 0n]])('familien melder fra %s', async (_, hours, back) => {
    const held = await world.held()
    const { id } = await start(held)
    world.fake.checkouts.pay(id)
    await heard(id)
    world.clock.hours = hours
    await world.as(held.actor).signup.cancel({ requestId: newId(), signupId: held.signupId })
    await world.work()
    expect(await refunds(held.signupId)).toEqual(back === 0n ? [] : [{ amount: String(back), cause: 'cancelled-by-family', state: 'settled' }])
    expect(await world.balance(`co-payment:${held.signupId}`)).toBe(price - back)
  })

  it('meldt fra midt i betalingen: er der betalt alligevel, går det hele tilbage', async () => {
    const held = await world.held()
    const { id } = await start(held)
    world.fake.checkouts.pay(id)
    await world.as(held.actor).signup.cancel({ requestId: newId(), signupId: held.signupId })
    await world.work()
    expect(await refunds(held.signupId)).toEqual([{ amount: '15000', cause: 'paid-too-late', state: 'settled' }])
  })

  it('en bank, der svarer dagen efter, holder pladsen; siger den nej, er den fri', async () => {
    const [yes, no] = [await world.held(), await world.held()]
    const [first, second] = [await start(yes), await start(no)]
    for (const { id } of [first, second]) { world.fake.checkouts.payLater(id); await heard(id) }
    world.clock.hours += 20
    await tick(world)
    expect([await world.state(yes.signupId), await world.state(no.signupId)]).toEqual(['awaiting-payment', 'awaiting-payment'])
    world.fake.checkouts.answerLater(first.id, true)
    world.fake.checkouts.answerLater(second.id, false)
    for (const { id } of [first, second]) await heard(id)
    await tick(world)
    expect([await world.state(yes.signupId), await world.state(no.signupId)]).toEqual(['confirmed', 'lapsed'])
    expect(await world.told(second.id)).toEqual(['news'])
  })
})

it('om natten stemmer bogen, tabellerne og Stripe på øren; en betaling, som Stripe ikke kender, bliver fundet', async () => {
  const inTx: Parameters<typeof compare>[0] = (work) => test().database.asActor(job(world.kommuneId), { now: world.parts.clock(), procedure: 'test' }, work)
  const cards = { checkouts: world.fake.checkouts.port, since: new Date(0) }
  const ours = async () => (await compare(inTx, world.fake.gateways.transfers, cards)).faults.filter(({ what }) => /card|disputed|payment/.test(what))
  expect(await ours()).toEqual([])
  const held = await world.held()
  const { id } = await start(held)
  await test().admin.query("update payment set state = 'paid', ended_at = now() where id = $1", [id])
  expect((await ours()).map(({ what }) => what)).toEqual(['card', `co-payment:${held.signupId}`, `payment:${id}`])
  await test().admin.query("update payment set state = 'expired' where id = $1", [id])
})

it('en anden kommunes familie og en medarbejder når ingen betaling', async () => {
  const { id } = await start(await world.held())
  const visitor = callerAs(test().database, { kind: 'visitor', kommuneId: world.kommuneId, id: null }, { now: world.parts.clock(), gateways: fakeGateways().gateways })
  expect(await reasonOf(visitor.payment.show({ paymentId: id }))).toBe('NOT_FOUND')
})
