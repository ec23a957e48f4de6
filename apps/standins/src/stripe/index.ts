import type { IncomingMessage, ServerResponse } from 'node:http'
import { Hono } from 'hono'
import type { Clock } from '../clock.ts'
import { personas, registerRows } from '../personas.ts'
import type { Store } from '../store.ts'
import { stripeApi } from './api.ts'
import { checkoutPages } from './checkout-page.ts'
import { controlRoutes } from './control.ts'
import { addEndpoint } from './event-routes.ts'
import { faultPlan } from './faults.ts'
import { stripePages } from './pages.ts'
import { paymentsPage } from './payments-page.ts'
import { openState } from './state.ts'
import { watchClock } from './time.ts'
import { startWebhooks } from './webhooks.ts'

export { faultKinds } from './faults.ts'
export type { FaultKind, FaultRule } from './faults.ts'
export { metadataKeys } from './params.ts'
export { payMethods } from './payment-shapes.ts'
export type { PayMethod } from './payment-shapes.ts'
export type { Attempt } from './sessions.ts'
export { apiVersion } from './state.ts'
export type { DeliveryResult } from './webhooks.ts'

/** The emulator: its API for `/v1/…`, and its pages and side door under `/stripe`. */
export type StripeEmulator = { api(req: IncomingMessage, res: ServerResponse): Promise<void>; pages: Hono; close(): void }

type Setting = { store: Store; clock: Clock; publicUrl: string; webhookUrl?: string | undefined; webhookSecret: string }

/**
 * Opens the strict Stripe emulator. With `webhookUrl` two endpoints exist from the start, one for the platform's events
 * and one for the connected accounts', both signed with `webhookSecret`; a new address or secret replaces them.
 * Full names of everyone fictional are canaries: a request holding one is refused.
 */
export function openStripe({ store, clock, publicUrl, webhookUrl, webhookSecret }: Setting): StripeEmulator {
  const state = openState(store, clock, publicUrl)
  const own = 'Medspils egne (sat op ved start)'
  const known = state.endpoints.all(one => one.endpoint.description === own)
  if (known.some(one => one.endpoint.url !== webhookUrl || one.secret !== webhookSecret) || known.length === 0) {
    for (const { endpoint } of known) state.endpoints.remove(endpoint.id)
    if (webhookUrl) for (const connect of [false, true]) addEndpoint(state, { url: webhookUrl, connect, secret: webhookSecret, description: own })
  }
  const faults = faultPlan()
  const webhooks = startWebhooks(state)
  const stopWatching = watchClock(state)
  const canaries = new Set([...personas, ...registerRows()].map(one => one.name.toLowerCase()))
  const pages = new Hono().route('/', controlRoutes(state, faults, webhooks, canaries)).route('/', stripePages(state)).route('/', checkoutPages(state)).route('/', paymentsPage(state))
  return { api: stripeApi({ state, faults, canaries: () => [...canaries] }), pages, close: () => (stopWatching(), webhooks.close()) }
}
