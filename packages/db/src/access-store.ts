import type { Tx } from './as-actor.ts'

/** The kommuner of this installation, by name. Public: nothing of a person. */
export async function loadKommuner(tx: Tx) {
  return tx.db.kommune.findMany({ orderBy: { name: 'asc' } })
}

/** The transaction's own kommune. */
export async function loadKommune(tx: Tx) {
  return tx.db.kommune.findUniqueOrThrow({ where: { id: tx.kommuneId } })
}
