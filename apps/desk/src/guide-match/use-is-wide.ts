import { useSyncExternalStore } from 'react'

// Where the desk's menu folds away, three guides no longer stand side by side.
const wide = matchMedia('(min-width: 60em)')

function watch(changed: () => void): () => void {
  wide.addEventListener('change', changed)
  return () => wide.removeEventListener('change', changed)
}

/** Whether there is room for columns beside each other. */
export function useIsWide(): boolean {
  return useSyncExternalStore(watch, () => wide.matches)
}
