import { add, subtract, zero, type Ore } from '@medspil/ledger'
import type { PoolWhyNot } from './why-not.ts'

/**
 * A kommune's money for one ordning and year, in øre. After any order of acts free + promised + spent = total:
 * - `free` can be promised, and counts what came back. - `promised` is granted by decisions and not spent.
 * - `spent` is owed or paid to foreninger.
 */
export type Pool = {
  readonly id: string
  readonly ordningId: string
  readonly year: number
  readonly total: Ore
  readonly free: Ore
  readonly promised: Ore
  readonly spent: Ore
  /** What an application meets when too little is free: a stop, or a line that waits for money. */
  readonly whenEmpty: 'stop' | 'queue'
}

/** A changed pool, or why it was not changed. */
export type PoolAnswer = { ok: true; pool: Pool } | { ok: false; whyNot: PoolWhyNot }

/** A pool with all of its money free. */
export const openPool = ({ id, ordningId, year, total, whenEmpty }: Pick<Pool, 'id' | 'ordningId' | 'year' | 'total' | 'whenEmpty'>): Pool =>
  ({ id, ordningId, year, total: amountOf(total), free: total, promised: zero, spent: zero, whenEmpty })

/** Whether the law of the pool holds: no part negative, and the parts are the total. */
export const poolAddsUp = ({ total, free, promised, spent }: Pool): boolean =>
  [free, promised, spent].every((part) => part >= zero) && free + promised + spent === total

/** Sets the pool's total, up or down; never below what is promised and spent. */
export const resize = (pool: Pool, total: Ore): PoolAnswer => {
  const bound = add(pool.promised, pool.spent)
  if (total < bound) return { ok: false, whyNot: { reason: 'pool-cut-below-promises', poolId: pool.id, wanted: total, bound } }
  return { ok: true, pool: { ...pool, total, free: subtract(total, bound) } }
}

/** Promises money when an application is granted. Too little free: stop or queue, as the ordning says. */
export const holdInPool = (pool: Pool, amount: Ore): PoolAnswer => {
  if (amountOf(amount) > pool.free) {
    const reason = pool.whenEmpty === 'stop' ? 'pool-empty' : 'waiting-for-pool'
    return { ok: false, whyNot: { reason, poolId: pool.id, asked: amount, free: pool.free } }
  }
  return { ok: true, pool: { ...pool, free: subtract(pool.free, amount), promised: add(pool.promised, amount) } }
}

/** Promised money is free again: a hold of the pool fell, or a pass gave its unused money back. */
export const releaseInPool = (pool: Pool, amount: Ore): PoolAnswer => {
  const kept = heldBack(pool, amount)
  if (!kept.ok) return kept
  return { ok: true, pool: { ...pool, free: add(pool.free, amount), promised: subtract(pool.promised, amount) } }
}

/** Promised money is spent: a forening has confirmed a child and a fee. */
export const spendFromPool = (pool: Pool, amount: Ore): PoolAnswer => {
  const kept = heldBack(pool, amount)
  if (!kept.ok) return kept
  return { ok: true, pool: { ...pool, promised: subtract(pool.promised, amount), spent: add(pool.spent, amount) } }
}

/** Spent money came back: `free` when it stays in the pool, `promised` when it is on the child's pass again. */
export const takeBackInPool = (pool: Pool, amount: Ore, to: 'free' | 'promised'): Pool => {
  if (amountOf(amount) > pool.spent) throw new RangeError(`pool ${pool.id} has not spent ${amount} øre`)
  const left = { ...pool, spent: subtract(pool.spent, amount) }
  return { ...left, [to]: add(left[to], amount) }
}

/** Whether the pool's promises cover an amount; asked when a promise turns into a pass. */
export const heldBack = (pool: Pool, amount: Ore): PoolAnswer =>
  amountOf(amount) > pool.promised
    ? { ok: false, whyNot: { reason: 'pool-promised-too-little', poolId: pool.id, asked: amount, promised: pool.promised } }
    : { ok: true, pool }

/**
 * Who in the line gets money now: strictly in order, and nobody is passed over, because the order was promised.
 * @returns the ids that fit, first to last, and the pool with their money promised
 */
export const promiseInOrder = (pool: Pool, waiting: readonly { id: string; amount: Ore }[]): { pool: Pool; promisedIds: string[] } => {
  const promisedIds: string[] = []
  let current = pool
  for (const { id, amount } of waiting) {
    const answer = holdInPool(current, amount)
    if (!answer.ok) break
    current = answer.pool
    promisedIds.push(id)
  }
  return { pool: current, promisedIds }
}

const amountOf = (amount: Ore): Ore => {
  if (amount < zero) throw new RangeError('a pool moves no negative amount')
  return amount
}
