import { focusHeading } from '@medspil/ui'
import { useEffect, useRef } from 'react'

/** Moves focus to the heading when the page turns to another part, since the button that was pressed is gone. Not on arrival. */
export function useHeadingFocus(part: string): void {
  const shown = useRef(part)
  useEffect(() => {
    if (shown.current === part) return
    shown.current = part
    focusHeading()
  }, [part])
}
