import type { Tx } from '../as-actor.ts'
import { partsOf } from './parts.ts'

/** A projection of the ledger, account by account; øre. */
export interface Projection { key: string; amount: bigint }

/**
 * What every account of the ledger must hold by the tables that the product works on: pools, purses, claims. Accounts that
 * no table tells of (`card`, `co-payment`) are left out; received money is told per forening by its paid claims.
 */
export async function loadProjections(tx: Tx): Promise<Projection[]> {
  const of = { where: { kommuneId: tx.kommuneId } }
  const purses = await tx.db.purse.findMany({ ...of, select: { fritidspasId: true, purse: true, available: true, held: true, spent: true, fritidspas: { select: { poolId: true } } } })
  const pools = await tx.db.pool.findMany({ ...of, select: { id: true, total: true, spent: true, promised: true } })
  const claims = await tx.db.claim.findMany({ ...of, select: { id: true, foreningId: true, state: true, amount: true, setOff: true, payoutId: true } })
  const sent = new Set((await tx.db.payout.findMany({ where: { kommuneId: tx.kommuneId, sentAt: { not: null } }, select: { id: true } })).map(({ id }) => id))
  const onPasses = (poolId: string, of: (purse: (typeof purses)[number]) => bigint) =>
    purses.filter(({ fritidspas }) => fritidspas.poolId === poolId).reduce((all, purse) => all + of(purse), 0n)
  // A claim in a payout is owed until the payout is sent: preparing and releasing move no money.
  const isOnItsWay = ({ state, payoutId }: (typeof claims)[number]) => state === 'in-payout' && payoutId !== null && sent.has(payoutId)
  const isOwed = (claim: (typeof claims)[number]) => ['confirmed', 'checked', 'disputed', 'in-payout'].includes(claim.state) && !isOnItsWay(claim)
  return [
    ...pools.flatMap(({ id, total, spent }) => [
      { key: `appropriation:${id}`, amount: -total },
      { key: `pool:${id}`, amount: total - spent - onPasses(id, ({ available, held }) => available + held) },
      { key: `spent of pool ${id}`, amount: spent - onPasses(id, (purse) => purse.spent) },
    ]),
    ...purses.flatMap(({ fritidspasId, purse, available, held }) => [
      { key: `purse:${fritidspasId}:${purse}`, amount: available }, { key: `held:${fritidspasId}:${purse}`, amount: held },
    ]),
    ...claims.flatMap((claim) => [
      { key: `owed:${claim.foreningId}:${claim.id}`, amount: isOwed(claim) ? claim.amount - claim.setOff : 0n },
      { key: `in-transit:${claim.foreningId}:${claim.id}`, amount: isOnItsWay(claim) ? claim.amount - claim.setOff : 0n },
    ]),
  ]
}

/** What each forening has in hand by its claims, øre: paid ones, and what was set off against unpaid ones. */
export async function loadReceived(tx: Tx): Promise<Map<string, bigint>> {
  const claims = await tx.db.claim.findMany({ where: { kommuneId: tx.kommuneId, state: { notIn: ['due', 'rejected', 'reversed'] } }, select: { foreningId: true, state: true, amount: true, setOff: true } })
  const received = new Map<string, bigint>()
  for (const { foreningId, state, amount, setOff } of claims) received.set(foreningId, (received.get(foreningId) ?? 0n) + (state === 'paid' ? amount : setOff))
  return received
}

/** Lines that Stripe was called for, and how they stand with us. */
export async function loadStripeLines(tx: Tx) {
  return tx.db.payoutLine.findMany({ where: { kommuneId: tx.kommuneId, sendKey: { not: null }, payout: { rail: 'stripe' } }, select: { id: true, payoutId: true, foreningId: true, state: true } })
}

/** What open holds have set aside, øre by the account of their purse. */
export async function loadHeldParts(tx: Tx): Promise<Map<string, bigint>> {
  const rows = await tx.db.hold.findMany({ where: { kommuneId: tx.kommuneId, state: 'held' }, select: { fritidspasId: true, parts: true } })
  const held = new Map<string, bigint>()
  for (const { fritidspasId, parts } of rows)
    for (const { purse, amount } of partsOf(parts)) held.set(`held:${fritidspasId}:${purse}`, (held.get(`held:${fritidspasId}:${purse}`) ?? 0n) + amount)
  return held
}

/** Sums of the ledger by kind of account, øre, and how many entries stand unsealed. */
export async function loadBookSummary(tx: Tx) {
  const accounts = await tx.db.ledgerAccount.groupBy({ by: ['kind'], where: { kommuneId: tx.kommuneId }, _sum: { balance: true } })
  const seal = await tx.db.ledgerSeal.findFirst({ where: { kommuneId: tx.kommuneId }, orderBy: { number: 'desc' }, select: { number: true, at: true, entries: true, toEntry: true } })
  const entries = await tx.db.ledgerEntry.count({ where: { kommuneId: tx.kommuneId } })
  const unsealed = await tx.db.ledgerEntry.count({ where: { kommuneId: tx.kommuneId, number: { gt: seal?.toEntry ?? 0n } } })
  return { sums: new Map(accounts.map(({ kind, _sum }) => [kind, _sum.balance ?? 0n])), seal, entries, unsealed }
}

/** The last comparison that the worker wrote, with its faults; null before the first. */
export async function loadLastComparison(tx: Tx) {
  const run = await tx.db.auditEvent.findFirst({ where: { kommuneId: tx.kommuneId, event: 'ledger.compared' }, orderBy: { at: 'desc' }, select: { subjectId: true, at: true, facts: true } })
  if (!run) return null
  const faults = await tx.db.auditEvent.findMany({ where: { kommuneId: tx.kommuneId, subjectId: run.subjectId, event: 'ledger.fault' }, select: { facts: true }, orderBy: { id: 'asc' } })
  return { at: run.at, facts: run.facts as { accounts: number; stripeAccounts: number }, faults: faults.map(({ facts }) => facts as { what: string; ledger: string; other: string }) }
}
