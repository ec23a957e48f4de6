import { describe, expect, test } from 'vitest'
import { type ProgramChildren, programAges, programOutcomes, publishChildren, publishSeats } from './program.ts'

const rows: ProgramChildren[] = ['Område 1', 'Område 2', 'Område 3'].flatMap((area, a) => programOutcomes.flatMap((outcome, o) => programAges.map(([age], c): ProgramChildren => ({
  area, age, outcome, ordning: outcome === 'came-with-pass' ? (c % 2 === 0 ? 'Aktiv Sommer' : 'Hel Fritid') : null, count: (a * 7 + o * 5 + c * 3) % 11 + 6,
}))))
const add = (values: readonly (number | null)[]) => values.reduce<number>((all, one) => all + (one ?? Number.NaN), 0)

describe('Tal efter ferien', () => {
  test('uden små tal er alt vist, og hver sum går op', () => {
    const view = publishChildren(rows, 5)
    const total = add(rows.map(({ count }) => count))
    expect(view.total).toBe(total)
    expect(add(Object.values(view.outcomes))).toBe(total)
    expect(add(view.ages)).toBe(total)
    for (const row of view.rows) expect([add(row.outcomes), add(row.ages)]).toEqual([row.total, row.total])
    expect(add(view.ordninger.map(({ count }) => count))).toBe(view.outcomes['came-with-pass'])
  })

  test('et tal under fem er skjult, og mindst et mere i dets række, så det ikke kan regnes ud', () => {
    const few = rows.map((row) => (row.area === 'Område 2' && row.outcome === 'came-with-pass' ? { ...row, count: row.age === 7 ? 2 : 0 } : row))
    const view = publishChildren(few, 5)
    expect(view.rows[1]!.outcomes[0]).toBeNull()
    expect(view.rows[1]!.outcomes.filter((count) => count === null).length).toBeGreaterThan(1)
    expect([...view.rows.flatMap(({ outcomes, ages }) => [...outcomes, ...ages]), ...view.ages].every((count) => count === null || count === 0 || count >= 5)).toBe(true)
  })

  test('med næsten ingen børn er der ingen tal', () => {
    const view = publishChildren([{ area: 'Område 1', age: 8, outcome: 'came', ordning: null, count: 3 }], 5)
    expect([view.total, view.outcomes.came, view.rows[0]!.total, view.ages[1]]).toEqual([null, null, null, null])
  })

  test('pladser summer, og uden aktiviteter er der ingen', () => {
    const view = publishSeats([{ area: 'B', came: 40, neverCame: 6, unmarked: 0, waitingFirst: 12, waitingLast: 9 }, { area: 'A', came: 30, neverCame: 8, unmarked: 7, waitingFirst: 20, waitingLast: 0 }], 5)!
    expect(view.areas).toEqual(['A', 'B'])
    expect(view.taken).toEqual({ cells: [[30, 8, 7], [40, 6, 0]], rowTotals: [45, 46], columnTotals: [70, 14, 7], total: 91 })
    expect([view.waitingFirst.total, view.waitingLast.total]).toEqual([32, 9])
    expect(publishSeats([], 5)).toBeNull()
  })
})
