/**
 * Moves focus to the page's heading after a route change, so that keyboard and screen reader start at the new page.
 * Does nothing when the page itself has put focus somewhere inside `main` (an error summary, a field).
 */
export function focusHeading(): void {
  const main = document.querySelector('main')
  if (main?.contains(document.activeElement)) return
  const heading = main?.querySelector('h1')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
