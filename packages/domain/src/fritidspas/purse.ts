import { add, min, subtract, sum, zero, type Ore } from '@medspil/ledger'

/** What money can be given for: a forening's fee, clothes and kit, trips and tournaments, camps, getting there. */
export const purseKinds = ['kontingent', 'kit', 'trip', 'camp', 'transport'] as const

/** One kind of thing a pass can pay. */
export type PurseKind = (typeof purseKinds)[number]

/** A purse is named by the kind it is for, or `together` when the ordning gives one amount for several kinds. */
export type PurseName = PurseKind | 'together'

/**
 * One part of a pass with its own ceiling, amounts in øre, never negative. Always:
 * granted = available + held + spent + returned.
 */
export type Purse = {
  readonly purse: PurseName
  /** Kinds this purse may pay. More than its own name means that money may flow from it, as the ordning says. */
  readonly pays: readonly PurseKind[]
  readonly granted: Ore
  readonly available: Ore
  /** Set aside for signups that no forening has confirmed yet. */
  readonly held: Ore
  /** Confirmed by a forening: owed to it or paid. */
  readonly spent: Ore
  /** Back in the pool. */
  readonly returned: Ore
}

/** An amount of one purse, øre. */
export type PursePart = { readonly purse: PurseName; readonly amount: Ore }

/** The places money of a purse can be. */
export type PursePlace = 'available' | 'held' | 'spent' | 'returned'

/** A new purse with all its money available. Throws RangeError for a negative amount. */
export const newPurse = (purse: PurseName, pays: readonly PurseKind[], granted: Ore): Purse => {
  if (granted < zero) throw new RangeError(`negative purse ${purse}`)
  return { purse, pays, granted, available: granted, held: zero, spent: zero, returned: zero }
}

/** Whether the law of the purse holds: no part negative, and the four parts are what was granted. */
export const purseAddsUp = ({ granted, available, held, spent, returned }: Purse): boolean =>
  [available, held, spent, returned].every((part) => part >= zero) && sum([available, held, spent, returned]) === granted

/**
 * Moves parts between two places of their purses. Throws RangeError when a purse is missing or has less there: callers
 * ask first, so this would be a fault in the program.
 */
export const moveParts = (
  purses: readonly Purse[], parts: readonly PursePart[], from: PursePlace, to: PursePlace,
): Purse[] => parts.reduce<Purse[]>((all, part) => {
  const at = all.findIndex(({ purse }) => purse === part.purse)
  const purse = all[at]
  if (!purse || part.amount < zero || purse[from] < part.amount) {
    throw new RangeError(`${part.purse} has no ${part.amount} øre ${from}`)
  }
  const left = { ...purse, [from]: subtract(purse[from], part.amount) }
  return all.with(at, { ...left, [to]: add(left[to], part.amount) })
}, [...purses])

/**
 * Which purses pay how much of an amount of one kind: the purse of that very kind first, then the others that may pay
 * it, in the ordning's order. Covers less than the amount when the purses have less.
 */
export const drawParts = (purses: readonly Purse[], kind: PurseKind, amount: Ore): PursePart[] => {
  const paying = purses.filter(({ pays }) => pays.includes(kind))
  const ordered = [...paying.filter(({ purse }) => purse === kind), ...paying.filter(({ purse }) => purse !== kind)]
  let left = amount
  return ordered.flatMap(({ purse, available }) => {
    const part = min(left, available)
    left = subtract(left, part)
    return part > zero ? [{ purse, amount: part }] : []
  })
}

/** The first `amount` øre of some parts, in their order. Throws RangeError when the parts hold less. */
export const firstOf = (parts: readonly PursePart[], amount: Ore): PursePart[] => {
  let left = amount
  const taken = parts.flatMap((part) => {
    const piece = min(left, part.amount)
    left = subtract(left, piece)
    return piece > zero ? [{ purse: part.purse, amount: piece }] : []
  })
  if (left !== zero) throw new RangeError(`parts are ${left} øre short`)
  return taken
}

/** What is left of some parts when others are taken away, purse by purse; empty parts fall away. */
export const without = (parts: readonly PursePart[], taken: readonly PursePart[]): PursePart[] =>
  parts.flatMap(({ purse, amount }) => {
    const gone = sum(taken.filter((part) => part.purse === purse).map((part) => part.amount))
    return amount > gone ? [{ purse, amount: subtract(amount, gone) }] : []
  })

/** Sum of parts in øre. */
export const partsTotal = (parts: readonly PursePart[]): Ore => sum(parts.map(({ amount }) => amount))
