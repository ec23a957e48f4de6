import { runTicks, ticks } from '@medspil/api/testing'
import { addDays, type Day, dayOfMonth, weekdayOf } from '@medspil/domain/day'
import { type Door, liveOn, setTimelineDay } from './child.ts'
import { payForeninger } from './payouts.ts'
import { fillSummer } from './summer.ts'
import { workThroughTasks } from './team.ts'
import { Timeline } from './timeline.ts'
import { declareAgain } from '../foreninger.ts'
import { asJob, clearQueue, morning, runDueJobs, type World } from './world.ts'

/** How many children each ordning meets in the made-up time, and by which door. */
const doors: Record<string, { door: Door; children: number }[]> = {
  slagelse: [
    { door: { ordningKey: 'hel-fritid', by: 'fagperson', supports: ['kontingent', 'kit'], months: 12, ages: { from: 4, to: 14 } }, children: 70 },
    { door: { ordningKey: 'hel-fritid', by: 'family', supports: ['kontingent'], months: 12, ages: { from: 6, to: 14 } }, children: 30 },
  ],
  holstebro: [
    { door: { ordningKey: 'guide-to-move', by: 'family', supports: ['kontingent'], months: null, ages: { from: 6, to: 13 } }, children: 26 },
    { door: { ordningKey: 'guide-to-move', by: 'fagperson', supports: ['guidance', 'kontingent'], months: null, ages: { from: 6, to: 13 } }, children: 20 },
    { door: { ordningKey: 'guide-to-move', by: 'fagperson', supports: ['guidance'], months: null, ages: { from: 5, to: 13 } }, children: 7 },
  ],
}

/**
 * Lives one simulated time in the four kommuner, by the verbs people use, day by day on an injected clock: applications,
 * decisions, passes, places, meetings, questions, tasks and payouts. What lies in the last days is left for those who log in.
 */
export async function seedLife(world: World): Promise<void> {
  const timeline = new Timeline()
  for (const ground of world.grounds)
    for (const { door, children } of doors[ground.kommuneKey] ?? [])
      for (let n = 0; n < children; n += 1) {
        const met = addDays(world.begins, world.chance.between(10, daysOf(world) - 1))
        timeline.at(met, () => liveOn(world, ground, timeline, door, met))
      }
  let shown = ''
  for (let day = world.begins; day <= world.today; day = addDays(day, 1)) {
    setTimelineDay(day)
    await timeline.run(day)
    if (day.endsWith('-01-03')) for (const ground of world.grounds) await asJob(world, ground, day, (tx) => declareAgain(tx, ground.foreningIds.values()))
    if (weekdayOf(day) === 4 || day === world.today) await passAWeek(world, day)
    if (shown !== day.slice(0, 7)) { shown = day.slice(0, 7); world.say(`life in ${shown}`) }
  }
  // The newest applications lie unread: somebody should have something to decide.
  for (const ground of world.grounds)
    for (const { door } of (doors[ground.kommuneKey] ?? []).filter(({ door: { by } }) => by === 'family'))
      for (let n = 0; n < 6; n += 1) await liveOn(world, ground, timeline, door, addDays(world.today, -world.chance.between(0, 1)))
  for (const ground of world.grounds) if (ground.programme) await fillSummer(world, ground, ground.programme)
  await clearQueue(world)
}

/** The books are compared and sealed once, at the end: in between nobody looks. */
const weekly = Object.fromEntries(Object.entries(ticks).filter(([name]) => name !== 'compare-books' && name !== 'seal-ledger'))

/** What the worker does by the clock, and the week's work of those who follow up and pay. */
async function passAWeek(world: World, day: Day): Promise<void> {
  await runTicks({ asActor: world.database.asActor, pool: world.database.pool, env: world.env, clock: () => morning(day), gateways: { transfers: world.transfers } as never }, world.database, day === world.today ? ticks : weekly)
  for (const ground of world.grounds.filter(({ kommuneKey }) => doors[kommuneKey])) {
    if (day < addDays(world.today, -6)) await workThroughTasks(world, ground, day)
    if (world.transfers && dayOfMonth(day) <= 7) await payForeninger(world, ground, day, day > addDays(world.today, -35))
  }
  await runDueJobs(world, day)
}

function daysOf({ begins, today }: World): number {
  return Math.round((Date.parse(today) - Date.parse(begins)) / 86_400_000)
}
