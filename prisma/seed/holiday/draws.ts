import { createHash } from 'node:crypto'
import { dateOf, newId, type Tx } from '@medspil/db'
import { commitDraw } from '@medspil/db/holiday-program'
import { runJob } from '@medspil/api/testing'
import { addDays, completedYears, type Day, day, weekdayOf, yearOf } from '@medspil/domain/day'
import { commitmentOf, drawRule } from '@medspil/domain/holiday-program'
import type { Chance } from '../life/chance.ts'
import { asJob, employee, type Ground, morning, on, type World } from '../life/world.ts'
import { activitiesOf, offerRows, planActivities, type PlantedActivity } from './activities.ts'
import type { TownChild } from './children.ts'
import type { Asked } from './crowd.ts'
import type { Organiser } from './organisers.ts'
import { type PlantedRow, planting } from './plant.ts'
import { type Ending, markRows, signupRow } from './signup-rows.ts'
import { manners } from './summers.ts'

/** One of the short holidays: autumn is week 42, winter week 7 (the kommune's own calendar; example). */
export interface ShortHoliday { name: string; holiday: 'autumn' | 'winter'; monday: Day }

const mondayOfWeek = (year: number, week: number): Day => {
  const fourth = day(`${year}-01-04`)
  return addDays(fourth, (week - 1) * 7 - ((weekdayOf(fourth) + 6) % 7))
}

/** The short holidays of some years in order. */
export function shortHolidays(from: number, to: number): ShortHoliday[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n).flatMap((year): ShortHoliday[] => [
    { name: `Aktiv Vinterferie ${year}`, holiday: 'winter', monday: mondayOfWeek(year, 7) }, { name: `Aktiv Efterårsferie ${year}`, holiday: 'autumn', monday: mondayOfWeek(year, 42) },
  ])
}

/** The last short holiday that was over three weeks ago, and the first that is six weeks away: drawn, and open for wishes. */
export function lastAndNext(today: Day): { last: ShortHoliday; next: ShortHoliday } {
  const all = shortHolidays(yearOf(today) - 1, yearOf(today) + 1)
  return { last: all.filter(({ monday }) => addDays(monday, 4 + 22) <= today).at(-1)!, next: all.find(({ monday }) => monday >= addDays(today, 42))! }
}

interface Town { organisers: readonly Organiser[]; children: readonly TownChild[]; wishing: number; activities: number; places: number }

/** A draw that was held: wishes, the published record and its result, handed out by the verbs, and the holiday after it. */
export async function seedDrawnHoliday(world: World, ground: Ground, { name, holiday, monday }: ShortHoliday, town: Town): Promise<{ activities: number; wishes: number }> {
  const { database, env } = world
  const { kommuneId } = ground
  const [wishesFrom, wishesTo, drawOn] = [addDays(monday, -60), addDays(monday, -40), addDays(monday, -39)]
  const programId = await makeProgram(world, ground, { name, holiday, monday, wishesFrom, wishesTo, state: 'wishing', loserNumbers: 0 })
  const activities = await plantActivities(world, ground, programId, monday, { ...town, isOver: true, isFree: true })
  const wishes = await plantWishes(world, ground, programId, monday, activities, { ...town, on: addDays(wishesFrom, 2) })
  const vejleder = await employee(world, ground, 'fritidsvejleder')
  await on(world, drawOn, vejleder).holidayProgram.holdDraw({ requestId: newId(), programId, chance: null })
  const parts = { asActor: database.asActor, pool: database.pool, env, clock: () => morning(drawOn), gateways: {} as never }
  await untilDone(() => runJob(parts, 'hand-out-draw', { kommuneId, outboxId: newId(), payload: { programId } }))
  await endHoliday(world, ground, programId, activities, monday)
  return { activities: activities.length, wishes }
}

/** A busy machine may turn a batch away; like the worker, one comes again. */
async function untilDone(work: () => Promise<void>, tries = 5): Promise<void> {
  await work().catch((error: unknown) => {
    if (tries === 1) throw error
    return untilDone(work, tries - 1)
  })
}

/** Wishes that families are ranking right now; the seed is promised, and nobody has drawn. */
export async function seedWishedHoliday(world: World, ground: Ground, { name, holiday, monday }: ShortHoliday, town: Town): Promise<{ activities: number; wishes: number }> {
  const { today } = world
  const programId = await makeProgram(world, ground, { name, holiday, monday, wishesFrom: addDays(today, -9), wishesTo: addDays(today, 12), state: 'wishing', loserNumbers: 1 })
  const activities = await plantActivities(world, ground, programId, monday, { ...town, isOver: false, isFree: false })
  return { activities: activities.length, wishes: await plantWishes(world, ground, programId, monday, activities, { ...town, on: addDays(today, -4) }) }
}

async function makeProgram(world: World, ground: Ground, facts: ShortHoliday & { wishesFrom: Day; wishesTo: Day; state: string; loserNumbers: number }): Promise<string> {
  const { name, holiday, monday, wishesFrom, wishesTo, state, loserNumbers } = facts
  const programId = newId()
  const ordning = ground.ordninger.get('aktiv-sommer')!
  const at = (on: Day, time: string) => new Date(`${on}T${time}:00.000Z`)
  const opensAt = at(addDays(wishesTo, 7), '08:00')
  await asJob(world, ground, wishesFrom, async (tx: Tx) => {
    await tx.db.holidayProgram.createMany({ data: [{
      kommuneId: tx.kommuneId, id: programId, ordningId: ordning.ordningId, ordningVersionId: [...ordning.versionIds.values()].at(-1)!, name, state, holiday, way: 'draw', ...manners, loserNumbers, mostWishes: 6,
      fromDay: dateOf(monday), toDay: dateOf(addDays(monday, 4)), wishesOpenAt: at(wishesFrom, '07:00'), wishesCloseAt: at(wishesTo, '20:00'), opensAt, closesAt: at(addDays(monday, -2), '20:00'),
      stages: [{ from: opensAt.toISOString(), places: 2, waiting: 2 }],
    }] })
    const secrets = { seed: made(`${name} seed`), ticketKey: made(`${name} tickets`) }
    await commitDraw(tx, { id: newId(), programId, rule: drawRule, commitment: commitmentOf(secrets.seed) }, secrets)
  })
  return programId
}

/** 32 bytes in hex that repeat themselves; only a made-up draw may be this easy to guess. */
const made = (text: string): string => createHash('sha256').update(text).digest('hex')

async function plantActivities(world: World, ground: Ground, programId: string, monday: Day, town: Town & { isOver: boolean; isFree: boolean }): Promise<PlantedActivity[]> {
  const plans = planActivities(world.chance, town.organisers, { count: town.activities, places: town.places, weeks: 1 })
  const activities = activitiesOf(plans.map((plan) => ({ ...plan, price: town.isFree ? 0 : plan.price, reserved: 0, minimum: null })), monday)
  const { offers, occurrences } = offerRows(activities, { id: programId, first: monday, isOver: town.isOver })
  await planting(world.database.pool, ground.kommuneId, morning(addDays(monday, -70)), async (plant) => {
    await plant('offer', offers)
    await plant('occurrence', occurrences)
  })
  return activities
}

async function plantWishes(world: World, ground: Ground, programId: string, monday: Day, activities: readonly PlantedActivity[], town: Town & { on: Day }): Promise<number> {
  const { chance } = world
  const wishing = town.children.slice(0, town.wishing)
  const rows = wishing.flatMap((child, n): PlantedRow[] => {
    const years = completedYears(child.birthDay, monday)
    const fits = activities.filter(({ ages, audience }) => audience.kind === 'ages' && years >= ages.from && years <= ages.to)
    return ranked(chance, fits).map((activity, rank): PlantedRow => ({
      ...signupRow(wish(child, activity, Date.parse(`${town.on}T16:00:00.000Z`) + n * 7000), programId, null), state: 'wished', place: false, wish_rank: rank + 1,
    }))
  })
  await planting(world.database.pool, ground.kommuneId, morning(town.on), (plant) => plant('signup', rows))
  return rows.length
}

/** One to five wishes, the most wanted activities more often and first. */
function ranked(chance: Chance, fits: readonly PlantedActivity[]): PlantedActivity[] {
  const liked = fits.map((one) => ({ one, by: one.wanted + chance.between(0, 70) / 100 })).sort((a, b) => b.by - a.by)
  return liked.slice(0, chance.between(1, 5)).map(({ one }) => one)
}

const wish = (child: TownChild, activity: PlantedActivity, at: number): Asked => ({ id: newId(), child, activity, at, state: 'waiting', waitingNumber: null, offeredAt: null, deadlineAt: null, endedAt: null })

/** The days themselves: who had a place came or did not, and the programme is over. Nobody is told of it again. */
async function endHoliday(world: World, ground: Ground, programId: string, activities: readonly PlantedActivity[], monday: Day): Promise<void> {
  const { chance, admin, database } = world
  const { kommuneId } = ground
  const byId = new Map(activities.map((one) => [one.id, one]))
  const over = addDays(monday, 5)
  const placed = await asJob(world, ground, over, (tx) => tx.db.signup.findMany({ where: { kommuneId, programId, state: 'confirmed' }, select: { id: true, childId: true, offerId: true }, orderBy: { id: 'asc' } }))
  const endings = placed.map((one) => ({ ...one, activity: byId.get(one.offerId)!, ending: (chance.yes(0.06) ? 'never-came' : 'came') as Ending }))
  await asJob(world, ground, over, async (tx) => {
    for (const activity of activities)
      for (const ending of ['came', 'never-came'] as const) {
        const ids = endings.filter((one) => one.offerId === activity.id && one.ending === ending).map(({ id }) => id)
        if (ids.length > 0) await tx.db.signup.updateMany({ where: { kommuneId, id: { in: ids } }, data: { state: ending === 'came' ? 'ended' : 'no-show', place: false, endedOn: dateOf(activity.dates.at(-1)!), ...(ending === 'came' && { startedOn: dateOf(activity.dates[0]!) }) } })
      }
    await tx.db.holidayProgram.updateMany({ where: { kommuneId, id: programId }, data: { state: 'finished' } })
  })
  await planting(database.pool, kommuneId, morning(over), (plant) => plant('attendance_mark', endings.flatMap(({ id, childId, activity, ending }) => markRows(chance, { ...wish({ id: childId, guardianId: '', name: '', birthDay: monday, area: '' }, activity, 0), id }, ending))))
  await admin.query(`update outbox_job set done_at = at where kommune_id = $1 and done_at is null and (payload->>'programId' = $2 or payload->>'subjectId' = $2 or payload->>'subjectId' in (select id::text from signup where kommune_id = $1 and program_id = $2::uuid))`, [kommuneId, programId])
}
