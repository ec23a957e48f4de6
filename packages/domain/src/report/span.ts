/**
 * Published counts as a circulation: each count is an arc, each sum that holds between counts is a node where what
 * flows in equals what flows out. Hidden counts are arcs an attacker may vary without breaking any sum.
 */
export type Arc = { from: number; to: number; value: number }

/** An upper bound no count reaches; a hidden count that can grow this far is bounded by nothing. */
const unbounded = 1e9

type Edge = { to: number; left: number; back: number }

const residual = (arcs: readonly Arc[], hidden: ReadonlySet<number>, without: number, nodes: number): Edge[][] => {
  const graph: Edge[][] = Array.from({ length: nodes }, () => [])
  arcs.forEach(({ from, to, value }, at) => {
    if (!hidden.has(at) || at === without) return
    const [out, into] = [graph[from]!, graph[to]!]
    out.push({ to, left: unbounded, back: into.length })
    into.push({ to: from, left: value, back: out.length - 1 })
  })
  return graph
}

const augment = (graph: Edge[][], from: number, to: number): number => {
  const via = new Map<number, { node: number; edge: Edge }>()
  const queue = [from]
  const seen = new Set(queue)
  for (const node of queue) {
    for (const edge of graph[node]!) {
      if (edge.left <= 0 || seen.has(edge.to)) continue
      seen.add(edge.to)
      via.set(edge.to, { node, edge })
      queue.push(edge.to)
    }
  }
  if (!seen.has(to)) return 0
  let amount = unbounded
  for (let node = to; node !== from; node = via.get(node)!.node) amount = Math.min(amount, via.get(node)!.edge.left)
  for (let node = to; node !== from; node = via.get(node)!.node) {
    const { edge } = via.get(node)!
    edge.left -= amount
    graph[edge.to]![edge.back]!.left += amount
  }
  return amount
}

const maxFlow = (graph: Edge[][], from: number, to: number): number => {
  let flow = 0
  for (;;) {
    const more = augment(graph, from, to)
    flow += more
    if (more === 0 || flow >= unbounded) return flow
  }
}

/**
 * How far apart the lowest and the highest value are that one hidden count may have, given all shown counts and sums:
 * exactly what the best attacker can find out by solving them, since such a system has whole-number extremes.
 */
export const spanOf = (arcs: readonly Arc[], hidden: ReadonlySet<number>, at: number): number => {
  const { from, to, value } = arcs[at]!
  const nodes = Math.max(...arcs.flatMap((arc) => [arc.from, arc.to])) + 1
  const up = maxFlow(residual(arcs, hidden, at, nodes), to, from)
  const down = Math.min(value, maxFlow(residual(arcs, hidden, at, nodes), from, to))
  return up + down
}
