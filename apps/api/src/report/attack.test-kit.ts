/** A linear equation over named unknown counts, none of them negative. */
export interface Equation { terms: ReadonlyMap<string, number>; equals: number }

/** A sum of unknowns as the left side of an equation. */
export const sumOf = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name) => [name, 1]))

/**
 * What an attacker can find out: the lowest and highest value of one unknown under all equations, by the simplex method on
 * plain fractions. Shares no line with the rule it attacks.
 */
export function rangeOf(equations: readonly Equation[], wanted: string): { low: number; high: number } {
  return { low: -best(equations, wanted, -1), high: best(equations, wanted, 1) }
}

const tiny = 1e-7

function best(equations: readonly Equation[], wanted: string, sign: number): number {
  const names = [...new Set(equations.flatMap(({ terms }) => [...terms.keys()]))]
  // Nothing was told about it: it may be none, and as many as one likes.
  if (!names.includes(wanted)) return sign > 0 ? Infinity : 0
  const count = names.length
  const rows = equations.map(({ terms, equals }, r) => {
    const flip = equals < 0 ? -1 : 1
    return [...names.map((name) => flip * (terms.get(name) ?? 0)), ...equations.map((_, a) => (a === r ? 1 : 0)), flip * equals]
  })
  const basis = rows.map((_, r) => count + r)
  optimise(rows, basis, (at) => (at >= count ? -1 : 0), count + rows.length)
  // What is left of the helpers stands at zero: swap it out where an unknown can take its place.
  basis.forEach((at, r) => {
    if (at < count) return
    const column = names.findIndex((_, c) => Math.abs(rows[r]![c]!) > tiny)
    if (column >= 0) pivot(rows, basis, r, column)
  })
  const target = names.indexOf(wanted)
  return optimise(rows, basis, (at) => (at === target ? sign : 0), count)
}

/** Improves until nothing can; Bland's rule, so that it ends. @returns the value reached, Infinity when unbounded */
function optimise(rows: number[][], basis: number[], worth: (at: number) => number, columns: number): number {
  const last = (row: number[]) => row[row.length - 1]!
  for (;;) {
    const entering = Array.from({ length: columns }, (_, c) => c).find((c) =>
      !basis.includes(c) && worth(c) - rows.reduce((sum, row, r) => sum + worth(basis[r]!) * row[c]!, 0) > tiny)
    if (entering === undefined) return rows.reduce((sum, row, r) => sum + worth(basis[r]!) * last(row), 0)
    let leaving = -1
    rows.forEach((row, r) => {
      if (row[entering]! <= tiny) return
      const ratio = last(row) / row[entering]!
      const known = leaving < 0 ? Infinity : last(rows[leaving]!) / rows[leaving]![entering]!
      if (ratio < known - tiny || (Math.abs(ratio - known) <= tiny && basis[r]! < basis[leaving]!)) leaving = r
    })
    if (leaving < 0) return Infinity
    pivot(rows, basis, leaving, entering)
  }
}

function pivot(rows: number[][], basis: number[], r: number, c: number): void {
  const divisor = rows[r]![c]!
  rows[r] = rows[r]!.map((value) => value / divisor)
  rows.forEach((row, other) => {
    const factor = row[c]!
    if (other !== r && Math.abs(factor) > 1e-12) rows[other] = row.map((value, at) => value - factor * rows[r]![at]!)
  })
  basis[r] = c
}
