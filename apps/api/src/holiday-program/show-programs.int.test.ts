import { transformer } from '@medspil/contracts/transformer'
import { newId } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { withDatabase } from '@medspil/testing/database'
import { beforeAll, describe, expect, it } from 'vitest'
import { callerAs } from '../testing.ts'
import { plantFamily, plantOffer, plantPass, plantProgram, plantWorld, today, type World } from '../signup/signup.test-kit.ts'

const test = withDatabase()
let world: World
let programId: string
beforeAll(async () => {
  world = await plantWorld(test())
  programId = await plantProgram(test(), world)
})

const as = (actor: Actor) => callerAs(test().database, actor, { now: today })
const visitor = (): Actor => ({ kind: 'visitor', kommuneId: world.kommuneId, id: null })
const inSummer = (facts: object = {}) => plantOffer(test(), world, { programId, seasonFrom: '2026-07-06', seasonTo: '2026-07-08', price: 15_000n, ...facts })
const activityOf = async (actor: Actor, offerId: string, childId?: string) =>
  (await as(actor).holidayProgram.show({ programId, ...(childId && { childId }) })).activities.find(({ id }) => id === offerId)!

describe('programmets liste', () => {
  it('viser dage, ledige pladser og køens længde, og intet om hvem der har plads', async () => {
    const offerId = await inSummer({ title: 'Kajak', capacity: 1, occurrences: ['2026-07-06', '2026-07-08'].map((day) => ({ day: day as never, timeFrom: '10:00', timeTo: '12:00', place: 'Havnen' })) })
    const families = [await plantFamily(test(), world), await plantFamily(test(), world)]
    for (const { childId, actor } of families) await as(actor).signup.request({ requestId: newId(), childId, offerId, acceptsClash: false })
    expect(await activityOf(visitor(), offerId)).toMatchObject({ title: 'Kajak', days: ['2026-07-06', '2026-07-08'], freePlaces: 0, waiting: 1, state: 'full', forChild: null })
    expect(JSON.stringify(transformer.serialize(await as(visitor()).holidayProgram.show({ programId })))).not.toContain('Alma')
  })

  it('et barn ser, om det må på dagen, hvad passet betaler, og hvor det står', async () => {
    const { childId, actor } = await plantFamily(test(), world, { age: 9 })
    await plantPass(test(), world, childId, 10_000n)
    await test().admin.query(`update purse set pays = '{kontingent,camp}' where child_id = $1`, [childId])
    const [fits, tooOld] = [await inSummer(), await inSummer({ ageFrom: 12, ageTo: 15 })]
    expect(await activityOf(actor, fits, childId)).toMatchObject({ forChild: { whyNot: null, paidByPass: 10_000n, signupId: null } })
    expect(await activityOf(actor, tooOld, childId)).toMatchObject({ forChild: { whyNot: { reason: 'too-young-for-place', from: 12 } } })
    expect((await as(actor).holidayProgram.show({ programId, childId })).hasPass).toBe(true)
    const { signupId } = await as(actor).signup.request({ requestId: newId(), childId, offerId: fits, acceptsClash: false })
    expect(await activityOf(actor, fits, childId)).toMatchObject({ forChild: { signupId } })
  })

  it('en aktivitet er væk, når foreningen ikke længere må vises', async () => {
    const offerId = await inSummer()
    expect(await activityOf(visitor(), offerId)).toBeDefined()
    await test().admin.query(`update forening set approval = 'suspended' where id = $1`, [world.foreningId])
    expect(await activityOf(visitor(), offerId)).toBeUndefined()
    await test().admin.query(`update forening set approval = 'approved' where id = $1`, [world.foreningId])
  })
})

describe('ingen kan se, at der er reserverede pladser, eller hvem der får hjælp', () => {
  /** What everybody gets about one activity, without the id that tells two of them apart. */
  const publicOf = async (offerId: string) => {
    const { id: _one, ...list } = await activityOf(visitor(), offerId)
    const { id: _two, ...page } = await as(visitor()).offer.show({ offerId })
    return JSON.stringify(transformer.serialize({ list, page }))
  }

  it('10 pladser og 12 pladser med 2 reserverede giver samme svar, også når de reserverede er fyldt', async () => {
    const [plain, kept] = [await inSummer({ capacity: 10 }), await inSummer({ capacity: 12 })]
    await test().admin.query(`update offer set reserved = 2, reserved_until = '2026-06-01' where id = $1`, [kept])
    expect(await publicOf(kept)).toBe(await publicOf(plain))
    await test().admin.query('update offer set taken = 2, reserved_taken = 2 where id = $1', [kept])
    expect(await publicOf(kept)).toBe(await publicOf(plain))
    expect(await publicOf(kept)).not.toContain('eserved')
  })

  it('rød tvilling: tæller man de reserverede med, er svarene forskellige', async () => {
    const [plain, kept] = [await inSummer({ capacity: 10 }), await inSummer({ capacity: 12 })]
    expect(await publicOf(kept)).not.toBe(await publicOf(plain))
  })

  it('et barn med pas og et uden giver alle andre det samme svar', async () => {
    const [one, other] = [await inSummer(), await inSummer()]
    const [helped, plain] = [await plantFamily(test(), world), await plantFamily(test(), world)]
    await plantPass(test(), world, helped.childId, 50_000n)
    await test().admin.query(`update purse set pays = '{kontingent,camp}' where child_id = $1`, [helped.childId])
    const receipt = await as(helped.actor).signup.request({ requestId: newId(), childId: helped.childId, offerId: one, acceptsClash: false })
    expect(receipt.passPays).toBe(15_000n)
    await as(plain.actor).signup.request({ requestId: newId(), childId: plain.childId, offerId: other, acceptsClash: false })
    expect(await publicOf(one)).toBe(await publicOf(other))
  })
})

describe('300 aktiviteter', () => {
  it('kommer i et lille svar', async () => {
    for (let n = 0; n < 300; n += 1) await inSummer({ title: `Aktivitet nummer ${n} for nysgerrige børn`, place: `Hal ${n % 40}`, area: `Område ${n % 6}` })
    const { childId, actor } = await plantFamily(test(), world)
    await as(actor).holidayProgram.show({ programId, childId })
    const began = performance.now()
    const answer = await as(actor).holidayProgram.show({ programId, childId })
    const took = Math.round(performance.now() - began)
    const bytes = JSON.stringify(transformer.serialize(answer)).length
    console.log(`${answer.activities.length} aktiviteter: ${bytes} byte, ${took} ms`)
    expect(answer.activities.length).toBeGreaterThan(300)
    expect(bytes / answer.activities.length).toBeLessThan(700)
  })
})
