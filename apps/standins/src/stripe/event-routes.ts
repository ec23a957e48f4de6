import { randomBytes } from 'node:crypto'
import type Stripe from 'stripe'
import { invalid, missing } from './errors.ts'
import { inRange, pageOf, paging, route } from './route.ts'
import type { Route } from './route.ts'
import { apiVersion, stripeId } from './state.ts'
import type { KeptEndpoint, StripeState } from './state.ts'

function endpointOr404(state: StripeState, id = ''): KeptEndpoint {
  const found = state.endpoints.get(id)
  if (!found) throw missing('webhook endpoint', id)
  return found
}

/** Adds a webhook endpoint. Endpoints with `connect` hear of connected accounts only, the others of the platform only. */
export function addEndpoint(state: StripeState, given: { url: string; connect: boolean; secret?: string; events?: string[]; description?: string | null }): KeptEndpoint {
  const id = stripeId('we')
  return state.endpoints.put(id, {
    connect: given.connect, secret: given.secret ?? `whsec_${randomBytes(24).toString('hex')}`, previousSecret: null,
    endpoint: {
      id, object: 'webhook_endpoint', api_version: apiVersion, application: null, created: state.second(), description: given.description ?? null,
      enabled_events: given.events ?? ['*'], livemode: false, metadata: {}, status: 'enabled', url: given.url,
    },
  })
}

const eventOf = (state: StripeState, id: string): Stripe.EventBase => {
  const kept = state.events.get(id)
  if (!kept) throw missing('event', id)
  return kept.event
}

/** `/v1/events` and `/v1/webhook_endpoints`. */
export const eventRoutes: Route[] = [
  route<Stripe.EventListParams>('GET', '/v1/events', {
    accepts: { ...paging, created: 'range', type: 'string', types: 'strings' },
    handle({ params, state, account }) {
      const found = state.events.all(({ event }) => (event.account ?? null) === account && inRange(event.created, params.created)
        && (params.type === undefined || event.type === params.type) && (params.types === undefined || params.types.includes(event.type)))
      return pageOf(found.reverse().map(one => one.event), params, '/v1/events')
    },
  }),
  route<Stripe.EventRetrieveParams>('GET', '/v1/events/:id', { accepts: {}, handle: ({ ids, state }) => eventOf(state, ids[0] ?? '') }),
  route<Stripe.WebhookEndpointCreateParams>('POST', '/v1/webhook_endpoints', {
    accepts: { url: 'string', enabled_events: 'strings', connect: 'boolean', description: 'string' },
    required: ['url', 'enabled_events'],
    handle({ params, state }) {
      if (!URL.canParse(params.url)) throw invalid('Invalid URL', 'url', 'url_invalid')
      const { endpoint, secret } = addEndpoint(state, { url: params.url, connect: params.connect ?? false, events: params.enabled_events, description: params.description || null })
      return { ...endpoint, secret }
    },
  }),
  route<Stripe.WebhookEndpointListParams>('GET', '/v1/webhook_endpoints', {
    accepts: paging, handle: ({ params, state }) => pageOf(state.endpoints.all().reverse().map(one => one.endpoint), params, '/v1/webhook_endpoints'),
  }),
  route<Stripe.WebhookEndpointRetrieveParams>('GET', '/v1/webhook_endpoints/:id', { accepts: {}, handle: ({ ids, state }) => endpointOr404(state, ids[0]).endpoint }),
  route<Stripe.WebhookEndpointUpdateParams>('POST', '/v1/webhook_endpoints/:id', {
    accepts: { url: 'string', enabled_events: 'strings', disabled: 'boolean', description: 'string' },
    handle({ params, ids, state }) {
      const kept = endpointOr404(state, ids[0])
      const endpoint: Stripe.WebhookEndpoint = {
        ...kept.endpoint, url: params.url ?? kept.endpoint.url, enabled_events: params.enabled_events ?? kept.endpoint.enabled_events,
        description: params.description ?? kept.endpoint.description,
        status: params.disabled === undefined ? kept.endpoint.status : params.disabled ? 'disabled' : 'enabled',
      }
      return state.endpoints.put(endpoint.id, { ...kept, endpoint }).endpoint
    },
  }),
  route<Stripe.WebhookEndpointDeleteParams>('DELETE', '/v1/webhook_endpoints/:id', {
    accepts: {},
    handle({ ids, state }) {
      const { endpoint } = endpointOr404(state, ids[0])
      state.endpoints.remove(endpoint.id)
      return { id: endpoint.id, object: 'webhook_endpoint', deleted: true } satisfies Stripe.DeletedWebhookEndpoint
    },
  }),
]
