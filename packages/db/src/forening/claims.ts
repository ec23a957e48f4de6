import type { Hold, HoldState, PurseKind, ReleaseCause } from '@medspil/domain/fritidspas'
import { toJson } from '../json.ts'
import type { Tx } from '../as-actor.ts'
import { dayOf } from '../days.ts'
import { partsOf } from '../subsidy/parts.ts'

/** What is still set aside for a sign-up, with the pool behind it; null when nothing is. */
export async function loadHeld(tx: Tx, signupId: string): Promise<(Hold & { poolId: string }) | null> {
  const row = await tx.db.hold.findFirst({ where: { kommuneId: tx.kommuneId, signupId, state: 'held' }, include: { fritidspas: { select: { poolId: true } } } })
  return row && {
    id: row.id, fritidspasId: row.fritidspasId, poolId: row.fritidspas.poolId, signupId, kind: row.kind as PurseKind, parts: partsOf(row.parts), state: row.state as HoldState,
    releasedBecause: row.releasedBecause as ReleaseCause | null, keptUntil: dayOf(row.keptUntil),
  }
}

/** Saves what the rules made of a hold. */
export async function saveHold(tx: Tx, { id, parts, state, releasedBecause }: Hold): Promise<void> {
  const amount = parts.reduce((total, part) => total + part.amount, 0n)
  await tx.db.hold.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { parts: toJson(parts), amount, state, releasedBecause } })
}

/** The pass's claim for a sign-up; null when no pass pays. */
export async function findPassClaim(tx: Tx, signupId: string): Promise<string | null> {
  return (await tx.db.claim.findUnique({ where: { kommuneId_signupId_sourceKind: { kommuneId: tx.kommuneId, signupId, sourceKind: 'fritidspas' } }, select: { id: true } }))?.id ?? null
}

/** Closes the hold of a claim that fell before it was paid, so that the pass no longer shows it as set aside. */
export async function closeHold(tx: Tx, signupId: string): Promise<void> {
  await tx.db.hold.updateMany({ where: { kommuneId: tx.kommuneId, signupId, state: 'confirmed' }, data: { state: 'released', releasedBecause: 'cancelled' } })
}

/** The ordning of a course. */
export async function loadOrdningOfCourse(tx: Tx, courseId: string): Promise<string> {
  const { ordningId } = await tx.db.course.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: courseId } }, select: { ordningId: true } })
  return ordningId
}
