import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { checkHistory, type Fault } from '../../packages/testing/src/history-check.ts'
import { readFacts } from '../../packages/testing/src/history-facts.ts'
import { openHistory } from '../../packages/testing/src/history-record.ts'
import { emptyTally, mutationText, numbersOf, pg, plantRush, sendStorm, type Tally, Wire } from '../../packages/testing/src/rush/index.ts'
import { endProcess, openScratch, startProcess } from './scratch.ts'
import { freePort } from '../../scripts/cluster.js'

/** A rush with kills: how large, and how often each part dies in the middle of it. */
export interface StormPlan {
  seed: number
  attempts: number
  clients: number
  offers: number
  places: number
  children: number
  /** Children with a pass that pays part of the price; price in øre. */
  passes?: number
  price?: number
  cancellations: number
  edits: number
  kills: { api: number; worker: number; backend: number; cluster: number }
  /** Flags for the API processes: a red twin brings a module of its own. */
  apiFlags?: string[]
}

/** What came of it. */
export interface StormResult { tally: Tally; kills: StormPlan['kills']; faults: Fault[]; jobsLeft: string[]; counts: Record<string, number>; seconds: number }

const limit = 3
const [serverFile, workerFile] = ['apps/api/src/server.ts', 'apps/api/src/worker.ts']

/** Runs the storm on a PostgreSQL of its own with two API processes and a worker, kills as planned, and checks the history. */
export async function runStorm(plan: StormPlan, say: (line: string) => void = () => {}): Promise<StormResult> {
  const scratch = await openScratch({ track_commit_timestamp: 'on' }, 8)
  const admin = new pg.Pool({ connectionString: scratch.url, max: 3 })
  admin.on('error', () => {})
  admin.on('connect', (client) => { client.on('error', () => {}) })
  const ports = [scratch.port, await freePort()]
  let stopping = false
  const kept: { child: Promise<ChildProcess> }[] = []
  // Each process has whoever starts it again, as in operation: a worker that met a PostgreSQL on its way down ends by itself.
  const keep = (file: string, port: number) => {
    const one = { child: spawnKept() }
    function spawnKept(): Promise<ChildProcess> {
      return startProcess(file, scratch.environment, port, file === serverFile ? plan.apiFlags : []).then((child) => {
        child.once('exit', () => { if (!stopping) one.child = spawnKept() })
        return child
      }, async (failed: unknown) => {
        if (stopping) throw failed
        await wait(200)
        return spawnKept()
      })
    }
    return one
  }
  try {
    const world = await plantRush(admin, { offers: plan.offers, places: plan.places, children: plan.children, perChild: limit, price: plan.price ?? 0, passes: plan.passes ?? 0 })
    const apis = ports.map((port) => keep(serverFile, port))
    const worker = keep(workerFile, scratch.port)
    kept.push(...apis, worker)
    const allUp = () => Promise.all(kept.map(({ child }) => child))
    await allUp()
    const [history, tally, began] = [openHistory(), emptyTally(), performance.now()]
    const kills = { api: 0, worker: 0, backend: 0, cluster: 0 }
    const acts = {
      api: async () => endProcess(await apis[kills.api % 2]!.child, 'SIGKILL'),
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
    const chance = numbersOf(plan.seed)
    const planned = (Object.keys(acts) as (keyof typeof acts)[]).flatMap((kind) => Array.from({ length: plan.kills[kind] }, () => kind))
      .map((kind) => ({ kind, order: chance() })).sort((a, b) => a.order - b.order)
    let killed = planned.length === 0
    const killAll = async () => {
      for (const [n, { kind }] of planned.entries()) {
        while (tally.attempts < (plan.attempts * (n + 0.5)) / planned.length) await wait(10)
        await acts[kind]()
        kills[kind] += 1
      }
      killed = true
    }
    await Promise.all([killAll(), sendStorm({ ...plan, world, ports, mayEnd: () => killed }, history, tally)])
    await allUp()
    say(`sent ${tally.attempts} attempts in ${Math.round((performance.now() - began) / 1000)} s; waiting for the jobs`)
    await drain(admin)
    await answerOffers(admin, world, ports[0]!, chance)
    if (plan.price) await admin.query(`update signup set held_until = now() - interval '1 minute' where state in ('seat-held', 'awaiting-payment') and id::text < 'ffffffff' and right(id::text, 1) < '4'`)
    // The worker's tick finds what is past its time; it comes every 15 seconds.
    if (plan.price) await wait(20_000)
    const jobsLeft = await drain(admin)
    const facts = await readFacts(admin, world.kommuneId, limit)
    const faults = checkHistory(history, facts)
    const states = Object.fromEntries([...Map.groupBy(facts.signups, ({ state }) => state)].map(([state, list]) => [state, list.length]))
    return { tally, kills, faults, jobsLeft, seconds: Math.round((performance.now() - began) / 100) / 10, counts: {
      signups: facts.signups.length, ...states, promoted: facts.changes.filter(({ event }) => event === 'signup.place-offered').length,
      lapsed: facts.changes.filter(({ event }) => event === 'signup.place-lapsed').length, holds: facts.money.holds.length, entries: facts.money.entries.length,
    } }
  } finally {
    stopping = true
    await Promise.all(kept.map(({ child }) => child.then((one) => endProcess(one, 'SIGKILL'), () => {})))
    await admin.end()
    await scratch.stop()
  }
}

/**
 * Waits until no job is ready to run: what is left is planned for later or has failed for good. The job of a killed worker
 * stays its own until the sweeper has missed it for 30 seconds.
 * @returns how many were still ready after a minute, by name
 */
async function drain(admin: InstanceType<typeof pg.Pool>): Promise<string[]> {
  const ready = `select t.identifier || ' ' || coalesce(j.last_error, '') as left_over from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier in ('queue-jobs', 'promote-from-list', 'lapse-seat', 'expire-offer') and j.run_at <= now() and j.attempts < j.max_attempts`
  // Jobs that failed while PostgreSQL was away are put off for longer and longer; here they need not wait.
  await admin.query(`update graphile_worker._private_jobs set run_at = now() where attempts > 0 and last_error is not null and locked_at is null`)
  let left: string[] = []
  for (let tries = 0; tries < 600; tries += 1) {
    left = (await admin.query<{ left_over: string }>(ready)).rows.map((row) => row.left_over)
    if (left.length === 0) break
    await wait(100)
  }
  return left
}

/** Each family that was offered a place answers, two of three with yes. */
async function answerOffers(admin: InstanceType<typeof pg.Pool>, world: Awaited<ReturnType<typeof plantRush>>, port: number, chance: () => number): Promise<void> {
  const { rows } = await admin.query<{ id: string; child: string }>(`select id, child_id as child from signup where state = 'offered' limit 300`)
  const families = new Map(world.families.map((family) => [family.childId, family]))
  const wire = new Wire(port)
  for (const { id, child } of rows)
    await wire.send(mutationText(port, 'signup.answerOffer', { kommuneKey: world.kommuneKey, token: families.get(child)!.token }, { requestId: crypto.randomUUID(), signupId: id, answer: chance() < 0.67 ? 'yes' : 'no' }))
  wire.close()
}
