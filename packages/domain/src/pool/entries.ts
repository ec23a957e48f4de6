import { makeEntry, move, type Entry, type Ore } from '@medspil/ledger'

/** Council → pool: money given to a pool, øre. */
export const entryForFunding = (entryId: string, poolId: string, amount: Ore): Entry =>
  makeEntry(entryId, 'pool-funded', move(amount, { kind: 'appropriation', poolId }, { kind: 'pool', poolId }))

/** Pool → council: the pool made smaller by this many øre. */
export const entryForCut = (entryId: string, poolId: string, amount: Ore): Entry =>
  makeEntry(entryId, 'pool-cut', move(amount, { kind: 'pool', poolId }, { kind: 'appropriation', poolId }))
