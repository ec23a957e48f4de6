// The stand-ins' untyped vendors are described in a file that no import leads to.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="../../../standins/src/vendor.d.ts" />
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Standins, startStandins } from '@medspil/standins'
import Stripe from 'stripe'
import { stripeClient } from '../../src/gateways/stripe-client.ts'
import type { Transfers } from '../../src/gateways/index.ts'
import { nowAt } from '../../src/clock.ts'

/** The real emulator with its own memory, our own client at it, and the official client for counting what is there. */
export interface Outside {
  standins: Standins
  transfers: Transfers
  stripe: Stripe
  /** The emulator's moment: business time in these tests follows Stripe's. */
  clock: () => ReturnType<typeof nowAt>
  /** Tells the emulator's side door; see `apps/standins/src/stripe/control.ts`. */
  control(path: string, body: object, method?: string): Promise<void>
  /** An account of a forening that can receive. */
  readyAccount(kommuneId: string): Promise<string>
  close(): Promise<void>
}

/** Starts the emulator on a free port, with money on the platform's balance. */
export async function openOutside(balance = 1_000_000_000): Promise<Outside> {
  const folder = await mkdtemp(join(tmpdir(), 'medspil-money-'))
  const standins = await startStandins({ port: 0, dataDir: folder, clients: [] })
  // Histories move the clock by weeks. From January on no declaration runs out on the way, whatever day the tests are run.
  const today = new Date(standins.clock.now())
  standins.clock.advance({ days: Math.ceil((Date.UTC(today.getUTCFullYear() + 1, 0, 10) - today.getTime()) / 86_400_000) })
  const { hostname, port } = new URL(standins.url)
  const stripe = new Stripe('sk_test_medspil', { host: hostname, port: Number(port), protocol: 'http', telemetry: false, maxNetworkRetries: 0 })
  const transfers = stripeClient({ secretKey: 'sk_test_medspil', base: standins.url, returnUrl: 'https://desk.example/l' })
  const control: Outside['control'] = async (path, body, method = 'POST') => {
    const answer = await fetch(`${standins.url}/stripe/control/${path}`, { method, headers: { 'content-type': 'application/json' }, ...(method === 'POST' && { body: JSON.stringify(body) }) })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    await answer.arrayBuffer()
  }
  await control('topup', { amount: balance })
  return {
    standins, transfers, stripe, control, clock: () => nowAt(new Date(standins.clock.now())),
    readyAccount: async (kommuneId) => {
      const { id } = await transfers.createAccount({ foreningId: kommuneId, kommuneId, key: crypto.randomUUID() })
      await control('account/complete', { account: id })
      return id
    },
    close: async () => {
      await standins.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Every transfer at the emulator by the line it names: more than one under a line is a double payment. */
export async function transfersByLine(stripe: Stripe): Promise<Map<string, Stripe.Transfer[]>> {
  const byLine = new Map<string, Stripe.Transfer[]>()
  for await (const transfer of stripe.transfers.list({ limit: 100 })) {
    const line = transfer.metadata['line'] ?? ''
    byLine.set(line, [...(byLine.get(line) ?? []), transfer])
  }
  return byLine
}

/** A generator of numbers from 0 to 1 that a seed repeats (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
