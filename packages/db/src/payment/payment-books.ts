import type { Tx } from '../as-actor.ts'

/**
 * What the payment tables say that the ledger's accounts must hold, øre: what cards have given, less what went back or is in
 * dispute, and what families were given back outside Stripe.
 */
export async function loadCardBooks(tx: Tx): Promise<{ card: bigint; disputed: bigint; paidOtherwise: bigint }> {
  const [row] = await tx.db.$queryRaw<{ paid: bigint; back: bigint; disputed: bigint; paidOtherwise: bigint }[]>`
    select (select coalesce(sum(amount), 0)::bigint from payment where kommune_id = ${tx.kommuneId}::uuid and state = 'paid') as paid,
      (select coalesce(sum(amount), 0)::bigint from refund where kommune_id = ${tx.kommuneId}::uuid and state = 'settled') as back,
      (select coalesce(sum(amount), 0)::bigint from refund where kommune_id = ${tx.kommuneId}::uuid and state = 'paid-otherwise') as "paidOtherwise",
      (select coalesce(sum(dispute_amount), 0)::bigint from payment where kommune_id = ${tx.kommuneId}::uuid and dispute in ('open', 'lost')) as disputed`
  const { paid, back, disputed, paidOtherwise } = row!
  return { card: back + disputed - paid, disputed: -disputed, paidOtherwise }
}

/** Payments that something happened to since a moment, for the comparison with Stripe: what we believe of each, øre. */
export async function loadRecentPayments(tx: Tx, since: Date, limit: number): Promise<{ id: string; sessionId: string; charged: bigint; back: bigint }[]> {
  return tx.db.$queryRaw<{ id: string; sessionId: string; charged: bigint; back: bigint }[]>`
    select p.id, p.session_id as "sessionId", case when p.state = 'paid' then p.amount else 0 end::bigint as charged,
      (select coalesce(sum(r.amount), 0)::bigint from refund r where r.kommune_id = p.kommune_id and r.payment_id = p.id and r.state = 'settled') as back
    from payment p where p.kommune_id = ${tx.kommuneId}::uuid and p.session_id is not null and p.state in ('paid', 'expired', 'failed')
      and (p.ended_at >= ${since} or exists (select from refund r where r.kommune_id = p.kommune_id and r.payment_id = p.id and r.settled_at >= ${since}))
    order by p.id limit ${limit}`
}
