import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { accountRoutes } from './accounts.ts'
import { balanceRoutes } from './balances.ts'
import { cliKey, cliRoutes } from './cli-door.ts'
import { disputeRoutes } from './disputes.ts'
import { invalid, StripeRefusal } from './errors.ts'
import { eventRoutes } from './event-routes.ts'
import type { FaultKind, FaultPlan } from './faults.ts'
import { openIdempotency } from './idempotency.ts'
import type { StoredAnswer } from './idempotency.ts'
import { checkParams, readForm } from './params.ts'
import { paymentRoutes } from './payment-routes.ts'
import { refundRoutes } from './refunds.ts'
import type { Route } from './route.ts'
import { sessionRoutes } from './session-routes.ts'
import { passTime } from './time.ts'
import { transferRoutes } from './transfers.ts'
import { stripeId } from './state.ts'
import type { StripeState } from './state.ts'

/** Every endpoint there is. Anything else is refused. */
export const routes: Route[] = [
  ...accountRoutes, ...sessionRoutes, ...paymentRoutes, ...refundRoutes, ...disputeRoutes, ...transferRoutes, ...balanceRoutes, ...eventRoutes,
]

type Setting = { state: StripeState; faults: FaultPlan; canaries: () => string[] }

type Answer = StoredAnswer & { headers?: Record<string, string> }

const slowMs = 400
const internalError: StoredAnswer = { status: 500, body: { error: { message: 'An unexpected error occurred.', type: 'api_error' } } }

/** The `/v1/…` API as a plain Node handler, because its faults reach down to the socket. */
export function stripeApi({ state, faults, canaries }: Setting): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const idempotency = openIdempotency(state.store, state.second)

  const carryOut = async (req: IncomingMessage, known: Route[], url: URL, body: string, fault: FaultKind | undefined, id: string): Promise<Answer> => {
    const method = req.method ?? 'GET'
    const { route, ids } = find(known, method, url.pathname)
    const text = method === 'GET' ? url.search.slice(1) : body
    const account = one(req.headers['stripe-account']) ?? null
    const key = method === 'POST' ? one(req.headers['idempotency-key']) ?? null : null
    const request = JSON.stringify([method, url.pathname, account, text])
    const before = key === null ? undefined : idempotency.begin(key, request)
    if (before) return { ...before, headers: { 'idempotent-replayed': 'true' } }

    let params
    try {
      params = checkParams(readForm(text), route.accepts, route.required, canaries())
    } catch (error) {
      if (key !== null) idempotency.abandon(key)
      throw error
    }
    if (fault === 'slow') await wait(slowMs)
    const answer = fault === 'fail-during' ? internalError : execute(() => {
      passTime(state)
      state.request = { id, key }
      return route.handle({ params: params as never, ids, account, state })
    })
    state.request = null
    const told = fault === 'fail-after' ? internalError : answer
    if (key !== null) idempotency.finish(key, request, told)
    return told
  }

  return async (req, res) => {
    const id = stripeId('req')
    const url = new URL(req.url ?? '/', 'http://stripe.invalid')
    const body = await bodyOf(req)
    const fault = faults.take(req.method ?? 'GET', url.pathname)
    if (fault === 'drop-before') return void req.socket.destroy()
    if (fault === 'hang-before') return
    const answer = fault === 'fail-before' ? internalError
      : fault === 'rate-limit' ? { status: 429, body: { error: { message: 'Too many requests.', type: 'invalid_request_error', code: 'rate_limit' } }, headers: { 'stripe-should-retry': 'true' } }
      : await answered(async () => {
        const key = authenticate(req)
        return carryOut(req, key.startsWith(cliKey) ? [...cliRoutes, ...routes] : routes, url, body, fault, id)
      })
    if (fault === 'drop-after') return void req.socket.destroy()
    if (fault === 'hang-after') return
    reply(res, answer, { 'request-id': id, ...echo(req) }, fault === 'half-body')
  }
}

function find(known: Route[], method: string, path: string): { route: Route; ids: string[] } {
  for (const route of known) {
    if (route.method !== method) continue
    const match = new RegExp(`^${route.path.replaceAll(':id', '([^/]+)')}$`).exec(path)
    if (match) return { route, ids: match.slice(1).map(decodeURIComponent) }
  }
  throw invalid(`Unrecognized request URL (${method}: ${path}). Medspil's Stripe stand-in does not have it.`)
}

/** The test key that was sent, or 401. */
function authenticate(req: IncomingMessage): string {
  const header = req.headers.authorization ?? ''
  const secret = header.startsWith('Basic ') ? Buffer.from(header.slice(6), 'base64').toString().replace(/:$/, '') : header.replace(/^Bearer /, '')
  if (!/^sk_test_\w+$/.test(secret)) throw new StripeRefusal(401, 'Invalid API Key provided: the stand-in takes test keys only.')
  return secret
}

function execute(handle: () => object): StoredAnswer {
  try {
    return { status: 200, body: handle() }
  } catch (error) {
    if (error instanceof StripeRefusal) return { status: error.status, body: error.body() }
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return internalError
  }
}

async function answered(run: () => Promise<Answer>): Promise<Answer> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof StripeRefusal) return { status: error.status, body: error.body() }
    throw error
  }
}

const echo = (req: IncomingMessage): Record<string, string> => {
  const key = one(req.headers['idempotency-key'])
  return key === undefined ? {} : { 'idempotency-key': key }
}

function reply(res: ServerResponse, { status, body, headers }: Answer, more: Record<string, string>, half: boolean): void {
  const text = JSON.stringify(body)
  res.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers, ...more })
  if (!half) return void res.end(text)
  res.write(text.slice(0, Math.floor(text.length / 2)), () => res.destroy())
}

const one = (header: string | string[] | undefined) => Array.isArray(header) ? header[0] : header

async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of req) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
