import { spanOf, type Arc } from './span.ts'
import type { ReportWhyNot } from './why-not.ts'

/** A published count of children; null is hidden ("Skjult"). */
export type Cell = number | null

/** A table with its sums. */
export type HiddenTable = { cells: Cell[][]; rowTotals: Cell[]; columnTotals: Cell[]; total: Cell }

/** Our limit, and DST's, below which no kommune may go (product.md 3g). */
export const cellLimits = { usual: 5, lowest: 3 } as const

/** No hidden count may be pinned to a span narrower than this, whatever the kommune's cell limit. */
const narrowest = 5

type Refused = { ok: false; whyNot: ReportWhyNot }

const tooLow = (k: number): Refused | null =>
  k < cellLimits.lowest ? { ok: false, whyNot: { reason: 'cell-limit-too-low', asked: k, lowest: cellLimits.lowest } } : null

/** The counts from 1 up to but not including k: hidden because they are small. Zero is no child and may be shown. */
export const smallOnes = (arcs: readonly Arc[], k: number): Set<number> =>
  new Set(arcs.flatMap(({ value }, at) => (value > 0 && value < k ? [at] : [])))

const costOf = (arcs: readonly Arc[], hidden: ReadonlySet<number>, sums: ReadonlySet<number>) => (at: number): number =>
  hidden.has(at) ? 0 : arcs[at]!.value + 1 + (sums.has(at) ? 1e6 : 0)

/**
 * The cheapest way round through a narrow count: the others that could make up for it if it were five more, small ones
 * first and sums last. Those of it that are shown must be hidden; null when there is no way round.
 */
const cheapestWayRound = (arcs: readonly Arc[], narrow: number, cost: (at: number) => number): number[] | null => {
  const { from: goal, to: start } = arcs[narrow]!
  const reached = new Map([[start, { total: 0, path: [] as number[] }]])
  const settled = new Set<number>()
  for (;;) {
    const open = [...reached].filter(([node]) => !settled.has(node)).sort(([, a], [, b]) => a.total - b.total)[0]
    if (!open) return null
    const [node, { total, path }] = open
    if (node === goal) return path
    settled.add(node)
    arcs.forEach((arc, at) => {
      // Forward it grows; backward it shrinks, and must have the five to give.
      const next = arc.from === node ? arc.to : arc.to === node && arc.value >= narrowest ? arc.from : null
      if (at === narrow || next === null) return
      const sum = total + cost(at)
      if (sum < (reached.get(next)?.total ?? Infinity)) reached.set(next, { total: sum, path: [...path, at] })
    })
  }
}

// Where no single way gives the room, the count that alone widens the span most, sums last.
const widest = (arcs: readonly Arc[], hidden: ReadonlySet<number>, narrow: number, sums: ReadonlySet<number>): number => {
  const candidates = arcs.flatMap((arc, at) => {
    if (hidden.has(at)) return []
    const span = Math.min(narrowest, spanOf(arcs, new Set([...hidden, at]), narrow))
    return [{ at, span, isSum: sums.has(at) ? 1 : 0, value: arc.value }]
  })
  candidates.sort((a, b) => b.span - a.span || a.isSum - b.isSum || a.value - b.value || a.at - b.at)
  return candidates[0]!.at
}

/**
 * Which counts to hide so that no count from 1 to k − 1 is shown and no hidden count can be pinned to a span under 5 by
 * adding and subtracting. Hides the cheapest way round each narrow count until `spanOf` finds no narrow one; ends, since
 * with everything hidden nothing is bounded.
 */
export const hiddenArcs = (arcs: readonly Arc[], k: number, sums: ReadonlySet<number>): Set<number> => {
  const hidden = smallOnes(arcs, k)
  for (;;) {
    const narrow = [...hidden].find((at) => spanOf(arcs, hidden, at) < narrowest)
    if (narrow === undefined) return hidden
    const way = cheapestWayRound(arcs, narrow, costOf(arcs, hidden, sums)) ?? []
    const shown = way.filter((at) => !hidden.has(at))
    for (const at of shown.length > 0 ? shown : [widest(arcs, hidden, narrow, sums)]) hidden.add(at)
  }
}

/** The arcs of a table with its sums: rows, then row totals, column totals and the total, in that order. */
export const arcsOfTable = (counts: readonly (readonly number[])[]): Arc[] => {
  const columns = counts[0]?.length ?? 0
  const [rowSum, columnSum] = [counts.length, counts.length + 1 + columns]
  const column = (c: number) => counts.length + 1 + c
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const rowTotals = counts.map(sum)
  return [
    ...counts.flatMap((row, r) => row.map((value, c) => ({ from: r, to: column(c), value }))),
    ...rowTotals.map((value, r) => ({ from: columnSum, to: r, value })),
    ...Array.from({ length: columns }, (_, c) => ({ from: column(c), to: rowSum, value: sum(counts.map((row) => row[c]!)) })),
    { from: rowSum, to: columnSum, value: sum(rowTotals) },
  ]
}

/**
 * A table of counts (at least one row and column, rows of equal length) with row sums, column sums and total, small
 * counts hidden and others with them where subtraction would tell. `k` is the cell limit, 3 or more. Guards one table:
 * tables that share children must be put into one, or frozen on the same day.
 */
export const suppress = (
  counts: readonly (readonly number[])[], k: number,
): { ok: true; table: HiddenTable } | Refused => {
  const refused = tooLow(k)
  if (refused) return refused
  const arcs = arcsOfTable(counts)
  const [rows, columns] = [counts.length, counts[0]!.length]
  const inside = rows * columns
  const hidden = hiddenArcs(arcs, k, new Set(arcs.flatMap((_, at) => (at >= inside ? [at] : []))))
  const cell = (at: number): Cell => (hidden.has(at) ? null : arcs[at]!.value)
  return { ok: true, table: {
    cells: counts.map((row, r) => row.map((_, c) => cell(r * columns + c))),
    rowTotals: counts.map((_, r) => cell(inside + r)),
    columnTotals: Array.from({ length: columns }, (_, c) => cell(inside + rows + c)),
    total: cell(arcs.length - 1),
  } }
}

/** The same for a list of counts that sum to a total, such as active, stopped, unknown and not yet due. */
export const suppressList = (
  counts: readonly number[], k: number,
): { ok: true; cells: Cell[]; total: Cell } | Refused => {
  const refused = tooLow(k)
  if (refused) return refused
  const total = counts.reduce((a, b) => a + b, 0)
  const arcs = [...counts.map((value) => ({ from: 0, to: 1, value })), { from: 1, to: 0, value: total }]
  const hidden = hiddenArcs(arcs, k, new Set([counts.length]))
  const cells = arcs.map(({ value }, at) => (hidden.has(at) ? null : value))
  return { ok: true, cells: cells.slice(0, -1), total: cells.at(-1)! }
}
