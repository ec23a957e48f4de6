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
