import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spanOf } from './span.ts'
import { arcsOfTable, hiddenArcs, smallOnes, suppress, suppressList } from './suppress.ts'

/**
 * The attacker, without any of the rule's own code: tries every whole number 0–`most` in each hidden inner cell, keeps
 * the tables that agree with all shown cells and sums, and reports the width of what each hidden count can be.
 */
const attack = (counts: number[][], hidden: ReadonlySet<number>, most: number): Map<number, number> => {
  const [rows, columns] = [counts.length, counts[0]!.length]
  const inner = counts.flat()
  const valuesOf = (cells: number[]): number[] => {
    const rowSums = counts.map((_, r) => cells.slice(r * columns, (r + 1) * columns).reduce((a, b) => a + b, 0))
    const columnSums = Array.from({ length: columns }, (_, c) => cells.filter((_, at) => at % columns === c).reduce((a, b) => a + b, 0))
    return [...cells, ...rowSums, ...columnSums, rowSums.reduce((a, b) => a + b, 0)]
  }
  const truth = valuesOf(inner)
  const open = inner.flatMap((_, at) => (hidden.has(at) ? [at] : []))
  const range = new Map([...hidden].map((at) => [at, [Infinity, -Infinity]]))
  const guess = [...inner]
  const shownSums = truth.flatMap((_, at) => (at >= rows * columns && !hidden.has(at) ? [at] : []))
  const tryAll = (depth: number): void => {
    if (depth === open.length) {
      const values = valuesOf(guess)
      if (shownSums.some((at) => values[at] !== truth[at])) return
      for (const [at, seen] of range) range.set(at, [Math.min(seen[0]!, values[at]!), Math.max(seen[1]!, values[at]!)])
      return
    }
    for (let value = 0; value <= most; value += 1) {
      guess[open[depth]!] = value
      tryAll(depth + 1)
    }
  }
  tryAll(0)
  return new Map([...range].map(([at, [low, high]]) => [at, high! - low!]))
}

const tableOf = (rows: number, columns: number, most: number) =>
  fc.array(fc.array(fc.nat(most), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
const sums = (counts: number[][]) =>
  new Set(arcsOfTable(counts).flatMap((_, at) => (at >= counts.length * counts[0]!.length ? [at] : [])))

describe('små tal skjules', () => {
  test('skærmen Tal: 2–5 år … 14–17 år i tre områder', () => {
    const counts = [[6, 5, 5, 5], [5, 6, 3, 9], [5, 5, 4, 8]]
    const done = suppress(counts, 5)
    expect(done).toMatchObject({ ok: true, table: { rowTotals: [21, 23, 22], columnTotals: [16, 16, 12, 22], total: 66 } })
    if (!done.ok) return
    expect([done.table.cells[1]![2], done.table.cells[2]![2]]).toEqual([null, null])
    expect(done.table.cells.flat().filter((cell) => cell === null).length).toBeGreaterThanOrEqual(4)
  })
  test('uden små tal skjules intet', () => {
    expect(suppress([[5, 6], [0, 8]], 5)).toMatchObject({ table: { cells: [[5, 6], [0, 8]], total: 19 } })
  })
  test('kommunen må gå ned til 3, aldrig lavere', () => {
    expect(suppress([[3, 4]], 3)).toMatchObject({ ok: true, table: { cells: [[3, 4]] } })
    expect(suppress([[9]], 2)).toEqual({ ok: false, whyNot: { reason: 'cell-limit-too-low', asked: 2, lowest: 3 } })
    expect(suppressList([9], 2).ok).toBe(false)
  })
  test('en liste: det lille tal trækker et andet med', () => {
    const done = suppressList([201, 44, 3, 52], 5)
    if (!done.ok) throw new Error('5 is allowed')
    expect(done.cells[2]).toBeNull()
    expect(done.cells.filter((cell) => cell === null)).toHaveLength(2)
    expect(done.total).toBe(300)
  })
})

describe('angriberen', () => {
  test('spanOf er netop det, alle gennemprøvede tabeller viser (2 × 2)', () => {
    fc.assert(fc.property(tableOf(2, 2, 5), fc.subarray([0, 1, 2, 3]), (counts, open) => {
      const hidden = new Set(open)
      const arcs = arcsOfTable(counts)
      const found = attack(counts, hidden, 12)
      for (const at of hidden) expect(spanOf(arcs, hidden, at)).toBe(found.get(at))
    }), { numRuns: 60, seed: 21 })
  })
  test('spanOf også med skjulte summer', () => {
    fc.assert(fc.property(tableOf(2, 2, 4), fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8]), (counts, open) => {
      const hidden = new Set(open)
      const arcs = arcsOfTable(counts)
      const found = attack(counts, hidden, 17)
      for (const at of hidden) expect(Math.min(5, spanOf(arcs, hidden, at))).toBe(Math.min(5, found.get(at)!))
    }), { numRuns: 20, seed: 22 })
  })
  test('intet skjult tal kan bestemmes snævrere end 5, og intet 1–4 vises, i 60 små tabeller', () => {
    let hid = 0
    fc.assert(fc.property(fc.oneof(tableOf(2, 2, 9), tableOf(1, 3, 9), tableOf(3, 1, 9)), (counts) => {
      const arcs = arcsOfTable(counts)
      const hidden = hiddenArcs(arcs, 5, sums(counts))
      arcs.forEach(({ value }, at) => expect(value > 0 && value < 5 && !hidden.has(at)).toBe(false))
      for (const [, width] of attack(counts, hidden, 15)) expect(width).toBeGreaterThanOrEqual(5)
      hid += hidden.size
    }), { numRuns: 60, seed: 23 })
    expect(hid).toBeGreaterThan(60)
  })
  test('større tabeller (4 × 5) med kommunens grænse 3 og 5', () => {
    fc.assert(fc.property(tableOf(4, 5, 20), fc.constantFrom(3, 5), (counts, k) => {
      const arcs = arcsOfTable(counts)
      const hidden = hiddenArcs(arcs, k, sums(counts))
      for (const at of smallOnes(arcs, k)) expect(hidden.has(at)).toBe(true)
      for (const at of hidden) expect(spanOf(arcs, hidden, at)).toBeGreaterThanOrEqual(5)
      expect(hidden.size).toBeLessThan(arcs.length)
    }), { numRuns: 30, seed: 24 })
  })
  test('rød tvilling: skjules kun de små, regner angriberen dem ud', () => {
    const counts = [[3, 9], [8, 7]]
    expect(attack(counts, smallOnes(arcsOfTable(counts), 5), 15).get(0)).toBe(0)
    const won = fc.sample(tableOf(2, 2, 9), { numRuns: 40, seed: 25 })
      .filter((table) => [...attack(table, smallOnes(arcsOfTable(table), 5), 12).values()].some((width) => width < 5))
    expect(won.length).toBeGreaterThan(10)
  })
})
