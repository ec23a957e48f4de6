import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore } from './store.ts'

let dir: string
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'medspil-store-'))))
afterEach(() => rmSync(dir, { recursive: true }))

it('husker alt efter et brat stop, også når sidste linje kun er halvt skrevet', () => {
  const file = join(dir, 'a.jsonl')
  const things = openStore(file).collection<{ size: number }>('thing')
  things.put('a', { size: 1 })
  things.put('b', { size: 2 })
  things.put('a', { size: 3 })
  things.put('c', { size: 4 })
  things.remove('c')
  appendFileSync(file, '{"c":"thing","id":"d","v":{"si')
  const again = openStore(file).collection<{ size: number }>('thing')
  expect(again.all()).toEqual([{ size: 3 }, { size: 2 }])
  expect(readFileSync(file, 'utf8').trim().split('\n'), 'compacted').toHaveLength(2)
})

it('giver kopier, så ingen kan ændre det gemte uden at skrive det', () => {
  const things = openStore(join(dir, 'b.jsonl')).collection<{ tags: string[] }>('thing')
  const given = { tags: ['x'] }
  things.put('a', given)
  given.tags.push('y')
  things.get('a')?.tags.push('z')
  expect(things.all()).toEqual([{ tags: ['x'] }])
})
