import type { ProgramView } from '@medspil/contracts/holiday-program'
import { useEffect, useState } from 'react'

/** Whether families can take places at this moment, and how many seconds until they can; null when no moment is known. */
export interface Opening { isOpen: boolean; secondsLeft: number | null; now: string }

/** A moment by the server's clock: what it said, moved on by the time since. A phone's own clock may be wrong by an hour. */
const serverNow = (readAt: string, receivedAt: number, clock: number): number => Date.parse(readAt) + (clock - receivedAt)

/**
 * Opens a programme on the page at its minute, without a reload and without everybody asking the server at once.
 * @param receivedAt when this page got the programme, ms of the phone's clock (`dataUpdatedAt`)
 */
export function useOpening(program: Pick<ProgramView, 'whyNotOpen' | 'opensAt' | 'readAt'>, receivedAt: number): Opening {
  const isLater = program.whyNotOpen?.reason === 'program-opens-later'
  const [clock, setClock] = useState(() => Date.now())
  // A phone's clock that has not ticked since the answer came stands at the answer.
  const at = serverNow(program.readAt, receivedAt, Math.max(clock, receivedAt))
  const left = Math.max(0, (Date.parse(program.opensAt) - at) / 1000)
  const ticks = isLater && left > 0
  useEffect(() => {
    if (!ticks) return
    const timer = setInterval(() => setClock(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [ticks])
  return { isOpen: program.whyNotOpen === null || (isLater && left === 0), secondsLeft: isLater ? left : null, now: new Date(at).toISOString() }
}
