/**
 * A child's name as a forening may see it: first name and the initial of the last, "Yara M.". Nothing else of the
 * person ever leaves the kommune (law.md 4).
 */
export const displayNameOf = (name: string): string => {
  const parts = name.trim().split(/\s+/)
  const [first = ''] = parts
  const last = parts.length > 1 ? parts.at(-1) : undefined
  return last ? `${first} ${[...last][0]?.toUpperCase()}.` : first
}
