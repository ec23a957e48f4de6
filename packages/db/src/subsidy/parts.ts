import type { PurseName, PursePart } from '@medspil/domain/fritidspas'
import { ore } from '@medspil/ledger'
import type { Prisma } from '../prisma-client/client.ts'

/** Parts of purses as a JSON column keeps them: øre as text. */
export function partsJson(parts: readonly PursePart[]): Prisma.InputJsonValue {
  return parts.map(({ purse, amount }) => ({ purse, amount: String(amount) }))
}

/** Back from JSON. Holds are written by two rooms, one with bare øre and one with `{ "$ore": … }`; both are read. */
export function partsOf(json: Prisma.JsonValue): PursePart[] {
  return (json as { purse: PurseName; amount: string | number | { $ore: string } }[]).map(({ purse, amount }) =>
    ({ purse, amount: ore(BigInt(typeof amount === 'object' ? amount.$ore : amount)) }))
}
