/**
 * Carries øre over the wire: JSON has no bigint, so each travels as `{ "$ore": "150000" }`. Everything else is plain JSON;
 * days and moments are ISO strings.
 */
export const transformer = {
  serialize: (value: unknown): unknown => dress(value ?? null),
  deserialize: (value: unknown): unknown => revive(value),
}

// What JSON.stringify would write, as values: walked once, where writing and reading it again would walk it twice more.
function dress(value: unknown): unknown {
  if (typeof value === 'bigint') return { $ore: String(value) }
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((inner) => (isLeftOut(inner) ? null : dress(inner)))
  if ('toJSON' in value && typeof value.toJSON === 'function') return dress(value.toJSON())
  const dressed: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) if (!isLeftOut(inner)) dressed[key] = dress(inner)
  return dressed
}

const isLeftOut = (value: unknown): boolean => value === undefined || typeof value === 'function' || typeof value === 'symbol'

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
  const [first] = entries
  if (entries.length === 1 && first?.[0] === '$ore' && typeof first[1] === 'string' && /^-?\d{1,18}$/.test(first[1])) return BigInt(first[1])
  return Object.fromEntries(entries.map(([key, inner]) => [key, revive(inner)]))
}
