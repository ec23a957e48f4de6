/**
 * Øre of a sum as people type it: `750`, `1.250`, `1.250,50`, with or without "kr.". Null when it is no sum, or more
 * precise than an øre.
 */
export function oreFromKroner(typed: string): bigint | null {
  const text = typed.replace(/kr\.?/i, '').replace(/\s/g, '')
  const match = /^(\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,(\d{1,2}))?$/.exec(text)
  if (!match?.[1]) return null
  return BigInt(match[1].replaceAll('.', '')) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'))
}

/** A sum as it stands in a field: `1250` or `1250,50`. */
export function kronerFromOre(ore: bigint): string {
  const rest = ore % 100n
  return rest === 0n ? String(ore / 100n) : `${ore / 100n},${String(rest).padStart(2, '0')}`
}
