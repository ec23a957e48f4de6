import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { checkHistory, type Fault } from '../../packages/testing/src/history-check.ts'
import { readFacts, type RushFacts } from '../../packages/testing/src/history-facts.ts'
import { openHistory, type History } from '../../packages/testing/src/history-record.ts'
import { readStripe } from '../../packages/testing/src/history-stripe.ts'
import { emptyTally, numbersOf, pg, plantRush, sendStorm, type Tally } from '../../packages/testing/src/rush/index.ts'
import { endProcess, openScratch, type Scratch, startProcess } from './scratch.ts'
import { answerOffers, hurry, lapseSeats, plantRefundRule, settle } from './storm-settle.ts'
import { freePort } from '../../scripts/cluster.js'

/** A rush with kills: how large, and how often each part dies in the middle of it. */
export interface StormPlan {
  seed: number
  attempts: number
  clients: number
  offers: number
  places: number
  children: number
  /** What an activity costs, øre, and how many children have a pass that pays part of it. */
  price: number
  passes: number
  /** What share of the families with a held place does something about paying it, 0 to 1. */
  paying: number
  cancellations: number
  edits: number
  kills: { api: number; worker: number; backend: number; cluster: number }
  /** Flags for the API processes: a red twin brings a module of its own. */
  apiFlags?: string[]
}

/** What came of it. `history` tells all that is known of a fault's subject. */
export interface StormResult { tally: Tally; kills: StormPlan['kills']; faults: Fault[]; jobsLeft: string[]; counts: Record<string, number>; seconds: { storm: number; all: number }; history(about: string): string }

const limit = 3
const [serverFile, workerFile, outsideFile] = ['apps/api/src/server.ts', 'apps/api/src/worker.ts', 'apps/standins/src/main.ts']

/**
 * Runs the storm on a PostgreSQL of its own with two API processes and a worker, kills as planned, and checks the history.
 * Stripe is a process of its own too: the outside world, which nobody kills.
 */
export async function runStorm(plan: StormPlan, say: (line: string) => void = () => {}): Promise<StormResult> {
  const scratch = await openScratch({ track_commit_timestamp: 'on' }, 8)
  const admin = new pg.Pool({ connectionString: scratch.url, max: 4 })
  admin.on('error', () => {})
  admin.on('connect', (client) => { client.on('error', () => {}) })
  const ports = [scratch.port, await freePort()]
  const began = performance.now()
  const since = () => Math.round((performance.now() - began) / 100) / 10
  let outside: ChildProcess | null = null
  const processes = keepAlive({ ...scratch.environment, CLOCK_URL: scratch.stripe.base })
  try {
    const world = await plantRush(admin, { offers: plan.offers, places: plan.places, children: plan.children, perChild: limit, price: plan.price, passes: plan.passes })
    await plantRefundRule(admin, world.programId)
    outside = await startProcess(outsideFile, scratch.outside, scratch.port)
    const apis = ports.map((port) => processes.keep(serverFile, port, plan.apiFlags))
    const worker = processes.keep(workerFile, scratch.port)
    await processes.allUp()
    const [history, tally, chance] = [openHistory(), emptyTally(), numbersOf(plan.seed)]
    const killing = openKilling(plan, { scratch, admin, apis, worker }, tally, chance)
    const lapse = (signupIds: string[]) => lapseSeats(admin, signupIds)
    const hurrying = setInterval(() => void hurry(admin).catch(() => {}), 500)
    await Promise.all([killing.killAll(), sendStorm({ ...plan, world, ports, mayEnd: killing.isOver, paying: { stripe: scratch.stripe, lapse, share: plan.paying } }, history, tally)]).finally(() => clearInterval(hurrying))
    const storm = since()
    say(`sent ${tally.attempts} attempts in ${Math.round(storm)} s; the rest settles`)
    await processes.allUp()
    await answerOffers({ admin, world, port: ports[0]!, stripe: scratch.stripe, chance })
    const jobsLeft = await settle(admin, scratch.stripe)
    await processes.endAll()
    const facts = await readFacts(admin, world.kommuneId, limit, await readStripe(scratch.stripe))
    return { tally, kills: killing.kills, faults: checkHistory(history, facts), jobsLeft, counts: countsOf(facts), seconds: { storm, all: since() }, history: (about) => historyOf(about, history, facts) }
  } finally {
    await processes.endAll()
    if (outside) await endProcess(outside, 'SIGKILL')
    await admin.end()
    await scratch.stop()
  }
}

interface Kept { child: Promise<ChildProcess> }

/** Each process has whoever starts it again, as in operation: a worker that met a PostgreSQL on its way down ends by itself. */
function keepAlive(environment: Record<string, string>) {
  const kept: Kept[] = []
  let stopping = false
  const spawnKept = (one: Kept, file: string, port: number, flags: string[]): Promise<ChildProcess> =>
    startProcess(file, environment, port, flags).then((child) => {
      child.once('exit', () => { if (!stopping) one.child = spawnKept(one, file, port, flags) })
      return child
    }, async (failed: unknown) => {
      if (stopping) throw failed
      await wait(200)
      return spawnKept(one, file, port, flags)
    })
  return {
    keep(file: string, port: number, flags: string[] = []): Kept {
      const one = {} as Kept
      one.child = spawnKept(one, file, port, flags)
      kept.push(one)
      return one
    },
    allUp: () => Promise.all(kept.map(({ child }) => child)),
    async endAll() {
      stopping = true
      await Promise.all(kept.map(({ child }) => child.then((one) => endProcess(one, 'SIGKILL'), () => {})))
    },
  }
}

/** Kills as planned, spread over the attempts. What a killed worker had in hand stays its own for a while, so those come early. */
function openKilling(plan: StormPlan, { scratch, admin, apis, worker }: { scratch: Scratch; admin: InstanceType<typeof pg.Pool>; apis: Kept[]; worker: Kept }, tally: Tally, chance: () => number) {
  const kills = { api: 0, worker: 0, backend: 0, cluster: 0 }
  const acts = {
    api: async () => endProcess(await apis[kills.api % apis.length]!.child, 'SIGKILL'),
    worker: async () => endProcess(await worker.child, 'SIGKILL'),
    backend: async () => {
      const sql = `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'medspil_app' order by (state <> 'idle') desc, random() limit 1`
      for (let tries = 0; tries < 50; tries += 1) {
        if (((await admin.query(sql).catch(() => null))?.rowCount ?? 0) > 0) return
        await wait(50)
      }
    },
    cluster: () => scratch.crash(),
  }
  const planned = (Object.keys(acts) as (keyof typeof acts)[]).flatMap((kind) => Array.from({ length: plan.kills[kind] }, () => kind))
    .map((kind) => ({ kind, order: chance() * (kind === 'worker' || kind === 'cluster' ? 0.6 : 1) })).sort((a, b) => a.order - b.order)
  let isOver = planned.length === 0
  return {
    kills, isOver: () => isOver,
    async killAll() {
      for (const [n, { kind }] of planned.entries()) {
        while (tally.attempts < (plan.attempts * (n + 0.5)) / planned.length) await wait(10)
        await acts[kind]()
        kills[kind] += 1
      }
      isOver = true
    },
  }
}

function countsOf({ signups, changes, money, card }: RushFacts): Record<string, number> {
  const events = (name: string, test: (facts: RushFacts['changes'][number]['facts']) => boolean = () => true) => changes.filter(({ event, facts }) => event === name && test(facts)).length
  return {
    signups: signups.length, ...Object.fromEntries([...Map.groupBy(signups, ({ state }) => state)].map(([state, list]) => [state, list.length])),
    promoted: events('signup.place-offered'), expired: events('signup.place-lapsed'), holds: money.holds.length, entries: money.entries.length,
    payments: card.payments.length, paid: card.payments.filter(({ state }) => state === 'paid').length, refunded: card.refunds.filter(({ state }) => state === 'settled').length,
    late: events('signup.paid', ({ afterTime }) => afterTime === true) + card.refunds.filter(({ cause }) => cause === 'paid-too-late').length,
  }
}

/** Everything that was asked, answered, changed and paid about one id, a line each. */
function historyOf(about: string, { invocations }: History, { signups, changes, card }: RushFacts): string {
  const lines = card.lines.filter(({ signupId, paymentId, id }) => [signupId, paymentId, id].includes(about))
  const ids = new Set([about, ...lines.flatMap(({ signupId, paymentId }) => [signupId, paymentId])])
  const touches = (value: unknown) => [...ids].some((id) => JSON.stringify(value, text).includes(id))
  return [
    ...invocations.filter(touches), ...signups.filter(({ id }) => ids.has(id)), ...changes.filter(touches), ...lines, ...card.payments.filter(({ id }) => ids.has(id)), ...card.refunds.filter(touches),
    ...[...card.stripe.payments].filter(([id]) => ids.has(id)),
  ].map((one) => JSON.stringify(one, text)).join('\n')
}

const text = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
