import { request } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { newId } from '@medspil/db'
import { withDatabase } from '@medspil/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { later, plantProgram, plantWorld, type World } from '../signup/signup.test-kit.ts'
import { type RunningApi, startApi } from '../testing.ts'
import { mayCompress } from './serve.ts'

const test = withDatabase()
/** Some megabytes, as the record of a large town's draw. */
const record = JSON.stringify(Array.from({ length: 40_000 }, (_, n) => ({ ticket: n.toString(36).padStart(12, '0'), wishes: [n % 300, (n * 7) % 300, (n * 11) % 300] })))
let world: World
let api: RunningApi
let key = ''
let programId = ''
beforeAll(async () => {
  world = await plantWorld(test())
  programId = await plantProgram(test(), world)
  const { admin } = test()
  await admin.query("update holiday_program set way = 'draw', wishes_open_at = opens_at - interval '3 days', wishes_close_at = opens_at - interval '2 days' where id = $1", [programId])
  await admin.query(`insert into draw (kommune_id, id, program_id, rule, commitment, committed_at, sealed, seed, drawn_at, record, result)
    values ($1, $2, $3, 'medspil draw 1', 'c', now(), '\\x00', 's', now(), $4, '{}')`, [world.kommuneId, newId(), programId, record])
  key = (await admin.query('select key from kommune where id = $1', [world.kommuneId])).rows[0].key
  api = await startApi({ database: test().database, clock: () => later(1) })
})
afterAll(() => api.stop())

/** Asks as a browser does, but leaves the bytes as they came. */
const ask = (path: string, input: unknown, accepts = 'gzip, deflate, br') => new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
  const sent = request({
    port: api.port, host: '127.0.0.1', method: 'POST', path: `/trpc/${path}`,
    headers: { host: new URL(api.family).host, origin: api.family, 'content-type': 'application/json', 'medspil-kommune': key, 'accept-encoding': accepts },
  }, (answer) => {
    const parts: Buffer[] = []
    answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(parts) })).on('error', reject)
  })
  sent.on('error', reject).end(JSON.stringify(input))
})
const input = () => ({ '0': { programId } })

describe('lodtrækningens optegnelse', () => {
  it('sendes pakket, og pakket ud er den byte for byte, hvad der står', async () => {
    const [packed, plain] = [await ask('holidayProgram.drawRecord?batch=1', input()), await ask('holidayProgram.drawRecord?batch=1', input(), 'identity')]
    expect([packed.status, packed.headers['content-encoding'], plain.headers['content-encoding']]).toEqual([200, 'gzip', undefined])
    expect(String(packed.headers['vary'])).toMatch(/accept-encoding/i)
    expect([packed.headers['cache-control'], packed.headers['x-content-type-options']]).toEqual(['no-store', 'nosniff'])
    expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true)
    expect((JSON.parse(String(plain.bytes)) as [{ result: { data: { record: string } } }])[0].result.data.record).toBe(record)
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 4)
  })

  it('intet andet pakkes, heller ikke sammen med den: længden af et pakket svar fortæller om det, der står i det', async () => {
    for (const path of ['access.kommune', 'holidayProgram.list', 'holidayProgram.drawRecord,access.whoAmI', 'holidayProgram.drawRecord%2Caccess.whoAmI', 'holidayProgram.drawRecord,'])
      expect(mayCompress(path), path).toBe(false)
    const together = await ask('holidayProgram.drawRecord,holidayProgram.list?batch=1', input())
    expect([together.headers['content-encoding'], together.bytes.length > record.length]).toEqual([undefined, true])
  })
})
