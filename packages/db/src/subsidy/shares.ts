import type { Day } from '@medspil/domain/day'
import { ore, type Ore, zero } from '@medspil/ledger'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf } from '../days.ts'
import { Prisma } from '../prisma-client/client.ts'
import { lockClaims, type StoredClaim } from './claims.ts'

/** A place that stood to the end of a holiday activity, as its claims need it. `price` in øre. */
export interface HeldPlace { signupId: string; childId: string; offerId: string; foreningId: string; ordningId: string; price: Ore; firstDay: Day; lastDay: Day }

/** Paid and not given back of a sign-up: written once, so that what is listed and what is claimed is the same sum. */
const kept = Prisma.sql`(select coalesce(sum(l.amount - l.refunded), 0) from payment_line l join payment p on p.kommune_id = l.kommune_id and p.id = l.payment_id
  where l.kommune_id = s.kommune_id and l.signup_id = s.id and p.state = 'paid')`

/**
 * Places of held holiday activities with money that nobody has claimed: set aside on a pass, or paid by the family and not
 * given back. One that was given back before is none of them: a pass pays nothing for it, so money for the others would tell the
 * organiser who came on a pass. For the worker. @param before the activity's last day is before this one; @param limit most that one round takes
 */
export async function loadUnclaimedPlaces(tx: Tx, before: Day, limit: number): Promise<HeldPlace[]> {
  const rows = await tx.db.$queryRaw<(Omit<HeldPlace, 'price' | 'firstDay' | 'lastDay'> & { price: bigint; firstDay: Date; lastDay: Date })[]>`
    select s.id as "signupId", s.child_id as "childId", o.id as "offerId", o.forening_id as "foreningId", h.ordning_id as "ordningId", s.price, o.season_from as "firstDay", o.season_to as "lastDay"
    from signup s join offer o on o.kommune_id = s.kommune_id and o.id = s.offer_id join holiday_program h on h.kommune_id = o.kommune_id and h.id = o.program_id
    where s.kommune_id = ${tx.kommuneId}::uuid and o.cancelled_at is null and o.season_to < ${dateOf(before)}::date and s.state in ('ended', 'no-show') and (
      exists (select from hold x where x.kommune_id = s.kommune_id and x.signup_id = s.id and x.state = 'held')
      or (s.family_pays > 0 and ${kept} > 0 and not exists (select from claim c where c.kommune_id = s.kommune_id and c.signup_id = s.id and c.source_kind = 'co-payment')))
    order by s.id limit ${limit}`
  return rows.map(({ price, firstDay, lastDay, ...row }) => ({ ...row, price: ore(price), firstDay: dayOf(firstDay), lastDay: dayOf(lastDay) }))
}

/**
 * What the family paid for a sign-up and did not get back, øre: all of it a claim is for. The payments are locked first, as a
 * refund that is heard of locks them, so that one of the two sees what the other did.
 */
export async function lockShare(tx: Tx, signupId: string): Promise<Ore> {
  await tx.db.$queryRaw`select 1 from payment p where p.kommune_id = ${tx.kommuneId}::uuid
    and p.id in (select l.payment_id from payment_line l where l.kommune_id = p.kommune_id and l.signup_id = ${signupId}::uuid) order by p.id for no key update`
  const [row] = await tx.db.$queryRaw<{ kept: string }[]>`select ${kept}::text as kept from signup s where s.kommune_id = ${tx.kommuneId}::uuid and s.id = ${signupId}::uuid`
  return row ? ore(BigInt(row.kept)) : zero
}

/** The claim for a family's own share, locked; null when there is none. */
export async function lockShareClaim(tx: Tx, signupId: string): Promise<StoredClaim | null> {
  const row = await tx.db.claim.findUnique({ where: { kommuneId_signupId_sourceKind: { kommuneId: tx.kommuneId, signupId, sourceKind: 'co-payment' } }, select: { id: true } })
  return row && ((await lockClaims(tx, [row.id]))[0] ?? null)
}

/** What stands on the shares of some sign-ups, øre; one without an account has nothing. */
export async function loadShares(tx: Tx, signupIds: readonly string[]): Promise<Map<string, Ore>> {
  return balancesOf(tx, 'co-payment', signupIds)
}

/** What the kommune has laid out for a family's refund and has not got back from the forening, øre, never below zero. */
export async function loadLaidOut(tx: Tx, signupId: string): Promise<Ore> {
  return ore(-((await balancesOf(tx, 'laid-out', [signupId])).get(signupId) ?? zero))
}

/** Sign-ups for whose refunds the kommune has laid money out. For the worker. */
export async function loadLaidOutSignups(tx: Tx): Promise<string[]> {
  const rows = await tx.db.ledgerAccount.findMany({ where: { kommuneId: tx.kommuneId, kind: 'laid-out', balance: { lt: 0 } }, select: { key: true }, orderBy: { key: 'asc' } })
  return rows.map(({ key }) => key.slice('laid-out:'.length))
}

/** Whether money of a claim was asked back before: it is asked for once. */
export async function hasClawback(tx: Tx, claimId: string): Promise<boolean> {
  return (await tx.db.clawback.count({ where: { kommuneId: tx.kommuneId, claimId } })) > 0
}

/** What the share of each sign-up must hold by payments, refunds and claims, øre: what was paid, less what went back or was claimed. */
export async function loadShareBooks(tx: Tx): Promise<Map<string, bigint>> {
  const rows = await tx.db.$queryRaw<{ id: string; amount: string }[]>`
    select x.id, sum(x.amount)::text as amount from (
      select l.signup_id as id, l.amount from payment_line l join payment p on p.kommune_id = l.kommune_id and p.id = l.payment_id where l.kommune_id = ${tx.kommuneId}::uuid and p.state = 'paid'
      union all select r.signup_id, -r.amount from refund r where r.kommune_id = ${tx.kommuneId}::uuid and r.state in ('settled', 'paid-otherwise') and r.signup_id is not null
      union all select c.signup_id, -c.amount from claim c where c.kommune_id = ${tx.kommuneId}::uuid and c.source_kind = 'co-payment' and c.state not in ('due', 'rejected', 'reversed')) x group by 1`
  return new Map(rows.map(({ id, amount }) => [id, BigInt(amount)]))
}

async function balancesOf(tx: Tx, kind: string, signupIds: readonly string[]): Promise<Map<string, Ore>> {
  const rows = await tx.db.ledgerAccount.findMany({ where: { kommuneId: tx.kommuneId, key: { in: signupIds.map((id) => `${kind}:${id}`) } }, select: { key: true, balance: true } })
  return new Map(rows.map(({ key, balance }) => [key.slice(kind.length + 1), ore(balance)]))
}
