/** Money: whole øre in a bigint. There are no floats and no second rounding rule anywhere in Medspil (house.md 8). */

declare const oreBrand: unique symbol

/** An amount in øre (1 krone is 100 øre). May be negative, as a posting or a difference. */
export type Ore = bigint & { readonly [oreBrand]: true }

/** An amount from whole øre. A number must be a safe integer; otherwise RangeError. */
export const ore = (amount: bigint | number): Ore => {
  if (typeof amount === 'number' && !Number.isSafeInteger(amount)) throw new RangeError(`not whole øre: ${amount}`)
  return BigInt(amount) as Ore
}

/** An amount from whole kroner. A number must be a safe integer; otherwise RangeError. */
export const kroner = (amount: bigint | number): Ore => {
  if (typeof amount === 'number' && !Number.isSafeInteger(amount)) throw new RangeError(`not whole kroner: ${amount}`)
  return (BigInt(amount) * 100n) as Ore
}

/** No money. */
export const zero: Ore = 0n as Ore

/** a + b. */
export const add = (a: Ore, b: Ore): Ore => (a + b) as Ore

/** a − b. */
export const subtract = (a: Ore, b: Ore): Ore => (a - b) as Ore

/** The amount with its sign turned. */
export const negate = (a: Ore): Ore => (-a) as Ore

/** The sum of any number of amounts; zero for none. */
export const sum = (amounts: Iterable<Ore>): Ore => {
  let total = 0n
  for (const amount of amounts) total += amount
  return total as Ore
}

/** The smallest of one or more amounts. */
export const min = (first: Ore, ...rest: Ore[]): Ore => rest.reduce((a, b) => (b < a ? b : a), first)

/** The largest of one or more amounts. */
export const max = (first: Ore, ...rest: Ore[]): Ore => rest.reduce((a, b) => (b > a ? b : a), first)

/**
 * THE rounding rule: a share of an amount is rounded down to whole øre, towards zero. What is left over is given out
 * by `splitOre`, so nothing is lost. `of` must be positive; otherwise RangeError.
 */
export const shareRoundedDown = (amount: Ore, part: bigint, of: bigint): Ore => {
  if (of <= 0n) throw new RangeError('a share needs a positive whole')
  return ((amount * part) / of) as Ore
}

/**
 * Splits an amount by non-negative weights; the parts always sum to the amount. Each part is the share rounded down,
 * and the øre left over go one by one to the first parts with weight. Throws RangeError when no weight is positive or
 * one is negative.
 */
export const splitOre = (amount: Ore, weights: readonly bigint[]): Ore[] => {
  const whole = weights.reduce((a, b) => a + b, 0n)
  if (whole <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError('weights must be positive')
  const parts = weights.map((weight) => shareRoundedDown(amount, weight, whole))
  const step = amount < 0n ? -1n : 1n
  let left = amount - sum(parts)
  return parts.map((part, at) => {
    if (left === 0n || weights[at] === 0n) return part
    left -= step
    return (part + step) as Ore
  })
}
