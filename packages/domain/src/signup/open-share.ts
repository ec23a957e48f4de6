/** Places of one activity, children: all of them, and the share that is kept for supported children (product.md 3c). */
export type PlaceShares = { capacity: number; taken: number; reserved: number; reservedTaken: number }

/**
 * The share that is open to everybody: it and `keptAsTaken` are the only figures of places that may leave the programme's
 * own people, since they do not move when a kept place is filled.
 */
export const openShare = ({ capacity, taken, reserved, reservedTaken }: PlaceShares): { capacity: number; taken: number } =>
  ({ capacity: capacity - reserved, taken: taken - reservedTaken })

/**
 * The same beside the whole capacity, which the activity's organiser wrote: a kept place counts as taken from the day it is
 * kept. Never fewer places than this `taken` can there be.
 */
export const keptAsTaken = (shares: PlaceShares): { capacity: number; taken: number } =>
  ({ capacity: shares.capacity, taken: openShare(shares).taken + shares.reserved })

/** Free places of the open share, 0 or more. */
export const freeInOpenShare = (shares: PlaceShares): number => {
  const { capacity, taken } = openShare(shares)
  return Math.max(0, capacity - taken)
}
