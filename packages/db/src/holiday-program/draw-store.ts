import type { Day } from '@medspil/domain/day'
import type { DrawFacts, DrawMeeting, DrawOutcome, ProgramState, WishedActivity } from '@medspil/domain/holiday-program'
import { type AdmissionRule, freeInOpenShare, instant, type Instant, type LimitStage, type TravelMinutes } from '@medspil/domain/signup'
import type { Tx } from '../as-actor.ts'
import { logRead } from '../audit.ts'
import { dayOf } from '../days.ts'
import { fromJson } from '../json.ts'
import { keyIdOf, openBytes, sealBytes } from '../keyring.ts'
import { Prisma } from '../prisma-client/client.ts'

/** A programme with a draw, as wishes and draw need it. */
export interface DrawProgram {
  id: string; name: string; state: ProgramState; wishesOpenAt: Instant; wishesCloseAt: Instant; opensAt: Instant; mostWishes: number; loserNumbers: number
  publicChance: string | null; travel: TravelMinutes; stages: LimitStage[]; payHours: number
}

/** A programme whose places are drawn; null when there is none, or it has an opening minute. */
export async function loadDrawProgram(tx: Tx, id: string): Promise<DrawProgram | null> {
  const row = await tx.db.holidayProgram.findFirst({ where: { kommuneId: tx.kommuneId, id, way: 'draw' } })
  if (!row || !row.wishesOpenAt || !row.wishesCloseAt) return null
  const moment = (at: Date) => instant(at.toISOString())
  return {
    id: row.id, name: row.name, state: row.state as ProgramState, wishesOpenAt: moment(row.wishesOpenAt), wishesCloseAt: moment(row.wishesCloseAt), opensAt: moment(row.opensAt),
    mostWishes: row.mostWishes, loserNumbers: row.loserNumbers, publicChance: row.publicChance, travel: fromJson<TravelMinutes>(row.travelMinutes),
    stages: fromJson<LimitStage[]>(row.stages), payHours: row.payHours,
  }
}

/** Locks a programme's row, so that two people cannot draw it at once. */
export async function lockProgram(tx: Tx, id: string): Promise<void> {
  await tx.db.$queryRaw`select 1 from holiday_program h where h.kommune_id = ${tx.kommuneId}::uuid and h.id = ${id}::uuid for no key update`
}

/**
 * Lets the wishes of a child be saved by one at a time, and by nobody while the draw is being held. Two families never wait
 * for each other. Only in the kommune's name: a family may not hold a programme's row.
 */
export async function lockWishes(tx: Tx, programId: string, childIds: readonly string[]): Promise<void> {
  await tx.db.$queryRaw`select pg_advisory_xact_lock(k.key)::text from (
    select distinct hashtextextended(${tx.kommuneId} || '/wishes/' || c.id, 0) as key from unnest(${[...childIds]}::uuid[]) c(id) order by 1) k`
  await tx.db.$queryRaw`select 1 from holiday_program h where h.kommune_id = ${tx.kommuneId}::uuid and h.id = ${programId}::uuid for share`
}

/** Writes a programme's state. */
export async function saveProgramState(tx: Tx, id: string, state: ProgramState): Promise<void> {
  await tx.db.holidayProgram.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { state } })
}

/** Programmes with a draw whose state may follow the clock. */
export async function loadDrawPrograms(tx: Tx): Promise<{ id: string; state: ProgramState; wishesOpenAt: Instant | null; opensAt: Instant; hasDraw: boolean }[]> {
  const rows = await tx.db.holidayProgram.findMany({ where: { kommuneId: tx.kommuneId, way: 'draw', state: { in: ['published', 'wishing', 'paying'] } } })
  const draws = new Set((await tx.db.draw.findMany({ where: { kommuneId: tx.kommuneId }, select: { programId: true } })).map(({ programId }) => programId))
  return rows.map((row) => ({
    id: row.id, state: row.state as ProgramState, wishesOpenAt: row.wishesOpenAt && instant(row.wishesOpenAt.toISOString()), opensAt: instant(row.opensAt.toISOString()), hasDraw: draws.has(row.id),
  }))
}

/** A draw: the promise, and once it is held the seed. Its record is long, and read by itself. */
export interface StoredDraw { id: string; rule: string; commitment: string; committedAt: Instant; seed: string | null; drawnAt: Instant | null }

/** A programme's draw; null until its seed is committed to. */
export async function loadDraw(tx: Tx, programId: string): Promise<StoredDraw | null> {
  const row = await tx.db.draw.findFirst({
    where: { kommuneId: tx.kommuneId, programId }, select: { id: true, rule: true, commitment: true, committedAt: true, seed: true, drawnAt: true },
  })
  return row && { ...row, committedAt: instant(row.committedAt.toISOString()), drawnAt: row.drawnAt && instant(row.drawnAt.toISOString()) }
}

/** What a held draw can be run again from, byte by byte: some megabytes for a large town. Null until it is held. */
export async function loadDrawRecord(tx: Tx, programId: string): Promise<{ commitment: string; seed: string; record: string; result: string } | null> {
  const row = await tx.db.draw.findFirst({ where: { kommuneId: tx.kommuneId, programId }, select: { commitment: true, seed: true, record: true, result: true } })
  if (!row) return null
  const { commitment, seed, record, result } = row
  return seed !== null && record !== null && result !== null ? { commitment, seed, record, result } : null
}

/** What stays closed until the draw is held, in hex: the seed, and the key that makes tickets of children. */
export interface DrawSecrets { seed: string; ticketKey: string }

/** Commits to a seed before the first wish: its hash is public from now on, it itself sealed with the kommune's key. */
export async function commitDraw(tx: Tx, draw: { id: string; programId: string; rule: string; commitment: string }, secrets: DrawSecrets): Promise<void> {
  const keyId = tx.keys.current
  const sealed = sealBytes(tx.keys.derive(tx.kommuneId, 'wrap', keyId), keyId, placeOf(tx, draw.id), Buffer.from(JSON.stringify(secrets), 'utf8'))
  await tx.db.draw.createMany({ data: [{ kommuneId: tx.kommuneId, ...draw, sealed: new Uint8Array(sealed), committedAt: tx.now.at }], skipDuplicates: true })
}

/** Opens what a draw keeps closed. @throws when the key is not held any more */
export async function openDraw(tx: Tx, id: string): Promise<DrawSecrets> {
  const { sealed } = await tx.db.draw.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: { sealed: true } })
  return JSON.parse(openBytes(tx.keys.derive(tx.kommuneId, 'wrap', keyIdOf(sealed)), placeOf(tx, id), sealed).toString('utf8')) as DrawSecrets
}

const placeOf = (tx: Tx, rowId: string) => ({ kommuneId: tx.kommuneId, table: 'draw', rowId, column: 'sealed' })

/** Writes the held draw. The database lets nobody write it twice. */
export async function saveHeldDraw(tx: Tx, id: string, held: { seed: string; record: string; result: string; drawnBy: string | null }): Promise<void> {
  await tx.db.draw.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { ...held, drawnAt: tx.now.at } })
}

/** Activities of a programme that may be wished, by id. */
export async function loadWishedActivities(tx: Tx, programId: string): Promise<ReadonlyMap<string, WishedActivity>> {
  const rows = await tx.db.offer.findMany({ where: { kommuneId: tx.kommuneId, programId, state: 'published' }, select: { id: true, admits: true, seasonFrom: true, cancelledAt: true } })
  return new Map(rows.map((row) => [row.id, { id: row.id, admits: fromJson<AdmissionRule>(row.admits), firstDay: dayOf(row.seasonFrom), cancelled: row.cancelledAt !== null }]))
}

/** One wish of a child, as its row stands. */
export interface StoredWish { id: string; childId: string; offerId: string; rank: number; groupId: string | null }

/**
 * Wishes of some children of the family in a programme, by child and rank, logged as read; after the draw with what became
 * of each. One taken back before it is none.
 */
export async function loadWishes(tx: Tx, programId: string, childIds: readonly string[]): Promise<(StoredWish & { outcome: DrawOutcome | null })[]> {
  const rows = await tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, programId, childId: { in: [...childIds] }, wishRank: { not: null }, OR: [{ state: 'wished' }, { drawn: { not: Prisma.DbNull } }] }, orderBy: [{ childId: 'asc' }, { wishRank: 'asc' }],
    select: { id: true, childId: true, offerId: true, wishRank: true, groupId: true, drawn: true },
  })
  await logRead(tx, rows.map(({ childId }) => childId), 'own-family', ['signup'])
  return rows.map(({ wishRank, drawn, ...row }) => ({ ...row, rank: wishRank ?? 0, outcome: drawn === null ? null : fromJson<DrawOutcome>(drawn) }))
}

/** Writes beside each wish what the draw said of it, so that a family is answered without reading the whole result. */
export async function saveWishOutcomes(tx: Tx, outcomes: readonly { id: string; drawn: DrawOutcome }[]): Promise<void> {
  await tx.db.$executeRaw`update signup s set drawn = x.drawn from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) x(id uuid, drawn jsonb)
    where s.kommune_id = ${tx.kommuneId}::uuid and s.id = x.id`
}

/** Writes a family's wishes: new ones, those with another rank or group, and those taken back. */
export async function saveWishes(tx: Tx, programId: string, wishes: {
  added: readonly (StoredWish & { displayName: string; price: bigint })[]; changed: readonly StoredWish[]; takenBack: readonly string[]
}): Promise<void> {
  const { added, changed, takenBack } = wishes
  if (takenBack.length > 0)
    await tx.db.signup.updateMany({ where: { kommuneId: tx.kommuneId, id: { in: [...takenBack] }, state: 'wished' }, data: { state: 'cancelled-by-family', endReason: 'cancelled', wishRank: null } })
  for (const { id, rank, groupId } of changed)
    await tx.db.signup.updateMany({ where: { kommuneId: tx.kommuneId, id, state: 'wished' }, data: { wishRank: rank, groupId } })
  if (added.length > 0)
    await tx.db.signup.createMany({ data: added.map(({ id, childId, offerId, rank, groupId, displayName, price }) => ({
      kommuneId: tx.kommuneId, id, offerId, childId, programId, displayName, state: 'wished', place: false, wishRank: rank, groupId, price, passPays: 0n, familyPays: price,
      requestedBy: tx.actor.kind === 'link' ? null : tx.actor.id, requestedKind: tx.actor.kind, createdAt: tx.now.at,
    })) })
}

/** Prices in øre and names of activities, by id. */
export async function loadActivityPrices(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
  const rows = await tx.db.offer.findMany({ where: { kommuneId: tx.kommuneId, id: { in: [...ids] } }, select: { id: true, price: true } })
  return new Map(rows.map(({ id, price }) => [id, price]))
}

/** Figures of a programme's wishes, children and wishes; `left` are those the draw has not been handed out for. */
export interface WishFigures { children: number; wishes: number; left: number; first: number; other: number; nothing: number }

/**
 * How many children wish and, after the draw, how many got their first wish, another one, or nothing. Counted from the rows.
 * Only for a job: nobody else sees all of them.
 */
export async function countWishes(tx: Tx, programId: string): Promise<WishFigures> {
  const rows = await tx.db.$queryRaw<WishFigures[]>`
    with child as (
      select count(*) as wishes, count(*) filter (where s.state = 'wished') as open, min(s.wish_rank) filter (where s.drawn ->> 'kind' = 'given') as best
      from signup s where s.kommune_id = ${tx.kommuneId}::uuid and s.program_id = ${programId}::uuid and (s.state = 'wished' or s.drawn is not null) group by s.child_id)
    select count(*)::int as children, coalesce(sum(wishes), 0)::int as wishes, coalesce(sum(open), 0)::int as left,
      count(*) filter (where best = 1)::int as first, count(*) filter (where best > 1)::int as other, count(*) filter (where best is null)::int as nothing from child`
  return rows[0]!
}

/** The children whose wishes a draw has answered, or is about to. Only for a job. */
export async function loadDrawnChildren(tx: Tx, programId: string): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select distinct s.child_id as id from signup s where s.kommune_id = ${tx.kommuneId}::uuid and s.program_id = ${programId}::uuid and s.drawn is not null order by 1`
  return rows.map(({ id }) => id)
}

/** All wishes of a programme, with the row and the child of each. Only for a job. */
export async function loadAllWishes(tx: Tx, programId: string): Promise<StoredWish[]> {
  return tx.db.$queryRaw<StoredWish[]>`
    select s.id, s.child_id as "childId", s.offer_id as "offerId", s.wish_rank as rank, s.group_id as "groupId" from signup s
    where s.kommune_id = ${tx.kommuneId}::uuid and s.program_id = ${programId}::uuid and s.state = 'wished' and s.wish_rank is not null`
}

/** What a draw is held on beside the wishes: ordinary free places and meetings, places held already, and who lost the last one. Only for a job. */
export async function loadDrawGround(tx: Tx, programId: string): Promise<Pick<DrawFacts, 'activities' | 'holds' | 'losers'>> {
  const offers = await tx.db.offer.findMany({
    where: { kommuneId: tx.kommuneId, programId, state: 'published', cancelledAt: null }, include: { occurrences: true },
  })
  const held = await tx.db.signup.findMany({ where: { kommuneId: tx.kommuneId, programId, place: true }, select: { childId: true, offerId: true } })
  const holds = new Map<string, string[]>()
  for (const { childId, offerId } of held) holds.set(childId, [...(holds.get(childId) ?? []), offerId])
  const losers = await tx.db.$queryRaw<{ childId: string }[]>`
    with last as (select d.program_id from draw d where d.kommune_id = ${tx.kommuneId}::uuid and d.drawn_at is not null and d.program_id <> ${programId}::uuid order by d.drawn_at desc limit 1)
    select s.child_id as "childId" from signup s join last l on l.program_id = s.program_id
    where s.kommune_id = ${tx.kommuneId}::uuid and s.drawn is not null
    group by s.child_id having bool_and(s.state in ('not-drawn', 'waiting'))`
  return {
    activities: offers.map((offer) => ({
      id: offer.id, places: freeInOpenShare(offer), meetings: meetingsOf(offer),
    })),
    holds, losers: new Set(losers.map(({ childId }) => childId)),
  }
}

/** Dated meetings of activities, by activity; those of one that is hidden are left out. */
export async function loadMeetings(tx: Tx, offerIds: readonly string[]): Promise<ReadonlyMap<string, DrawMeeting[]>> {
  const offers = await tx.db.offer.findMany({ where: { kommuneId: tx.kommuneId, id: { in: [...offerIds] } }, select: { id: true, area: true, occurrences: true } })
  return new Map(offers.map((offer) => [offer.id, meetingsOf(offer)]))
}

const meetingsOf = ({ area, occurrences }: { area: string; occurrences: readonly { day: Date; timeFrom: string; timeTo: string; place: string }[] }): DrawMeeting[] =>
  occurrences.map(({ day, timeFrom: from, timeTo: to, place }) => ({ day: dayOf(day), from, to, place, area }))

/** Names and birth facts of children of the family, for their wishes, logged as read. */
export async function loadWishingChildren(tx: Tx, childIds: readonly string[]): Promise<{ id: string; name: string; birthDay: Day; grade: { value: number; asOf: Day } | null }[]> {
  const rows = await tx.db.person.findMany({ where: { kommuneId: tx.kommuneId, id: { in: [...childIds] } }, select: { id: true, name: true, birthDay: true, gradeValue: true, gradeAsOf: true } })
  await logRead(tx, rows.map(({ id }) => id), 'own-family', ['name', 'birth-day', 'school'])
  return rows.map(({ id, name, birthDay, gradeValue, gradeAsOf }) => ({
    id, name, birthDay: dayOf(birthDay), grade: gradeValue === null || gradeAsOf === null ? null : { value: gradeValue, asOf: dayOf(gradeAsOf) },
  }))
}
