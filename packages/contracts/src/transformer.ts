/**
 * Carries øre over the wire: JSON has no bigint, so each travels as `{ "$ore": "150000" }`. Everything else is plain JSON;
 * days and moments are ISO strings.
 */
export const transformer = {
  serialize: (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null, (_, inner) => typeof inner === 'bigint' ? { $ore: String(inner) } : inner)),
  deserialize: (value: unknown): unknown => revive(value),
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
  const [first] = entries
  if (entries.length === 1 && first?.[0] === '$ore' && typeof first[1] === 'string' && /^-?\d{1,18}$/.test(first[1])) return BigInt(first[1])
  return Object.fromEntries(entries.map(([key, inner]) => [key, revive(inner)]))
}
