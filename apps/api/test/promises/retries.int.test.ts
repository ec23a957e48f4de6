import { newId, type Tx } from '@medspil/db'
import { createTestDatabase, idsOf, type TestDatabase } from '@medspil/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { actorsOf } from '../access/actors.ts'
import { isMutation, paths, type ProcedurePath, wire } from '../access/call.ts'
import { inputsOf } from '../access/inputs.ts'
import { plantMatrixWorld } from '../access/world.ts'
import { fakeGateways } from '../../src/testing.ts'
import { askerOf, contentNow, copyOf, differenceOf, type Ground, plain, runSchedule, schedules } from './retries.ts'

// A cut connection is an error to the log, and there are hundreds here.
vi.mock('../../src/log.ts', () => ({ log: () => {} }))
const twin = vi.hoisted(() => ({ ownTransaction: false }))
vi.mock('../../src/trpc/once.ts', async (original) => {
  const once = await original<typeof import('../../src/trpc/once.ts')>()
  // The row would be written after the effect's commit: the crash comes between the two, so it never is.
  return { ...once, answerOnce: <R>(tx: Tx, procedure: string, input: unknown, run: () => Promise<R>) => (twin.ownTransaction ? run() : once.answerOnce(tx, procedure, input, run)) }
})

/** Makes Stripe's address anew each time, since it lives for minutes; the account behind it is made once by its own key. */
const askedAnew: readonly ProcedurePath[] = ['forening.openPayee']
const seed = Number(process.env['MEDSPIL_SEED'] ?? 20261122)
let source: TestDatabase
let ground: Ground

beforeAll(async () => {
  source = await createTestDatabase()
  const world = await plantMatrixWorld(source)
  const actors = await actorsOf(source, world)
  const gateways = () => { const fresh = fakeGateways(); for (const [cpr, found] of world.gateways.people) fresh.people.set(cpr, found); return fresh.gateways }
  const known = await idsOf(source.admin)
  ground = { name: await source.freeze(), actors, inputs: inputsOf(world), known, gateways }
}, 120_000)
afterAll(() => source?.drop())

/** Mutations that can follow each other in one copy, taken greedily: what an earlier one made impossible waits for the next copy. */
async function runGroup(waiting: readonly ProcedurePath[], round: number): Promise<{ done: ProcedurePath[]; calls: number; faults: string[] }> {
  const [single, many] = [await copyOf(ground), await copyOf(ground)]
  const done: ProcedurePath[] = []
  const faults: string[] = []
  let calls = 0
  for (const path of waiting) {
    const requestId = newId()
    const one = await single.call(path, ground.actors[askerOf(path)], wire({ ...ground.inputs[path], requestId }))
    calls += 1
    if (one.status !== 200) continue
    const schedule = schedules[(seed + paths.indexOf(path) + round) % schedules.length]!
    const ran = await runSchedule(many, ground, path, requestId, askedAnew.includes(path) ? schedule.filter((step) => step !== 'other-content') : schedule)
    calls += ran.calls
    faults.push(...ran.faults)
    const differs = differenceOf(await contentNow(single, ground), await contentNow(many, ground))
    if (differs.length > 0) faults.push(`${path}: not as after one call (${schedule.join(', ')}):\n${differs.join('\n')}`)
    if (ran.last.status === 200 && plain(ran.last, ground.known) !== plain(one, ground.known)) faults.push(`${path}: another answer than one call's`)
    done.push(path)
    // What differs once would differ for ever after: the rest goes on in a new copy.
    if (differs.length > 0) break
  }
  await Promise.all([single.test.drop(), many.test.drop()])
  return { done, calls, faults }
}

describe('Enhver handling kan sendes igen', () => {
  it('tabt, dobbelt, samtidig, klippet over: alt er som efter ét kald', async () => {
    const all = paths.filter(isMutation)
    let waiting = all
    const faults: string[] = []
    let [calls, copies] = [0, 0]
    for (let round = 0; waiting.length > 0; round += 1) {
      const ran = await runGroup(waiting, 0)
      calls += ran.calls
      copies += 2
      faults.push(...ran.faults)
      if (ran.done.length === 0) { faults.push(`never succeeded: ${waiting.join(', ')}`); break }
      waiting = waiting.filter((path) => !ran.done.includes(path))
    }
    console.log(`retries: seed ${seed}, ${all.length} mutating procedures, ${calls} calls in ${copies} copies; ${faults.length} faults`)
    expect(faults).toEqual([])
    expect(all.length).toBeGreaterThan(50)
  }, 400_000)

  it('rød tvilling: står svarets række i sin egen transaktion, kommer virkningen to gange', async () => {
    twin.ownTransaction = true
    const { faults } = await runGroup(['forening.sendLink', 'application.exemptHearing'], 1).finally(() => { twin.ownTransaction = false })
    console.log(`red twin: the answer's row on its own, ${faults.length} faults`)
    expect(faults.length).toBeGreaterThan(0)
  }, 60_000)
})
