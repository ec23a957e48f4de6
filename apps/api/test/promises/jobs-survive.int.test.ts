import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { enqueue, newId, type Tx } from '@medspil/db'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeFamily, makeKommune } from '@medspil/testing/factories'
import { runOnce } from 'graphile-worker'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { silenceSeconds, sweepSilent } from '../../src/jobs/heartbeat.ts'
import type { WorkerParts } from '../../src/jobs/job.ts'
import { runJob } from '../../src/jobs/run-job.ts'
import { fakeGateways, testEnvironment } from '../../src/testing.ts'
import { gatewaySecret, type StandinProcess, startStandinProcess } from '../standins.ts'

vi.mock('../../src/log.ts', () => ({ log: () => {} }))
const test = withDatabase()
const now = at('2026-11-20')
const [jobCount, kills, stoppedSeconds, channels] = [300, 4, 45, 2]
let standins: StandinProcess
let kommuneId: string
let family: { childId: string; guardianId: string }
const workers = new Set<ChildProcess>()

beforeAll(async () => {
  standins = await startStandinProcess()
  kommuneId = (await makeKommune(test().admin, { key: 'slagelse' })).id
  family = await asJob((tx) => makeFamily(tx))
})
afterAll(async () => {
  await endWorkers()
  await standins?.stop()
})

async function endWorkers(): Promise<void> {
  await Promise.all([...workers].filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).map((worker) => {
    const gone = once(worker, 'exit')
    worker.kill('SIGKILL')
    return gone
  }))
}

const asJob = <T>(work: (tx: Tx) => Promise<T>) => test().database.asActor(job(kommuneId), { now, procedure: 'test' }, work)
const count = async (sql: string) => Number((await test().admin.query(sql)).rows[0]?.n)
const queued = () => count('select count(*) as n from graphile_worker._private_jobs')
const addJob = (tx: Tx) => enqueue(tx, 'tell-family', { personId: family.guardianId, childId: family.childId, purpose: 'news', subjectId: newId() })

function startWorkerProcess(): ChildProcess {
  const env = testEnvironment({
    DATABASE_URL_WORKER: test().urlOf('worker'), SMTP_URL: `smtp://127.0.0.1:${standins.smtpPort}`,
    SMS_URL: `${standins.url}/sms`, SMS_SECRET: gatewaySecret, DIGITAL_POST_URL: `${standins.url}/digital-post`, DIGITAL_POST_SECRET: gatewaySecret,
  })
  const plain = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]))
  const worker = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../../src/worker.ts')], { env: { ...process.env, ...plain }, stdio: 'ignore' })
  workers.add(worker)
  return worker
}

async function until(what: string, seconds: number, isDone: () => Promise<boolean>): Promise<number> {
  const start = Date.now()
  while (Date.now() - start < seconds * 1000) {
    if (await isDone()) return (Date.now() - start) / 1000
    await wait(200)
  }
  throw new Error(`not within ${seconds} s: ${what}`)
}

describe('Job overlever', () => {
  it(`${jobCount} job, ${kills} dræbte arbejdere og én, der fryser i ${stoppedSeconds} sekunder: hver virkning én gang`, async () => {
    await asJob(async (tx) => { for (let n = 0; n < jobCount; n += 1) await addJob(tx) })
    const frozen = startWorkerProcess()
    let mortal = startWorkerProcess()
    await until('work has begun', 30, async () => (await queued()) < jobCount - 5)
    frozen.kill('SIGSTOP')
    const thaw = wait(stoppedSeconds * 1000).then(() => frozen.kill('SIGCONT'))
    for (let n = 0; n < kills; n += 1) {
      mortal.kill('SIGKILL')
      mortal = startWorkerProcess()
      const before = await queued()
      await until('some more done', 20, async () => (await queued()) < before - 5 || (await queued()) < 20)
    }
    await thaw
    const seconds = await until('an empty queue', 60, async () => (await queued()) === 0)
    await endWorkers()
    console.log(`jobs: ${jobCount} jobs, ${kills} SIGKILL, 1 SIGSTOP of ${stoppedSeconds} s; queue empty ${seconds.toFixed(1)} s after it woke; 0 lost, every effect once`)
    expect(await count('select count(*) as n from outbox_job where done_at is null')).toBe(0)
    expect(await count(`select count(*) as n from effect where key ~ '^(mail|sms)-'`)).toBe(channels * jobCount)
    expect(await count('select count(*) as n from message')).toBe(channels * jobCount)
    expect(await standins.messageCount()).toBe(channels * jobCount)
  }, 240_000)

  /** The same delivery twice at once, as when a frozen worker wakes beside the one that took over. */
  async function deliverTwice(): Promise<number> {
    const { gateways } = fakeGateways()
    const both = Promise.withResolvers<void>()
    let arrived = 0
    // Both have looked and seen nothing before either acts.
    const mail: typeof gateways.messages.mail = async (message) => {
      arrived += 1
      if (arrived > 1) both.resolve()
      await both.promise
      return gateways.messages.mail(message)
    }
    const parts: WorkerParts = {
      asActor: test().database.asActor, pool: test().database.pool, env: testEnvironment(), clock: () => now, gateways: { ...gateways, messages: { ...gateways.messages, mail } },
    }
    await asJob(addJob)
    const row = await asJob((tx) => tx.db.outboxJob.findFirstOrThrow({ where: { kommuneId, doneAt: null } }))
    await test().admin.query('delete from graphile_worker._private_jobs')
    const deliver = () => runJob(parts, 'tell-family', { kommuneId, outboxId: row.id, payload: row.payload }).catch(() => {})
    await Promise.all([deliver(), deliver()])
    await deliver()
    return count(`select count(*) as n from effect where key like '%${row.id}%'`)
  }

  it('leveret tre gange, to af dem samtidig: virkningen er noteret én gang pr. kanal', async () => {
    expect(await deliverTwice()).toBe(channels)
  })

  it('rød tvilling: uden virkningens unikke nøgle noteres den dobbelt', async () => {
    await test().admin.query('alter table effect drop constraint effect_pkey')
    const effects = await deliverTwice()
    console.log(`red twin: no unique key, ${effects} effects for ${channels}`)
    expect(effects).toBeGreaterThan(channels)
  })

  it('rød tvilling: uden fejeren sidder en dræbt arbejders job fast', async () => {
    await asJob(addJob)
    const pool = new pg.Pool({ connectionString: test().urlOf('worker'), max: 2 })
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    let ran = 0
    const drain = () => runOnce({ pgPool: pool, noHandleSignals: true, taskList: { 'tell-family': async () => { ran += 1 } } })
    await test().admin.query(`update graphile_worker._private_jobs set locked_at = now() - make_interval(secs => $1), locked_by = 'worker-killed'`, [silenceSeconds + 5])
    await drain()
    const stuck = await queued()
    expect(await sweepSilent(test().admin)).toEqual(['worker-killed'])
    await drain()
    console.log(`red twin: no sweeper, ${stuck} job stuck; swept, ${ran} ran`)
    await pool.end()
    expect([stuck, ran, await queued()]).toEqual([1, 1, 0])
  })
})
