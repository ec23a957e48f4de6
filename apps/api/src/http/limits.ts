import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Environment } from '../env.ts'

/**
 * How often one address may try what a stranger would try, or ask for what is dear to make, per minute. Roomy on purpose: 300 families may sit behind one
 * school's address. Nothing that the request itself names, such as a kommune, counts apart, or each name would be a new
 * start. Each process counts for itself, so n processes allow n times as much; guessing a link's 256 bits, or the 60
 * of a friend's code, stays hopeless either way.
 */
const limits: { matches: (c: Context) => boolean; points: number }[] = [
  { matches: (c) => c.req.path.startsWith('/login/'), points: 600 },
  { matches: (c) => c.req.header('medspil-link') !== undefined, points: 600 },
  { matches: (c) => c.req.path.includes('ordning.quickTest'), points: 600 },
  { matches: (c) => c.req.path.includes('fritidspas.check'), points: 120 },
  { matches: (c) => c.req.path.startsWith('/program-pdf/'), points: 120 },
  { matches: (c) => /openFriendCode|joinFriends/.test(c.req.path), points: 120 },
]

/**
 * Where a request came from. Only as many steps of X-Forwarded-For are believed as we have proxies, counted from the right:
 * what a client writes there itself stands further left.
 */
export function addressOf(env: Environment, c: Context): string {
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim()).filter(Boolean)
  const told = env.PROXY_HOPS > 0 ? hops.at(-env.PROXY_HOPS) : undefined
  if (told) return told
  return 'incoming' in (c.env ?? {}) ? getConnInfo(c).remote.address ?? 'unknown' : 'unknown'
}

/** Answers 429 when one address tries too often. */
export function limitRequests(env: Environment): MiddlewareHandler {
  const counters = limits.map(({ matches, points }) => ({ matches, limiter: new RateLimiterMemory({ points, duration: 60 }) }))
  return async (c, next) => {
    for (const { matches, limiter } of counters) {
      if (!matches(c)) continue
      const allowed = await limiter.consume(addressOf(env, c)).then(() => true, () => false)
      if (!allowed) return c.json({ error: 'too-many-tries' }, 429, { 'retry-after': '60' })
    }
    return next()
  }
}
