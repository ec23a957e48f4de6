import type { IncomingMessage } from 'node:http'
import { transformer } from '@medspil/contracts/transformer'
import { callTRPCProcedure, getErrorShape, getTRPCErrorFromUnknown } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { AppParts } from '../app.ts'
import { resolveActor } from '../access/resolve-actor.ts'
import { fixedHeaders, headersAreSet } from '../http/headers.ts'
import type { Context } from './procedure.ts'
import { appRouter } from './router.ts'

const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } } | undefined>

/** The published record of a draw: megabytes that are the same for everybody and hold no secret. */
const published: ReadonlySet<string> = new Set(['holidayProgram.drawRecord', 'holidayProgram.draw'])

/**
 * Whether an answer may be sent compressed: only when all in it is published. The length of a compressed answer tells of its
 * content, so one with a secret beside words that a stranger can choose must never be (BREACH).
 */
export const mayCompress = (path: string): boolean => path.split(',').every((name) => published.has(name))

/** Mounts the router. Only JSON by POST: queries travel in the body too, since an address must not carry personal data. */
export function trpcServer(parts: AppParts): Hono {
  const app = new Hono()
  const headers = { ...fixedHeaders(parts.env), 'cache-control': 'no-store', 'content-type': 'application/json' }
  const contextOf = async (request: Request): Promise<Context> => {
    const { actor, sessionHash } = await resolveActor(parts, request)
    return { actor, sessionHash, database: parts.database, asActor: parts.database.asActor, clock: parts.clock, gateways: parts.gateways, familyOrigin: new URL(parts.env.FAMILY_ORIGIN).origin }
  }
  const squeeze = compress()
  app.use('/*', (c, next) => (mayCompress(pathOf(c.req.path)) ? squeeze(c, next) : next()))
  app.all('/*', async (c) => {
    const path = pathOf(c.req.path)
    const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
    if (c.req.method === 'POST' && incoming && !c.req.url.includes('?') && procedures[path]?._def.type === 'mutation') {
      const { status, body } = await runAlone(path, incoming, () => contextOf(c.req.raw))
      headersAreSet(c)
      return new Response(body, { status, headers })
    }
    return fetchRequestHandler({ endpoint: '/trpc', req: c.req.raw, router: appRouter, allowMethodOverride: true, maxBatchSize: 20, createContext: () => contextOf(c.req.raw) })
  })
  return app
}

const pathOf = (path: string): string => path.slice('/trpc/'.length)

/**
 * Runs one mutation that travels alone, as every mutation of ours does: the same call, middlewares and error shape as the
 * adapter's, without its streams, which cost the opening minute more than the sign-up itself.
 */
async function runAlone(path: string, incoming: IncomingMessage, createContext: () => Promise<Context>): Promise<{ status: number; body: string }> {
  let ctx: Context | undefined
  try {
    const text = await bodyOf(incoming)
    ctx = await createContext()
    const getRawInput = async () => (text === '' ? undefined : transformer.deserialize(JSON.parse(text)))
    const result: unknown = await callTRPCProcedure({ router: appRouter, path, getRawInput, ctx, type: 'mutation', signal: undefined, batchIndex: 0 })
    return { status: 200, body: JSON.stringify({ result: { data: transformer.serialize(result) } }) }
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause)
    const shape = getErrorShape({ config: appRouter._def._config, error, type: 'mutation', path, input: undefined, ctx })
    return { status: getHTTPStatusCodeFromError(error), body: JSON.stringify({ error: transformer.serialize(shape) }) }
  }
}

/** The body as text. Its length was held against the limit before (`guardRequests`). */
function bodyOf(incoming: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts).toString('utf8'))).on('error', reject)
  })
}
