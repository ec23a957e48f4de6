import type { Prisma } from './prisma-client/client.ts'

/** Domain values as JSON columns keep them: øre, which JSON has no number for, as `{ "$ore": "75000" }`. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value, (_, inner: unknown) => typeof inner === 'bigint' ? { $ore: String(inner) } : inner)) as Prisma.InputJsonValue
}

/** Back from a JSON column that `toJson` wrote; the caller names the type that stands there. */
export function fromJson<T>(json: Prisma.JsonValue): T {
  return revive(json) as T
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive)
  if (value === null || typeof value !== 'object') return value
  if ('$ore' in value && typeof value.$ore === 'string') return BigInt(value.$ore)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revive(inner)]))
}
