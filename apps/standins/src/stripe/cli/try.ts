import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/**
 * Run by hand, because the CLI is no part of Medspil: `node src/stripe/cli/try.ts <path to the stripe binary of npm
 * @stripe/cli 1.52.0>`. Lets Stripe's official CLI walk through the stand-in and asks whether the event it wants has come.
 * Ends with 1 when one trigger fails.
 */
const events = [
  'checkout.session.completed', 'checkout.session.expired', 'checkout.session.async_payment_succeeded', 'checkout.session.async_payment_failed', 'charge.refunded',
  'charge.dispute.created', 'transfer.created', 'transfer.reversed', 'account.updated', 'payout.created',
]
const key = 'sk_test_cli_1234567890abcdef'
const [binary] = process.argv.slice(2)
if (binary === undefined) throw new Error('Say where the stripe binary is')

// The stand-ins answer from a thread of their own while spawnSync waits in this one.
const folder = await mkdtemp(join(tmpdir(), 'medspil-standins-'))
const thread = new Worker(`
  const { parentPort, workerData: dataDir } = require('node:worker_threads')
  import(${JSON.stringify(new URL('../../index.ts', import.meta.url).href)})
    .then(({ startStandins }) => startStandins({ port: 0, clients: [], dataDir }))
    .then(standins => parentPort.postMessage(standins.url))`, { eval: true, workerData: folder })
const [told] = await once(thread, 'message') as [string]
// The CLI takes 127.0.0.1 and refuses localhost.
const url = told.replace('localhost', '127.0.0.1')
const run = (...words: string[]) => spawnSync(binary, [...words, '--api-base', url, '--api-key', key], { encoding: 'utf8', timeout: 60_000, env: { HOME: folder, STRIPE_CLI_TELEMETRY_OPTOUT: '1' } })
const seen = async () => {
  const authorization = { headers: { authorization: `Bearer ${key}` } }
  const list = async (headers: Record<string, string> = {}) => (await (await fetch(`${url}/v1/events?limit=100`, { headers: { ...authorization.headers, ...headers } })).json() as { data: Array<{ type: string }> }).data.map(one => one.type)
  const accounts = (await (await fetch(`${url}/v1/accounts?limit=100`, authorization)).json() as { data: Array<{ id: string }> }).data
  return [...await list(), ...(await Promise.all(accounts.map(one => list({ 'stripe-account': one.id })))).flat()]
}

// Disputes cost a fee, so there must be something on the balance, as on any account in use.
await fetch(`${url}/stripe/control/topup`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ amount: 100_000 }) })

let failed = 0
const tell = (name: string, ok: boolean, output: string) => {
  failed += ok ? 0 : 1
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${name}${ok ? '' : `\n${output}`}\n`)
}
for (const event of events) {
  const { status, stdout, stderr } = run('trigger', event)
  tell(event, status === 0 && (await seen()).includes(event), `${stdout}${stderr}`)
}
const life = run('fixtures', fileURLToPath(new URL('life.json', import.meta.url)))
tell('fixtures: account, charge, transfer, reversal, refund', life.status === 0, `${life.stdout}${life.stderr}`)
await thread.terminate()
await rm(folder, { recursive: true })
process.exitCode = failed > 0 ? 1 : 0
