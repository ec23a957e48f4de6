import { openDatabase, openKeyring } from '@medspil/db'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeKommune, makePerson } from '@medspil/testing/factories'
import { expect, it } from 'vitest'
import { runTicks } from '../jobs/ticks.ts'
import { fakeGateways, testEnvironment } from '../testing.ts'
import { rewrapKeys } from './rewrap-keys.ts'

const test = withDatabase()

it('når nøglen er skiftet, pakker arbejderen alle om, i alle kommuner', async () => {
  const now = at('2026-08-03')
  for (let kommuner = 0; kommuner < 2; kommuner += 1) {
    const { id } = await makeKommune(test().admin)
    await test().database.asActor(job(id), { now, procedure: 'plant' }, async (tx) => { for (let n = 0; n < 3; n += 1) await makePerson(tx) })
  }
  const keys = openKeyring([`2:${Buffer.alloc(32, 9).toString('base64')}`, `1:${Buffer.alloc(32, 7).toString('base64')}`])
  const worker = openDatabase(test().urlOf('worker'), keys, 2)
  await runTicks({ asActor: worker.asActor, pool: worker.pool, env: testEnvironment(), clock: () => now, gateways: fakeGateways().gateways }, worker, { 'rewrap-keys': rewrapKeys })
  await worker.close()
  expect((await test().admin.query('select key_id, count(*)::int as n from person_key group by 1')).rows).toEqual([{ key_id: 2, n: 6 }])
})
