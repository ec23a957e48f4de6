import { instant, type Instant, type LimitStage, type LineHistory, openShare, type SignupState } from '@medspil/domain/signup'
import type { Day } from '@medspil/domain/day'
import type { Tx } from '../as-actor.ts'
import { logRead } from '../audit.ts'
import { dateOf, dayOf } from '../days.ts'
import { fromJson } from '../json.ts'

/** What a sign-up is about, as far as the actor may see it; null when there is none. */
export async function findSignup(tx: Tx, id: string): Promise<{ id: string; childId: string; offerId: string } | null> {
  return tx.db.signup.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: { id: true, childId: true, offerId: true } })
}

/** A child's sign-up with its offer. Amounts in øre. */
export interface SignupOfChild {
  id: string
  childId: string
  childName: string
  state: SignupState
  price: bigint
  passPays: bigint
  familyPays: bigint
  createdAt: Instant
  /** When a place that came free was offered; null when it never was. */
  offeredAt: Instant | null
  offerDeadlineAt: Instant | null
  question: string | null
  /** The forening's yes to another fee than the price, which waits for the family; null otherwise. */
  feeAsked: bigint | null
  /** Last moment to pay a held place; null otherwise. */
  heldUntil: Instant | null
  extended: number
  groupId: string | null
  startedOn: string | null
  offer: { id: string; title: string; foreningName: string; place: string; pictogram: string; weekday: number | null; timeFrom: string; timeTo: string
    firstDay: Day; lastDay: Day; capacity: number; taken: number; programId: string | null
    meetings: { day: Day; timeFrom: string; timeTo: string; place: string }[]; cancelReason: string | null; equipment: string; travel: string }
  /** The programme's refund table: per cent of the own share until so many days before the first day; empty for a season team. */
  refundRule: { untilDays: number; percent: number }[]
}

/** All sign-ups of the children the actor stands in a relation to, newest first. */
export async function loadSignupsOf(tx: Tx, childId: string | null): Promise<SignupOfChild[]> {
  const rows = await tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, ...(childId !== null && { childId }) }, orderBy: { createdAt: 'desc' }, take: 200,
    include: { offer: { include: { forening: { select: { name: true } }, occurrences: { orderBy: [{ day: 'asc' }, { timeFrom: 'asc' }] } } }, child: { select: { name: true } } },
  })
  const programIds = [...new Set(rows.flatMap(({ offer }) => offer.programId ?? []))]
  const programs = programIds.length === 0 ? [] : await tx.db.holidayProgram.findMany({ where: { kommuneId: tx.kommuneId, id: { in: programIds } }, select: { id: true, refundRule: true } })
  await logRead(tx, rows.map((row) => row.childId), 'own-family', ['name', 'signup'])
  return rows.map(({ offer, child, ...row }) => ({
    id: row.id, childId: row.childId, childName: child.name, state: row.state as SignupState,
    price: row.price, passPays: row.passPays, familyPays: row.familyPays, question: row.question,
    feeAsked: row.state === 'requested' && row.answer === 'yes' && row.confirmedFee !== null && row.confirmedFee > row.price ? row.confirmedFee : null,
    heldUntil: row.heldUntil && instant(row.heldUntil.toISOString()), extended: row.extended, groupId: row.groupId,
    createdAt: instant(row.createdAt.toISOString()), offeredAt: row.offeredAt && instant(row.offeredAt.toISOString()), offerDeadlineAt: row.offerDeadlineAt && instant(row.offerDeadlineAt.toISOString()),
    startedOn: row.startedOn && dayOf(row.startedOn),
    offer: {
      id: offer.id, title: offer.title, foreningName: offer.forening.name, place: offer.place, pictogram: offer.pictogram, weekday: offer.weekday,
      timeFrom: offer.timeFrom, timeTo: offer.timeTo, firstDay: dayOf(offer.seasonFrom), lastDay: dayOf(offer.seasonTo),
      ...openShare(offer), programId: offer.programId, cancelReason: offer.cancelReason, equipment: offer.equipment, travel: offer.travel,
      meetings: offer.programId === null ? [] : offer.occurrences.map((one) => ({ day: dayOf(one.day), timeFrom: one.timeFrom, timeTo: one.timeTo, place: one.place })),
    },
    refundRule: fromJson<SignupOfChild['refundRule']>(programs.find(({ id }) => id === offer.programId)?.refundRule ?? []),
  }))
}

/** A line as its rules need it. `heldPlaces` counts what the child has in the same programme. */
export interface LineFacts {
  offerId: string; cancelled: boolean; capacity: number; taken: number; programId: string | null
  reserved: number; reservedTaken: number
  program: { stages: LimitStage[]; offerHours: number; groupTooLarge: 'line-waits' | 'pass-over' } | null
  entries: { signupId: string; childId: string; groupId: string | null; heldPlaces: number }[]
}

/** The whole lines of some offers, in order. Only for the actor `signup-batch`: a family cannot count rows it cannot see. */
export async function loadLines(tx: Tx, offerIds: readonly string[]): Promise<LineFacts[]> {
  const ids = [...offerIds]
  const offers = await tx.db.offer.findMany({ where: { kommuneId: tx.kommuneId, id: { in: ids } } })
  const programs = await tx.db.holidayProgram.findMany({ where: { kommuneId: tx.kommuneId, id: { in: offers.flatMap(({ programId }) => programId ?? []) } } })
  const entries = await tx.db.$queryRaw<{ signupId: string; childId: string; offerId: string; groupId: string | null; heldPlaces: number }[]>`
    select s.id as "signupId", s.child_id as "childId", s.offer_id as "offerId", s.group_id as "groupId", (select count(*)::int from signup h
      where h.kommune_id = s.kommune_id and h.child_id = s.child_id and h.place and h.program_id = s.program_id) as "heldPlaces"
    from signup s where s.kommune_id = ${tx.kommuneId}::uuid and s.offer_id = any(${ids}::uuid[]) and s.state = 'waiting' order by s.waiting_number`
  return offers.map((offer) => {
    const program = programs.find(({ id }) => id === offer.programId)
    return {
      offerId: offer.id, cancelled: offer.cancelledAt !== null, capacity: offer.capacity, taken: offer.taken, programId: offer.programId,
      reserved: offer.reserved, reservedTaken: offer.reservedTaken,
      program: program ? { stages: fromJson<LimitStage[]>(program.stages), offerHours: program.offerHours, groupTooLarge: program.groupTooLarge as 'pass-over' } : null,
      entries: entries.filter((entry) => entry.offerId === offer.id).map(({ signupId, childId, groupId, heldPlaces }) => ({ signupId, childId, groupId, heldPlaces })),
    }
  })
}

/** How many children wait at each offer. Only for the actor `signup-batch`. */
export async function countWaiting(tx: Tx, offerIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db.signup.groupBy({ by: ['offerId'], where: { kommuneId: tx.kommuneId, offerId: { in: [...offerIds] }, state: 'waiting' }, _count: true })
  return new Map(rows.map((row) => [row.offerId, row._count]))
}

/** Places ever given in the kommune and how many of them came back: what a line's odds rest on. Only for the actor `signup-batch`. */
export async function loadLineHistory(tx: Tx): Promise<LineHistory> {
  const rows = await tx.db.$queryRaw<LineHistory[]>`
    select count(*)::int as given, count(*) filter (where state in ('cancelled-by-family', 'declined', 'lapsed', 'no-show'))::int as "givenBack"
    from signup where kommune_id = ${tx.kommuneId}::uuid and state not in ('waiting', 'wished', 'not-drawn') and (waiting_number is null or offered_at is not null)`
  return rows[0]!
}

/** Sign-ups whose offered place was not answered in time. */
export async function loadDueOffers(tx: Tx, limit: number): Promise<{ id: string; childId: string; offerId: string }[]> {
  return tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, state: 'offered', offerDeadlineAt: { lt: tx.now.at } }, select: { id: true, childId: true, offerId: true },
    orderBy: { offerDeadlineAt: 'asc' }, take: limit,
  })
}

/** Sign-ups whose money was set aside until a day that is over, without the forening's answer. */
export async function loadDueHolds(tx: Tx, limit: number): Promise<{ id: string; childId: string; offerId: string }[]> {
  const holds = await tx.db.hold.findMany({
    where: { kommuneId: tx.kommuneId, state: 'held', keptUntil: { lt: dateOf(tx.now.day) } }, select: { signupId: true }, orderBy: { keptUntil: 'asc' }, take: limit,
  })
  return tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, id: { in: holds.map((hold) => hold.signupId) } }, select: { id: true, childId: true, offerId: true },
  })
}

/** Sign-ups whose place was held for a payment that did not come in time. */
export async function loadDueSeats(tx: Tx, limit: number): Promise<{ id: string; childId: string; offerId: string }[]> {
  return tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, state: { in: ['seat-held', 'awaiting-payment'] }, heldUntil: { lt: tx.now.at } }, select: { id: true, childId: true, offerId: true },
    orderBy: { heldUntil: 'asc' }, take: limit,
  })
}

/** Holiday activities whose kept places were to be released before today (`lastKeptDay`). */
export async function loadDueReservations(tx: Tx, limit: number): Promise<{ id: string }[]> {
  return tx.db.$queryRaw<{ id: string }[]>`select o.id from offer o where o.kommune_id = ${tx.kommuneId}::uuid and o.reserved > o.reserved_taken and least(o.reserved_until, o.season_from - 2) < ${dateOf(tx.now.day)}::date
    order by o.id limit ${limit}`
}

/** The sign-ups at one activity that stand or fall together with one of them, itself among them. */
export async function loadGroup(tx: Tx, { signupId, offerId }: { signupId: string; offerId: string }): Promise<{ id: string; childId: string; offerId: string; state: SignupState }[]> {
  const select = { id: true, childId: true, offerId: true, state: true, groupId: true } as const
  const own = await tx.db.signup.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: signupId } }, select })
  if (!own) return []
  const all = own.groupId === null ? [own] : await tx.db.signup.findMany({ where: { kommuneId: tx.kommuneId, groupId: own.groupId, offerId }, select, orderBy: { id: 'asc' } })
  return all.map(({ id, childId, offerId, state }) => ({ id, childId, offerId, state: state as SignupState }))
}
