import { dateOf, newId } from '@medspil/db'
import { addDays, type Day, day, weekdayOf } from '@medspil/domain/day'
import { type Door, giveByFagperson } from '../life/child.ts'
import { asJob, type Ground, morning, type World } from '../life/world.ts'
import { activitiesOf, type ActivityPlan, offerRows, planActivities, type PlantedActivity } from './activities.ts'
import type { TownChild } from './children.ts'
import { type Asked, askForPlaces, dayOfMoment } from './crowd.ts'
import type { Organiser } from './organisers.ts'
import { payOrganisers } from './organisers-paid.ts'
import { bookOwnShares, payAtStripe, paymentRows } from './own-shares.ts'
import { planting } from './plant.ts'
import { type Ending, markRows, signupRow } from './signup-rows.ts'

/** A summer has six weeks of activities, from the first Monday after 27 June. */
export const summerWeeks = 6
export const firstMonday = (year: number): Day => {
  const from = day(`${year}-06-28`)
  return addDays(from, (8 - weekdayOf(from)) % 7)
}
/** The last summer whose activities were over three weeks ago. */
export const lastSummerOf = (today: Day, next: number): number => (addDays(firstMonday(next - 1), summerWeeks * 7 + 21) < today ? next - 1 : next - 2)

/** Children who came last summer on a pass that a fagperson asked for. */
const supportedChildren = 14
const holidayDoor: Door = { ordningKey: 'aktiv-sommer', by: 'fagperson', supports: ['camp'], months: null, ages: { from: 6, to: 16 } }

const moment = (on: Day, time: string) => Date.parse(`${on}T${time}:00.000Z`)
/** What a programme says of itself beside its days: examples, since no document gives them. */
export const manners = {
  refundRule: [{ untilDays: 14, percent: 100 }, { untilDays: 3, percent: 50 }], noShowText: 'Bliver barnet væk uden afbud, kan en anden ikke nå at få pladsen.', offerHours: 48, seatMinutes: 30, payHours: 72,
}

/** Last summer as it went: places, lines, children who came and who did not, activities that were too few for. @returns the plans, to copy */
export async function seedLastSummer(world: World, ground: Ground, town: { organisers: Organiser[]; children: TownChild[]; year: number; activities: number; places: number }): Promise<{ programId: string; activities: PlantedActivity[]; asked: number }> {
  const { chance, database: { pool } } = world
  const { kommuneId } = ground
  const first = firstMonday(town.year)
  const opens = addDays(first, -34)
  const programId = newId()
  const activities = activitiesOf(planActivities(chance, town.organisers, { count: town.activities, places: town.places, weeks: summerWeeks }), first)
  const ordning = ground.ordninger.get('aktiv-sommer')!
  await asJob(world, ground, opens, (tx) => tx.db.holidayProgram.createMany({ data: [{
    kommuneId, id: programId, ordningId: ordning.ordningId, ordningVersionId: [...ordning.versionIds.values()].at(-1)!, name: `Aktiv Sommer ${town.year}`, state: 'finished', holiday: 'summer', ...manners,
    fromDay: dateOf(first), toDay: dateOf(addDays(first, summerWeeks * 7 - 3)), opensAt: new Date(moment(opens, '08:00')), closesAt: new Date(moment(addDays(first, 36), '21:59')),
    stages: [{ from: new Date(moment(opens, '08:00')).toISOString(), places: 3, waiting: 2 }],
  }] }))
  const all = askForPlaces(chance, { activities: activities.map((one) => ({ ...one, reserved: 0 })), children: town.children, first, opensAt: moment(opens, '08:00'), asksUntil: moment(addDays(first, -12), '20:00'), givesBackUntil: moment(addDays(first, -9), '20:00'), wants: [42, 36, 22] })
  const endings = endingsOf(world, all)
  const { offers, occurrences } = offerRows(activities, { id: programId, first, isOver: true })
  const rows = all.map((asked) => signupRow(asked, programId, endings.get(asked.id)!))
  const paid = all.filter(({ id, state, activity }) => state === 'place' && activity.price > 0 && endings.get(id) !== 'activity-cancelled')
  const { payments, lines } = paymentRows(paid, programId)
  await planting(pool, kommuneId, morning(opens), async (plant) => {
    await plant('offer', offers)
    await plant('occurrence', occurrences)
    await plant('signup', rows)
    await plant('attendance_mark', all.flatMap((asked) => (asked.state === 'place' ? markRows(chance, asked, endings.get(asked.id)!) : [])))
    await plant('payment', payments)
    await plant('payment_line', lines)
  })
  const off = [...new Set(all.filter(({ id }) => endings.get(id) === 'activity-cancelled').map(({ activity }) => activity.id))]
  await asJob(world, ground, first, (tx) => tx.db.offer.updateMany({ where: { kommuneId, id: { in: off } }, data: { cancelledAt: new Date(moment(addDays(first, -10), '09:00')), cancelReason: 'For få tilmeldte' } }))
  await bookOwnShares(world, ground, paid, opens)
  // The planner still thinks the tables are small; what follows goes by the verbs and their policies.
  await world.admin.query('analyze')
  await payOrganisers(world, ground, ordning.ordningId, paid)
  // Their passes were given too late for the money: they come to what is free.
  const supported = [...new Set(all.filter(({ id, state, activity: { price } }) => state === 'place' && price === 0 && endings.get(id) === 'came').map(({ child }) => child))].slice(0, supportedChildren)
  for (const { id, name } of supported) await giveByFagperson(world, ground, holidayDoor, addDays(opens, 8), id, name)
  return { programId, activities, asked: all.length }
}

/** How each place ended: by activity where nobody took the list, or where too few had signed up, else by child. */
function endingsOf({ chance }: World, all: readonly Asked[]): Map<string, Ending> {
  const ofActivity = Map.groupBy(all, ({ activity }) => activity.id)
  const endings = new Map<string, Ending>()
  for (const own of ofActivity.values()) {
    const { minimum, price } = own[0]!.activity
    const isOff = minimum !== null && price === 0 && own.filter(({ state }) => state === 'place').length < minimum
    const isUnmarked = chance.yes(0.07)
    for (const { id } of own) endings.set(id, isOff ? 'activity-cancelled' : isUnmarked ? 'unmarked' : chance.yes(0.055) ? 'never-came' : 'came')
  }
  return endings
}

/** The next summer, copied from the last one: open already, some full with a line, some nearly empty. */
export async function seedNextSummer(world: World, ground: Ground, town: { programId: string; last: readonly PlantedActivity[]; plans: readonly ActivityPlan[]; children: TownChild[] }): Promise<{ activities: PlantedActivity[]; asked: number }> {
  const { chance, today, database: { pool } } = world
  const { kommuneId } = ground
  const { fromDay } = await asJob(world, ground, today, (tx) => tx.db.holidayProgram.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId, id: town.programId } } }))
  const first = day(fromDay.toISOString().slice(0, 10))
  const activities = activitiesOf(town.plans, first)
  const opens = moment(addDays(today, -20), '07:00')
  const all = askForPlaces(chance, { activities, children: town.children.filter(() => chance.yes(0.55)), first, opensAt: opens, asksUntil: moment(addDays(today, -3), '20:00'), givesBackUntil: moment(addDays(today, -1), '06:00'), wants: [55, 33, 12] })
  const kept = withoutLastPlaces(all)
  const { offers, occurrences } = offerRows(activities, { id: town.programId, first, isOver: false }, town.last)
  const paid = kept.filter(({ state, activity }) => state === 'place' && activity.price > 0)
  const { payments, lines } = paymentRows(paid, town.programId)
  await payAtStripe(world, ground, payments)
  await planting(pool, kommuneId, morning(addDays(today, -20)), async (plant) => {
    await plant('offer', offers)
    await plant('occurrence', occurrences)
    await plant('signup', kept.map((asked) => signupRow(asked, town.programId, null)))
    await plant('payment', payments)
    await plant('payment_line', lines)
  })
  await bookOwnShares(world, ground, paid, dayOfMoment(opens))
  return { activities, asked: kept.length }
}

/** All but one of each activity that would have a single place left: only the demo activity keeps its very last place, for whoever tries it. */
function withoutLastPlaces(all: readonly Asked[]): Asked[] {
  const dropped = [...Map.groupBy(all.filter(({ state }) => state === 'place'), ({ activity }) => activity.id).values()]
    .flatMap((own) => (own[0]!.activity.capacity - own.length === 1 ? own.filter(({ waitingNumber }) => waitingNumber === null).slice(0, 1) : []))
  return all.filter((asked) => !dropped.includes(asked))
}
