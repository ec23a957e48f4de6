import { newId } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { withDatabase } from '@medspil/testing/database'
import { beforeAll, describe, expect, it } from 'vitest'
import { callerAs } from '../testing.ts'
import type { QueuedAct } from './acts.ts'
import { type BatchRun, makeSignupBatcher } from './signup-batcher.ts'
import { runBatch } from './run-batch.ts'
import { plantFamily, plantOffer, plantPass, plantWorld, today, type World } from './signup.test-kit.ts'

const test = withDatabase()
let world: World
beforeAll(async () => { world = await plantWorld(test()) })

const as = (actor: Actor) => callerAs(test().database, actor, { now: today })
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)
const row = async (sql: string, values: unknown[]) => (await test().admin.query(sql, values)).rows[0]
const batch = (acts: Partial<QueuedAct>[]) => runBatch(test().database.pool, world.kommuneId, acts.map((one) => ({ now: today, once: null, ...one }) as QueuedAct))

describe('et bundt, der fejler', () => {
  it('én dårlig anmodning vælter ikke naboerne', async () => {
    const [good, bad] = [await plantFamily(test(), world), await plantFamily(test(), world)]
    await plantPass(test(), world, bad.childId, 10_000n)
    await test().admin.query('update fritidspas set rules = $1 where child_id = $2', ['{"broken":true}', bad.childId])
    const offerId = await plantOffer(test(), world)
    const batcher = makeSignupBatcher(test().database.pool, world.kommuneId)
    const ask = (childId: string, actor: Actor) => batcher.run({
      act: { kind: 'request', signupId: newId(), childId, offerId, acceptsClash: false, reserved: false }, by: actor, now: today, once: null,
    })
    // Two batches are in flight at once, so these first two leave the rest to queue together.
    const fillers = await Promise.all([plantFamily(test(), world), plantFamily(test(), world)])
    const answers = await Promise.allSettled([...fillers.map(({ childId, actor }) => ask(childId, actor)), ask(bad.childId, bad.actor), ask(good.childId, good.actor)])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect((await row('select taken from offer where id = $1', [offerId])).taken).toBe(3)
  })

  // One bad act among 128 that queue behind a first one. How many acts go with each transaction that is begun, most first?
  const oneBad = async (path: (runOne: BatchRun) => BatchRun) => {
    const sizes: number[] = []
    const batcher = makeSignupBatcher(test().database.pool, world.kommuneId, path(async (_pool, _kommuneId, acts) => {
      sizes.push(acts.length)
      await new Promise((soon) => { setTimeout(soon, 5) })
      if (acts.some(({ by }) => by.id === 'bad')) throw new Error('broken')
      return acts.map(() => ({ ok: true, result: { offered: 0 } }))
    }))
    const run = (who: string) => batcher.run({ act: { kind: 'promote', offerId: newId() }, by: { kind: 'job', kommuneId: world.kommuneId, id: who, name: 'test' } as never, now: today, once: null })
    const answers = await Promise.allSettled([run('first'), ...Array.from({ length: 128 }, (_, n) => run(n === 77 ? 'bad' : `good ${n}`))])
    expect(answers.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([78])
    return sizes.sort((a, b) => b - a)
  }

  it('bliver delt i halve, så én dårlig blandt 128 ikke gør hver nabo til sin egen transaktion', async () =>
    expect(await oneBad((runOne) => runOne)).toEqual([64, 64, 32, 32, 16, 16, 8, 8, 4, 4, 2, 2, 1, 1, 1]))

  it('rød tvilling: tages bundtet helt fra hinanden, er hver nabo sin egen transaktion', async () => {
    const apart = await oneBad((runOne) => (pool, kommuneId, acts) => runOne(pool, kommuneId, acts).catch(async (problem: unknown) => {
      if (acts.length === 1) throw problem
      return Promise.all(acts.map((one) => runOne(pool, kommuneId, [one]).then(([outcome]) => outcome!, (error: Error) => ({ ok: false as const, error }))))
    }))
    expect(apart.filter((size) => size === 1)).toHaveLength(1 + 64)
  })
})

describe('hver spørger som sig selv', () => {
  // Each asks for the next one's child, alone, with siblings and with friends.
  const foreignAsks = async () => {
    const families = await Promise.all(Array.from({ length: 3 }, () => plantFamily(test(), world)))
    const offerId = await plantOffer(test(), world)
    const acts = families.flatMap(({ childId, actor }, n) => {
      const foreign = families[(n + 1) % families.length]!.childId
      const children = () => [childId, foreign].map((one) => ({ signupId: newId(), childId: one }))
      return ([
        { kind: 'request', signupId: newId(), childId: foreign, offerId, acceptsClash: false, reserved: false },
        { kind: 'request-together', groupId: newId(), offerId, acceptsClash: false, children: children() },
        { kind: 'request-with-friends', groupId: newId(), friendGroupId: newId(), offerId, acceptsClash: false, children: children(), own: [childId, foreign] },
      ] as const).map((act) => ({ act, by: actor }))
    })
    const outcomes = await batch(acts)
    return { offerId, asked: outcomes.map((outcome, n) => `${acts[n]!.act.kind}: ${outcome.ok ? 'ja' : outcome.error.constructor.name}`) }
  }
  const places = async (offerId: string) => (await row('select count(*)::int as n from signup where offer_id = $1', [offerId])).n as number

  it('i samme bundt spørger hver som sig selv: fremmede børn findes ikke, og den, der har mistet barnet, får heller ikke sit gamle svar', async () => {
    const families = await Promise.all(Array.from({ length: 6 }, () => plantFamily(test(), world)))
    const offerId = await plantOffer(test(), world)
    const own = families.map(({ childId, actor }) => ({ actor, input: { requestId: newId(), childId, offerId, acceptsClash: false } }))
    const foreign = families.map(({ childId }, n) => ({ actor: families[(n + 1) % families.length]!.actor, input: { requestId: newId(), childId, offerId, acceptsClash: false } }))
    const answers = await Promise.allSettled([...own, ...foreign].map(({ actor, input }) => as(actor).signup.request(input)))
    expect(answers.map(({ status }) => status)).toEqual([...own.map(() => 'fulfilled'), ...foreign.map(() => 'rejected')])
    expect(await places(offerId)).toBe(own.length)

    const [first] = own
    await test().admin.query('update relation set to_day = $2 where adult_id = $1', [first!.actor.id, '2026-03-09'])
    expect(await reasonOf(as(first!.actor).signup.request(first!.input))).toBe('NOT_FOUND')
  })

  it('fremmede børn får heller ingen plads mellem søskende eller venner', async () => {
    const { offerId, asked } = await foreignAsks()
    expect([...new Set(asked)]).toEqual(['request: NotFound', 'request-together: NotFound', 'request-with-friends: NotFound'])
    expect(await places(offerId)).toBe(0)
  })

  it('rødt: siger databasen ja til alle, får fremmede børn pladser', async () => {
    const [{ text }] = (await test().admin.query(`select pg_get_functiondef('medspil.may_reach(text[], text[], uuid[])'::regprocedure) as text`)).rows as [{ text: string }]
    await test().admin.query(`create or replace function medspil.may_reach(kinds text[], actors text[], children uuid[]) returns boolean[] language sql stable security definer set search_path = pg_catalog, public as $$
      select array_agg(true) from unnest(children) $$`)
    try {
      const { offerId, asked } = await foreignAsks()
      expect(asked).toContain('request: ja')
      expect(asked).not.toContain('request-together: NotFound')
      expect(asked).not.toContain('request-with-friends: NotFound')
      expect(await places(offerId)).toBeGreaterThan(0)
    } finally {
      await test().admin.query(text)
    }
  })
})
