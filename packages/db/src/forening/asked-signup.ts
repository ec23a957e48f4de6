import type { Day } from '@medspil/domain/day'
import type { SignupState } from '@medspil/domain/signup'
import { ore, subtract, type Ore } from '@medspil/ledger'
import type { Tx } from '../as-actor.ts'
import { logRead } from '../audit.ts'
import { dateOf, dayOf, dayOrNull } from '../days.ts'

const withOffer = { offer: { select: { foreningId: true, title: true, weekday: true, timeFrom: true, place: true, seasonFrom: true, seasonTo: true, forening: { select: { name: true, providerType: true } } } } } as const

/** A sign-up as the room forening decides on it; of the child no more than the short name. Øre. */
export type AskedSignup = NonNullable<Awaited<ReturnType<typeof loadAskedSignup>>>

/** A sign-up to one of the actor's offers, logged as read; null when it is not theirs. */
export async function loadAskedSignup(tx: Tx, id: string) {
  const row = await tx.db.signup.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, include: withOffer })
  if (!row) return null
  await logRead(tx, [row.childId], 'signed-up-here', ['displayName'])
  const { offer } = row
  return {
    id: row.id, offerId: row.offerId, childId: row.childId, courseId: row.courseId, programId: row.programId, displayName: row.displayName, state: row.state as SignupState,
    price: ore(row.price), passPays: ore(row.passPays), requestedBy: row.requestedBy, requestedKind: row.requestedKind,
    answer: row.answer as 'yes' | 'full' | 'asks' | null, question: row.question, answeredAt: row.answeredAt,
    confirmedFee: row.confirmedFee === null ? null : ore(row.confirmedFee), periodFrom: dayOrNull(row.periodFrom), periodTo: dayOrNull(row.periodTo), startedOn: dayOrNull(row.startedOn),
    foreningId: offer.foreningId, foreningName: offer.forening.name, providerType: offer.forening.providerType, offerTitle: offer.title, weekday: offer.weekday, timeFrom: offer.timeFrom, place: offer.place,
    seasonFrom: dayOf(offer.seasonFrom), seasonTo: dayOf(offer.seasonTo),
  }
}

/**
 * The same, locked until the transaction is over, so that of many answers one is first. The offer is locked before it, in
 * the order of the sign-up batch, since an answer may give a place back.
 */
export async function lockAskedSignup(tx: Tx, id: string): Promise<AskedSignup | null> {
  const row = await tx.db.signup.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: { offerId: true } })
  if (!row) return null
  await tx.db.$queryRaw`select id from medspil.lock_offers(array[${row.offerId}::uuid])`
  await tx.db.$queryRaw`select 1 from signup where kommune_id = ${tx.kommuneId}::uuid and id = ${id}::uuid for no key update`
  return loadAskedSignup(tx, id)
}

/** Writes down what the forening said, before anything follows from it. Øre. */
export async function saveAnswer(tx: Tx, id: string, answer: { answer: 'yes' | 'full' | 'asks'; question?: string; fee?: Ore; firstDay?: Day; lastDay?: Day }): Promise<void> {
  await tx.db.signup.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: {
    answer: answer.answer, answeredAt: tx.now.at, question: answer.question ?? null, confirmedFee: answer.fee ?? null,
    periodFrom: answer.firstDay ? dateOf(answer.firstDay) : null, periodTo: answer.lastDay ? dateOf(answer.lastDay) : null,
  } })
}

/** A place that the forening and the money agree on; øre. */
export async function saveConfirmed(tx: Tx, id: string, { fee, passPays }: { fee: Ore; passPays: Ore }): Promise<void> {
  await tx.db.signup.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { state: 'confirmed', place: true, price: fee, passPays, familyPays: subtract(fee, passPays) } })
}

/** A sign-up that is over: full, or the child never came. Gives the place back. */
export async function saveOver(tx: Tx, id: string, { state, because }: { state: 'declined' | 'no-show'; because: string }): Promise<void> {
  await tx.db.signup.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { state, place: false, endedOn: dateOf(tx.now.day), endReason: because } })
}

/** Uses a link up: it still shows what was answered. */
export async function useLink(tx: Tx, linkId: string): Promise<void> {
  await tx.db.link.updateMany({ where: { kommuneId: tx.kommuneId, id: linkId, usedAt: null }, data: { usedAt: tx.now.at } })
}

/**
 * Those with custody of a child today, but never a home that the child is sheltered from: not even that there is an
 * appointment reaches it (law.md 5). From 18, or when nobody is left, the young person alone. The same rule as
 * `medspil.my_children`. Run in the kommune's name.
 */
export async function loadDeciders(tx: Tx, childId: string): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select distinct r.adult_id as id from relation r join person c on c.kommune_id = r.kommune_id and c.id = r.child_id and c.birth_day > ${dateOf(tx.now.day)}::date - interval '18 years'
    where r.kommune_id = ${tx.kommuneId}::uuid and r.child_id = ${childId}::uuid and r.kind in ('custody', 'foster')
      and r.from_day <= ${dateOf(tx.now.day)}::date and (r.to_day is null or r.to_day >= ${dateOf(tx.now.day)}::date)
      and (r.lives_with or not medspil.is_sheltered(r.child_id)) order by 1`
  return rows.length > 0 ? rows.map(({ id }) => id) : [childId]
}

/** Those to tell about a child: who asked for the place, as long as it decides for the child, else all who do today. Run in the kommune's name. */
export async function loadFamilyToTell(tx: Tx, signup: Pick<AskedSignup, 'childId' | 'requestedBy' | 'requestedKind'>): Promise<string[]> {
  const deciders = await loadDeciders(tx, signup.childId)
  const { childId, requestedBy, requestedKind } = signup
  return requestedKind === 'family' && requestedBy && (requestedBy === childId || deciders.includes(requestedBy)) ? [requestedBy] : deciders
}
