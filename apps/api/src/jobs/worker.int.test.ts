import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { enqueue, newId } from '@medspil/db'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeFamily, makeKommune } from '@medspil/testing/factories'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gatewaySecret, type StandinProcess, startStandinProcess } from '../../test/standins.ts'
import { testEnvironment } from '../testing.ts'
import { silenceSeconds, sweepSilent } from './heartbeat.ts'

const test = withDatabase()
const now = at('2026-11-20')
const jobCount = 120
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
  await Promise.all([...workers].map(endOf))
  await standins?.stop()
})

const asJob = <T>(work: Parameters<ReturnType<typeof test>['database']['asActor']>[2]) => test().database.asActor(job(kommuneId), { now, procedure: 'test' }, work) as Promise<T>

function startWorkerProcess(): ChildProcess {
  const env = testEnvironment({
    DATABASE_URL_WORKER: test().urlOf('worker'), SMTP_URL: `smtp://127.0.0.1:${standins.smtpPort}`,
    SMS_URL: `${standins.url}/sms`, SMS_SECRET: gatewaySecret, DIGITAL_POST_URL: `${standins.url}/digital-post`, DIGITAL_POST_SECRET: gatewaySecret,
  })
  const plain = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]))
  const worker = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../worker.ts')], { env: { ...process.env, ...plain }, stdio: ['ignore', 'ignore', 'inherit'] })
  workers.add(worker)
  return worker
}

const endOf = (worker: ChildProcess) => new Promise<void>((ended) => {
  if (worker.exitCode !== null || worker.signalCode !== null) return ended()
  worker.once('exit', () => ended())
  worker.kill('SIGKILL')
})

const count = async (sql: string) => Number((await test().admin.query(sql)).rows[0]?.n)
const until = async (what: string, seconds: number, isDone: () => Promise<boolean>) => {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(200)) if (await isDone()) return
  throw new Error(`not within ${seconds} s: ${what}`)
}

describe('Arbejderen', () => {
  it('mister intet job og gør intet to gange, selv om den bliver dræbt undervejs', async () => {
    await asJob(async (tx) => {
      for (let index = 0; index < jobCount; index += 1) await enqueue(tx, 'tell-family', { personId: family.guardianId, childId: family.childId, purpose: 'news', subjectId: newId() })
    })
    const first = startWorkerProcess()
    startWorkerProcess()
    await until('the first jobs', 20, async () => (await count('select count(*) as n from outbox_job where done_at is not null')) > jobCount / 10)
    first.kill('SIGKILL')
    startWorkerProcess()
    await until('an empty queue', 60, async () => (await count('select count(*) as n from graphile_worker._private_jobs')) === 0)

    expect(await count('select count(*) as n from outbox_job where done_at is null')).toBe(0)
    expect(await count(`select count(*) as n from effect where key ~ '^(mail|sms)-'`)).toBe(2 * jobCount)
    expect(await count('select count(*) as n from message')).toBe(2 * jobCount)
    expect(await standins.messageCount()).toBe(2 * jobCount)
  }, 120_000)

  it('et job, der aldrig lykkes, ender på listen over døde breve', async () => {
    await asJob((tx) => enqueue(tx, 'send-letter', { letterId: newId() }))
    await test().admin.query(`update graphile_worker._private_jobs set max_attempts = 1, run_at = now()`)
    await until('a dead letter', 20, async () => (await count('select count(*) as n from graphile_worker._private_jobs where attempts = max_attempts and last_error is not null')) === 1)
  }, 30_000)

  it('det, der flytter en plads eller penge, går foran beskederne om det', async () => {
    // From here on the rows are looked at, and no worker may take them away.
    await Promise.all([...workers].map(endOf))
    await test().admin.query('delete from graphile_worker._private_jobs')
    await asJob((tx) => enqueue(tx, 'tell-family', { personId: family.guardianId, childId: family.childId, purpose: 'receipt', subjectId: newId() }))
    await asJob((tx) => enqueue(tx, 'read-checkout', { paymentId: newId() }))
    await asJob((tx) => enqueue(tx, 'promote-from-list', { offerId: newId() }))
    const { rows } = await test().admin.query<{ name: string }>('select t.identifier as name from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.priority, j.run_at, j.id')
    expect(rows.map(({ name }) => name)).toEqual(['read-checkout', 'promote-from-list', 'tell-family'])
    await test().admin.query('delete from graphile_worker._private_jobs')
  })

  it('fejer kun de tavse', async () => {
    const { admin } = test()
    await asJob((tx) => enqueue(tx, 'tell-family', { personId: family.guardianId, childId: family.childId, purpose: 'news', subjectId: newId() }, new Date(Date.now() + 86_400_000)))
    await asJob((tx) => enqueue(tx, 'tell-family', { personId: family.guardianId, childId: family.childId, purpose: 'receipt', subjectId: newId() }, new Date(Date.now() + 86_400_000)))
    await admin.query(`update graphile_worker._private_jobs j set locked_at = now() - make_interval(secs => $1), locked_by = 'worker-' || n.number
      from (select id, row_number() over (order by id) as number from graphile_worker._private_jobs where attempts = 0) n where n.id = j.id`, [silenceSeconds + 5])
    await admin.query(`insert into medspil_jobs.heartbeat values ('worker-1', now())`)
    expect(await sweepSilent(admin)).toEqual(['worker-2'])
    expect(await count('select count(*) as n from graphile_worker._private_jobs where locked_by is not null')).toBe(1)
  })
})
