import { isUnanswered } from '@medspil/client'
import type { AppError } from '@medspil/client'
import { useEffect, useMemo, useState } from 'react'
import { todayHere } from '../frame/today.ts'
import { keepList, placeOf, readList } from './team/kept-list.ts'
import type { KeptList } from './team/kept-list.ts'

/** The list kept on this phone behind a link: what was read when the page opened, and how to keep a newer one or forget it. */
export interface KeptHere { list: KeptList | null; keep: (list: KeptList) => void; forget: () => void }

/** Where it is not yet known, or the browser cannot hash, nothing is kept. */
export function useKeptList(secret: string): KeptHere {
  const [place, setPlace] = useState<string | null>(null)
  useEffect(() => {
    placeOf(secret).then(setPlace, () => setPlace(null))
  }, [secret])
  return useMemo(() => {
    const now = () => ({ at: new Date(), day: todayHere() })
    return {
      list: place === null ? null : readList(place, now(), localStorage),
      keep: (list) => { if (place !== null) keepList(place, list, now(), localStorage) },
      forget: () => { if (place !== null) localStorage.removeItem(place) },
    }
  }, [place])
}

/** Whether a question has met silence since the page opened; trying again in the background does not take it back. */
export function useSilence({ failureCount, failureReason }: { failureCount: number; failureReason: AppError | null }): boolean {
  const [wasSilent, setSilent] = useState(false)
  const isSilent = failureCount > 0 && isUnanswered(failureReason)
  if (isSilent && !wasSilent) setSilent(true)
  return isSilent || wasSilent
}
