/** What a stranger adds to an input in the hope that somebody spreads it into a row. */
export const smuggled = ['kommuneId', 'status', 'amount', 'approvedBy', 'role', '__proto__'] as const

/** Subtrees that are free JSON by contract and are checked by a schema of their own. */
const free = new Set(['rules'])

/** The JSON text of an input, once per place and smuggled key. `__proto__` is written as text, since an object would swallow it. */
export function withSmuggled(json: string): string[] {
  const spots: string[][] = []
  const walk = (value: unknown, path: string[]) => {
    if (value === null || typeof value !== 'object') return
    if (!Array.isArray(value) && !('$ore' in value)) spots.push(path)
    for (const [key, inner] of Object.entries(value)) if (!free.has(key)) walk(inner, [...path, key])
  }
  walk(JSON.parse(json), [])
  return spots.flatMap((spot) => (spot.length === 0 ? smuggled : (['status', '__proto__'] as const)).map((key) => insert(json, spot, key)))
}

function insert(json: string, spot: readonly string[], key: string): string {
  const mark = 'smuggled-here'
  const copy = JSON.parse(json) as Record<string, unknown>
  const place = spot.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy)
  place[mark] = { isAdmin: true }
  return JSON.stringify(copy).replace(`"${mark}"`, `"${key}"`)
}
