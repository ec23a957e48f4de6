import { focusHeading } from '@medspil/ui'
import { useEffect, useRef } from 'react'

/** Leads the keyboard to the heading when an act has taken away what was pressed; `key` tells one state of the page from the next. */
export function useHeadingAfter(key: string): void {
  const before = useRef(key)
  useEffect(() => {
    if (before.current === key) return
    before.current = key
    focusHeading()
  }, [key])
}
