import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Environment } from '../env.ts'
import { appOf, originOf } from './which-app.ts'

const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
  "manifest-src 'self'", "worker-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'",
]

const maxBody = 256 * 1024

/**
 * The headers of every answer (ASVS 3.4). Scripts and styles come as files from our own origin, so the policy needs neither
 * nonce nor hash.
 */
export function fixedHeaders(env: Environment): Record<string, string> {
  const forms = [env.FAMILY_ORIGIN, env.DESK_ORIGIN].map((origin) => new URL(origin).origin).join(' ')
  return {
    'content-security-policy': [...policy, `form-action 'self' ${forms}`, ...(env.MEDSPIL_MODE === 'production' ? ['upgrade-insecure-requests'] : [])].join('; '),
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  }
}

const done = new WeakSet<object>()

/** For an answer that was made with all fixed headers: setting them afterwards costs a rush a tenth of its time. */
export const headersAreSet = (c: Context): void => { done.add(c) }

/** Puts the fixed headers on every answer, errors too. Nothing is kept by browsers or proxies unless a route says so. */
export function securityHeaders(env: Environment): MiddlewareHandler {
  const fixed = Object.entries(fixedHeaders(env))
  return async (c, next) => {
    await next()
    if (done.has(c)) return
    for (const [name, value] of fixed) c.res.headers.set(name, value)
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  }
}

/**
 * Stops what only another site would send. Whatever may change something is a POST of JSON from our own origin: tRPC would
 * otherwise run a mutation without input from a foreign form (ASVS 3.5.2, 3.5.3). Mounted after the webhooks, which prove
 * themselves by signature.
 */
export function guardRequests(env: Environment): MiddlewareHandler {
  const limit = bodyLimit({ maxSize: maxBody, onError: (c) => c.json({ error: 'too-large' }, 413) })
  return async (c, next) => {
    const { method } = c.req
    const reads = method === 'GET' || method === 'HEAD'
    if (c.req.path.startsWith('/trpc/') && reads) return c.json({ error: 'post-only' }, 405, { allow: 'POST' })
    if (reads) return next()
    if (method !== 'POST') return c.json({ error: 'method-not-allowed' }, 405, { allow: 'GET, HEAD, POST' })
    const app = appOf(env, c.req.header('host'))
    const site = c.req.header('sec-fetch-site')
    if (!app || c.req.header('origin') !== originOf(env, app) || (site !== undefined && site !== 'same-origin')) return c.json({ error: 'foreign-origin' }, 403)
    const type = c.req.header('content-type')
    // Logging out sends nothing; a form of another site always names a type.
    const isEmpty = type === undefined && c.req.path === '/login/out'
    if (!isEmpty && !/^application\/json\s*(;|$)/.test(type ?? '')) return c.json({ error: 'json-only' }, 415)
    // A told length is enough to judge by; only a body without one has to be read to be measured.
    const length = c.req.header('transfer-encoding') === undefined ? Number(c.req.header('content-length') ?? Number.NaN) : Number.NaN
    if (Number.isNaN(length)) return limit(c, next)
    return length > maxBody ? c.json({ error: 'too-large' }, 413) : next()
  }
}
