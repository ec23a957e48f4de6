import type { PursePart } from '@medspil/domain/fritidspas'
import { fromJson, toJson } from '../json.ts'
import type { Prisma } from '../prisma-client/client.ts'

/** Parts of purses as a JSON column keeps them. */
export function partsJson(parts: readonly PursePart[]): Prisma.InputJsonValue {
  return toJson(parts)
}

/** Back from JSON. */
export function partsOf(json: Prisma.JsonValue): PursePart[] {
  return fromJson<PursePart[]>(json)
}
