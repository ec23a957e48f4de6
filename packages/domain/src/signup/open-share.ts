/** Places of one activity, children: all of them, and the share that is kept for supported children (product.md 3c). */
export type PlaceShares = { capacity: number; taken: number; reserved: number; reservedTaken: number }

/**
 * The share that is open to everybody: the only figures of places that may leave the programme's own people, since they
 * do not move when a kept place is filled.
 */
export const openShare = ({ capacity, taken, reserved, reservedTaken }: PlaceShares): { capacity: number; taken: number } =>
  ({ capacity: capacity - reserved, taken: taken - reservedTaken })

/** Free places of the open share, 0 or more. */
export const freeInOpenShare = (shares: PlaceShares): number => {
  const { capacity, taken } = openShare(shares)
  return Math.max(0, capacity - taken)
}
