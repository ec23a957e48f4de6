import type { FiguresView } from '@medspil/contracts/report'
import { type Equation, rangeOf, sumOf } from './attack.test-kit.ts'

const kinds = ['guidance-only', 'pass-only', 'both'] as const
const answers = ['active', 'stopped', 'unknown', 'notYetDue'] as const
/** What of the figures is attacked. */
export type Shown = Pick<FiguresView, 'stages' | 'checks' | 'reach'>

const last = (kind: string, at: number) => `last/${kind}/${at}`
const check = (at: number, answer: string) => `check/${at}/${answer}`
const cell = (r: number, c: number) => `reach/${r}/${c}`

/** Everything the page, the file and its definitions tell, as equations over the children behind it. */
export function equationsOf({ stages, checks, reach }: Shown): Equation[] {
  const equations: Equation[] = []
  const tell = (names: string[], count: number | null) => { if (count !== null) equations.push({ terms: sumOf(names), equals: count }) }
  const from = (kind: string, at: number) => stages.flatMap((_, later) => (later >= at ? [last(kind, later)] : []))
  stages.forEach(({ stage, count, kinds: own }, at) => {
    for (const kind of kinds) tell(from(kind, at), own[kind])
    tell((stage === 'redeemed' ? kinds.slice(1) : [...kinds]).flatMap((kind) => from(kind, at)), count)
  })
  const begun = kinds.map((kind) => last(kind, stages.length - 1))
  const same = (names: string[]) => equations.push({ terms: new Map([...sumOf(begun), ...names.map((name) => [name, -1] as const)]), equals: 0 })
  checks.forEach((one, at) => {
    same(answers.map((answer) => check(at, answer)))
    for (const answer of answers) tell([check(at, answer)], one[answer])
    tell(begun, one.of)
  })
  const { rows } = reach
  if (rows.length > 0) same(rows.flatMap((row, r) => row.cells.map((_, c) => cell(r, c))))
  rows.forEach((row, r) => {
    row.cells.forEach((count, c) => tell([cell(r, c)], count))
    tell(row.cells.map((_, c) => cell(r, c)), row.total)
  })
  reach.totals.forEach((count, c) => tell(rows.map((_, r) => cell(r, c)), count))
  tell(begun, reach.total)
  return equations
}

/** The small counts an attacker pins to a span under five, given the true ones by their name. */
export function pinned(shown: Shown, truth: ReadonlyMap<string, number>): string[] {
  const equations = equationsOf(shown)
  return [...truth].filter(([, count]) => count > 0 && count < 5).flatMap(([name]) => {
    const { low, high } = rangeOf(equations, name)
    return high - low < 5 - 1e-6 ? [name] : []
  })
}

/** Small counts that are simply printed. */
export function printedSmall({ stages, checks, reach }: Shown): number[] {
  const all = [
    ...stages.flatMap(({ count, kinds: own }) => [count, ...Object.values(own)]), ...checks.flatMap(({ of, active, stopped, unknown, notYetDue }) => [of, active, stopped, unknown, notYetDue]),
    ...reach.rows.flatMap(({ cells, total }) => [...cells, total]), ...reach.totals, reach.total,
  ]
  return all.filter((count) => count !== null && count > 0 && count < 5) as number[]
}
