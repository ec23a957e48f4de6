import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Stripe from 'stripe'
import { startStandins } from './index.ts'
import type { Standins, StandinOptions } from './index.ts'

/** Starts the outside world on a free port in a fresh directory, for the stand-ins' own tests. */
export async function freshStandins(options: Partial<StandinOptions> = {}): Promise<Standins> {
  const dataDir = options.dataDir ?? await mkdtemp(join(tmpdir(), 'medspil-standins-'))
  const standins = await startStandins({ port: 0, clients: [], ...options, dataDir })
  return {
    ...standins,
    async close() {
      await standins.close()
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true })
    },
  }
}

/** The official client, pointed at the emulator. */
export function officialClient(url: string, options: { maxNetworkRetries?: number; timeout?: number } = {}): Stripe {
  const { hostname, port } = new URL(url)
  return new Stripe('sk_test_medspil', { host: hostname, port: Number(port), protocol: 'http', telemetry: false, maxNetworkRetries: 0, ...options })
}

/** POSTs JSON and gives the answer's JSON, or null when there is none. */
export async function postJson(url: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })
  const text = await answer.text()
  return text === '' ? null : JSON.parse(text)
}

/** A forening's account that is ready to receive. */
export async function readyAccount(stripe: Stripe, url: string): Promise<Stripe.Account> {
  const account = await stripe.accounts.create({ type: 'express', country: 'DK', capabilities: { transfers: { requested: true } }, business_profile: { name: 'FC Engen' } })
  await postJson(`${url}/stripe/control/account/complete`, { account: account.id })
  return stripe.accounts.retrieve(account.id)
}
