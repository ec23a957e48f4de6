import type { Day } from '@medspil/domain/day'
import { admitsOf, agesOf, audienceOf, type Audience, type Session } from '@medspil/domain/holiday-program'
import type { OfferState } from '@medspil/domain/offer'
import type { AdmissionRule } from '@medspil/domain/signup'
import { ore, type Ore } from '@medspil/ledger'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf, dayOrNull } from '../days.ts'
import { groupBy } from '../group-by.ts'
import { newId } from '../new-id.ts'
import type { Prisma } from '../prisma-client/client.ts'

/** An activity as somebody writes it; price in øre for one child. */
export interface WrittenActivity {
  title: string; activity: string; pictogram: string; description: string; audience: Audience; sessions: Session[]; area: string; travel: string; price: Ore; capacity: number
  minimum: number | null; minimumDecidedOn: Day | null; equipment: string; accessibility: string; supportNeeds: string[]; languages: string[]
}

/** An activity as it stands, with the organiser behind it and the counts on its row. Reserved places never leave the programme's own people. */
export interface StoredActivity extends WrittenActivity {
  id: string; programId: string; foreningId: string; foreningName: string; providerType: string; ageFrom: number; ageTo: number; firstDay: Day; lastDay: Day
  listed: OfferState; note: string | null; taken: number; reserved: number; reservedTaken: number; reservedUntil: Day | null; isCancelled: boolean; cancelReason: string | null; copiedFromId: string | null
}

/** What tells how an activity stands today. */
export type ActivityCounts = Pick<StoredActivity, 'listed' | 'isCancelled' | 'capacity' | 'taken' | 'minimum' | 'minimumDecidedOn' | 'firstDay' | 'lastDay'>

const withAll = { forening: { select: { name: true, providerType: true } }, occurrences: { orderBy: [{ day: 'asc' }, { timeFrom: 'asc' }] } } as const satisfies Prisma.OfferInclude

/** Activities of programmes by their first day: one programme's, or one organiser's in all of them. Withdrawn ones are left out. */
export async function loadActivities(tx: Tx, by: { programId: string } | { foreningId: string }): Promise<StoredActivity[]> {
  const rows = await tx.db.offer.findMany({
    where: { kommuneId: tx.kommuneId, ...('programId' in by ? by : { ...by, programId: { not: null } }), state: { not: 'withdrawn' } }, include: withAll, orderBy: [{ seasonFrom: 'asc' }, { timeFrom: 'asc' }, { id: 'asc' }],
  })
  return rows.map(activityOf)
}

/** One activity; null when it is none of a programme. */
export async function loadActivity(tx: Tx, id: string): Promise<StoredActivity | null> {
  const row = await tx.db.offer.findFirst({ where: { kommuneId: tx.kommuneId, id, programId: { not: null } }, include: withAll })
  return row && activityOf(row)
}

/** Locks activities against sign-up and counts them: what a change of capacity must be decided on. */
export async function lockActivity(tx: Tx, id: string): Promise<{ capacity: number; taken: number; reserved: number; reservedTaken: number; waiting: number } | null> {
  const rows = await tx.db.$queryRaw<{ capacity: number; taken: number; reserved: number; reservedTaken: number; waiting: number }[]>`
    select capacity, taken, reserved, reserved_taken as "reservedTaken", waiting from medspil.lock_offers(array[${id}::uuid])`
  return rows[0] ?? null
}

/** How many children wish an activity: its row counts those alone who have a place or a number. Read in the kommune's name. */
export async function countWishing(tx: Tx, offerId: string): Promise<number> {
  return tx.db.signup.count({ where: { kommuneId: tx.kommuneId, offerId, state: 'wished' } })
}

/** An activity that is not there yet. */
export type NewActivity = WrittenActivity & { id: string; programId: string; foreningId: string; holidayFrom: Day; listed: OfferState; copiedFromId: string | null }

/** New activities with their meetings, in two statements however many they are. */
export async function addActivities(tx: Tx, activities: readonly NewActivity[]): Promise<void> {
  await tx.db.offer.createMany({ data: activities.map(({ id, programId, foreningId, holidayFrom, listed, copiedFromId, ...written }) =>
    ({ kommuneId: tx.kommuneId, id, programId, foreningId, copiedFromId, state: listed, priceKind: 'activity', trialFree: false, ...columnsOf(written, holidayFrom) })) })
  await tx.db.occurrence.createMany({ data: activities.flatMap(({ id, sessions }) => sessionRows(tx, id, sessions)) })
}

/** Another text for an activity; its meetings are written anew. */
export async function changeActivity(tx: Tx, id: string, activity: WrittenActivity & { holidayFrom: Day; listed: OfferState }): Promise<void> {
  const { holidayFrom, listed, ...written } = activity
  await tx.db.offer.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { ...columnsOf(written, holidayFrom), state: listed, moderationNote: null } })
  await tx.db.occurrence.deleteMany({ where: { kommuneId: tx.kommuneId, offerId: id } })
  await tx.db.occurrence.createMany({ data: sessionRows(tx, id, written.sessions) })
}

const sessionRows = ({ kommuneId }: Tx, offerId: string, sessions: readonly Session[]) =>
  sessions.map(({ day, ...session }) => ({ kommuneId, id: newId(), offerId, day: dateOf(day), ...session }))

/** The counts and days of every activity of every programme, by programme; without its words and meetings. Withdrawn ones are left out. */
export async function loadActivityCounts(tx: Tx): Promise<Map<string, ActivityCounts[]>> {
  const rows = await tx.db.offer.findMany({
    where: { kommuneId: tx.kommuneId, programId: { not: null }, state: { not: 'withdrawn' } },
    select: { programId: true, state: true, cancelledAt: true, capacity: true, taken: true, minimum: true, minimumDecidedOn: true, seasonFrom: true, seasonTo: true },
  })
  return groupBy(rows.map((row): ActivityCounts & { programId: string } => ({
    programId: row.programId!, listed: row.state as OfferState, isCancelled: row.cancelledAt !== null, capacity: row.capacity, taken: row.taken, minimum: row.minimum, minimumDecidedOn: dayOrNull(row.minimumDecidedOn),
    firstDay: dayOf(row.seasonFrom), lastDay: dayOf(row.seasonTo),
  })), ({ programId }) => programId)
}

/** Lets an activity be held whatever the number. */
export async function dropMinimum(tx: Tx, id: string): Promise<void> {
  await tx.db.offer.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { minimum: null, minimumDecidedOn: null } })
}

/** Takes an activity out of its programme. */
export async function withdrawActivity(tx: Tx, id: string): Promise<void> {
  await tx.db.offer.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { state: 'withdrawn' } })
}

/** How many wait in line for each activity of a programme. Read in the kommune's name. */
export async function countWaiting(tx: Tx, programId: string | null): Promise<Map<string, number>> {
  const rows = await tx.db.signup.groupBy({ by: ['offerId'], where: { kommuneId: tx.kommuneId, programId: programId ?? { not: null }, state: 'waiting' }, _count: { _all: true } })
  return new Map(rows.map(({ offerId, _count }) => [offerId, _count._all]))
}

/** Areas that the kommune's offers and foreninger name, by name. */
export async function loadAreas(tx: Tx): Promise<string[]> {
  const offers = await tx.db.offer.findMany({ where: { kommuneId: tx.kommuneId }, distinct: ['area'], select: { area: true } })
  const foreninger = await tx.db.forening.findMany({ where: { kommuneId: tx.kommuneId }, distinct: ['area'], select: { area: true } })
  return [...new Set([...offers, ...foreninger].map(({ area }) => area).filter((area) => area !== ''))].sort((a, b) => a.localeCompare(b, 'da'))
}

type Row = Prisma.OfferGetPayload<{ include: typeof withAll }>

function activityOf(row: Row): StoredActivity {
  const { id, foreningId, title, activity, pictogram, description, ageFrom, ageTo, area, travel, capacity, minimum, equipment, accessibility, supportNeeds, languages, taken, reserved, reservedTaken, cancelReason, copiedFromId } = row
  return {
    id, foreningId, title, activity, pictogram, description, ageFrom, ageTo, area, travel, capacity, minimum, equipment, accessibility, supportNeeds, languages, taken, reserved, reservedTaken, cancelReason, copiedFromId,
    programId: row.programId!, foreningName: row.forening.name, providerType: row.forening.providerType, audience: audienceOf(row.admits as AdmissionRule, { from: ageFrom, to: ageTo }), price: ore(row.price),
    sessions: sessionsOf(row), firstDay: dayOf(row.seasonFrom), lastDay: dayOf(row.seasonTo),
    minimumDecidedOn: dayOrNull(row.minimumDecidedOn), reservedUntil: dayOrNull(row.reservedUntil), listed: row.state as OfferState, note: row.moderationNote, isCancelled: row.cancelledAt !== null,
  }
}

/** An activity written before its meetings were dated one by one meets once, on its first day. */
function sessionsOf({ occurrences, seasonFrom, timeFrom, timeTo, place }: Row): Session[] {
  const meetings = occurrences.map(({ day, ...one }) => ({ day: dayOf(day), timeFrom: one.timeFrom, timeTo: one.timeTo, place: one.place }))
  return meetings.length > 0 ? meetings : [{ day: dayOf(seasonFrom), timeFrom, timeTo, place }]
}

/** The list and the pass look at the first meeting's time and place, and at ages also where a class decides. */
function columnsOf({ audience, sessions, minimumDecidedOn, ...plain }: WrittenActivity, holidayFrom: Day) {
  const inOrder = sessions.toSorted((a, b) => (`${a.day} ${a.timeFrom}` < `${b.day} ${b.timeFrom}` ? -1 : 1))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last) throw new Error('an activity without a meeting has no first day')
  const { from: ageFrom, to: ageTo } = agesOf(audience)
  return {
    ...plain, ageFrom, ageTo, admits: admitsOf(audience, holidayFrom), weekday: null, timeFrom: first.timeFrom, timeTo: first.timeTo, place: first.place,
    seasonFrom: dateOf(first.day), seasonTo: dateOf(last.day), minimumDecidedOn: minimumDecidedOn && dateOf(minimumDecidedOn),
  }
}
