import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'

/** True once `milliseconds` have passed since the component came, or since it began to count. */
export function useLater(milliseconds: number, isCounting = true): boolean {
  const [later, setLater] = useState(false)
  useEffect(() => {
    if (!isCounting) return
    const timer = setTimeout(() => setLater(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds, isCounting])
  return later
}

/**
 * Whether a page that is here itself still waits for what stands beside it, so that it does not move when that comes: at most
 * so long, and then it is shown without. A page that waited in vain does not wait again.
 * @param isComing the page is here, and the other is not answered yet
 * @param milliseconds 3 s, where a page does not say otherwise
 */
export function useWorthWaiting(isComing: boolean, milliseconds = 3_000): boolean {
  const isTooLate = useLater(milliseconds, isComing)
  return isComing && !isTooLate
}

/** Says that something is on its way, but only after 400 ms: a quick answer must not flicker. */
export function Waiting(props: { children: ReactNode }) {
  const shown = useLater(400)
  return (
    <div role="status" className="waiting">
      {shown && <i aria-hidden="true" />}
      {shown && props.children}
    </div>
  )
}

/** Long work with its words: `done` of `of`. Without `done` the length is unknown. */
export function ProgressBar(props: { done?: number; of: number; label: string; children: ReactNode }) {
  return (
    <div className="progress">
      <progress aria-label={props.label} value={props.done} max={props.of} />
      <span aria-live="polite">{props.children}</span>
    </div>
  )
}
