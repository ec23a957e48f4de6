/** The shelf that public/sw.js serves from. */
const shelfName = 'medspil-link'

/**
 * Puts the page and every file it has used on the shelf, and starts the service worker that serves them, so that the list
 * opens without a network. Only the coach's page asks for this; nothing of a child lies there. A phone that cannot, or has
 * no network right now, keeps what it had.
 */
export async function keepPageOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !('caches' in globalThis)) return
  try {
    await navigator.serviceWorker.register('/sw.js', { scope: '/l' })
    const page = await fetch('/l')
    const shown = document.querySelector<HTMLScriptElement>('script[type=module]')
    // A release came while the page was open: its files have other names, and the next opening keeps them.
    if (!page.ok || !shown || !(await page.clone().text()).includes(new URL(shown.src).pathname)) return
    const used = [...new Set(performance.getEntriesByType('resource').map(({ name }) => withoutPart(name)).filter(isAsset))]
    const shelf = await caches.open(shelfName)
    await Promise.all([shelf.put('/l', page), shelf.addAll(used)])
    const old = (await shelf.keys()).filter(({ url }) => isAsset(url) && !used.includes(withoutPart(url)))
    await Promise.all(old.map((request) => shelf.delete(request)))
  } catch {
    // No network, no room, or a browser that forbids it: the page works as before, online.
  }
}

const isAsset = (address: string) => address.startsWith(`${location.origin}/assets/`)
// A pictogram is asked for as a part of one file.
const withoutPart = (address: string) => address.replace(/#.*/, '')
