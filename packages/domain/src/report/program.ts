import { hiddenArcs, suppress, suppressList, type Cell, type HiddenTable } from './suppress.ts'
import type { Arc } from './span.ts'

/**
 * How a child's summer came out, the first that fits: it came on a pass, it came, it kept a place and nobody saw it there,
 * its place fell away (given back, not answered, or the activity was cancelled), or it asked and never got one.
 */
export const programOutcomes = ['came-with-pass', 'came', 'had-place', 'place-ended', 'never'] as const
export type ProgramOutcome = (typeof programOutcomes)[number]

/** Age bands of a programme's figures in completed years on its first day, both ends included. */
export const programAges = [[0, 6], [7, 9], [10, 12], [13, 15], [16, 99]] as const

/** Children counted once each. `ordning` is whose pass it came on; null unless it did. `area` is where the child lives. */
export type ProgramChildren = { area: string | null; age: number; outcome: ProgramOutcome; ordning: string | null; count: number }

/** Places of the activities of one area, in children: how kept ones ended, and how long the lines were. */
export type ProgramSeats = { area: string; came: number; neverCame: number; unmarked: number; waitingFirst: number; waitingLast: number }

/** Counts as they may be shown; rows in the order of `areas`. */
export type PublishedChildren = {
  areas: (string | null)[]; total: Cell
  outcomes: Record<ProgramOutcome, Cell>
  ordninger: { name: string; count: Cell }[]
  rows: { outcomes: Cell[]; ages: Cell[]; total: Cell }[]
  ages: Cell[]
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** Areas in their order, the unknown last. */
const areasOf = (rows: readonly { area: string | null }[]): (string | null)[] =>
  [...new Set(rows.map(({ area }) => area))].sort((a, b) => (a === null ? 1 : b === null ? -1 : a.localeCompare(b, 'da')))

const bandOf = (age: number): number => programAges.findIndex(([, to]) => age <= to)

/**
 * Hides what is small and what subtraction would tell, for all counts of the children at once: by outcome, by ordning, by
 * area and by age they are the same children, so all sums form one circulation (promise 21).
 * @param k the kommune's cell limit
 */
export const publishChildren = (rows: readonly ProgramChildren[], k: number): PublishedChildren => {
  const areas = areasOf(rows)
  const count = (test: (row: ProgramChildren) => boolean): number => sum(rows.filter(test).map((row) => row.count))
  const ordninger = [...new Set(rows.flatMap(({ ordning }) => (ordning === null ? [] : [ordning])))].sort((a, b) => a.localeCompare(b, 'da'))
  const arcs: Arc[] = []
  const book = new Map<string, number>()
  const nodes = new Map<string, number>()
  const sums = new Set<number>()
  const node = (name: string): number => nodes.get(name) ?? nodes.set(name, nodes.size).size - 1
  const arc = (name: string, from: string, to: string, value: number, isSum = false): void => {
    if (isSum) sums.add(arcs.length)
    book.set(name, arcs.length)
    arcs.push({ from: node(from), to: node(to), value })
  }
  arc('all', 'end', 'all', count(() => true), true)
  for (const outcome of programOutcomes) {
    const isSplit = outcome === 'came-with-pass' && ordninger.length > 0
    arc(`outcome/${outcome}`, 'all', isSplit ? 'passes' : outcome, count((row) => row.outcome === outcome), true)
    if (isSplit) for (const name of ordninger) arc(`ordning/${name}`, 'passes', outcome, count((row) => row.ordning === name))
    areas.forEach((area, r) => arc(`${r}/${outcome}`, outcome, `in/${r}`, count((row) => row.outcome === outcome && row.area === area)))
  }
  areas.forEach((area, r) => {
    arc(`area/${r}`, `in/${r}`, `out/${r}`, count((row) => row.area === area), true)
    programAges.forEach((_, c) => arc(`${r}/age/${c}`, `out/${r}`, `age/${c}`, count((row) => row.area === area && bandOf(row.age) === c)))
  })
  programAges.forEach((_, c) => arc(`age/${c}`, `age/${c}`, 'end', count((row) => bandOf(row.age) === c), true))

  const hidden = hiddenArcs(arcs, k, sums)
  const cell = (name: string): Cell => {
    const at = book.get(name)
    return at === undefined || hidden.has(at) ? null : arcs[at]!.value
  }
  return {
    areas, total: cell('all'), ordninger: ordninger.map((name) => ({ name, count: cell(`ordning/${name}`) })),
    outcomes: Object.fromEntries(programOutcomes.map((outcome) => [outcome, cell(`outcome/${outcome}`)])) as Record<ProgramOutcome, Cell>,
    rows: areas.map((_, r) => ({ outcomes: programOutcomes.map((outcome) => cell(`${r}/${outcome}`)), ages: programAges.map((_band, c) => cell(`${r}/age/${c}`)), total: cell(`area/${r}`) })),
    ages: programAges.map((_, c) => cell(`age/${c}`)),
  }
}

/** Places and lines by the activities' areas. `taken` has came, never came and unmarked as its columns. */
export type PublishedSeats = { areas: string[]; taken: HiddenTable; waitingFirst: { cells: Cell[]; total: Cell }; waitingLast: { cells: Cell[]; total: Cell } }

/** The same for places, which are counted as places and not as children. Null without a single area. */
export const publishSeats = (rows: readonly ProgramSeats[], k: number): PublishedSeats | null => {
  if (rows.length === 0) return null
  const sorted = [...rows].sort((a, b) => a.area.localeCompare(b.area, 'da'))
  const taken = suppress(sorted.map(({ came, neverCame, unmarked }) => [came, neverCame, unmarked]), k)
  const [waitingFirst, waitingLast] = [suppressList(sorted.map((row) => row.waitingFirst), k), suppressList(sorted.map((row) => row.waitingLast), k)]
  if (!taken.ok || !waitingFirst.ok || !waitingLast.ok) throw new RangeError(`the cell limit ${k} is too low`)
  return { areas: sorted.map(({ area }) => area), taken: taken.table, waitingFirst, waitingLast }
}
