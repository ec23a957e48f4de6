import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { DayText, looksLikeCpr, mutationInput, OreAmount } from './shared.ts'
import { transformer } from './transformer.ts'

declare global {
  interface ImportMeta {
    /** Vite's own, resolved when the test is built. */
    glob(pattern: string, options: { eager: true }): Record<string, object>
  }
}

const overTheWire = (value: unknown) => transformer.deserialize(JSON.parse(JSON.stringify(transformer.serialize(value))))

describe('øre over the wire', () => {
  it('comes back as it left, however deep it lies', () => {
    const value = { sum: 1_234_567_890_123n, none: 0n, less: -75_000n, list: [{ amount: 1n }, null, 'x', true, 1.5], nothing: null }
    expect(overTheWire(value)).toEqual(value)
  })
  it('takes nothing else for øre', () => {
    for (const value of [{ $ore: 'x' }, { $ore: 5 }, { $ore: '1', more: 1 }, { $ore: '9'.repeat(30) }]) expect(overTheWire(value)).toEqual(value)
  })
})

describe('shapes that every room uses', () => {
  it('a day is a day of the calendar form', () => {
    for (const good of ['2026-02-28', '2028-02-29', '2026-12-31']) expect(DayText.safeParse(good).success).toBe(true)
    for (const bad of ['2026-2-28', '28-02-2026', '2026-13-01', '2026-00-10', '2026-01-32', '', ' 2026-01-01']) expect(DayText.safeParse(bad).success).toBe(false)
  })
  it('ten digits in the shape of a CPR number are seen wherever they stand, and longer numbers are not taken for one', () => {
    for (const cpr of ['640316-1236', 'til 6403161236', '640316 1236, Alma', '(640316-1236)']) expect(looksLikeCpr(cpr)).toBe(true)
    for (const plain of ['Bilag 12', '64031612367', 'NK-2026-081234', '640316', '1234-5678', '640316-12367']) expect(looksLikeCpr(plain)).toBe(false)
  })
  it('an amount is whole øre from nothing to ten million kroner', () => {
    expect(OreAmount.safeParse(0n).success && OreAmount.safeParse(1_000_000_000n).success).toBe(true)
    for (const bad of [-1n, 1_000_000_001n, 5, '5', null]) expect(OreAmount.safeParse(bad).success).toBe(false)
  })
  it('a mutation needs its request id and takes no key it does not know', () => {
    const Input = mutationInput({ name: z.string() })
    const requestId = '0193a000-0000-7000-8000-000000000330'
    expect(Input.safeParse({ name: 'a', requestId }).success).toBe(true)
    expect(Input.safeParse({ name: 'a' }).success).toBe(false)
    expect(Input.safeParse({ name: 'a', requestId, kommuneId: requestId }).success).toBe(false)
  })
})

/** Objects of a schema that would let a key through that nobody named. */
function looseObjects(schema: z.core.$ZodType, path: string, seen = new Set<unknown>()): string[] {
  if (seen.has(schema)) return []
  seen.add(schema)
  const { def } = schema._zod as unknown as { def: Record<string, unknown> }
  const own = def['type'] === 'object' && (def['catchall'] as z.core.$ZodType | undefined)?._zod.def.type !== 'never' ? [path] : []
  const inner = [...Object.entries((def['shape'] as Record<string, z.core.$ZodType> | undefined) ?? {}), ...['element', 'innerType', 'valueType', 'in', 'out'].map((key) => [key, def[key]] as const),
    ...((def['options'] as z.core.$ZodType[] | undefined) ?? []).map((option, at) => [`option ${at}`, option] as const)]
  return [...own, ...inner.flatMap(([key, child]) => (child && typeof child === 'object' && '_zod' in child ? looseObjects(child as z.core.$ZodType, `${path}.${key}`, seen) : []))]
}

it('every object of every contract is strict, and a loose one is found', () => {
  const schemas: [string, z.core.$ZodType][] = []
  for (const [room, exported] of Object.entries(import.meta.glob('./*.ts', { eager: true })))
    for (const [name, value] of Object.entries(exported))
      // The kommune's settings are read from a column that other rooms write to as well; they are never sent.
      if (value && typeof value === 'object' && '_zod' in value && name !== 'ReportSettings') schemas.push([`${room} ${name}`, value as z.core.$ZodType])
  expect(schemas.length).toBeGreaterThan(150)
  expect(schemas.flatMap(([name, schema]) => looseObjects(schema, name))).toEqual([])
  expect(looseObjects(z.array(z.object({ name: z.string() })), 'planted')).toEqual(['planted.element'])
})
