import { addDays, yearOf } from '@medspil/domain/day'
import { declareAgain } from '../foreninger.ts'
import { asJob, clearQueue, type Ground, morning, type World } from '../life/world.ts'
import { seedTown } from './children.ts'
import { seedDemoFamily } from './demo-family.ts'
import { lastAndNext, seedDrawnHoliday, seedWishedHoliday } from './draws.ts'
import { seedOrganisers } from './organisers.ts'
import { planting } from './plant.ts'
import { schoolHolidayRows } from './school-holidays.ts'
import { firstMonday, lastSummerOf, seedLastSummer, seedNextSummer } from './summers.ts'

/** A fictional summer as large as a real one: activities and places of one programme, and the children of the town. */
const size = { activities: 300, places: 6000, children: 5000 }
const demo = { activities: 8, places: 94 }

/**
 * Fills the kommune that has a holiday programme with a town's holidays: last summer with 300 activities, the next one open
 * for sign-up, a short holiday whose draw was held and one that takes wishes. Every kommune gets its school holidays.
 */
export async function seedHolidays(world: World): Promise<void> {
  const { today, database: { pool }, say } = world
  for (const { kommuneId } of world.grounds)
    await planting(pool, kommuneId, morning(today), (plant) => plant('school_holiday', schoolHolidayRows(yearOf(today) - 2, yearOf(today) + 1)))
  for (const ground of world.grounds) if (ground.programme) await seedTownHolidays(world, ground, ground.programme.programId)
  await clearQueue(world)
  say('school holidays of the four kommuner')
}

async function seedTownHolidays(world: World, ground: Ground, nextProgramId: string): Promise<void> {
  const { today, say } = world
  const next = await asJob(world, ground, today, (tx) => tx.db.holidayProgram.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId: ground.kommuneId, id: nextProgramId } } }))
  const year = lastSummerOf(today, next.fromDay.getUTCFullYear())
  const since = addDays(firstMonday(year), -40)
  const organisers = await asJob(world, ground, since, (tx) => seedOrganisers(tx))
  await asJob(world, ground, today, (tx) => declareAgain(tx, organisers.map(({ foreningId }) => foreningId)))
  const children = await seedTown(world, ground, size.children, since)
  const last = await seedLastSummer(world, ground, { organisers, children, year, activities: size.activities, places: size.places })
  say(`${ground.kommuneKey}: ${children.length} children, last summer ${last.activities.length} activities with ${size.places} places, ${last.asked} sign-ups`)
  const again = last.activities.slice(0, size.activities - demo.activities)
  const coming = await seedNextSummer(world, ground, { programId: nextProgramId, last: again, plans: again, children })
  say(`${ground.kommuneKey}: next summer ${coming.activities.length + demo.activities} activities, ${coming.asked} sign-ups`)
  await seedDemoFamily(world, ground, nextProgramId, coming.activities)
  const short = lastAndNext(today)
  const town = { organisers, children, activities: 40, places: 640 }
  // Fewer places where it is drawn, so that some of the wishes lose.
  const drawn = await seedDrawnHoliday(world, ground, short.last, { ...town, activities: 24, places: 330, wishing: 190 })
  const wished = await seedWishedHoliday(world, ground, short.next, { ...town, wishing: 260 })
  say(`${ground.kommuneKey}: ${short.last.name} drawn from ${drawn.wishes} wishes, ${short.next.name} with ${wished.wishes} wishes so far`)
}
