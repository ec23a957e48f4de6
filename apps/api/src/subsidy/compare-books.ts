import { audit, newId, saveEffect, sealEntries, type Tx } from '@medspil/db'
import { loadBalances } from '@medspil/db/ledger'
import { loadHeldParts, loadProjections, loadReceived, loadShareBooks, loadStripeLines } from '@medspil/db/subsidy'
import { loadCardBooks, loadRecentPayments } from '@medspil/db/payment'
import type { Checkouts, Transfers } from '../gateways/index.ts'
import type { Tick } from '../jobs/ticks.ts'
import { log } from '../log.ts'

/** A place where two books disagree; øre. */
export interface Fault { what: string; ledger: bigint; other: bigint }
/** A comparison of everything that tells of money. */
export interface Comparison { accounts: number; stripeAccounts: number; faults: Fault[] }

/** The local hour from which the night's comparison runs. */
const nightHour = 2

/**
 * Once a night: ledger = purses, pools and claims = what stands at Stripe, to the øre. A difference wakes a person and is
 * written where the leader sees it; nothing is ever corrected by itself.
 */
export const compareBooks: Tick = async (job) => {
  const { day, hour } = job.clock()
  if (hour < nightHour) return
  if (!(await job.inTx((tx) => saveEffect(tx, `compare-books/${day}`)))) return
  const since = new Date(job.clock().at.getTime() - paymentDays * 86_400_000)
  const comparison = await compare(job.inTx, job.gateways.transfers, { checkouts: job.gateways.checkouts, since })
  await job.inTx(async (tx) => {
    const id = newId()
    for (const { what, ledger, other } of comparison.faults) await audit(tx, 'ledger.fault', { id }, { what, ledger: String(ledger), other: String(other) })
    await audit(tx, 'ledger.compared', { id }, { accounts: comparison.accounts, stripeAccounts: comparison.stripeAccounts, faults: comparison.faults.length })
  })
  if (comparison.faults.length > 0) log('alarm', 'books-differ', { kommuneId: job.kommuneId, faults: comparison.faults })
}

/** How far back families' payments are held against Stripe each night, and at most how many: older ones were held before. */
const paymentDays = 2
const paymentsMost = 1000

/** Where families' payments are looked up; left out, only our own books are compared. */
export interface CardSide { checkouts: Checkouts; since: Date }

/** Compares twice and keeps what stood both times: a payment in the middle of the first look is no fault. */
export async function compare(inTx: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>, transfers: Transfers, cards?: CardSide): Promise<Comparison> {
  const first = await look(inTx, transfers, cards)
  if (first.faults.length === 0) return first
  const second = await look(inTx, transfers, cards)
  const seen = new Set(first.faults.map(keyOf))
  return { ...second, faults: second.faults.filter((fault) => seen.has(keyOf(fault))) }
}

const keyOf = ({ what, ledger, other }: Fault) => `${what}/${ledger}/${other}`

async function look(inTx: Parameters<typeof compare>[0], transfers: Transfers, cards?: CardSide): Promise<Comparison> {
  const { balances, projections, held, received, lines, books, shares } = await inTx(async (tx) => ({
    balances: await loadBalances(tx), projections: await loadProjections(tx), held: await loadHeldParts(tx), received: await loadReceived(tx), lines: await loadStripeLines(tx), books: await loadCardBooks(tx), shares: await loadShareBooks(tx),
  }))
  const faults: Fault[] = []
  const same = (what: string, ledger: bigint, other: bigint) => { if (ledger !== other) faults.push({ what, ledger, other }) }
  const total = [...balances.values()].reduce((all, amount) => all + amount, 0n)
  same('all accounts', total, 0n)
  for (const { key, amount } of projections) if (key.startsWith('spent of pool')) same(key, 0n, amount); else same(key, balances.get(key) ?? 0n, amount)
  const settled = (foreningId: string, rail: string) => balances.get(`settled:${rail}:${foreningId}`) ?? 0n
  for (const [key, amount] of balances) if (key.startsWith('held:')) same(`holds of ${key}`, amount, held.get(key) ?? 0n)
  for (const [foreningId, amount] of received) same(`received:${foreningId}`, settled(foreningId, 'stripe') + settled(foreningId, 'bank-file'), amount)
  same('card', balances.get('card') ?? 0n, books.card)
  same('disputed', balances.get('disputed') ?? 0n, books.disputed)
  same('paid-otherwise', balances.get('paid-otherwise') ?? 0n, books.paidOtherwise)
  const shareOf = (signupId: string) => (balances.get(`co-payment:${signupId}`) ?? 0n) + (balances.get(`laid-out:${signupId}`) ?? 0n)
  for (const signupId of new Set([...shares.keys(), ...[...balances.keys()].flatMap((key) => (key.startsWith('co-payment:') ? [key.slice('co-payment:'.length)] : []))]))
    same(`co-payment:${signupId}`, shareOf(signupId), shares.get(signupId) ?? 0n)
  if (cards) await lookAtCards(inTx, cards, same)
  const atStripe = await sumAtStripe(lines, transfers)
  for (const foreningId of new Set([...atStripe.keys(), ...[...balances.keys()].flatMap((key) => (key.startsWith('settled:stripe:') ? [key.slice('settled:stripe:'.length)] : []))]))
    same(`stripe:${foreningId}`, settled(foreningId, 'stripe'), atStripe.get(foreningId) ?? 0n)
  return { accounts: balances.size, stripeAccounts: atStripe.size, faults }
}

/** Holds what families paid and got back lately against Stripe, payment by payment. */
async function lookAtCards(inTx: Parameters<typeof compare>[0], { checkouts, since }: CardSide, same: (what: string, ledger: bigint, other: bigint) => void): Promise<void> {
  for (const { id, sessionId, charged, back } of await inTx((tx) => loadRecentPayments(tx, since, paymentsMost))) {
    const truth = await checkouts.truth(sessionId)
    same(`payment:${id}`, charged, truth.charged)
    same(`refunds of payment:${id}`, back, truth.refunds.filter(({ state }) => state === 'settled').reduce((sum, { amount }) => sum + amount, 0n))
  }
}

/** What foreninger have by Stripe, øre: every transfer of our payouts, doubles too. A line of unknown fate is left to its look-up. */
async function sumAtStripe(lines: Awaited<ReturnType<typeof loadStripeLines>>, transfers: Transfers): Promise<Map<string, bigint>> {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const sums = new Map<string, bigint>()
  for (const payoutId of new Set(lines.map((line) => line.payoutId)))
    for (const { lineId, amount, reversed } of await transfers.ofPayout(payoutId)) {
      const line = byId.get(lineId)
      if (line?.state === 'sent' || line?.state === 'unknown') continue
      const foreningId = line?.foreningId ?? 'nobody'
      sums.set(foreningId, (sums.get(foreningId) ?? 0n) + amount - reversed)
    }
  return sums
}

/** Adds links to the kommune's hash chain until every entry is covered. */
export const sealLedger: Tick = async (job) => {
  while ((await job.inTx((tx) => sealEntries(tx))) > 0);
}
