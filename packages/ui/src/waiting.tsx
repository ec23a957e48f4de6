import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'

/** True once `milliseconds` have passed since the component came. */
export function useLater(milliseconds: number): boolean {
  const [later, setLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
  return later
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
