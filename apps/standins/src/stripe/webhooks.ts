import { randomUUID } from 'node:crypto'
import Stripe from 'stripe'
import { seeded, shuffled } from './random.ts'
import type { KeptEndpoint, KeptEvent, StripeState } from './state.ts'

/** One sending of an event to an endpoint; `nextAt` is real time in milliseconds. */
type Delivery = { id: string; eventId: string; endpointId: string; attempt: number; nextAt: number }

/** How events travel. Held events wait for `release`. */
export type DeliveryManner = { hold: boolean; copies: number }

/** What came of a released delivery; status 0 = no answer. */
export type DeliveryResult = { eventId: string; type: string; status: number }

/** Sends signed events, again and again until answered with 2xx. */
export type WebhookSender = {
  manner(change: Partial<DeliveryManner>): DeliveryManner
  /** Sends all that waits, one after another, each `copies` times, in order or shuffled by a seed. */
  release(order?: { shuffleSeed?: number; copies?: number }): Promise<DeliveryResult[]>
  /** From now on sign with the new secret as well as the old, as Stripe does while secrets rotate. */
  rotate(secret: string): void
  waiting(): number
  close(): void
}

const retrySeconds = [1, 5, 30, 120, 600, 3600, 6 * 3600, 24 * 3600, 72 * 3600]
const answerWithinMs = 10_000

const hears = (kept: KeptEvent, { endpoint, connect }: KeptEndpoint) =>
  connect === kept.connect && endpoint.status === 'enabled' && (endpoint.enabled_events.includes('*') || endpoint.enabled_events.includes(kept.event.type))

/** The `Stripe-Signature` header; its time is the machine's own, which the receiver's tolerance is held against. */
export function signature(payload: string, secrets: string[]): string {
  const timestamp = Math.floor(Date.now() / 1000)
  const [first = '', ...more] = secrets.map(secret => Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }))
  return [first, ...more.map(header => header.slice(header.indexOf('v1=')))].join(',')
}

/** Starts sending; unfinished deliveries of an earlier run go on. */
export function startWebhooks(state: StripeState): WebhookSender {
  const queue = state.store.collection<Delivery>('delivery')
  const manner: DeliveryManner = { hold: false, copies: 1 }
  const sending = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const send = async ({ id, eventId, endpointId, attempt }: Delivery, copies: number): Promise<DeliveryResult[]> => {
    if (closed) return []
    const kept = state.events.get(eventId)
    const endpoint = state.endpoints.get(endpointId)
    if (!kept || !endpoint) {
      queue.remove(id)
      return []
    }
    sending.add(id)
    const results: DeliveryResult[] = []
    for (let copy = 0; copy < copies; copy += 1) results.push({ eventId, type: kept.event.type, status: await post(endpoint, kept.event) })
    sending.delete(id)
    if (closed) return results
    const retry = retrySeconds[attempt]
    if (results.some(one => one.status >= 200 && one.status < 300) || retry === undefined) queue.remove(id)
    else queue.put(id, { id, eventId, endpointId, attempt: attempt + 1, nextAt: Date.now() + retry * 1000 })
    return results
  }

  const pump = () => {
    clearTimeout(timer)
    if (closed || manner.hold) return
    const waiting = queue.all(one => !sending.has(one.id))
    const due = waiting.filter(one => one.nextAt <= Date.now())
    for (const one of due) void send(one, manner.copies).then(pump)
    const next = Math.min(...waiting.filter(one => one.nextAt > Date.now()).map(one => one.nextAt))
    if (Number.isFinite(next)) timer = setTimeout(pump, Math.min(next - Date.now(), 60_000)).unref()
  }

  state.onEvent = kept => {
    for (const one of state.endpoints.all(candidate => hears(kept, candidate))) {
      const id = randomUUID()
      queue.put(id, { id, eventId: kept.event.id, endpointId: one.endpoint.id, attempt: 0, nextAt: 0 })
    }
    setImmediate(pump)
  }
  setImmediate(pump)

  return {
    manner(change) {
      Object.assign(manner, change)
      setImmediate(pump)
      return { ...manner }
    },
    async release({ shuffleSeed, copies = manner.copies } = {}) {
      const waiting = queue.all(one => !sending.has(one.id))
      const line = waiting.flatMap(one => Array.from({ length: copies }, () => one))
      const results: DeliveryResult[] = []
      for (const one of shuffleSeed === undefined ? line : shuffled(line, seeded(shuffleSeed))) results.push(...await send(one, 1))
      return results
    },
    rotate(secret) {
      for (const kept of state.endpoints.all()) state.endpoints.put(kept.endpoint.id, { ...kept, secret, previousSecret: kept.secret })
    },
    waiting: () => queue.all().length,
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}

async function post({ endpoint, secret, previousSecret }: KeptEndpoint, event: Stripe.EventBase): Promise<number> {
  const body = JSON.stringify(event)
  try {
    const answer = await fetch(endpoint.url, {
      method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(answerWithinMs),
      headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Stripe/1.0 (stand-in)', 'stripe-signature': signature(body, previousSecret ? [secret, previousSecret] : [secret]) },
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0
  }
}
