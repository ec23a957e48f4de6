import type { Day } from '@medspil/domain/day'
import { type DeskTaskReason, deskTaskKey } from '@medspil/domain/follow-up'
import { fromJson, toJson } from '../json.ts'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf } from '../days.ts'
import { newId } from '../new-id.ts'

/** An open task about no one child, as it stands. `taken`: children at its activity now; null when it is about none. */
export interface StoredDeskTask { id: string; because: DeskTaskReason; dueOn: Day; taken: number | null }

/** Gives the fritidsvejledere a task about an activity or a payment. @returns false when it was given before, also when it is long done */
export async function addDeskTask(tx: Tx, because: DeskTaskReason, dueOn: Day): Promise<boolean> {
  const { reason, ...facts } = because
  const about = because.reason === 'minimum-not-reached' ? { offerId: because.offerId } : { paymentId: because.paymentId }
  const { count } = await tx.db.task.createMany({ skipDuplicates: true, data: [{
    kommuneId: tx.kommuneId, id: newId(), key: deskTaskKey(because), ...about, kind: reason, facts: toJson(facts), dueOn: dateOf(dueOn), ownerRole: 'fritidsvejleder', state: 'open', createdAt: tx.now.at,
  }] })
  return count === 1
}

/** The open tasks about no one child, the most urgent first. */
export async function loadDeskTasks(tx: Tx): Promise<StoredDeskTask[]> {
  const rows = await tx.db.task.findMany({ where: { kommuneId: tx.kommuneId, state: 'open', childId: null }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] })
  const offers = await tx.db.offer.findMany({ where: { kommuneId: tx.kommuneId, id: { in: rows.flatMap(({ offerId }) => offerId ?? []) } }, select: { id: true, taken: true } })
  const takenOf = new Map(offers.map(({ id, taken }) => [id, taken]))
  return rows.map(({ id, kind, facts, dueOn, offerId }) => ({
    id, because: { reason: kind, ...fromJson<object>(facts) } as DeskTaskReason, dueOn: dayOf(dueOn), taken: takenOf.get(offerId ?? '') ?? null,
  }))
}

/** Ends an open task about no one child. @returns false when there is none that is open */
export async function closeDeskTask(tx: Tx, id: string, outcome: 'done' | 'paid-otherwise' = 'done'): Promise<boolean> {
  const { count } = await tx.db.task.updateMany({ where: { kommuneId: tx.kommuneId, id, childId: null, state: 'open' }, data: { state: 'done', outcome, doneAt: tx.now.at, doneBy: tx.actor.id } })
  return count === 1
}

/** A task to pay back what a refund did not bring, and how it was ended; null while it is open. */
export interface RefundTask { id: string; because: Extract<DeskTaskReason, { reason: 'refund-failed' }>; done: { outcome: string | null; by: string | null; at: Date | null } | null }

/** Such a task, open or done; null when there is none. */
export async function loadRefundTask(tx: Tx, id: string): Promise<RefundTask | null> {
  const row = await tx.db.task.findFirst({ where: { kommuneId: tx.kommuneId, id, childId: null, kind: 'refund-failed' } })
  if (!row) return null
  const because = { reason: 'refund-failed', ...fromJson<object>(row.facts) } as RefundTask['because']
  return { id, because, done: row.state === 'open' ? null : { outcome: row.outcome, by: row.doneBy, at: row.doneAt } }
}

/** Opens a task again that was ended by mistake. */
export async function reopenDeskTask(tx: Tx, id: string): Promise<void> {
  await tx.db.task.updateMany({ where: { kommuneId: tx.kommuneId, id, childId: null, state: 'done' }, data: { state: 'open', outcome: null, doneAt: null, doneBy: null } })
}

/** An activity with too few children, and the day on which that is decided. */
export interface FewActivity { offerId: string; programId: string; title: string; minimum: number; taken: number; decidedOn: Day }

/** Published activities that have not begun, with fewer children than their minimum, decided on this day or before. For the worker. */
export async function loadTooFew(tx: Tx, until: Day): Promise<FewActivity[]> {
  const rows = await tx.db.$queryRaw<(Omit<FewActivity, 'decidedOn'> & { decidedOn: Date })[]>`
    select o.id as "offerId", o.program_id as "programId", o.title, o.minimum, o.taken, o.minimum_decided_on as "decidedOn" from offer o
    where o.kommune_id = ${tx.kommuneId}::uuid and o.program_id is not null and o.state = 'published' and o.cancelled_at is null and o.taken < o.minimum
      and o.minimum_decided_on <= ${dateOf(until)}::date and o.season_from > ${dateOf(tx.now.day)}::date order by o.minimum_decided_on, o.id`
  return rows.map((row) => ({ ...row, decidedOn: dayOf(row.decidedOn) }))
}

/** Ends open tasks about activities that are cancelled, held whatever the number, have enough children, or have begun. */
export async function closeDecidedTasks(tx: Tx): Promise<number> {
  return tx.db.$executeRaw`update task t set state = 'done', outcome = 'settled-by-itself', done_at = ${tx.now.at} from offer o
    where t.kommune_id = ${tx.kommuneId}::uuid and t.state = 'open' and t.kind = 'minimum-not-reached' and o.kommune_id = t.kommune_id and o.id = t.offer_id
      and (o.cancelled_at is not null or o.minimum is null or o.taken >= o.minimum or o.state <> 'published' or o.season_from <= ${dateOf(tx.now.day)}::date)`
}
