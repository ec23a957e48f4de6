import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { Hono } from 'hono'
import type { AppParts } from '../app.ts'
import { resolveActor } from '../access/resolve-actor.ts'
import { appRouter } from './router.ts'

/** Mounts the router. Only JSON by POST: queries travel in the body too, since an address must not carry personal data. */
export function trpcServer(parts: AppParts): Hono {
  const app = new Hono()
  app.all('/*', (c) => fetchRequestHandler({
    endpoint: '/trpc',
    req: c.req.raw,
    router: appRouter,
    allowMethodOverride: true,
    maxBatchSize: 20,
    createContext: async () => {
      const { actor, sessionHash } = await resolveActor(parts, c.req.raw)
      return { actor, sessionHash, database: parts.database, asActor: parts.database.asActor, clock: parts.clock, gateways: parts.gateways }
    },
  }))
  return app
}
