import { newId } from '@medspil/db'
import { withDatabase } from '@medspil/testing/database'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { enqueueRead, plantPayWorld, price, type PayWorld, tick } from '../../src/payment/payment.test-kit.ts'
import { seeded } from './outside.ts'

vi.mock('../../src/log.ts', () => ({ log: () => {} }))
const test = withDatabase()
const interleavings = 75
let world: PayWorld
beforeAll(async () => { world = await plantPayWorld(test()) })

type Held = Awaited<ReturnType<PayWorld['held']>>
/** One signup with everything that was started for it. */
interface Life extends Held { rival: Held | null; byHand: bigint; started: Set<string> }

const made = (life: Life) => [...life.started].flatMap((id) => world.fake.checkouts.made.get(id) ?? [])
const start = async (life: Life): Promise<string | null> => {
  const answer = await world.as(life.actor).payment.start({ requestId: newId(), signupIds: [life.signupId] }).catch(() => null)
  if (answer) life.started.add(answer.id)
  return answer?.id ?? null
}
const payOpen = (life: Life) => { for (const { paymentId } of made(life)) world.fake.checkouts.pay(paymentId) }
const paid = (life: Life) => made(life).filter(({ truth }) => truth.charged > 0n)

/** What can happen to one payment, each at any time. */
const acts: Record<string, (life: Life) => Promise<void>> = {
  pay: async (life) => { if (made(life).length === 0) await start(life); payOpen(life) },
  expire: async () => { world.clock.hours += 2; await tick(world) },
  cancel: async (life) => { await world.as(life.actor).signup.cancel({ requestId: newId(), signupId: life.signupId }).catch(() => {}) },
  'staff-refund': async (life) => { for (const { paymentId } of paid(life)) if (world.fake.checkouts.refundByHand(paymentId, 3000n)) life.byHand += 3000n },
  'second-tab': async (life) => { await Promise.all([start(life), start(life)]); payOpen(life) },
  dispute: async (life) => { for (const { paymentId, truth } of paid(life)) if (truth.dispute === null) world.fake.checkouts.dispute(paymentId, 'open') },
}
const names = Object.keys(acts)

const hear = async (life: Life) => { for (const id of life.started) await enqueueRead(world, test(), id) }
const settle = async (life: Life) => { await hear(life); await world.work(); await tick(world); await hear(life); await world.work() }

/** Faults of one finished life, as sentences; there must be none. */
async function faultsOf(life: Life, lostDispute: boolean): Promise<string[]> {
  const [state, faults] = [await world.state(life.signupId), [] as string[]]
  const truths = made(life).map(({ truth }) => truth)
  const charged = truths.reduce((sum, truth) => sum + truth.charged, 0n)
  const back = truths.flatMap(({ refunds }) => refunds).filter((refund) => refund.state !== 'failed').reduce((sum, { amount }) => sum + amount, 0n)
  const net = charged - back
  const hasPlace = state === 'confirmed'
  const owed = hasPlace ? price - life.byHand : 0n
  if (net < 0n) faults.push(`gave back more than it took: ${net}`)
  // What a bank has taken for good is not there to be given back.
  if (net !== owed && !(lostDispute && !hasPlace && net > 0n)) faults.push(`${state}: charged ${charged}, given back ${back}, owed ${owed}`)
  if (!lostDispute && (await world.balance(`co-payment:${life.signupId}`)) !== net) faults.push('the books say something else')
  const { taken, capacity } = await world.row<{ taken: number; capacity: number }>('select taken, capacity from offer where id = $1', [life.offerId])
  const places = Number((await world.row<{ n: string }>("select count(*) as n from signup where offer_id = $1 and place", [life.offerId])).n)
  if (taken > capacity || places > capacity || taken !== places) faults.push(`${places} places of ${capacity}`)
  const open = Number((await world.row<{ n: string }>('select count(*) as n from payment_line where signup_id = $1 and open', [life.signupId])).n)
  if (open > 1) faults.push(`${open} open Checkouts`)
  if (state === 'seat-held' || state === 'awaiting-payment') faults.push(`still ${state}`)
  return faults
}

async function newLife(): Promise<Life> {
  const held = await world.held(await world.offer({ capacity: 1 }))
  return { ...held, rival: null, byHand: 0n, started: new Set() }
}

describe('løfte 6: betal, udløb, fortryd, tilbagebetaling, anden fane og indsigelse i enhver rækkefølge', () => {
  it(`${interleavings} forløb: betalt minus tilbage er det skyldige, aldrig under nul, højst én plads`, async () => {
    const seed = 6_061_966
    const random = seeded(seed)
    const ends = new Map<string, number>()
    for (let n = 0; n < interleavings; n += 1) {
      const order = names.map((name) => ({ name, by: random() })).sort((a, b) => a.by - b.by).map(({ name }) => name)
      const [life, lostDispute] = [await newLife(), random() < 0.3]
      while (order.length > 0) {
        const together = order.splice(0, random() < 0.4 ? 2 : 1)
        await Promise.all(together.map((name) => acts[name]!(life)))
        if (random() < 0.5) await world.work()
        if (random() < 0.4) await hear(life)
        // Somebody else wants the place as soon as it is free.
        if (random() < 0.4 && life.rival === null && (await world.state(life.signupId)) === 'lapsed') life.rival = await world.held(life.offerId)
        expect(made(life).filter(({ truth }) => truth.session === 'open').length, `payable Checkouts in forløb ${n}`).toBeLessThanOrEqual(1)
      }
      await settle(life)
      for (const { paymentId, truth } of paid(life)) if (truth.dispute?.state === 'open') world.fake.checkouts.dispute(paymentId, lostDispute ? 'lost' : 'won')
      world.clock.hours += 2
      await settle(life)
      expect(await faultsOf(life, lostDispute), `forløb ${n}, seed ${seed}`).toEqual([])
      const end = `${await world.state(life.signupId)}${paid(life).length > 0 ? ', charged' : ''}`
      ends.set(end, (ends.get(end) ?? 0) + 1)
    }
    const total = await world.row<{ all: string }>('select sum(balance) as all from ledger_account where kommune_id = $1', [world.kommuneId])
    console.info(`seed ${seed}: ${interleavings} interleavings, 0 faults; ends ${JSON.stringify(Object.fromEntries(ends))}; books ${total.all}`)
    expect(total.all).toBe('0')
    expect(ends.size).toBeGreaterThan(2)
  }, 120_000)
})

describe('røde tvillinger', () => {
  /** Starts as one would without the path of all places: looks, sees nothing open, writes. */
  const carelessStart = async (life: Life): Promise<string> => {
    const [paymentId, admin] = [newId(), test().admin]
    await admin.query(`insert into payment (kommune_id, id, payer_id, program_id, state, amount, send_key, expires_at, created_at) values ($1, $2, $3, $4, 'open', $5, $6, now(), now())`,
      [world.kommuneId, paymentId, life.actor.id, world.programId, price, paymentId])
    await admin.query('insert into payment_line (kommune_id, id, payment_id, signup_id, child_id, amount, open) values ($1, $2, $3, $4, $5, $6, true)', [world.kommuneId, newId(), paymentId, life.signupId, life.childId, price])
    life.started.add(paymentId)
    await world.fake.checkouts.port.open({ paymentId, kommuneId: world.kommuneId, lines: [{ text: 'x', amount: price }], returnPath: '/', expiresAt: new Date(), key: paymentId })
    return paymentId
  }

  it('uden indekset kan én plads betales to gange', async () => {
    const guarded = await newLife()
    await carelessStart(guarded)
    await expect(carelessStart(guarded)).rejects.toThrow('payment_line_one_open')
    await test().admin.query('drop index payment_line_one_open')
    const life = await newLife()
    await carelessStart(life)
    await carelessStart(life)
    payOpen(life)
    expect(await faultsOf(life, false)).not.toEqual([])
    expect(paid(life)).toHaveLength(2)
    await test().admin.query("update payment_line set open = false where signup_id = $1", [life.signupId])
    await test().admin.query('create unique index payment_line_one_open on payment_line (kommune_id, signup_id) where open')
  })

  it('uden den anden lås får to børn den samme plads', async () => {
    const life = await newLife()
    await start(life)
    payOpen(life)
    await acts['expire']!(life)
    await world.held(life.offerId)
    // What a careless settling would write: paid is placed, whoever has the place by now.
    await test().admin.query("update signup set state = 'confirmed', place = true where id = $1", [life.signupId]).catch(() => {})
    const belt = await world.state(life.signupId)
    expect(belt).toBe('lapsed')
    const { rows } = await test().admin.query<{ name: string }>("select conname as name from pg_constraint where conrelid = 'offer'::regclass and contype = 'c'")
    for (const { name } of rows) await test().admin.query(`alter table offer drop constraint ${name}`)
    await test().admin.query("update signup set state = 'confirmed', place = true where id = $1", [life.signupId])
    expect(await faultsOf(life, false)).toContainEqual('2 places of 1')
  })
})
