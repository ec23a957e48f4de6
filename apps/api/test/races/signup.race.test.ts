import { newId, openDatabase, type Database } from '@medspil/db'
import { createTestDatabase, testKeys, type TestDatabase } from '@medspil/testing/database'
import { afterAll, describe, expect, it } from 'vitest'
import { Conflict, Refused } from '../../src/errors.ts'
import { signupBatcher } from '../../src/signup/index.ts'
import { plantProgram, plantWorld, today } from '../../src/signup/signup.test-kit.ts'
import { cancelSignupFor, requestSignup, setCapacity } from '../../src/signup/ask.ts'
import type { Context } from '../../src/trpc/procedure.ts'
import { countThenInsert } from './count-then-insert.ts'
import { faultsOf, plantCrowd, type Crowd } from './crowd.ts'

/** The size of promise 1: every client sends its share of the attempts one after another. */
const attempts = 1000
const clients = 64
const seed = Number(process.env['RACE_SEED'] ?? 20_261_122)

const opened: { drop(): Promise<void> }[] = []
afterAll(async () => { for (const one of opened.reverse()) await one.drop() })

/** The same row of numbers for the same seed (Park and Miller). */
function numbersOf(start: number): () => number {
  let state = start % 2_147_483_647
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

interface Tally { placed: number; waiting: number; refused: number; cancelled: number; edited: number; replayed: number; busy: number; failed: unknown[] }

type Sender = (database: Database, actor: Context['actor'], input: { requestId: string; childId: string; offerId: string; acceptsClash: boolean }) => Promise<{ signupId: string; state: string }>

/** Sends the whole load through two processes' worth of batchers, each with a pool of its own. */
async function rush(test: TestDatabase, crowd: Crowd, send: Sender): Promise<Tally> {
  const second = openDatabase(test.urlOf('app'), testKeys, 8)
  opened.push({ drop: () => second.close() })
  const doors = [test.database, second]
  const tally: Tally = { placed: 0, waiting: 0, refused: 0, cancelled: 0, edited: 0, replayed: 0, busy: 0, failed: [] }
  const context = (database: Database, actor: Context['actor']): Context => ({ actor, database, asActor: database.asActor, clock: () => today, sessionHash: null } as unknown as Context)
  const forening = { kind: 'forening', kommuneId: crowd.world.kommuneId, id: crowd.world.foreningId, name: 'Prøvstrup', linkId: newId(), purpose: 'forening-desk', subjectId: crowd.world.foreningId } as const

  const client = async (number: number) => {
    const chance = numbersOf(seed + number * 7919)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!
    for (let at = number; at < attempts; at += clients) {
      const database = doors[at % 2]!
      const child = pick(crowd.children)
      // A tenth of the offers get most of the requests.
      const offerId = chance() < 0.6 ? pick(crowd.offers.slice(0, 2)) : pick(crowd.offers)
      const input = { requestId: newId(), childId: child.childId, offerId, acceptsClash: false }
      try {
        const answer = await send(database, child.actor, input)
        if (answer.state === 'waiting') tally.waiting += 1
        else tally.placed += 1
        if (at % 25 === 0) {
          const again = await send(doors[(at + 1) % 2]!, child.actor, input)
          if (again.signupId === answer.signupId) tally.replayed += 1
        }
        if (at % 10 === 0) {
          await cancelSignupFor(context(database, child.actor), { requestId: newId(), signupId: answer.signupId })
          tally.cancelled += 1
          await signupBatcher(database, crowd.world.kommuneId).run({ act: { kind: 'promote', offerId }, by: { kind: 'job', kommuneId: crowd.world.kommuneId, id: null, name: 'promote' }, now: today, once: null })
        }
        if (at % 83 === 0) {
          await setCapacity(context(database, forening), { requestId: newId(), offerId, capacity: 10 + Math.floor(chance() * 5) })
          tally.edited += 1
        }
      } catch (error) {
        if (error instanceof Refused) tally.refused += 1
        else if (error instanceof Conflict) tally.busy += 1
        else tally.failed.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  return tally
}

/** The counting function as it would be if somebody thought the lock was in the way. */
const lockless = `create or replace function medspil.lock_offers(ids uuid[]) returns table (id uuid, capacity int, taken int, reserved int, reserved_taken int, waiting_last bigint, waiting int)
  language sql security definer set search_path = pg_catalog, public as $$
  select o.id, o.capacity, o.taken, o.reserved, o.reserved_taken, o.waiting_last, (select count(*)::int from public.signup s where s.kommune_id = o.kommune_id and s.offer_id = o.id and s.state = 'waiting')
    from public.offer o where o.kommune_id = medspil.kommune() and o.id = any(ids) $$`

const throughBatch: Sender = (database, actor, input) =>
  requestSignup({ actor, database, asActor: database.asActor, clock: () => today } as unknown as Context, input)

async function scratch(): Promise<{ test: TestDatabase; crowd: Crowd }> {
  const test = await createTestDatabase(10)
  opened.push(test)
  const world = await plantWorld(test)
  const programId = await plantProgram(test, world, { maxPerChild: 3 })
  return { test, crowd: await plantCrowd(test, world, programId, { offers: 20, places: 12, children: 300 }) }
}

describe('løfte 1: ingen får en plads, der ikke er der', () => {
  it('1.000 forsøg, 64 klienter, 20 tilbud med 12 pladser, 300 børn, to forbindelsespuljer, afbud og ændrede pladstal', async () => {
    const { test, crowd } = await scratch()
    const began = performance.now()
    const tally = await rush(test, crowd, throughBatch)
    const faults = await faultsOf(test, crowd, 3)
    console.log(JSON.stringify({ seed, ms: Math.round(performance.now() - began), ...tally, failed: tally.failed.length, ...faults }))
    expect(tally.failed).toEqual([])
    expect(faults).toEqual({ oversold: 0, doublePlaces: 0, overLimit: 0, doubleNumbers: 0, counterWrong: 0, overHeld: 0 })
    expect(tally.placed).toBeGreaterThan(100)
    expect(tally.cancelled + tally.edited).toBeGreaterThan(50)
    expect(tally.busy).toBe(0)
  })

  it('rødt: samme vej uden låsen og selerne giver pladser eller numre to gange', async () => {
    const { test, crowd } = await scratch()
    for (const sql of ['alter table offer drop constraint offer_capacity', 'alter table offer drop constraint offer_reserved', 'drop index signup_one_per_child', 'drop index signup_waiting_number', lockless])
      await test.admin.query(sql)
    const tally = await rush(test, crowd, throughBatch)
    const faults = await faultsOf(test, crowd, 3)
    console.log(JSON.stringify({ seed, red: 'no lock', ...tally, failed: tally.failed.length, ...faults }))
    expect(faults.oversold + faults.doubleNumbers).toBeGreaterThan(0)
  })

  it('rødt: talt som familien selv ser, uden lås og sele, bliver der solgt for mange', async () => {
    const { test, crowd } = await scratch()
    for (const sql of ['alter table offer drop constraint offer_capacity', 'alter table offer drop constraint offer_reserved', 'drop index signup_one_per_child'])
      await test.admin.query(sql)
    const tally = await rush(test, crowd, countThenInsert)
    const faults = await faultsOf(test, crowd, 3)
    console.log(JSON.stringify({ seed, red: true, ...tally, failed: tally.failed.length, ...faults }))
    expect(faults.oversold).toBeGreaterThan(0)
    expect(faults.overLimit).toBeGreaterThan(0)
  })
})
