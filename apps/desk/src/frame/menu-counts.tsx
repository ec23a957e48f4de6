import { useSyncExternalStore } from 'react'

let counts: Readonly<Record<string, number>> = {}
const listeners = new Set<() => void>()

/** What waits behind each door, by the door's path, as the pages have counted it. */
export function useMenuCounts(): Readonly<Record<string, number>> {
  return useSyncExternalStore((changed) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }, () => counts)
}

/** A list tells the menu how many it holds; the menu asks nothing of its own, so no page waits for it. */
export function countInMenu(path: string, count: number): void {
  if (counts[path] === count) return
  counts = { ...counts, [path]: count }
  listeners.forEach((changed) => changed())
}
