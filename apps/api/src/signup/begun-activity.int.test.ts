import { newId } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { withDatabase } from '@medspil/testing/database'
import { beforeAll, describe, expect, it } from 'vitest'
import { callerAs } from '../testing.ts'
import { later, plantFamily, plantOffer, plantProgram, plantWorld, today, type World } from './signup.test-kit.ts'

const test = withDatabase()
let world: World
let programId: string
beforeAll(async () => {
  world = await plantWorld(test())
  programId = await plantProgram(test(), world)
})

const as = (actor: Actor, now = today) => callerAs(test().database, actor, { now })
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)
const inSummer = (facts: object = {}) => plantOffer(test(), world, { programId, price: 0n, seasonFrom: '2026-07-06', seasonTo: '2026-07-06', ...facts })
const meets = (day: string, timeFrom: string, timeTo: string, place = 'Hallen') => ({ seasonFrom: day, seasonTo: day, place, occurrences: [{ day: day as never, timeFrom, timeTo, place }] })

describe('en plads på selve dagen', () => {
  // At nine in Denmark, 21 and 45 hours from now.
  const [first, last] = [21, 45]
  const twoDays = () => inSummer({ ...meets('2026-03-11', '09:00', '12:00'), seasonTo: '2026-03-12', occurrences: ['2026-03-11', '2026-03-12'].map((on) => ({ day: on, timeFrom: '09:00', timeTo: '12:00', place: 'Hallen' })) })
  const askAt = async (offerId: string, hours: number) => {
    const { childId, actor } = await plantFamily(test(), world)
    const [ahead] = (await as(actor, later(hours)).signup.ahead({ offerId, childIds: [childId] })).children
    return [ahead!.gives ?? ahead!.whyNot?.reason, await reasonOf(as(actor, later(hours)).signup.request({ requestId: newId(), childId, offerId, acceptsClash: false }))]
  }

  it('tages til den sidste gang begynder, også når den første er gået; så siges det før trykket, og trykket siger det samme', async () => {
    const offerId = await twoDays()
    expect(await askAt(offerId, first + 1)).toEqual(['place', 'ja'])
    expect(await askAt(offerId, last - 0.001)).toEqual(['place', 'ja'])
    expect(await askAt(offerId, last)).toEqual(['activity-over', 'activity-over'])
  })

  it('rød tvilling: mødes de også om eftermiddagen, tages den på samme klokkeslæt', async () => {
    const offerId = await twoDays()
    await test().admin.query(`insert into occurrence (kommune_id, id, offer_id, day, time_from, time_to, place) values ($1, $2, $3, '2026-03-12', '13:00', '15:00', 'Hallen')`, [world.kommuneId, newId(), offerId])
    expect(await askAt(offerId, last)).toEqual(['place', 'ja'])
  })
})

describe('en plads, der er begyndt', () => {
  const begins = 21
  const taken = async () => {
    const offerId = await inSummer({ ...meets('2026-03-11', '09:00', '12:00') })
    const { childId, actor } = await plantFamily(test(), world)
    const signupId = newId()
    await as(actor).signup.request({ requestId: signupId, childId, offerId, acceptsClash: false })
    return { offerId, signupId, actor }
  }
  const giveBack = async ({ actor, signupId }: Awaited<ReturnType<typeof taken>>, hours: number) => {
    const [shown] = await as(actor, later(hours)).signup.mine({})
    return [shown?.mayCancel, await reasonOf(as(actor, later(hours)).signup.cancel({ requestId: newId(), signupId }))]
  }

  it('kan ikke gives tilbage, så arrangøren får sine penge for den, hvem der end betaler; indtil da kan den, og siden siger det samme', async () => {
    expect(await giveBack(await taken(), begins)).toEqual([false, 'activity-begun'])
    expect(await giveBack(await taken(), begins - 0.001)).toEqual([true, 'ja'])
  })

  it('er den aflyst, kan den altid: det er kommunens framelding', async () => {
    const place = await taken()
    await test().admin.query("update offer set cancelled_at = now(), cancel_reason = 'Regn' where id = $1", [place.offerId])
    expect(await giveBack(place, begins + 1)).toEqual([true, 'ja'])
  })
})
