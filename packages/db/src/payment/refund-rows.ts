import type { RefundState } from '@medspil/domain/payment'
import type { Tx } from '../as-actor.ts'

/** A refund that is to be sent, with what the call needs; null when there is none. */
export interface StoredRefund { id: string; paymentId: string; lineId: string; amount: bigint; state: RefundState; sendKey: string; stripeId: string | null; sentAt: Date | null }

/** A refund with its payment's row locked. */
export async function lockRefund(tx: Tx, id: string): Promise<StoredRefund | null> {
  await tx.db.$queryRaw`select 1 from payment p where p.kommune_id = ${tx.kommuneId}::uuid
    and p.id = (select r.payment_id from refund r where r.kommune_id = p.kommune_id and r.id = ${id}::uuid) for no key update`
  const row = await tx.db.refund.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } } })
  return row && { id, paymentId: row.paymentId, lineId: row.lineId ?? '', amount: row.amount, state: row.state as RefundState, sendKey: row.sendKey, stripeId: row.stripeId, sentAt: row.sentAt }
}

/** Marks a refund before the call: whoever finds it marked looks it up instead of calling. */
export async function markRefund(tx: Tx, id: string, state: RefundState, failedWhy: string | null = null): Promise<void> {
  await tx.db.refund.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { state, ...(state === 'sent' && { sentAt: tx.now.at }), ...(failedWhy !== null && { failedWhy }) } })
}

/** Refunds on their way: due ones whose job was lost, and sent ones that nobody has heard of. @param olderThan only those made before */
export async function loadOpenRefunds(tx: Tx, olderThan: Date, limit: number): Promise<{ id: string; state: RefundState; paymentId: string }[]> {
  const rows = await tx.db.refund.findMany({
    where: { kommuneId: tx.kommuneId, state: { in: ['due', 'sent', 'unknown'] }, createdAt: { lt: olderThan } }, select: { id: true, state: true, paymentId: true }, orderBy: { createdAt: 'asc' }, take: limit,
  })
  return rows.map((row) => ({ ...row, state: row.state as RefundState }))
}

/** Makes a refund that Stripe refused wait again, for what is left and under a new key: the old one is bound to the old amount. */
export async function retryRefund(tx: Tx, id: string, amount: bigint, sendKey: string): Promise<void> {
  await tx.db.refund.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { state: 'due', amount, sendKey } })
}

/** Counts a line's refunds anew, after one of them came to nothing. */
export async function recountRefunds(tx: Tx, refundId: string): Promise<void> {
  await tx.db.$executeRaw`update payment_line l set refunded = least(l.amount, (select coalesce(sum(o.amount), 0) from refund o
      where o.kommune_id = l.kommune_id and o.line_id = l.id and o.state <> 'failed'))
    from refund r where l.kommune_id = ${tx.kommuneId}::uuid and r.kommune_id = l.kommune_id and r.id = ${refundId}::uuid and l.id = r.line_id`
}
