import { enqueue, type JobName, newId, type Now } from '@medspil/db'
import type { FamilyMember } from '@medspil/domain/access'
import { day } from '@medspil/domain/day'
import { job, type TestDatabase } from '@medspil/testing/database'
import type { Job } from '../jobs/job.ts'
import { lapseSeats } from '../signup/index.ts'
import { callerAs, type FakeWorld, fakeGateways, runJob, testEnvironment, type WorkerParts } from '../testing.ts'
import { makePerson, makeRelation } from '@medspil/testing/factories'
import { chasePayments } from './payment-jobs.ts'
import { later, plantFamily, plantOffer, plantProgram, plantWorld, today, type World } from '../signup/signup.test-kit.ts'

/** The share of these tests' activity, øre. */
export const price = 15_000n

/** A kommune with a programme whose activities cost something, a clock that is moved, and Stripe in memory. */
export interface PayWorld extends World {
  programId: string
  fake: FakeWorld
  clock: { hours: number }
  parts: WorkerParts
  as(actor: FamilyMember): ReturnType<typeof callerAs>
  offer(facts?: Pick<NonNullable<Parameters<typeof plantOffer>[2]>, 'capacity' | 'price' | 'seasonFrom' | 'seasonTo' | 'timeFrom'>): Promise<string>
  /** A family with a child and a held place at the offer; left out, at a new offer. */
  held(offerId?: string): Promise<{ actor: FamilyMember; childId: string; signupId: string; offerId: string }>
  /** Runs every job that waits, but those that write to people, until none is left. */
  work(): Promise<void>
  row<T extends object>(sql: string, values: unknown[]): Promise<T>
  /** Messages to families about a sign-up or payment, in order. */
  told(subjectId: string): Promise<string[]>
  balance(key: string): Promise<bigint>
  state(signupId: string): Promise<string>
}

const silent: readonly JobName[] = ['tell-family', 'tell-forening', 'ask-forening', 'send-letter']

/** Plants the world; two days' refund in full until 14 days before, half until 3. */
export async function plantPayWorld(test: TestDatabase): Promise<PayWorld> {
  const world = await plantWorld(test)
  const programId = await plantProgram(test, world, { maxPerChild: 5 })
  await test.admin.query('update holiday_program set refund_rule = $2 where id = $1', [programId, JSON.stringify([{ untilDays: 14, percent: 100 }, { untilDays: 3, percent: 50 }])])
  const fake = fakeGateways()
  const clock = { hours: 0 }
  const now = (): Now => later(clock.hours)
  const parts: WorkerParts = { asActor: test.database.asActor, pool: test.database.pool, env: testEnvironment(), clock: now, gateways: fake.gateways }
  const row: PayWorld['row'] = async (sql, values) => (await test.admin.query(sql, values)).rows[0]
  const as: PayWorld['as'] = (actor) => callerAs(test.database, actor, { now, gateways: fake.gateways })
  const offer: PayWorld['offer'] = (facts = {}) => plantOffer(test, world, { programId, price, priceKind: 'activity', seasonFrom: '2026-07-06', seasonTo: '2026-07-08', ...facts })
  return {
    ...world, programId, fake, clock, parts, as, offer, row,
    held: async (at) => {
      const offerId = at ?? (await offer())
      const { childId, actor } = await plantFamily(test, world)
      const signupId = newId()
      await as(actor).signup.request({ requestId: signupId, childId, offerId, acceptsClash: true })
      return { actor, childId, signupId, offerId }
    },
    work: async () => {
      for (let round = 0; round < 20; round += 1) {
        const { rows } = await test.admin.query<{ id: string; name: JobName; payload: never }>(
          'select id, name, payload from outbox_job where kommune_id = $1 and done_at is null and name <> all($2) order by id', [world.kommuneId, silent])
        const due = rows.filter(({ name }) => name !== 'lapse-seat' && name !== 'expire-offer')
        if (due.length === 0) return
        for (const { id, name, payload } of due) await runJob(parts, name, { kommuneId: world.kommuneId, outboxId: id, payload })
      }
      throw new Error('jobs beget jobs without end')
    },
    told: async (subjectId) => (await test.admin.query<{ purpose: string }>("select payload->>'purpose' as purpose from outbox_job where name = 'tell-family' and payload->>'subjectId' = $1 order by id", [subjectId])).rows.map(({ purpose }) => purpose),
    balance: async (key) => BigInt((await row<{ balance?: string }>('select balance from ledger_account where kommune_id = $1 and key = $2', [world.kommuneId, key]))?.balance ?? 0),
    state: async (signupId) => (await row<{ state: string }>('select state from signup where id = $1', [signupId])).state,
  }
}

/** What the clock does for places and their money. */
export async function tick({ parts, kommuneId }: PayWorld): Promise<void> {
  const inTx: Job['inTx'] = (work) => parts.asActor(job(kommuneId), { now: parts.clock(), procedure: 'tick' }, work)
  for (const one of [lapseSeats, chasePayments]) await one({ ...parts, kommuneId, inTx })
}

/** Leaves the job that an event leaves: look at what is true of this payment. */
export async function enqueueRead({ kommuneId, parts }: PayWorld, { database }: TestDatabase, paymentId: string): Promise<void> {
  await database.asActor(job(kommuneId), { now: parts.clock(), procedure: 'test' }, (tx) => enqueue(tx, 'read-checkout', { paymentId }))
}

/** Another who has custody of the child. */
export async function secondParent({ database }: TestDatabase, { kommuneId }: World, childId: string): Promise<FamilyMember> {
  const id = await database.asActor(job(kommuneId), { now: today, procedure: 'plant' }, async (tx) => {
    const adultId = await makePerson(tx, { name: 'Bo Prøve', birthDay: '1986-01-05' })
    await makeRelation(tx, { adultId, childId })
    return adultId
  })
  return { kind: 'family', kommuneId, id, name: 'Bo Prøve', birthDay: day('1986-01-05'), personKey: `person:${id}` }
}
