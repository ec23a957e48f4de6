/**
 * Lets a coach's list open without a network. Serves the page behind a link (/l) and its hashed files from the shelf that
 * the page itself fills (src/link/team/shelf.ts); knows nothing of the rest of the desk and never touches an answer of the
 * server (/trpc). Written by hand and served as it stands.
 */
const shelfName = 'medspil-link'

/** How long the network may keep the coach waiting before the shelf answers, ms. */
const patience = 3000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && pathname === '/l') event.respondWith(openPage(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(openAsset(request))
})

// The newest page when there is a network: an older one would ask for files that a new release has taken away.
async function openPage(request) {
  const kept = await (await caches.open(shelfName)).match('/l')
  if (!kept) return fetch(request)
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(patience) })
    return fresh.ok ? fresh : kept
  } catch {
    return kept
  }
}

// The name of a hashed file changes with what is in it, so what lies on the shelf is right.
async function openAsset(request) {
  const shelf = await caches.open(shelfName)
  const kept = await shelf.match(request.url)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await shelf.put(request.url, fresh.clone())
  return fresh
}
