import type { Tx } from '../as-actor.ts'

/** A kept event: which object it is about. What it says of the object is never used. */
export interface KeptEvent { id: string; type: string; objectId: string; account: string | null }

/** Keeps an event under its own id. @returns false when it was kept before */
export async function addStripeEvent(tx: Tx, event: KeptEvent): Promise<boolean> {
  const { count } = await tx.db.stripeEvent.createMany({ skipDuplicates: true, data: [{ kommuneId: tx.kommuneId, ...event, receivedAt: tx.now.at }] })
  return count === 1
}

/** A kept event that was not worked on yet; null otherwise. */
export async function loadStripeEvent(tx: Tx, id: string): Promise<KeptEvent | null> {
  return tx.db.stripeEvent.findFirst({ where: { kommuneId: tx.kommuneId, id, processedAt: null }, select: { id: true, type: true, objectId: true, account: true } })
}

/** Notes that an event was worked on. */
export async function finishStripeEvent(tx: Tx, id: string): Promise<void> {
  await tx.db.stripeEvent.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { processedAt: tx.now.at } })
}
