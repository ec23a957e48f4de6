import { newId } from '@medspil/db'
import { withDatabase } from '@medspil/testing/database'
import type { SignupAnswer, StillWaiting } from '@medspil/domain/signup'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type Family, friendsKit, reasonOf } from '../holiday-program/friends/friends.test-kit.ts'
import type { QueuedAct } from './acts.ts'
import { runBatch } from './run-batch.ts'
import { later, plantOffer, plantPass, plantProgram, plantWorld, today, type World } from './signup.test-kit.ts'

const guard = vi.hoisted(() => ({ isOff: false }))
vi.mock('../../../../packages/domain/src/signup/together.ts', async (original) => {
  const real = await original<typeof import('../../../../packages/domain/src/signup/together.ts')>()
  return {
    ...real,
    whyNotTogether: (answers: readonly SignupAnswer[], isOthers: (requestId: string) => boolean) => real.whyNotTogether(answers, guard.isOff ? () => false : isOthers),
    whyNotYet: (entry: StillWaiting, isOthers: (childId: string) => boolean) => real.whyNotYet(entry, guard.isOff ? () => false : isOthers),
  }
})

const test = withDatabase()
let world: World
let programId: string
beforeAll(async () => {
  world = await plantWorld(test())
  programId = await plantProgram(test(), world)
})
const { as, family, make, leave, rejoin, take, group } = friendsKit(test, () => world)
const rows = async (sql: string, values: unknown[] = []) => (await test().admin.query(sql, values)).rows
const inSummer = (facts: object = {}) => plantOffer(test(), world, { programId, price: 0n, seasonFrom: '2026-07-06', seasonTo: '2026-07-06', ...facts })
const statesOf = async (offerId: string, ...families: Family[]) => {
  const found = await rows('select child_id, state from signup where offer_id = $1', [offerId])
  return families.map(({ childId }) => (found.find((row) => row.child_id === childId)?.state ?? null) as string | null)
}
const batch = (act: QueuedAct['act'], by: Family) => runBatch(test().database.pool, world.kommuneId, [{ act, by: by.actor, now: today, once: null }])
/** What a batch is asked that was queued with these children, whatever the group is now. */
const queued = (friendGroupId: string, offerId: string, own: Family, ...others: Family[]): QueuedAct['act'] => ({
  kind: 'request-with-friends', groupId: newId(), friendGroupId, offerId, acceptsClash: false, own: [own.childId], children: [own, ...others].map(({ childId }) => ({ childId, signupId: newId() })),
})

describe('en vennegruppe tager pladser sammen', () => {
  it('hvert barn i sin egen families navn: den, der trykkede, har minutter til at betale, de andre har timer, og hver hører kun om sit', async () => {
    const [alma, bo] = [await family(), await family()]
    const groupId = await group(programId, alma, bo)
    const offerId = await inSummer({ price: 10_000n })
    const requestId = newId()
    const ask = () => as(alma).signup.requestWithFriends({ requestId, groupId, offerId, acceptsClash: false })
    const receipts = await ask()
    expect(receipts.map(({ state, familyPays }) => [state, familyPays])).toEqual([['seat-held', 10_000n]])
    expect(await ask()).toEqual(receipts)
    const stored = await rows('select id, child_id, requested_by, requested_kind, held_until, group_id from signup where offer_id = $1', [offerId])
    const [mine, theirs] = [alma, bo].map(({ childId }) => stored.find((row) => row.child_id === childId))
    expect(mine).toMatchObject({ requested_by: alma.actor.id, held_until: later(0.5).at, group_id: expect.any(String) })
    expect(theirs).toMatchObject({ requested_by: bo.actor.id, requested_kind: 'family', held_until: later(72).at, group_id: mine.group_id })
    expect(mine.group_id).not.toBe(requestId)
    // Who pressed stands in the change log, of both children.
    expect(await rows(`select actor_id, facts ->> 'agreedBy' as "agreedBy" from audit_event where event = 'signup.place-given' and subject_id = any($1) order by 2 nulls first`, [[mine!.id, theirs!.id]]))
      .toEqual([{ actor_id: alma.actor.id, agreedBy: null }, { actor_id: alma.actor.id, agreedBy: bo.actor.id }])
    const told = await rows(`select payload from outbox_job where name = 'tell-family' and payload ->> 'subjectId' = any($1)`, [[mine!.id, theirs!.id]])
    expect(told.map(({ payload }) => payload.personId).toSorted()).toEqual([alma.actor.id, bo.actor.id].toSorted())
    // Neither the kept answer nor the page of the one who pressed knows the other child.
    const [{ answer }] = await rows('select answer from once where id = $1', [requestId]) as [{ answer: unknown }]
    expect(JSON.stringify(answer)).not.toContain(theirs!.id)
    expect((await as(alma).signup.mine({})).map(({ childId }) => childId)).toEqual([alma.childId])
    expect((await as(bo).signup.mine({})).map(({ state, familyPays }) => [state, familyPays])).toEqual([['seat-held', 10_000n]])
  })

  it('hvad en anden familie betaler, og om den har et pas, kan ikke ses på svaret', async () => {
    const [alma, bo, carl] = [await family(), await family(), await family()]
    const passId = await plantPass(test(), world, bo.childId, 100_000n)
    await test().admin.query(`update purse set pays = '{camp}' where fritidspas_id = $1`, [passId])
    const answers = []
    for (const friend of [bo, carl]) {
      const groupId = await group(await plantProgram(test(), world), alma, friend)
      const [{ program_id: here }] = await rows('select program_id from friend_group where id = $1', [groupId]) as [{ program_id: string }]
      const offerId = await inSummer({ programId: here, price: 10_000n })
      answers.push((await take(alma, groupId, offerId)).map((receipt) => ({ ...receipt, signupId: '' })))
    }
    expect(answers[0]).toEqual(answers[1])
    expect((await as(bo).signup.mine({})).map(({ passPays, familyPays }) => [passPays, familyPays])).toEqual([[10_000n, 0n]])
  })

  it('alle eller ingen: er der én plads for lidt, venter alle, og de rykker op sammen; den, der ikke betaler, mister kun sin egen', async () => {
    const [alma, bo, other] = [await family(), await family(), await family()]
    const groupId = await group(programId, alma, bo)
    const offerId = await inSummer({ capacity: 2, price: 5_000n })
    const place = await as(other).signup.request({ requestId: newId(), childId: other.childId, offerId, acceptsClash: false })
    expect((await take(alma, groupId, offerId)).map(({ state, position }) => [state, position])).toEqual([['waiting', 1]])
    expect(await statesOf(offerId, alma, bo)).toEqual(['waiting', 'waiting'])
    await as(other).signup.cancel({ requestId: newId(), signupId: place.signupId })
    await batch({ kind: 'promote', offerId }, alma)
    expect(await statesOf(offerId, alma, bo)).toEqual(['offered', 'offered'])
    const [mine] = await as(alma).signup.mine({})
    await as(alma).signup.answerOffer({ requestId: newId(), signupId: mine!.id, answer: 'yes' })
    expect(await statesOf(offerId, alma, bo)).toEqual(['awaiting-payment', 'offered'])
    const [theirs] = await as(bo).signup.mine({})
    await as(bo).signup.answerOffer({ requestId: newId(), signupId: theirs!.id, answer: 'no' })
    expect(await statesOf(offerId, alma, bo)).toEqual(['awaiting-payment', 'declined'])
  })

  it('den, der har pladsen i forvejen, beholder den, og resten kommer med', async () => {
    const [alma, bo] = [await family(), await family()]
    const groupId = await group(programId, alma, bo)
    const offerId = await inSummer()
    await as(bo).signup.request({ requestId: newId(), childId: bo.childId, offerId, acceptsClash: false })
    expect(await take(alma, groupId, offerId)).toMatchObject([{ existing: false }])
    expect(await rows('select count(*)::int as n from signup where offer_id = $1', [offerId])).toEqual([{ n: 2 }])
  })
})

describe('kan et barn fra en anden familie ikke være med', () => {
  const meets = (timeFrom: string, timeTo: string) => ({ occurrences: [{ day: '2026-07-06' as never, timeFrom, timeTo, place: 'Hallen' }] })
  const refusal = (promise: Promise<unknown>) => promise.then(() => null, (error: { cause?: { whyNot?: unknown } }) => error.cause?.whyNot)

  /** What the one who asks hears, as the other's child is too young, has its places and is busy then. */
  const everyReason = async () => {
    const limited = await plantProgram(test(), world, { maxPerChild: 1 })
    const alma = await family()
    const heard: unknown[] = []
    const tryWith = async (friend: Family, offerId: string, before?: string) => {
      const groupId = await group(limited, alma, friend)
      if (before) await as(friend).signup.request({ requestId: newId(), childId: friend.childId, offerId: before, acceptsClash: false })
      heard.push(await refusal(take(alma, groupId, offerId)), await refusal(take(alma, groupId, offerId, true)))
      expect(await statesOf(offerId, alma, friend)).toEqual([null, null])
      await leave(alma, groupId)
    }
    const offer = (facts: object = {}) => inSummer({ programId: limited, ...facts })
    await tryWith(await family({ age: 3 }), await offer())
    await tryWith(await family(), await offer(), await offer())
    await test().admin.query(`update holiday_program set stages = '[{"from": "2026-01-01T00:00:00.000Z", "places": null, "waiting": null}]' where id = $1`, [limited])
    // A clash is each family's own to accept: the one who asks cannot do it for the other's child.
    await tryWith(await family(), await offer(meets('10:00', '12:00')), await offer(meets('11:00', '13:00')))
    return heard
  }

  it('høres det samme, hvad grunden end er: alder, samtidighed eller grænse; og ingen får noget', async () =>
    expect(await everyReason()).toEqual(Array.from({ length: 6 }, () => ({ reason: 'friend-cannot-come' }))))

  it('rød tvilling: siges grunden om den andens barn som om ens eget, kan man spørge sig frem', async () => {
    guard.isOff = true
    const heard = await everyReason().finally(() => { guard.isOff = false })
    expect(heard.map((whyNot) => (whyNot as { reason: string }).reason)).toEqual(['too-young-for-place', 'child-limit-reached', 'clashes-with-place'].flatMap((reason) => [reason, reason]))
  })

  /** What each of two families reads of the line while their children wait together and one has its places elsewhere: of all its children, and of the one. */
  const whileWaiting = async () => {
    const limited = await plantProgram(test(), world, { maxPerChild: 1 })
    const [alma, bo, other] = [await family(), await family(), await family()]
    const groupId = await group(limited, alma, bo)
    const [offerId, elsewhere] = [await inSummer({ programId: limited, capacity: 2 }), await inSummer({ programId: limited })]
    await as(other).signup.request({ requestId: newId(), childId: other.childId, offerId, acceptsClash: false })
    await take(alma, groupId, offerId)
    await as(bo).signup.request({ requestId: newId(), childId: bo.childId, offerId: elsewhere, acceptsClash: false })
    const why = async (who: Family, input: { childId?: string }) => (await as(who).signup.mine(input)).find(({ state }) => state === 'waiting')?.line?.whyNotYet
    const both = async (who: Family) => [await why(who, {}), await why(who, { childId: who.childId })]
    return { asked: await both(alma), hasPlaces: await both(bo) }
  }
  const ownLimit = { reason: 'waits-child-limit-reached', limit: 1 }

  it('heller ikke, mens de venter sammen, siges det, at den andens barn har fået sine pladser; om ens eget barn siges det', async () => {
    const { asked, hasPlaces } = await whileWaiting()
    expect(asked).toEqual([{ reason: 'friend-cannot-come' }, { reason: 'friend-cannot-come' }])
    expect(hasPlaces).toEqual([ownLimit, ownLimit])
  })

  it('rød tvilling: siges grunden til at vente om den andens barn som om ens eget, ses det, at det har fået sine pladser', async () => {
    guard.isOff = true
    const { asked } = await whileWaiting().finally(() => { guard.isOff = false })
    expect(asked).toEqual([ownLimit, ownLimit])
  })

  it('er det ens eget barn, siges grunden, og en lukket aktivitet siges som den er', async () => {
    const [small, bo] = [await family({ age: 3 }), await family()]
    const groupId = await group(programId, small, bo)
    expect(await reasonOf(take(small, groupId, await inSummer()))).toBe('too-young-for-place')
    const cancelled = await inSummer()
    await test().admin.query('update offer set cancelled_at = $2 where id = $1', [cancelled, today.at])
    expect(await reasonOf(take(bo, groupId, cancelled))).toBe('activity-cancelled')
  })
})

describe('et ja gælder, så længe det står, og kun der, hvor det blev givet', () => {
  it('den, der har forladt gruppen, bliver ikke skrevet op, heller ikke af en anmodning, der var på vej', async () => {
    const [alma, bo, carl] = [await family(), await family(), await family()]
    const groupId = await group(programId, alma, bo, carl)
    const offerId = await inSummer()
    await leave(bo, groupId)
    expect(await batch(queued(groupId, offerId, alma, bo, carl), alma)).toMatchObject([{ ok: false, error: { whyNot: { reason: 'friends-changed' } } }])
    expect(await reasonOf(take(bo, groupId, offerId))).toBe('NOT_FOUND')
    await take(alma, groupId, offerId)
    expect(await statesOf(offerId, alma, bo, carl)).toEqual(['confirmed', null, 'confirmed'])
    await leave(carl, groupId)
    expect(await reasonOf(take(alma, groupId, await inSummer()))).toBe('friends-changed')
  })

  it('et barn, der aldrig var med, og et barn i en anden gruppe kommer ikke med, hvad der end er i køen', async () => {
    const [alma, bo, stranger] = [await family(), await family(), await family()]
    const groupId = await group(programId, alma, bo)
    const theirs = await make(stranger, programId)
    const offerId = await inSummer()
    expect(await reasonOf(take(alma, theirs, offerId))).toBe('NOT_FOUND')
    for (const asked of [queued(groupId, offerId, alma, stranger), queued(theirs, offerId, alma, stranger), queued(newId(), offerId, alma, bo)])
      expect(await batch(asked, alma)).toMatchObject([{ ok: false, error: { whyNot: { reason: 'friends-changed' } } }])
    expect(await statesOf(offerId, alma, bo, stranger)).toEqual([null, null, null])
  })

  it('gælder ikke i et andet program', async () => {
    const [alma, bo] = [await family(), await family()]
    const groupId = await group(programId, alma, bo)
    const elsewhere = await inSummer({ programId: await plantProgram(test(), world) })
    expect(await reasonOf(take(alma, groupId, elsewhere))).toBe('friends-changed')
    expect(await reasonOf(take(alma, groupId, await plantOffer(test(), world)))).toBe('friends-changed')
  })

  it('falder væk, når den voksne ikke mere bestemmer over barnet', async () => {
    const [alma, bo] = [await family(), await family()]
    const groupId = await group(programId, alma, bo)
    await test().admin.query(`update relation set to_day = '2026-03-01' where child_id = $1`, [bo.childId])
    expect(await reasonOf(take(alma, groupId, await inSummer()))).toBe('friends-changed')
  })

  it('den, der går, mens en anmodning er på vej, er enten med eller ikke: aldrig skrevet op efter sit nej', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [alma, bo] = [await family(), await family()]
      const groupId = await group(programId, alma, bo)
      const offerId = await inSummer()
      const [taken] = await Promise.all([reasonOf(take(alma, groupId, offerId)), leave(bo, groupId)])
      const placed = taken === 'ja' ? ['confirmed', 'confirmed'] : [null, null]
      expect(await statesOf(offerId, alma, bo)).toEqual(placed)
      const [{ before }] = await rows(`select coalesce((select min(created_at) from signup where offer_id = $1) <= (select max(left_at) from friend_member where child_id = $2), true) as before`, [offerId, bo.childId]) as [{ before: boolean }]
      expect(before).toBe(true)
    }
  })

  it('rød tvilling: spørger batchen ikke efter et stående ja, bliver den, der gik, skrevet op', async () => {
    const [alma, bo] = [await family(), await family()]
    const groupId = await group(programId, alma, bo)
    await leave(bo, groupId)
    const offerId = await inSummer()
    const [{ text }] = await rows(`select pg_get_functiondef('medspil.friend_consents(uuid[])'::regprocedure) as text`) as [{ text: string }]
    await test().admin.query(text.replace('and m.left_at is null', ''))
    await batch(queued(groupId, offerId, alma, bo), alma)
    expect(await statesOf(offerId, alma, bo)).toEqual(['confirmed', 'confirmed'])
    await test().admin.query(text)
    expect(await batch(queued(groupId, await inSummer(), alma, bo), alma)).toMatchObject([{ ok: false }])
    await rejoin(bo, groupId)
  })
})
