import type { Day } from '@medspil/domain/day'
import type { OfferState } from '@medspil/domain/offer'
import { ore, type Ore } from '@medspil/ledger'
import type { Tx } from '../as-actor.ts'
import { logRead } from '../audit.ts'
import { dateOf, dayOf } from '../days.ts'

/** A season team as a forening writes it; price in øre. */
export interface WrittenOffer {
  title: string; activity: string; description: string; ageFrom: number; ageTo: number; weekday: number; timeFrom: string; timeTo: string
  place: string; area: string; travel: string; price: Ore; seasonFrom: Day; seasonTo: Day; capacity: number; trialFree: boolean; supportNeeds: string[]; pictogram: string
}

/** An offer with all that is written about it; null when unknown. */
export async function loadWrittenOffer(tx: Tx, id: string) {
  const row = await tx.db.offer.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, include: { forening: { select: { name: true } } } })
  return row && offerOf(row)
}

/** Season teams waiting to be read by the kommune, oldest first; activities of a holiday programme are read in their programme. */
export async function loadInModeration(tx: Tx) {
  const rows = await tx.db.offer.findMany({ where: { kommuneId: tx.kommuneId, state: 'in-moderation', programId: null }, orderBy: { id: 'asc' }, include: { forening: { select: { name: true } } } })
  return rows.map(offerOf)
}

type Row = Awaited<ReturnType<Tx['db']['offer']['findFirstOrThrow']>> & { forening: { name: string } }

function offerOf(row: Row) {
  const { id, title, activity, description, ageFrom, ageTo, weekday, timeFrom, timeTo, place, area, travel, capacity, trialFree, supportNeeds, pictogram, moderationNote, foreningId, programId, taken } = row
  return {
    id, title, activity, description, ageFrom, ageTo, weekday, timeFrom, timeTo, place, area, travel, capacity, trialFree, supportNeeds, pictogram, moderationNote, foreningId, programId, taken,
    price: ore(row.price), seasonFrom: dayOf(row.seasonFrom), seasonTo: dayOf(row.seasonTo), state: row.state as OfferState, foreningName: row.forening.name,
  }
}

/** A new season team. The child's age counts on the first day of the season. */
export async function addOffer(tx: Tx, id: string, foreningId: string, offer: WrittenOffer, state: OfferState): Promise<void> {
  await tx.db.offer.createMany({ data: [{ kommuneId: tx.kommuneId, id, foreningId, ...columnsOf(offer), state, priceKind: 'season' }] })
}

/** Another text for an offer. */
export async function saveOffer(tx: Tx, id: string, offer: WrittenOffer, state: OfferState): Promise<void> {
  await tx.db.offer.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { ...columnsOf(offer), state, moderationNote: null } })
}

function columnsOf({ seasonFrom, seasonTo, ageFrom, ageTo, ...offer }: WrittenOffer) {
  return { ...offer, ageFrom, ageTo, admits: { kind: 'completed-years', from: ageFrom, to: ageTo, on: 'activity-day' }, seasonFrom: dateOf(seasonFrom), seasonTo: dateOf(seasonTo) }
}

/** What the kommune made of an offer it has read. */
export async function saveModeration(tx: Tx, id: string, verdict: { state: OfferState; by: string; note: string | null }): Promise<void> {
  await tx.db.offer.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { state: verdict.state, moderatedBy: verdict.by, moderationNote: verdict.note } })
}

/** A forening's offers and the places of each. Withdrawn ones are left out. */
export async function loadOffersOf(tx: Tx, foreningId: string) {
  const rows = await tx.db.offer.findMany({ where: { kommuneId: tx.kommuneId, foreningId, state: { not: 'withdrawn' }, cancelledAt: null }, orderBy: [{ title: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, title, weekday, timeFrom, place, price, state, moderationNote, capacity, taken, reserved, reservedTaken, programId }) =>
    ({ offerId: id, title, weekday, timeFrom, place, price, state: state as OfferState, moderationNote, places: { capacity, taken, reserved, reservedTaken }, isHoliday: programId !== null }))
}

/** Sign-ups that wait for this forening's word, oldest first, logged as read. */
export async function loadAwaiting(tx: Tx, foreningId: string) {
  const rows = await tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, state: 'requested', offer: { foreningId }, OR: [{ answer: null }, { answer: 'asks' }] }, orderBy: { createdAt: 'asc' },
    select: { id: true, childId: true, displayName: true, createdAt: true, answer: true, offer: { select: { title: true } } },
  })
  await logRead(tx, rows.map(({ childId }) => childId), 'signed-up-here', ['displayName'])
  return rows.map(({ id, displayName, createdAt, answer, offer }) => ({ signupId: id, displayName, offerTitle: offer.title, askedAt: createdAt, hasAsked: answer === 'asks' }))
}

/** How many sign-ups wait and how many season teams are to be read, by forening. */
export async function countWork(tx: Tx): Promise<Map<string, { waiting: number; toModerate: number }>> {
  const rows = await tx.db.$queryRaw<{ id: string; waiting: bigint; toModerate: bigint }[]>`
    select o.forening_id as id, count(*) filter (where o.state = 'in-moderation' and o.program_id is null) as "toModerate",
      coalesce(sum((select count(*) from signup s where s.kommune_id = o.kommune_id and s.offer_id = o.id and s.state = 'requested')), 0)::bigint as waiting
    from offer o where o.kommune_id = ${tx.kommuneId}::uuid group by 1`
  return new Map(rows.map(({ id, waiting, toModerate }) => [id, { waiting: Number(waiting), toModerate: Number(toModerate) }]))
}
