import { callerAs, fakeGateways, runJob } from '@medspil/api/testing'
import type { Gateways, WorkerParts } from '@medspil/api/testing'
import type { Database, JobName, Now, Tx } from '@medspil/db'
import type { Actor, StaffMember } from '@medspil/domain/access'
import { type Day, day } from '@medspil/domain/day'
import type { Pool } from 'pg'
import type { KommuneKey } from '../kommuner.ts'
import type { SeededOrdning } from '../ordninger.ts'
import type { Chance } from './chance.ts'

/** What was seeded before any life: one kommune's ground. */
export interface Ground {
  kommuneKey: KommuneKey
  kommuneId: string
  staff: Map<string, string>
  guides: Map<string, string>
  ordninger: Map<string, SeededOrdning>
  foreningIds: Map<string, string>
  offerIds: Map<string, string>
  programme: { programId: string; offerIds: Map<string, string> } | null
}

/** Everything the simulated year needs. `stripe` null: no emulator is running, and nothing is paid out. */
export interface World {
  database: Database
  admin: Pool
  env: WorkerParts['env']
  transfers: Gateways['transfers'] | null
  begins: Day
  today: Day
  chance: Chance
  grounds: readonly Ground[]
  say(line: string): void
}

/** Ten in the morning in Denmark, whatever the season: inside everybody's working hours. */
export const morning = (d: Day): Now => ({ at: new Date(`${d}T09:00:00.000Z`), day: d, hour: 10 })

/** Procedures as an actor on a day. */
export const on = (world: World, d: Day, actor: Actor) => callerAs(world.database, actor, { now: morning(d) })

/** A transaction of the worker's own, for what no procedure makes: a family that simply lives here. */
export const asJob = <T>(world: World, ground: Ground, d: Day, work: (tx: Tx) => Promise<T>): Promise<T> =>
  world.database.asActor({ kind: 'job', kommuneId: ground.kommuneId, id: null, name: 'seed' }, { now: morning(d), procedure: 'seed' }, work)

/** A seeded employee as an actor with fresh proof. @param suffix of the persona's key, such as `caseworker` */
export async function employee(world: World, ground: Ground, suffix: string): Promise<StaffMember> {
  const id = ground.staff.get(`${ground.kommuneKey}-${suffix}`) ?? ''
  const row = await asJob(world, ground, world.today, (tx) => tx.db.staff.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId: ground.kommuneId, id } } }))
  return { kind: row.role as StaffMember['kind'], kommuneId: ground.kommuneId, id, name: row.name, personKey: row.personKey, profession: row.profession, workplace: row.workplace, capOre: row.capOre, proofAge: 30 }
}

/** A forening's own desk, as its link opens it. */
export const foreningDesk = (ground: Ground, foreningId: string): Actor =>
  ({ kind: 'forening', kommuneId: ground.kommuneId, id: foreningId, name: 'Foreningen', linkId: foreningId, purpose: 'forening-desk', subjectId: foreningId })

const heard = fakeGateways().gateways

/** Messages older than this many days were sent long ago; newer ones wait for the worker, so that the inbox is alive. */
const freshDays = 4

/**
 * Runs the jobs that stand in the outbox as they would have run that day. Messages of long ago are not sent again; the
 * letters are set, and the transfers made.
 */
export async function runDueJobs(world: World, d: Day): Promise<void> {
  const { rows } = await world.admin.query<{ kommune_id: string; id: string; name: JobName; payload: unknown }>(
    'select kommune_id, id, name, payload from outbox_job where done_at is null and at <= $1 order by at, id', [morning(d).at])
  const isFresh = d >= day(new Date(Date.parse(world.today) - freshDays * 86_400_000).toISOString().slice(0, 10))
  const parts: WorkerParts = {
    asActor: world.database.asActor, pool: world.database.pool, env: world.env, clock: () => morning(d),
    gateways: { ...heard, transfers: world.transfers ?? heard.transfers },
  }
  for (const { kommune_id: kommuneId, id: outboxId, name, payload } of rows) {
    if (isFresh && !['promote-from-list', 'send-payout-line', 'look-up-payout-line'].includes(name)) continue
    await runJob(parts, name, { kommuneId, outboxId, payload })
  }
}

/** Takes the jobs that were run here out of the queue, so that the worker does not run them again. */
export async function clearQueue(world: World): Promise<void> {
  await world.admin.query(`delete from graphile_worker._private_jobs j using outbox_job o where j.key = o.id::text and o.done_at is not null`)
}
