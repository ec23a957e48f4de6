import { newId } from '@medspil/db'
import type { StaffMember } from '@medspil/domain/access'
import { job, withDatabase } from '@medspil/testing/database'
import { makeChildAccess, makeStaff } from '@medspil/testing/factories'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Job } from '../jobs/job.ts'
import { compare } from '../subsidy/compare-books.ts'
import { callerAs } from '../testing.ts'
import { enqueueRead, plantPayWorld, price, tick, type PayWorld } from './payment.test-kit.ts'

const test = withDatabase()
let world: PayWorld
let staff: Record<'vejleder' | 'colleague' | 'leader' | 'payer', StaffMember>
const inTx: Job['inTx'] = (work) => world.parts.asActor(job(world.kommuneId), { now: world.parts.clock(), procedure: 'test' }, work)
const at = (actor: StaffMember) => callerAs(test().database, actor, { now: world.parts.clock, gateways: world.parts.gateways })
beforeAll(async () => {
  world = await plantPayWorld(test())
  staff = await inTx(async (tx) => ({ vejleder: await makeStaff(tx, 'fritidsvejleder'), colleague: await makeStaff(tx, 'fritidsvejleder'), leader: await makeStaff(tx, 'leader'), payer: await makeStaff(tx, 'payer') }))
})
beforeEach(() => { world.clock.hours = 0 })

const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)
const hear = async (id: string) => {
  await enqueueRead(world, test(), id)
  await world.work()
}
/** A family whose whole refund the bank sent back, and the task that it gave. */
const owed = async () => {
  const held = await world.held()
  const { id } = await world.as(held.actor).payment.start({ requestId: newId(), signupIds: [held.signupId] })
  world.fake.checkouts.pay(id)
  await hear(id)
  await world.as(held.actor).signup.cancel({ requestId: newId(), signupId: held.signupId })
  await world.work()
  world.fake.checkouts.failRefund(id, world.fake.checkouts.truthOf(id).refunds[0]!.stripeId)
  await hear(id)
  const tasks = await at(staff.vejleder).followUp.deskTasks()
  return { ...held, id, taskId: tasks.find(({ because }) => because.reason === 'refund-failed' && because.paymentId === id)!.taskId }
}
type Owed = Awaited<ReturnType<typeof owed>>
const note = ({ taskId }: Pick<Owed, 'taskId'>, facts: { requestId?: string; amount?: bigint; paidOn?: string; reference?: string } = {}, actor = staff.vejleder) =>
  at(actor).payment.notePaidOtherwise({ requestId: newId(), taskId, amount: price, paidOn: '2026-03-10', reference: 'Bilag 12', ...facts })
const isOpen = async ({ taskId }: Owed) => (await at(staff.vejleder).followUp.deskTasks()).some((task) => task.taskId === taskId)
const rows = async ({ signupId }: Owed) => (await test().admin.query('select state, amount, replaces_id is not null as replaces from refund where signup_id = $1 order by id', [signupId])).rows
const refunded = async ({ signupId }: Owed) => (await world.row<{ refunded: string }>('select refunded from payment_line where signup_id = $1', [signupId])).refunded
const balances = async ({ signupId }: Owed) => [await world.balance(`co-payment:${signupId}`), await world.balance(`laid-out:${signupId}`), await world.balance('paid-otherwise')]
const faults = async () => (await compare(inTx, world.fake.gateways.transfers, { checkouts: world.fake.checkouts.port, since: new Date(0) })).faults.filter(({ what }) => /card|disputed|payment|paid-otherwise|all/.test(what))
const sayAll = (shown: unknown) => JSON.stringify(shown, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
const looks = async (childId: string) => (await test().admin.query('select actor_id as id, why, fields, procedure from read_log where child_id = $1 and actor_kind = $2', [childId, 'fritidsvejleder'])).rows

describe('opgaven siger, hvem der skal have penge, og hvorfor', () => {
  it('fornavn, den der betalte, aktivitet, beløb, grund og Stripes numre; og kigget står i familiens log', async () => {
    const one = await owed()
    expect(await looks(one.childId)).toEqual([])
    const view = await at(staff.vejleder).payment.owed({ taskId: one.taskId })
    expect(view).toMatchObject({
      taskId: one.taskId, amount: price, why: 'sent-back', failedOn: '2026-03-10', from: '2026-03-10', title: expect.any(String),
      family: { childFirstName: 'Alma', payer: { name: 'Berit Prøve' }, stripeRefundId: expect.stringMatching(/^re_/), stripePaymentId: `pi_${one.id}` },
    })
    expect(view.number).toMatch(/^[A-Z][0-9A-Z]{3}-[0-9A-Z]{4}$/)
    expect((await world.as(one.actor).payment.show({ paymentId: one.id })).number).toBe(view.number)
    expect(sayAll(view)).not.toMatch(/Alma Prøve|cpr/i)
    expect(await looks(one.childId)).toEqual([{ id: staff.vejleder.id, why: 'refund-failed', fields: ['displayName', 'payment', 'contact'], procedure: 'payment.owed' }])
  })

  it('er familien beskyttet, ser kun den, der arbejder med barnet, hvem den er', async () => {
    const one = await owed()
    await test().admin.query('update person set address_protected = true where id = $1', [one.actor.id])
    const who = /Alma|Berit|pi_|re_/
    const [view, list] = [await at(staff.vejleder).payment.owed({ taskId: one.taskId }), (await at(staff.vejleder).followUp.deskTasks()).filter(({ taskId }) => taskId === one.taskId)]
    expect([view.family, list.length]).toEqual([null, 1])
    for (const shown of [view, list]) expect(sayAll(shown)).not.toMatch(who)
    expect(await looks(one.childId)).toMatchObject([{ fields: ['payment'] }])
    await inTx((tx) => makeChildAccess(tx, { childId: one.childId, staffId: staff.colleague.id }))
    const known = await at(staff.colleague).payment.owed({ taskId: one.taskId })
    expect(known.family).toMatchObject({ childFirstName: 'Alma', payer: { name: 'Berit Prøve' }, stripePaymentId: `pi_${one.id}` })
    // Red twin: the same look finds the names where they are shown.
    expect(sayAll(known)).toMatch(who)
  })

  it('må familien ikke kontaktes, er der hverken telefon eller mail', async () => {
    const one = await owed()
    await test().admin.query('update person set contact_barred = true where id = $1', [one.actor.id])
    expect((await at(staff.vejleder).payment.owed({ taskId: one.taskId })).family?.payer).toEqual({ name: 'Berit Prøve', phone: null, mail: null })
  })

  it('andre roller finder hverken opgaven eller knappen', async () => {
    const one = await owed()
    for (const other of [staff.leader, staff.payer]) {
      expect(await reasonOf(at(other).payment.owed({ taskId: one.taskId }))).toBe('NOT_FOUND')
      expect(await reasonOf(note(one, {}, other))).toBe('NOT_FOUND')
    }
    expect(await rows(one)).toMatchObject([{ state: 'failed' }])
    expect(await reasonOf(at(staff.vejleder).payment.owed({ taskId: newId() }))).toBe('NOT_FOUND')
  })
})

describe('betalt på anden måde', () => {
  it('familiens del er gjort op, opgaven lukket, bøgerne stemmer, og familien kan se dagen', async () => {
    const before = await world.balance('paid-otherwise')
    const one = await owed()
    expect(await balances(one)).toEqual([price, 0n, before])
    await note(one, { paidOn: '2026-03-10', reference: 'NemKonto 81' })
    expect(await balances(one)).toEqual([0n, 0n, before + price])
    expect(await rows(one)).toEqual([{ state: 'failed', amount: '15000', replaces: false }, { state: 'paid-otherwise', amount: '15000', replaces: true }])
    expect([await isOpen(one), await refunded(one), await faults()]).toEqual([false, '15000', []])
    expect(await world.as(one.actor).payment.show({ paymentId: one.id })).toMatchObject({ lines: [{ refunded: price }], refunds: [{ state: 'failed' }, { state: 'paid-otherwise', amount: price, paidOn: '2026-03-10' }] })
    expect(await world.told(one.id)).toEqual(['news'])
    const [event] = (await test().admin.query('select actor_id, facts from audit_event where event = $1 and child_id = $2', ['refund.paid-otherwise', one.childId])).rows
    expect(event).toMatchObject({ actor_id: staff.vejleder.id, facts: { paymentId: one.id, amount: '15000', paidOn: '2026-03-10' } })
    expect(JSON.stringify(event)).not.toContain('NemKonto 81')
    await hear(one.id)
    expect([await rows(one).then((all) => all.length), await balances(one), await isOpen(one)]).toEqual([2, [0n, 0n, before + price], false])
  })

  it('trykket to gange, af to, og sendt igen: én gang', async () => {
    const before = await world.balance('paid-otherwise')
    const one = await owed()
    const requestId = newId()
    await note(one, { requestId })
    await note(one, { requestId })
    expect(await reasonOf(note(one, { requestId, reference: 'Bilag 13' }))).toBe('same-id-other-content')
    expect(await reasonOf(note(one, {}, staff.colleague))).toBe('NOT_FOUND')
    const two = await owed()
    const answers = await Promise.all([note(two, {}), note(two, {}, staff.colleague)].map(reasonOf))
    expect(answers.filter((answer) => answer === 'ja')).toHaveLength(1)
    expect([await balances(two), await faults()]).toEqual([[0n, 0n, before + 2n * price], []])
  })

  it('rød tvilling: uden lås og uden nøglen i basen betales den to gange', async () => {
    const one = await owed()
    await note(one)
    const twice = () => test().admin.query(`insert into refund (kommune_id, id, payment_id, line_id, signup_id, child_id, amount, cause, state, send_key, asked_by, created_at, replaces_id, paid_on, reference)
      select kommune_id, gen_random_uuid(), payment_id, line_id, signup_id, child_id, amount, cause, state, send_key, asked_by, created_at, replaces_id, paid_on, reference from refund where signup_id = $1 and state = 'paid-otherwise'`, [one.signupId])
    await expect(twice()).rejects.toThrow('refund_one_otherwise')
    await test().admin.query('drop index refund_one_otherwise')
    await twice()
    expect((await faults()).map(({ what }) => what)).toEqual(expect.arrayContaining(['paid-otherwise', `co-payment:${one.signupId}`]))
    await test().admin.query(`delete from refund where ctid in (select max(ctid) from refund where signup_id = $1 and state = 'paid-otherwise')`, [one.signupId])
    await test().admin.query("create unique index refund_one_otherwise on refund (kommune_id, replaces_id) where state = 'paid-otherwise'")
    expect(await faults()).toEqual([])
  })

  it.each<[string, object, string]>([
    ['et andet beløb', { amount: price - 1n }, 'owed-changed'], ['i morgen', { paidOn: '2026-03-11' }, 'paid-on-other-days'], ['før der blev betalt', { paidOn: '2026-03-09' }, 'paid-on-other-days'],
    ['et CPR-nummer', { reference: 'til 640316-1236' }, 'BAD_REQUEST'], ['for mange ord', { reference: 'x'.repeat(61) }, 'BAD_REQUEST'], ['intet at finde den på', { reference: ' ' }, 'BAD_REQUEST'],
  ])('nej til %s: intet er skrevet', async (_, facts, reason) => {
    const one = await owed()
    expect(await reasonOf(note(one, facts))).toBe(reason)
    expect([await rows(one).then((all) => all.length), await balances(one).then(([share]) => share), await isOpen(one)]).toEqual([1, price, true])
  })

  it('har familien fået noget hos Stripe imens, er det kun resten; har den fået det hele, er der intet', async () => {
    const one = await owed()
    world.fake.checkouts.refundByHand(one.id, 11_000n)
    await hear(one.id)
    expect((await at(staff.vejleder).payment.owed({ taskId: one.taskId })).amount).toBe(4000n)
    expect(await reasonOf(note(one))).toBe('owed-changed')
    await note(one, { amount: 4000n })
    expect([(await balances(one))[0], await faults()]).toEqual([0n, []])
    const two = await owed()
    world.fake.checkouts.refundByHand(two.id, price)
    await hear(two.id)
    expect((await at(staff.vejleder).payment.owed({ taskId: two.taskId })).amount).toBe(0n)
    expect(await reasonOf(note(two))).toBe('nothing-owed')
  })

  it('ser familiens bank på betalingen, ventes der på den; giver den familien uret, betales der, og ellers er der intet', async () => {
    const [lost, won] = [await owed(), await owed()]
    for (const one of [lost, won]) {
      world.fake.checkouts.dispute(one.id, 'open')
      await hear(one.id)
      expect((await at(staff.vejleder).payment.owed({ taskId: one.taskId })).bankStillLooks).toBe(true)
      expect(await reasonOf(note(one))).toBe('bank-still-looks')
      expect([await rows(one).then((all) => all.length), await isOpen(one)]).toEqual([1, true])
    }
    world.fake.checkouts.dispute(lost.id, 'lost')
    await hear(lost.id)
    expect(await reasonOf(note(lost))).toBe('nothing-owed')
    world.fake.checkouts.dispute(won.id, 'won')
    await hear(won.id)
    expect(await at(staff.vejleder).payment.owed({ taskId: won.taskId })).toMatchObject({ amount: price, bankStillLooks: false })
    await note(won)
    expect([(await balances(won))[0], await faults()]).toEqual([0n, []])
  })

  it('gav nogen dem i hånden hos Stripe, uden at det er hørt, spørges Stripe, når opgaven ses', async () => {
    const [seen, unseen] = [await owed(), await owed()]
    for (const { id } of [seen, unseen]) world.fake.checkouts.refundByHand(id, price)
    await at(staff.vejleder).payment.owed({ taskId: seen.taskId })
    await world.work()
    expect(await reasonOf(note(seen))).toBe('nothing-owed')
    // Red twin: nobody asked Stripe, and the family has its money twice. It is heard of at once.
    expect(await reasonOf(note(unseen))).toBe('ja')
    await world.work()
    expect([(await balances(seen)).slice(0, 2), (await balances(unseen)).slice(0, 2), await faults()]).toEqual([[0n, 0n], [0n, -price], []])
  })

  it('opgav vi en tilbagebetaling, som Stripe alligevel sendte, skyldes der intet', async () => {
    const held = await world.held()
    const { id } = await world.as(held.actor).payment.start({ requestId: newId(), signupIds: [held.signupId] })
    world.fake.checkouts.pay(id)
    await hear(id)
    world.fake.checkouts.dropRefunds.left = 1
    await world.as(held.actor).signup.cancel({ requestId: newId(), signupId: held.signupId })
    await world.work()
    world.clock.hours = 25
    await tick(world)
    await world.work()
    const task = (await at(staff.vejleder).followUp.deskTasks()).find(({ because }) => because.reason === 'refund-failed' && because.paymentId === id)!
    const { id: refundId, send_key: key } = await world.row<{ id: string; send_key: string }>('select id, send_key from refund where signup_id = $1', [held.signupId])
    await world.fake.checkouts.port.refund({ refundId, paymentId: id, kommuneId: world.kommuneId, intentId: `pi_${id}`, amount: price, key })
    expect(await at(staff.vejleder).payment.owed({ taskId: task.taskId })).toMatchObject({ amount: price, why: 'never-arrived' })
    await world.work()
    expect((await at(staff.vejleder).payment.owed({ taskId: task.taskId })).amount).toBe(0n)
    expect(await reasonOf(note(task))).toBe('nothing-owed')
    expect([await world.row('select state from refund where signup_id = $1', [held.signupId]), await world.balance(`co-payment:${held.signupId}`), await faults()]).toEqual([{ state: 'settled' }, 0n, []])
  })

  it('gives pengene også tilbage hos Stripe bagefter, står det dobbelte i bogen som lagt ud', async () => {
    const one = await owed()
    await note(one)
    world.fake.checkouts.refundByHand(one.id, price)
    await hear(one.id)
    expect([(await balances(one)).slice(0, 2), await faults()]).toEqual([[0n, -price], []])
  })
})

describe('fortrudt', () => {
  const undo = ({ taskId }: Owed, actor = staff.vejleder) => at(actor).payment.undoPaidOtherwise({ requestId: newId(), taskId })

  it('samme dag og af den samme: pengene skyldes igen, opgaven er åben, og den kan betales rigtigt', async () => {
    const before = await world.balance('paid-otherwise')
    const one = await owed()
    await note(one)
    expect(await reasonOf(undo(one, staff.colleague))).toBe('NOT_FOUND')
    await undo(one)
    expect([await balances(one), await isOpen(one), await refunded(one), await faults()]).toEqual([[price, 0n, before], true, '0', []])
    expect((await world.as(one.actor).payment.show({ paymentId: one.id })).refunds.map(({ state }) => state)).toEqual(['failed', 'failed'])
    expect(await reasonOf(undo(one))).toBe('NOT_FOUND')
    await note(one, { reference: 'Bilag 14' })
    expect([await balances(one), await isOpen(one), await faults()]).toEqual([[0n, 0n, before + price], false, []])
  })

  it('dagen efter, og en opgave, der blot er klaret, kan ikke fortrydes', async () => {
    const [one, plain] = [await owed(), await owed()]
    await note(one)
    world.fake.checkouts.refundByHand(plain.id, price)
    await hear(plain.id)
    await at(staff.vejleder).followUp.closeDeskTask({ requestId: newId(), taskId: plain.taskId })
    expect(await reasonOf(undo(plain))).toBe('NOT_FOUND')
    world.clock.hours = 24
    expect(await reasonOf(undo(one))).toBe('NOT_FOUND')
  })
})
