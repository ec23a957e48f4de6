import { newId } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { changedTables, checksums } from '@medspil/testing'
import { withDatabase } from '@medspil/testing/database'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { callerAs } from '../testing.ts'
import type { QueuedAct } from './acts.ts'
import { runBatch } from './run-batch.ts'
import { plantFamily, plantOffer, plantProgram, plantSiblings, plantWorld, takeTogether, today, type World } from './signup.test-kit.ts'

const twin = vi.hoisted(() => ({ othersFirst: false }))
vi.mock('./decide-change.ts', async (original) => {
  const real = await original<typeof import('./decide-change.ts')>()
  return { ...real, decideAnswer: (...[world, queued]: Parameters<typeof real.decideAnswer>) => {
    const others = twin.othersFirst ? queued.act.group.filter(({ signupId }) => signupId !== queued.act.signupId) : []
    for (const other of others) real.decideAnswer(world, { ...queued, act: { ...queued.act, ...other, group: [] } })
    return real.decideAnswer(world, queued)
  } }
})

const test = withDatabase()
let world: World
let programId: string
beforeAll(async () => {
  world = await plantWorld(test())
  programId = await plantProgram(test(), world)
})

const as = (actor: Actor) => callerAs(test().database, actor, { now: today })
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)
const states = async (offerId: string) => (await test().admin.query('select state from signup where offer_id = $1 order by created_at, waiting_number nulls first, id', [offerId])).rows.map(({ state }) => state as string)
const batch = (act: QueuedAct['act']) => runBatch(test().database.pool, world.kommuneId, [{ act, by: { kind: 'job', kommuneId: world.kommuneId, id: null, name: 'test' }, now: today, once: null } as QueuedAct])
const inSummer = (facts: object = {}) => plantOffer(test(), world, { programId, price: 0n, seasonFrom: '2026-07-06', seasonTo: '2026-07-06', ...facts })
const ask = ({ childId, actor }: { childId: string; actor: Actor }, offerId: string) => as(actor).signup.request({ requestId: newId(), childId, offerId, acceptsClash: false })

describe('søskende får plads sammen eller venter sammen', () => {
  it('én plads til to: begge venter, og køen tilbyder først, når der er to; ét svar gælder begge', async () => {
    const offerId = await inSummer({ capacity: 2 })
    const first = await plantFamily(test(), world)
    const place = await ask(first, offerId)
    const family = await plantSiblings(test(), world)
    expect((await takeTogether(test(), family, offerId)).map(({ state, position }) => [state, position])).toEqual([['waiting', 1], ['waiting', 2]])
    expect(await batch({ kind: 'promote', offerId })).toMatchObject([{ result: { offered: 0 } }])
    const mine = await as(family.actor).signup.mine({})
    expect(mine.map(({ line }) => line?.whyNotYet?.reason)).toEqual(['group-needs-more-places', 'group-needs-more-places'])
    await as(first.actor).signup.cancel({ requestId: newId(), signupId: place.signupId })
    expect(await batch({ kind: 'promote', offerId })).toMatchObject([{ result: { offered: 2 } }])
    await as(family.actor).signup.answerOffer({ requestId: newId(), signupId: mine[0]!.id, answer: 'yes' })
    expect(await states(offerId)).toEqual(['cancelled-by-family', 'confirmed', 'confirmed'])
  })

  // Of two offered places one was given back; then an old page answers that one. What moved of the other's, in every table?
  const tables = () => checksums(test().admin, ['read_log'])
  const answerGone = async (answer: 'yes' | 'no') => {
    const offerId = await inSummer({ capacity: 2, price: 10_000n })
    const first = await plantFamily(test(), world)
    const place = await ask(first, offerId)
    const family = await plantSiblings(test(), world)
    await takeTogether(test(), family, offerId)
    await as(first.actor).signup.cancel({ requestId: newId(), signupId: place.signupId })
    await batch({ kind: 'promote', offerId })
    const gone = (await as(family.actor).signup.mine({ childId: family.alma }))[0]!
    await as(family.actor).signup.cancel({ requestId: newId(), signupId: gone.id })
    const before = await tables()
    const said = await reasonOf(as(family.actor).signup.answerOffer({ requestId: newId(), signupId: gone.id, answer }))
    return { said, moved: changedTables(before, await tables()) }
  }

  it.each(['yes', 'no'] as const)('et svar, der bliver afvist (%s), svarer for ingen af de andre', async (answer) =>
    expect(await answerGone(answer)).toEqual({ said: 'signup-move-impossible', moved: [] }))

  it.each(['yes', 'no'] as const)('rød tvilling: svares der (%s) for de andre først, står deres svar, selv om det blev afvist', async (answer) => {
    twin.othersFirst = true
    const { said, moved } = await answerGone(answer).finally(() => { twin.othersFirst = false })
    expect(said).toBe('signup-move-impossible')
    expect(moved).toContain('signup')
  })

  it('må den ene ikke, får ingen noget, og intet er skrevet', async () => {
    const offerId = await inSummer({ ageFrom: 9, ageTo: 12 })
    const family = await plantSiblings(test(), world)
    expect(await reasonOf(takeTogether(test(), family, offerId))).toBe('too-young-for-place')
    expect(await states(offerId)).toEqual([])
  })

  // Two families ask under one id, with a stranger between them; then two places come free.
  const twoUnderOneId = async (meddle: (offerId: string) => Promise<unknown>) => {
    const offerId = await inSummer({ capacity: 2 })
    const holders = [await plantFamily(test(), world), await plantFamily(test(), world)]
    const places = await Promise.all(holders.map((holder) => ask(holder, offerId)))
    const [first, between, last] = [await plantSiblings(test(), world), await plantFamily(test(), world), await plantSiblings(test(), world)]
    const requestId = newId()
    await takeTogether(test(), first, offerId, requestId)
    await ask(between, offerId)
    await takeTogether(test(), last, offerId, requestId)
    await meddle(offerId)
    for (const [n, { actor }] of holders.entries()) await as(actor).signup.cancel({ requestId: newId(), signupId: places[n]!.signupId })
    await batch({ kind: 'promote', offerId })
    return Promise.all([first, between, last].map(async ({ actor }) => (await as(actor).signup.mine({})).map(({ state }) => state)))
  }

  it('anmodningens id binder ingen sammen: to familier med det samme id er to flokke, og ingen springer over', async () => {
    expect(await twoUnderOneId(async () => {})).toEqual([['offered', 'offered'], ['waiting'], ['waiting', 'waiting']])
  })

  it('rød tvilling: er de én flok, holder den anden familie den første tilbage', async () => {
    expect(await twoUnderOneId((offerId) => test().admin.query('update signup set group_id = $2 where offer_id = $1 and group_id is not null', [offerId, newId()])))
      .toEqual([['waiting', 'waiting'], ['offered'], ['waiting', 'waiting']])
  })

  it('et barns id, som en anden tilmelding har, bliver afvist med ord; to ens bliver ikke taget', async () => {
    const family = await plantSiblings(test(), world)
    const taken = await ask({ childId: family.alma, actor: family.actor }, await inSummer())
    const offerId = await inSummer()
    const send = (one: string, other: string) => as(family.actor).signup.requestTogether({ requestId: newId(), offerId, acceptsClash: true, children: [{ childId: family.alma, signupId: one }, { childId: family.bo, signupId: other }] })
    expect(await reasonOf(send(taken.signupId, newId()))).toBe('same-id-other-content')
    const twice = newId()
    expect(await reasonOf(send(twice, twice.toUpperCase()))).toBe('BAD_REQUEST')
    expect(await states(offerId)).toEqual([])
  })

  it('rød tvilling: spørger de hver for sig, får den ene plads og den anden et nummer', async () => {
    const offerId = await inSummer({ capacity: 1 })
    const { actor, alma, bo } = await plantSiblings(test(), world)
    for (const childId of [alma, bo]) await ask({ childId, actor }, offerId)
    expect(await states(offerId)).toEqual(['confirmed', 'waiting'])
  })
})
