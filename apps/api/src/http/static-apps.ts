import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import type { Database } from '@medspil/db'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { AppParts } from '../app.ts'
import { type AppName, appOf, originOf } from './which-app.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.avif': 'image/avif', '.ico': 'image/x-icon',
  '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
}

/** Vite puts a content hash into the names under assets/, so these never change. */
const immutable = 'public, max-age=31536000, immutable'

/**
 * Serves the two built frontends, each on its own hostname; an address without a file is a page of the frontend. Elsewhere
 * leads to the family app.
 */
export function staticApps({ env, database }: AppParts): Hono {
  const folders: Record<AppName, string> = {
    family: env.STATIC_FAMILY ?? join(import.meta.dirname, '../../../family/dist'),
    desk: env.STATIC_DESK ?? join(import.meta.dirname, '../../../desk/dist'),
  }
  const app = new Hono()
  app.get('/*', async (c) => {
    const which = appOf(env, c.req.header('host'))
    if (!which) return c.redirect(originOf(env, 'family'), 302)
    const path = safePath(c.req.path)
    if (path === null) return c.json({ error: 'not-found' }, 404)
    if (types[extname(path)] && !path.endsWith('.html')) return (await serveFile(folders[which], path, c.req.header('accept-encoding') ?? '')) ?? c.json({ error: 'not-found' }, 404)
    // The address in an SMS is short: /l opens the page for those who come with a link.
    const page = await readOrNull(join(folders[which], which === 'desk' && path === 'l' ? 'link.html' : 'index.html'))
    return page ? c.html(await withPhones(database, new TextDecoder().decode(page)), 200, { 'cache-control': 'no-cache' }) : c.json({ error: 'not-found' }, 404)
  })
  app.notFound((c) => c.json({ error: 'not-found' }, 404))
  return app
}

/** The path inside the folder; null when it leads out of it or names a hidden file or a source map. */
function safePath(urlPath: string): string | null {
  let path: string
  try {
    path = normalize(decodeURIComponent(urlPath)).replace(/^\/+/, '')
  } catch {
    return null
  }
  return path.includes('\0') || path.split('/').some((part) => part.startsWith('.')) || path.endsWith('.map') ? null : path
}

/** Who cannot run the page gets numbers to ring instead. */
async function withPhones(database: Database, page: string): Promise<string> {
  if (!page.includes('<!--kommune-phones-->')) return page
  const kommuner = await database.prisma.kommune.findMany({ orderBy: { name: 'asc' }, select: { name: true, phone: true } })
  const lines = kommuner.map(({ name, phone }) => html`<li>${name}: <a href="${`tel:+45${phone.replace(/\D/g, '')}`}">${phone}</a></li>`)
  return page.replace('<!--kommune-phones-->', `<ul>${lines.join('')}</ul>`)
}

const packed = [['br', '.br'], ['gzip', '.gz']] as const

async function serveFile(folder: string, path: string, accepts: string): Promise<Response | null> {
  const type = types[extname(path)]
  if (!type) return null
  const headers = new Headers({ 'content-type': type, vary: 'accept-encoding', 'cache-control': path.startsWith('assets/') ? immutable : 'no-cache' })
  for (const [coding, suffix] of packed) {
    const body = accepts.includes(coding) ? await readOrNull(join(folder, path + suffix)) : null
    if (!body) continue
    headers.set('content-encoding', coding)
    return new Response(body, { headers })
  }
  const body = await readOrNull(join(folder, path))
  return body && new Response(body, { headers })
}

async function readOrNull(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return readFile(path).then((bytes) => new Uint8Array(bytes), () => null)
}
