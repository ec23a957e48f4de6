import type { Tx } from '../as-actor.ts'

/** An activity that may be cancelled. */
export interface CancellableActivity { id: string; title: string; lastDay: Date; cancelledAt: Date | null; cancelReason: string | null }

/** An activity to cancel, locked against sign-ups that are being decided; null when there is none in a programme. */
export async function lockActivity(tx: Tx, id: string): Promise<CancellableActivity | null> {
  await tx.db.$queryRaw`select 1 from medspil.lock_offers(array[${id}::uuid])`
  return findActivity(tx, id)
}

/** An activity of a programme; null when there is none. */
export async function findActivity(tx: Tx, id: string): Promise<CancellableActivity | null> {
  const row = await tx.db.offer.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: { title: true, programId: true, seasonTo: true, cancelledAt: true, cancelReason: true } })
  return row?.programId ? { id, title: row.title, lastDay: row.seasonTo, cancelledAt: row.cancelledAt, cancelReason: row.cancelReason } : null
}

/** Marks an activity as not held; from here nobody is signed up to it. */
export async function saveCancelled(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.db.offer.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { cancelledAt: tx.now.at, cancelReason: reason } })
}

const endedByCancelling = ['seat-held', 'awaiting-payment', 'requested', 'confirmed', 'offered', 'waiting', 'wished']

/** Sign-ups of a cancelled activity that are not ended yet; those who began are a person's to end. */
export async function loadLivingOf(tx: Tx, offerId: string, limit: number): Promise<{ id: string; childId: string; offerId: string }[]> {
  return tx.db.signup.findMany({ where: { kommuneId: tx.kommuneId, offerId, state: { in: endedByCancelling } }, select: { id: true, childId: true, offerId: true }, orderBy: { id: 'asc' }, take: limit })
}

/** How far a cancellation has come, as counts; øre as bigint. */
export interface CancelCounts {
  places: number; waiting: number; started: number; toRefund: bigint; ended: number; told: number
  refunded: number; refundsLeft: number; refundsFailed: number; refundSum: bigint
}

/** Counts over everybody of one activity: only for the kommune's own name, and never a child's row. */
export async function countCancel(tx: Tx, offerId: string, since: Date | null): Promise<CancelCounts> {
  const rows = await tx.db.$queryRaw<CancelCounts[]>`
    with own as (select * from signup where kommune_id = ${tx.kommuneId}::uuid and offer_id = ${offerId}::uuid),
      ended as (select s.id from own s where s.state = 'cancelled-by-kommune' and ${since}::timestamptz is not null and s.ended_on >= (${since}::timestamptz at time zone 'Europe/Copenhagen')::date),
      back as (select r.* from refund r where r.kommune_id = ${tx.kommuneId}::uuid and r.cause = 'cancelled-by-kommune' and r.signup_id in (select id from ended))
    select (select count(*)::int from own where state in ('seat-held', 'awaiting-payment', 'requested', 'confirmed', 'offered')) as places,
      (select count(*)::int from own where state in ('waiting', 'wished')) as waiting, (select count(*)::int from own where state = 'started') as started,
      (select coalesce(sum(l.amount - l.refunded), 0)::bigint from payment_line l join own s on s.id = l.signup_id
        where l.kommune_id = ${tx.kommuneId}::uuid and l.outcome = 'placed' and s.state in ('requested', 'confirmed')) as "toRefund",
      (select count(*)::int from ended) as ended,
      (select count(*)::int from (select j.payload->>'subjectId' as id from outbox_job j where j.kommune_id = ${tx.kommuneId}::uuid and j.name = 'tell-family' and j.payload->>'purpose' = 'news'
        and j.at >= ${since}::timestamptz and (j.payload->>'subjectId')::uuid in (select id from ended) group by 1 having bool_and(j.done_at is not null)) t) as told,
      (select count(*)::int from back where state in ('settled', 'paid-otherwise')) as refunded, (select count(*)::int from back where state in ('due', 'sent', 'unknown')) as "refundsLeft",
      (select count(*)::int from back b where b.state = 'failed' and b.replaces_id is null and not exists (select from back o where o.replaces_id = b.id and o.state = 'paid-otherwise')) as "refundsFailed", (select coalesce(sum(amount), 0)::bigint from back where state <> 'failed') as "refundSum"`
  return rows[0]!
}
