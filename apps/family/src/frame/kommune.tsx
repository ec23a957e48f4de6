import type { KommuneView } from '@medspil/contracts/access'
import { createContext, use } from 'react'

const KommuneContext = createContext<KommuneView | null>(null)

/** Gives the pages below their kommune. */
export const KommuneProvider = KommuneContext

/** The kommune of this page: name, phone, hours, place to meet. Only below the kommune's frame. */
export function useKommune(): KommuneView {
  const kommune = use(KommuneContext)
  if (!kommune) throw new Error('useKommune stands outside the frame of a kommune')
  return kommune
}
