import { newId } from '@medspil/db'
import { addDays, type Day, day } from '@medspil/domain/day'
import { answerBy, delayedTo, delayNoticeDue } from '@medspil/domain/ordning'
import { at, withDatabase } from '@medspil/testing/database'
import { describe, expect, it } from 'vitest'
import { runTicks } from '../jobs/ticks.ts'
import { holidaysFrom } from '../ordning/index.ts'
import { testEnvironment } from '../testing.ts'
import { noticeDelays } from './notice-delays.ts'
import { makeWorld, rowsOf, submitInput, type World } from './world.test-kit.ts'

const test = withDatabase()
const rule = { workingDays: 10, hearingWorkingDays: 5, delayNoticeWorkingDays: 2 }
const daysFrom = (first: Day, count: number) => Array.from({ length: count }, (_, n) => addDays(first, n))

/** One round of the tick in the small hours of a day. */
const tickOn = (world: World, on: Day) =>
  runTicks({ ...test().database, env: testEnvironment(), clock: () => at(on, 1), gateways: world.gateways.gateways }, test().database, { 'notice-delays': noticeDelays })

const promisedDay = async (world: World) =>
  day((await test().admin.query<{ on: string }>('select answer_by::text as on from application where kommune_id = $1', [world.kommune.id])).rows[0]!.on)

describe('svaret bliver forsinket (retssikkerhedsloven § 3 stk. 2)', () => {
  it('hver dag i to år: familien ved det altid, før den gamle dag er gået', () => {
    const silent: string[] = []
    for (const submitted of daysFrom(day('2026-01-01'), 730)) {
      let promised = answerBy(rule, submitted, holidaysFrom(submitted))!
      for (const today of daysFrom(submitted, 60)) {
        promised = delayedTo(rule, promised, today, holidaysFrom(today)) ?? promised
        if (today > promised) silent.push(`${submitted}: ${today}`)
        expect(delayNoticeDue(rule, promised, today, holidaysFrom(today))).toBe(false)
      }
    }
    expect(silent).toEqual([])
  })

  it('hen over jul og nytår: brev før den gamle dag, ny dag, én gang for hver, og intet, når sagen er slut', async () => {
    const world = await makeWorld(test())
    const { applicationId } = await world.as(world.guardian, '2026-12-11').application.submit(submitInput(world, { supports: [{ kind: 'kontingent', amount: 75_000n }] }))
    const told: { on: Day; oldDate: Day }[] = []
    for (const on of daysFrom(day('2026-12-11'), 35)) {
      const oldDate = await promisedDay(world)
      await tickOn(world, on)
      await tickOn(world, on)
      const newDate = await promisedDay(world)
      expect(on <= newDate, `${on} is after ${newDate}`).toBe(true)
      if (newDate !== oldDate) told.push({ on, oldDate })
    }
    expect(told.map(({ on, oldDate }) => on < oldDate)).toEqual([true, true])
    const letters = await rowsOf(world, 'letter', "kind = 'delay'")
    expect(letters).toHaveLength(2)
    expect(letters[0]).toMatchObject({ title: 'Svaret kommer senere om Hel Fritid', state: 'queued' })
    expect(JSON.stringify(letters[0]?.['content'])).toContain('Vi er ikke færdige med at se på ansøgningen.')
    expect((await rowsOf(world, 'application'))[0]?.['delay_notified_at']).not.toBeNull()
    expect((await rowsOf(world, 'audit_event', "event = 'application.delay-told'")).map((row) => (row['facts'] as { inTime: boolean }).inTime)).toEqual([true, true])

    await world.as(world.guardian, '2027-01-15').application.withdraw({ requestId: newId(), applicationId })
    await tickOn(world, day('2027-03-01'))
    expect(await rowsOf(world, 'letter', "kind = 'delay'")).toHaveLength(2)
  }, 120_000)
})
