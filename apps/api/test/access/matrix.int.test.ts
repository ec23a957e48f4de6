import { createTestDatabase, governCommits, type TestDatabase } from '@medspil/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { actorNames, actorsOf, outsiders } from './actors.ts'
import { type Answer, paths, procedures, resultOf, send } from './call.ts'
import { inputsOf } from './inputs.ts'
import { keysOf, neverTold } from './keys.ts'
import { matrix, refusals } from './matrix.ts'
import { outsiderKeys } from './outsider-keys.ts'
import { asked, type Field, runMatrix } from './run-matrix.ts'
import { withSmuggled } from './strict.ts'
import { plantMatrixWorld } from './world.ts'

// What a red twin breaks is an error to the log.
vi.mock('../../src/log.ts', () => ({ log: () => {} }))
const twin = vi.hoisted(() => ({ forgets: '' }))
vi.mock('../../src/shell.ts', async (original) => {
  const shell = await original<typeof import('../../src/shell.ts')>()
  return { ...shell, allow: (...asks: Parameters<typeof shell.allow>) => (asks[1] === twin.forgets ? Promise.resolve() : shell.allow(...asks)) }
})

let test: TestDatabase
let field: Field
let answers: ReadonlyMap<string, Answer>

beforeAll(async () => {
  test = await createTestDatabase()
  const commits = governCommits(test.database.pool)
  const world = await plantMatrixWorld(test)
  field = { test, commits, gateways: world.gateways.gateways, actors: await actorsOf(test, world), inputs: inputsOf(world), matrix, refusals, ids: Object.values(world.ids) }
}, 120_000)
afterAll(() => test?.drop())

describe('Adgang', () => {
  it('alle procedurer, alle slags aktører: den, der ikke må, får samme svar som for noget, der ikke findes', async () => {
    expect(Object.keys(matrix).sort()).toEqual([...paths].sort())
    const seen = await runMatrix(field, paths)
    answers = seen.answers
    console.log(`matrix: ${paths.length} procedures × ${actorNames.length} actors, ${seen.calls} calls: ${seen.denied} denied with 0 rows changed, ${seen.allowed} allowed, ${seen.missing} about missing things; ${seen.faults.length} faults`)
    expect(seen.faults).toEqual([])
    expect(seen.denied + seen.allowed).toBe(paths.length * actorNames.length)
  }, 300_000)

  it('en forening, et link og en fritidsguide får aldrig mere at vide end det, der står her', () => {
    const told = Object.fromEntries([...answers].filter(([cell, { status }]) => status === 200 && outsiders.some((name) => cell.endsWith(` ${name}`)) && matrix[cell.split(' ')[0] as keyof typeof matrix].length < actorNames.length)
      .map(([cell, answer]) => [cell, [...new Set(keysOf(resultOf(answer)))].sort().join(' ')]))
    console.log(`keys: ${Object.keys(told).length} answers to outsiders`)
    expect(told).toEqual(outsiderKeys)
    expect(Object.values(told).flatMap((keys) => keys.split(' ')).filter((key) => neverTold.test(key))).toEqual([])
    expect(keysOf({ child: { cpr: '' } }).some((key) => neverTold.test(key))).toBe(true)
  })

  it('intet, der lægges ved et input, kommer ind', async () => {
    const { database } = test
    const letIn: string[] = []
    let sent = 0
    field.commits.fate = 'as-if'
    for (const path of paths) {
      const [name] = matrix[path]
      const json = asked(path, field.inputs[path])
      if (!name || !json || (procedures[path]._def as { inputs?: unknown[] }).inputs?.length === 0) continue
      for (const trial of withSmuggled(json)) {
        sent += 1
        const { status } = await send(database, field.gateways, field.actors[name], path, trial)
        if (status !== 400) letIn.push(`${path}: ${status} for ${trial.slice(0, 300)}`)
      }
    }
    field.commits.fate = 'commit'
    console.log(`strict: ${sent} inputs with something added, ${letIn.length} let in`)
    expect(sent).toBeGreaterThan(400)
    expect(letIn).toEqual([])
  }, 120_000)

  it.each([['forening.read', 'forening.read'], ['subsidy.prepare', 'subsidy.prepare']] as const)(
    'rød tvilling: glemmer ét verbum at spørge om %s, ser matricen det', async (action, path) => {
      twin.forgets = action
      const { faults } = await runMatrix(field, [path])
      twin.forgets = ''
      console.log(`red twin: ${action} not asked for: ${faults.length} faults`)
      expect(faults.length).toBeGreaterThan(0)
    }, 60_000)
})
