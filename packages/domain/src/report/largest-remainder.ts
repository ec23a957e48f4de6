/**
 * Turns shares into whole counts that sum to the total (schemes.md 5.8): each part is rounded down, and what is left
 * goes one by one to the largest remainders. Equal remainders: the larger part first, then the earlier one. Weights are
 * non-negative whole numbers; `total` is a non-negative whole number. All zeros when the weights sum to zero.
 */
export const largestRemainder = (weights: readonly number[], total: number): number[] => {
  const whole = weights.reduce((a, b) => a + b, 0)
  if (whole === 0) return weights.map(() => 0)
  // Quotient and remainder as integers: 0.1 + 0.2 must not decide who gets the last child.
  const parts = weights.map((weight, at) => {
    const product = weight * total
    const count = Math.floor(product / whole)
    return { at, weight, count, remainder: product - count * whole }
  })
  const left = total - parts.reduce((sum, part) => sum + part.count, 0)
  const order = [...parts].sort((a, b) => b.remainder - a.remainder || b.weight - a.weight || a.at - b.at)
  const lucky = new Set(order.slice(0, left).map((part) => part.at))
  return parts.map((part) => part.count + (lucky.has(part.at) ? 1 : 0))
}

/** Whole percentages of counts that sum to 100; all zeros when there is nothing to count. */
export const wholePercentages = (counts: readonly number[]): number[] => largestRemainder(counts, 100)
