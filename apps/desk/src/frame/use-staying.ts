import { useState } from 'react'

/**
 * The first of a list, and then the same one for as long as it stands in it: what is new may be more urgent, but not while
 * somebody reads, writes or presses.
 */
export function useStaying<Item>(list: readonly Item[], idOf: (item: Item) => string): Item | undefined {
  const [id, setId] = useState<string | null>(null)
  const found = list.find((item) => idOf(item) === id) ?? list[0]
  const now = found === undefined ? null : idOf(found)
  if (now !== id) setId(now)
  return found
}
