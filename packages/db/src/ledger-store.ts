import { accountKey, type Entry, isNeverNegative, type Ore } from '@medspil/ledger'
import type { Tx } from './as-actor.ts'

/** The entry's JSON as `medspil.post_entries` takes it. @param subjectId what the entry is about: a pass, a claim, a payout line */
export function entryJson(entry: Entry, subjectId: string, now: { at: Date; day: string }) {
  return {
    id: entry.id, kind: entry.kind, at: now.at.toISOString(), day: now.day, subjectId, reversesId: entry.reverses,
    postings: entry.postings.map(({ account, amount }) => ({
      account: accountKey(account), kind: account.kind, mayGoBelowZero: !isNeverNegative(account), amount: String(amount),
    })),
  }
}

/** Posts balanced entries; the database refuses what does not balance or takes an account below zero. */
export async function saveEntries(tx: Tx, entries: readonly { entry: Entry; subjectId: string }[]): Promise<void> {
  if (entries.length === 0) return
  const json = JSON.stringify(entries.map(({ entry, subjectId }) => entryJson(entry, subjectId, tx.now)))
  await tx.db.$executeRaw`select medspil.post_entries(${json}::jsonb)`
}

/** Every account with its balance in øre, for reconciliation. */
export async function loadBalances(tx: Tx): Promise<Map<string, Ore>> {
  const rows = await tx.db.ledgerAccount.findMany({ where: { kommuneId: tx.kommuneId }, select: { key: true, balance: true } })
  return new Map(rows.map((row) => [row.key, row.balance as Ore]))
}
