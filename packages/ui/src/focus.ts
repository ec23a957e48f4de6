import { useEffect, useRef } from 'react'

/**
 * Moves focus to the page's heading after a route change, so that keyboard and screen reader start at the new page.
 * Does nothing when the page itself has put focus somewhere inside `main` (an error summary, a field).
 */
export function focusHeading(): void {
  const main = document.querySelector('main')
  if (main?.contains(document.activeElement)) return
  const focus = () => {
    // Meanwhile somebody may have gone on by themselves.
    if (main?.contains(document.activeElement)) return true
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

/**
 * Keeps the keyboard on the page when what it stood on goes away or is moved by an act of its own: what was moved gets the
 * focus back, and where nothing is left of it the heading does. Called once per page; whoever left by a pointer is left alone.
 */
export function keepFocusOnPage(): void {
  let stoodOn: HTMLElement | null = null
  document.addEventListener('focusin', ({ target }) => { stoodOn = target instanceof HTMLElement ? target : null })
  document.addEventListener('pointerdown', () => { stoodOn = null })
  const lookAfter = () => {
    if (!stoodOn || document.activeElement !== document.body || !document.hasFocus()) return
    const lost = stoodOn
    stoodOn = null
    if (lost.isConnected) lost.focus({ preventScroll: true })
    if (document.activeElement === document.body) focusHeading()
  }
  // Afterwards, since a dialog that closes gives the focus back by itself.
  new MutationObserver(() => setTimeout(lookAfter)).observe(document.body, { childList: true, subtree: true, attributeFilter: ['hidden', 'open'] })
}
