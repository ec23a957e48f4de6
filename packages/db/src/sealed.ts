import { randomBytes } from 'node:crypto'
import type { Tx } from './as-actor.ts'
import { keyIdOf, openBytes, sealBytes } from './keyring.ts'

/** A personal field at rest. The key is the person's own: destroying it erases the person, wherever the value was copied. */
export interface SealedField { personId: string; table: string; rowId: string; column: string }

/** Makes the person's key unless there is one. Call when a person is first written. */
export const makePersonKey = (tx: Tx, personId: string): Promise<void> => makePersonKeys(tx, [personId])

/** The same for many who are written at once. */
export async function makePersonKeys(tx: Tx, personIds: readonly string[]): Promise<void> {
  const keyId = tx.keys.current
  const wrapping = tx.keys.derive(tx.kommuneId, 'wrap', keyId)
  await tx.db.personKey.createMany({ skipDuplicates: true, data: personIds.map((personId) => ({
    kommuneId: tx.kommuneId, personId, keyId, wrapped: new Uint8Array(sealBytes(wrapping, keyId, wrapPlace(tx, personId), randomBytes(32))),
  })) })
}

/** Seals text for a field of one row; opens only there. */
export async function seal(tx: Tx, field: SealedField, clear: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = await personKey(tx, field.personId)
  return new Uint8Array(sealBytes(key, 1, placeOf(tx, field), Buffer.from(clear, 'utf8')))
}

/** Opens a sealed field. @throws when the person was erased or the value moved */
export async function open(tx: Tx, field: SealedField, sealed: Uint8Array): Promise<string> {
  return openBytes(await personKey(tx, field.personId), placeOf(tx, field), sealed).toString('utf8')
}

/**
 * Wraps up to `limit` person keys anew under the current master key; run by a job until it returns 0.
 * @returns how many were wrapped
 */
export async function rewrapPersonKeys(tx: Tx, limit: number): Promise<number> {
  const old = await tx.db.personKey.findMany({ where: { kommuneId: tx.kommuneId, keyId: { not: tx.keys.current } }, take: limit })
  for (const row of old) {
    const key = openBytes(tx.keys.derive(tx.kommuneId, 'wrap', keyIdOf(row.wrapped)), wrapPlace(tx, row.personId), row.wrapped)
    const wrapped = sealBytes(tx.keys.derive(tx.kommuneId, 'wrap'), tx.keys.current, wrapPlace(tx, row.personId), key)
    await tx.db.personKey.update({
      where: { kommuneId_personId: { kommuneId: tx.kommuneId, personId: row.personId } },
      data: { wrapped: new Uint8Array(wrapped), keyId: tx.keys.current },
    })
  }
  return old.length
}

async function personKey(tx: Tx, personId: string): Promise<Buffer> {
  const row = await tx.db.personKey.findUnique({ where: { kommuneId_personId: { kommuneId: tx.kommuneId, personId } } })
  if (!row) throw new Error('the person has no key: erased, or never written')
  return openBytes(tx.keys.derive(tx.kommuneId, 'wrap', keyIdOf(row.wrapped)), wrapPlace(tx, personId), row.wrapped)
}

const wrapPlace = (tx: Tx, personId: string) => ({ kommuneId: tx.kommuneId, table: 'person_key', rowId: personId, column: 'wrapped' })
const placeOf = (tx: Tx, field: SealedField) => ({ kommuneId: tx.kommuneId, table: field.table, rowId: field.rowId, column: field.column })
