import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import type { Database, Now } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { type AppParts, createApp } from './app.ts'
import { nowAt } from './clock.ts'
import { type Environment, readEnvironment } from './env.ts'
import { Unavailable } from './errors.ts'
import type { Gateways } from './gateways/index.ts'
import { type FakeCheckouts, fakeCheckouts } from './gateways/fake-checkout.test-kit.ts'
import type { RegisteredPerson, RegisteredRelation } from './gateways/person-registry.ts'
import type { TransferTruth } from './gateways/stripe.ts'
import { createCaller } from './trpc/router.ts'

export { readEnvironment } from './env.ts'
export { openGateways } from './gateways/open-gateways.ts'
export { runJob } from './jobs/run-job.ts'
export type { WorkerParts } from './jobs/job.ts'
export type { Gateways } from './gateways/index.ts'
export type { FakeCheckouts } from './gateways/fake-checkout.test-kit.ts'
export { runTicks, ticks } from './jobs/ticks.ts'

/** A message that a fake gateway took. */
export interface TakenMessage { channel: 'mail' | 'sms' | 'digital-post'; id: string; to: string; subject: string; text: string; pdf: Uint8Array | null }

/** What fake gateways are given and what they have done. */
export interface FakeWorld {
  gateways: Gateways
  /** Messages taken, oldest first; a second one with the same id is dropped. */
  taken: TakenMessage[]
  /** Transfers by our line id. */
  transfers: Map<string, TransferTruth>
  /** Checkouts by our payment id, with what payers and banks do to them. */
  checkouts: FakeCheckouts
  /** Persons the registry knows, by ten digits. */
  people: Map<string, { person: RegisteredPerson; relations: RegisteredRelation[] }>
  /** Receivers (ten digits) without Digital Post. */
  exempt: Set<string>
  /** Names of neighbours that are away: 'mail', 'sms', 'digital-post', 'registry', 'stripe'. */
  away: Set<string>
}

/** Makes gateways in memory that keep the promises of the real ones: the same id or key twice is one effect. */
export function fakeGateways(): FakeWorld {
  const checkouts = fakeCheckouts(() => reach('stripe'))
  const world = { checkouts, taken: [] as TakenMessage[], transfers: new Map<string, TransferTruth>(), people: new Map<string, { person: RegisteredPerson; relations: RegisteredRelation[] }>(), exempt: new Set<string>(), away: new Set<string>() }
  const reach = (what: string) => { if (world.away.has(what)) throw new Unavailable(what) }
  const take = (message: TakenMessage) => {
    reach(message.channel)
    if (!world.taken.some(({ channel, id }) => channel === message.channel && id === message.id)) world.taken.push(message)
  }
  const byKey = new Map<string, TransferTruth>()
  const accounts = new Map<string, string>()
  const gateways: Gateways = {
    personRegistry: { lookUp: async (cpr) => { reach('registry'); return world.people.get(cpr.reveal()) ?? null } },
    checkouts: checkouts.port,
    messages: {
      mail: async ({ id, to, subject, text }) => take({ channel: 'mail', id, to, subject, text, pdf: null }),
      sms: async ({ id, to, text }) => take({ channel: 'sms', id, to, subject: '', text, pdf: null }),
      digitalPost: async ({ id, cpr, title, pdf }) => {
        if (world.exempt.has(cpr)) return 'exempt'
        take({ channel: 'digital-post', id, to: cpr, subject: title, text: '', pdf })
        return 'delivered'
      },
    },
    transfers: {
      send: async ({ lineId, amount, account, key }) => {
        reach('stripe')
        const truth = byKey.get(key) ?? { id: `tr_${key}`, amount, reversed: 0n, destination: account }
        byKey.set(key, truth)
        world.transfers.set(lineId, truth)
        return truth
      },
      find: async ({ lineId }) => { reach('stripe'); return world.transfers.get(lineId) ?? null },
      ofPayout: async () => { reach('stripe'); return [...world.transfers].map(([lineId, truth]) => ({ ...truth, lineId })) },
      reverse: async ({ transferId, amount, key, lineId }) => {
        reach('stripe')
        const truth = world.transfers.get(lineId)
        if (truth?.id !== transferId) throw new Error('no such transfer')
        world.transfers.set(lineId, { ...truth, reversed: truth.reversed + amount })
        return { id: `trr_${key}` }
      },
      balance: async () => { reach('stripe'); return 10_000_000n },
      createAccount: async ({ foreningId }) => {
        const id = accounts.get(foreningId) ?? `acct_${accounts.size + 1}`
        accounts.set(foreningId, id)
        return { id }
      },
      accountLink: async ({ account }) => `https://connect.example/${account}`,
      account: async () => ({ payoutsEnabled: true }),
    },
  }
  return { gateways, ...world }
}

/**
 * Calls procedures as an actor, through middleware and transaction, without HTTP.
 * @param options.now the moment of every call, or a function that tells it
 */
export function callerAs(database: Database, actor: Actor, { now, gateways = fakeGateways().gateways }: { now: Now | (() => Now); gateways?: Gateways }) {
  return createCaller({ actor, database, asActor: database.asActor, clock: typeof now === 'function' ? now : () => now, gateways, familyOrigin: 'https://family.example', sessionHash: null })
}

/** An environment for tests: development, every neighbour on a closed port unless named. */
export function testEnvironment(changes: Record<string, string> = {}): Environment {
  const nowhere = 'http://127.0.0.1:9'
  return readEnvironment({
    MEDSPIL_MODE: 'development', FAMILY_ORIGIN: 'http://family.localhost:3000', DESK_ORIGIN: 'http://desk.localhost:3000',
    DATABASE_URL_APP: 'unused', DATABASE_URL_WORKER: 'unused', DATABASE_URL_READER: 'unused', MASTER_KEY: `1:${Buffer.alloc(32, 7).toString('base64')}`,
    OIDC_MITID_ISSUER: nowhere, OIDC_ERHVERV_ISSUER: nowhere, OIDC_CLIENT_ID: 'medspil', OIDC_CLIENT_SECRET: 'test-client-secret',
    REGISTRY_URL: nowhere, REGISTRY_SECRET: 'test-registry-secret', STRIPE_SECRET_KEY: 'sk_test_medspil', STRIPE_WEBHOOK_SECRET: 'whsec_test',
    SMTP_URL: 'smtp://127.0.0.1:9', SMS_URL: nowhere, SMS_SECRET: 'test-sms-secret-16', DIGITAL_POST_URL: nowhere, DIGITAL_POST_SECRET: 'test-post-secret', ...changes,
  })
}

/** A running API. */
export interface RunningApi {
  port: number
  env: Environment
  family: string
  desk: string
  stop(): Promise<void>
}

/** A free port of this machine, for what must know its own address before it starts. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => { probe.listen(0, '127.0.0.1', resolve) })
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => { probe.close(resolve) })
  return port
}

/** Starts the whole API on a port of its own, or on `env`'s. Left out, the clock is the machine's and gateways are fake. */
export async function startApi(parts: Pick<AppParts, 'database'> & Partial<AppParts> & { port?: number }): Promise<RunningApi> {
  const port = parts.port ?? (await freePort())
  const family = `http://family.localhost:${port}`
  const desk = `http://desk.localhost:${port}`
  const env = { ...(parts.env ?? testEnvironment()), PORT: port, FAMILY_ORIGIN: family, DESK_ORIGIN: desk }
  const machine = () => nowAt(new Date())
  const app = await createApp({
    database: parts.database, env, clock: parts.clock ?? machine, securityClock: parts.securityClock ?? machine, gateways: parts.gateways ?? fakeGateways().gateways,
  })
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => { server.once('listening', resolve) })
  return { port, env, family, desk, stop: () => new Promise((resolve) => { server.close(() => resolve()); if ('closeAllConnections' in server) server.closeAllConnections() }) }
}
