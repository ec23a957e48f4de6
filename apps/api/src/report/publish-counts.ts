import { type Arc, type Cell, type CourseKind, type Funnel, type FunnelReport, type FunnelStage, funnelStages, hiddenArcs } from '@medspil/domain/report'

/** Counts before anything is hidden. Rows of `reach` are areas, columns are ages; they sum to those who have begun. */
export interface Counts { funnel: FunnelReport; reach: readonly (readonly number[])[] }

const kinds: readonly CourseKind[] = ['guidance-only', 'pass-only', 'both']
const answers = ['active', 'stopped', 'unknown', 'notYetDue'] as const

/** Counts as they may be shown. */
export interface Published {
  stage(stage: FunnelStage, kind: CourseKind | null): Cell
  check(at: number, answer: (typeof answers)[number] | 'of'): Cell
  reach: { cells: Cell[][]; rowTotals: Cell[]; columnTotals: Cell[]; total: Cell }
}

/**
 * Hides what is small and what subtraction would tell, for the whole report at once: kinds, stages, checks and reach
 * speak about the same children, so a table of its own would be undone by its neighbour. All sums between them form one
 * circulation — children split by kind, join by how far they came, and those who have begun split again at each check
 * and by area and age — in which `hiddenArcs` knows the span of every hidden count (promise 21).
 */
export function publishCounts({ funnel, reach }: Counts, k: number): Published {
  const book = new Map<string, number>()
  const arcs: Arc[] = []
  const sums = new Set<number>()
  const nodes = new Map<string, number>()
  const node = (name: string) => nodes.get(name) ?? nodes.set(name, nodes.size).size - 1
  const arc = (name: string, from: string, to: string, value: number, isSum = false) => {
    book.set(name, arcs.length)
    if (isSum) sums.add(arcs.length)
    arcs.push({ from: node(from), to: node(to), value })
  }
  const began = funnel.all.stages['first-training'] ?? 0
  for (const kind of kinds) {
    arc(`met/${kind}`, 'all', kind, funnel.kinds[kind].stages.met ?? 0, true)
    lastStages(funnel.kinds[kind]).forEach((count, at) => arc(`last/${kind}/${at}`, kind, `stage/${at}`, count))
  }
  const lasts = kinds.map((kind) => lastStages(funnel.kinds[kind]))
  funnelStages.forEach((_, at) => arc(`last/all/${at}`, `stage/${at}`, at === funnelStages.length - 1 ? 'began/0' : 'end', sum(lasts.map((counts) => counts[at] ?? 0)), true))
  funnel.all.checks.forEach((check, at) => { for (const answer of answers) arc(`check/${at}/${answer}`, `began/${at}`, `began/${at + 1}`, check[answer]) })
  const last = `began/${funnel.all.checks.length}`
  reach.forEach((row, r) => {
    arc(`area/${r}`, last, `area/${r}`, sum(row), true)
    row.forEach((count, c) => arc(`reach/${r}/${c}`, `area/${r}`, `age/${c}`, count))
  })
  const ages = reach[0]?.length ?? 0
  for (let c = 0; c < ages; c += 1) arc(`age/${c}`, `age/${c}`, 'end', sum(reach.map((row) => row[c] ?? 0)), true)
  if (reach.length === 0) arc('reach/none', last, 'end', began, true)
  arc('met/all', 'end', 'all', funnel.all.stages.met ?? 0, true)

  const hidden = hiddenArcs(arcs, k, sums)
  const cell = (name: string): Cell => {
    const at = book.get(name)
    return at === undefined || hidden.has(at) ? null : (arcs[at]?.value ?? null)
  }
  const total = cell(`last/all/${funnelStages.length - 1}`)
  const reached = (stage: FunnelStage, kind: CourseKind | 'all') => reachedStage(funnelStages.indexOf(stage), cell(`met/${kind}`), funnelStages.map((_, at) => cell(`last/${kind}/${at}`)))
  return {
    stage: (stage, kind) => {
      if (stage !== 'redeemed' || kind !== null) return reached(stage, kind ?? 'all')
      // Guidance has no money to redeem, though its children go on to the first training.
      const [alone, both] = [reached(stage, 'pass-only'), reached(stage, 'both')]
      return alone === null || both === null ? null : alone + both
    },
    check: (at, answer) => (answer === 'of' ? total : cell(`check/${at}/${answer}`)),
    reach: {
      cells: reach.map((row, r) => row.map((_, c) => cell(`reach/${r}/${c}`))), rowTotals: reach.map((_, r) => cell(`area/${r}`)),
      columnTotals: Array.from({ length: ages }, (_, c) => cell(`age/${c}`)), total,
    },
  }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** Children by the furthest stage they have come to; a stage that does not exist for a kind holds none. */
function lastStages({ stages }: Funnel): number[] {
  const counts = funnelStages.map((stage, at) => stages[stage] ?? stages[funnelStages[at + 1] ?? 'first-training'] ?? 0)
  return counts.map((count, at) => count - (counts[at + 1] ?? 0))
}

/** Children who came at least this far, where the shown counts tell it already. */
function reachedStage(at: number, met: Cell, lasts: readonly Cell[]): Cell {
  const after = lasts.slice(at)
  if (after.every((count) => count !== null)) return sum(after)
  const before = lasts.slice(0, at)
  return met !== null && before.every((count) => count !== null) ? met - sum(before) : null
}
