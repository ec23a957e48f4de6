import { createHash } from 'node:crypto'
import type { Tx } from './as-actor.ts'

/** What a sealed entry says, line by line in a fixed order; the text that is hashed. */
function textOf(entry: { id: string; number: bigint; kind: string; at: Date; day: Date; subjectId: string; reversesId: string | null; postings: { accountId: string; amount: bigint }[] }): string {
  const lines = entry.postings.map((line) => `${line.accountId}:${line.amount}`).sort()
  return [entry.number, entry.id, entry.kind, entry.at.toISOString(), entry.day.toISOString(), entry.subjectId, entry.reversesId ?? '', ...lines].join('|')
}

const hash = (...parts: (string | Uint8Array)[]) => {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part)
  return sum.digest()
}

const nothing = Buffer.alloc(32)

/** Entries rest before they are sealed: a transaction with a lower number may still be about to commit. */
const restMs = 60_000

/**
 * Seals the entries that no seal covers yet: one link of the kommune's hash chain over all of them, with each entry's own
 * hash beside it so that a changed row can be named. Run by the worker, so that no verb waits for the chain.
 * @returns how many entries were sealed
 */
export async function sealEntries(tx: Tx, limit = 1000): Promise<number> {
  const last = await tx.db.ledgerSeal.findFirst({ where: { kommuneId: tx.kommuneId }, orderBy: { number: 'desc' } })
  const entries = await tx.db.ledgerEntry.findMany({
    where: { kommuneId: tx.kommuneId, number: { gt: last?.toEntry ?? 0n }, at: { lt: new Date(tx.now.at.getTime() - restMs) } }, orderBy: { number: 'asc' }, take: limit, include: { postings: true },
  })
  const [first, final] = [entries[0], entries.at(-1)]
  if (!first || !final) return 0
  const leaves = Buffer.concat(entries.map((entry) => hash(textOf(entry))))
  const previous = last ? Buffer.from(last.hash) : nothing
  await tx.db.ledgerSeal.createMany({ data: [{
    kommuneId: tx.kommuneId, number: (last?.number ?? 0n) + 1n, fromEntry: first.number, toEntry: final.number, entries: entries.length,
    leaves: new Uint8Array(leaves), hash: new Uint8Array(hash(previous, leaves)), previous: new Uint8Array(previous), at: tx.now.at,
  }] })
  return entries.length
}

/** What a broken chain is broken by. */
export type SealFault =
  | { fault: 'entry-changed'; entryId: string }
  | { fault: 'entry-missing'; seal: bigint }
  | { fault: 'seal-changed'; seal: bigint }

/** Walks the whole chain and names every row that is not what it was when it was sealed. An empty list: nothing was touched. */
export async function verifySeals(tx: Tx): Promise<SealFault[]> {
  const faults: SealFault[] = []
  let previous: Uint8Array = nothing
  for (const seal of await tx.db.ledgerSeal.findMany({ where: { kommuneId: tx.kommuneId }, orderBy: { number: 'asc' } })) {
    const leaves = Buffer.from(seal.leaves)
    if (!hash(previous, leaves).equals(Buffer.from(seal.hash)) || !Buffer.from(seal.previous).equals(Buffer.from(previous))) faults.push({ fault: 'seal-changed', seal: seal.number })
    const entries = await tx.db.ledgerEntry.findMany({
      where: { kommuneId: tx.kommuneId, number: { gte: seal.fromEntry, lte: seal.toEntry } }, orderBy: { number: 'asc' }, include: { postings: true },
    })
    if (entries.length !== seal.entries) faults.push({ fault: 'entry-missing', seal: seal.number })
    else entries.forEach((entry, at) => {
      if (!hash(textOf(entry)).equals(leaves.subarray(at * 32, at * 32 + 32))) faults.push({ fault: 'entry-changed', entryId: entry.id })
    })
    previous = seal.hash
  }
  return faults
}
