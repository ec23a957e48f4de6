import { useEffect, useRef } from 'react'

/**
 * Moves focus to the page's heading after a route change, so that keyboard and screen reader start at the new page.
 * Does nothing when the page itself has put focus somewhere inside `main` (an error summary, a field).
 */
export function focusHeading(): void {
  const main = document.querySelector('main')
  if (main?.contains(document.activeElement)) return
  const focus = () => {
    const heading = main?.querySelector('h1')
    if (!heading) return false
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    return true
  }
  if (!main || focus()) return
  // The page is still waiting for its answer; the heading comes with it.
  const watcher = new MutationObserver(() => {
    if (focus()) watcher.disconnect()
  })
  watcher.observe(main, { childList: true, subtree: true })
  setTimeout(() => watcher.disconnect(), 10_000)
}

/** Leads the keyboard to the heading when an act has taken away what was pressed; `key` tells one state of the page from the next. Not on arrival. */
export function useHeadingAfter(key: string): void {
  const before = useRef(key)
  useEffect(() => {
    if (before.current === key) return
    before.current = key
    focusHeading()
  }, [key])
}
