import type { Clawback, ClawbackCause, ClawbackState } from '@medspil/domain/subsidy'
import { ore } from '@medspil/ledger'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf } from '../days.ts'
import type { Prisma } from '../prisma-client/client.ts'
import { partsJson, partsOf } from './parts.ts'

/** A clawback with what stands beside the rules. */
export interface StoredClawback extends Clawback { reason: string; answer: string | null; proposedAt: Date }

const nameless = {
  id: true, claimId: true, foreningId: true, amount: true, parts: true, toPurse: true, cause: true, reason: true, state: true, answer: true, collectedBy: true, proposedAt: true, deadline: true,
} as const satisfies Prisma.ClawbackSelect

/** Writes a proposed clawback. @param about.reason a sentence for the forening, without the child's name */
export async function addClawback(tx: Tx, clawback: Clawback, about: { childId: string; reason: string; proposedBy: string | null }): Promise<void> {
  await tx.db.clawback.createMany({ data: [{
    kommuneId: tx.kommuneId, id: clawback.id, claimId: clawback.claimId, foreningId: clawback.foreningId, childId: about.childId, amount: clawback.amount, parts: partsJson(clawback.parts),
    toPurse: clawback.toPurse, cause: clawback.cause, reason: about.reason, state: clawback.state, proposedBy: about.proposedBy, proposedAt: tx.now.at, deadline: dateOf(clawback.deadline),
  }] })
}

/** Every clawback of the kommune, without the child, nearest deadline first. */
export async function loadClawbacks(tx: Tx, states?: readonly ClawbackState[]): Promise<StoredClawback[]> {
  const rows = await tx.db.clawback.findMany({ where: { kommuneId: tx.kommuneId, ...(states && { state: { in: [...states] } }) }, select: nameless, orderBy: [{ deadline: 'asc' }, { id: 'asc' }] })
  return rows.map(clawbackOf)
}

/** One clawback, locked until the end of the transaction; null when unknown here. */
export async function lockClawback(tx: Tx, id: string): Promise<StoredClawback | null> {
  await tx.db.$queryRaw`select 1 from clawback where kommune_id = ${tx.kommuneId}::uuid and id = ${id}::uuid for no key update`
  const row = await tx.db.clawback.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: nameless })
  return row && clawbackOf(row)
}

/** Saves what the rules made of a locked clawback. */
export async function saveClawback(tx: Tx, { id, state, collectedBy }: Clawback): Promise<void> {
  await tx.db.clawback.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { state, collectedBy, ...(state === 'collected' && { collectedAt: tx.now.at }) } })
}

function clawbackOf(row: Prisma.ClawbackGetPayload<{ select: typeof nameless }>): StoredClawback {
  return {
    id: row.id, claimId: row.claimId, foreningId: row.foreningId, amount: ore(row.amount), parts: partsOf(row.parts), toPurse: row.toPurse, cause: row.cause as ClawbackCause,
    deadline: dayOf(row.deadline), state: row.state as ClawbackState, collectedBy: row.collectedBy as Clawback['collectedBy'], reason: row.reason, answer: row.answer, proposedAt: row.proposedAt,
  }
}
