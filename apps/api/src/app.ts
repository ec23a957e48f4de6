import { trpcServer } from './trpc/serve.ts'
import type { Database } from '@medspil/db'
import { Hono } from 'hono'
import { loginRoutes } from './access/login-routes.ts'
import type { Clock } from './clock.ts'
import type { Environment } from './env.ts'
import type { Gateways } from './gateways/index.ts'
import { programPdfRoutes } from './holiday-program/program-pdf-routes.ts'
import { letterRoutes } from './letter/letter-routes.ts'
import { guardRequests, securityHeaders } from './http/headers.ts'
import { staticApps } from './http/static-apps.ts'
import { limitRequests } from './http/limits.ts'
import { log } from './log.ts'
import { stripeWebhook } from './subsidy/stripe-webhook.ts'

/** What the server is made of; tests bring their own database, clock and gateways. */
export interface AppParts {
  env: Environment
  database: Database
  /** Business time: days, deadlines, follow-ups. In development the stand-ins can move it. */
  clock: Clock
  /** Security time: sessions, proofs, signatures. Always the machine's own, or each jump would log everybody out. */
  securityClock: Clock
  gateways: Gateways
}

/** The whole HTTP surface: login, tRPC, letters as PDF, webhooks, the two frontends by hostname, health. */
export async function createApp(parts: AppParts): Promise<Hono> {
  const app = new Hono()
  app.use(securityHeaders(parts.env))
  app.onError((error, c) => {
    log('error', 'request-failed', { path: c.req.path, error })
    return c.json({ error: 'failed' }, 500)
  })
  app.get('/healthz', async (c) => {
    await parts.database.pool.query('select 1')
    return c.json({ ok: true })
  })
  app.route('/webhooks/stripe', stripeWebhook(parts))
  app.use(guardRequests(parts.env))
  app.use(limitRequests(parts.env))
  app.route('/login', await loginRoutes(parts))
  app.route('/letters', letterRoutes(parts))
  app.route('/program-pdf', programPdfRoutes(parts))
  app.route('/trpc', trpcServer(parts))
  app.route('/', staticApps(parts))
  return app
}
