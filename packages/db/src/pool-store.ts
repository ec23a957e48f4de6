import type { Day } from '@medspil/domain/day'
import { yearOf } from '@medspil/domain/day'
import type { Pool } from '@medspil/domain/pool'
import { ore, subtract } from '@medspil/ledger'
import type { Tx } from './as-actor.ts'
import { dateOf, dayOf } from './days.ts'

/** A pool with its days and whether its total is a made-up value. */
export interface StoredPool extends Pool { fromDay: Day; toDay: Day; isEksempel: boolean }

/** Every pool of the kommune. */
export async function loadPools(tx: Tx): Promise<StoredPool[]> {
  return (await tx.db.pool.findMany({ where: { kommuneId: tx.kommuneId }, orderBy: { fromDay: 'desc' } })).map(poolOf)
}

/** The pool that pays for an ordning on a day, as it stands; null when the kommune set none aside. */
export async function loadPool(tx: Tx, ordningId: string, on: Day): Promise<StoredPool | null> {
  const row = await tx.db.pool.findFirst({ where: { kommuneId: tx.kommuneId, ordningId, fromDay: { lte: dateOf(on) }, toDay: { gte: dateOf(on) } } })
  return row && poolOf(row)
}

/** One pool by id; null when unknown. */
export async function loadPoolById(tx: Tx, id: string): Promise<StoredPool | null> {
  const row = await tx.db.pool.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } } })
  return row && poolOf(row)
}

/** Makes everybody else who wants to change this pool wait for this transaction. Read it after, never before. */
export async function lockPool(tx: Tx, id: string): Promise<void> {
  await tx.db.$queryRaw`select 1 from pool where kommune_id = ${tx.kommuneId}::uuid and id = ${id}::uuid for no key update`
}

/** Saves what the rules made of a locked pool. Free money is what is left and has no column. */
export async function savePool(tx: Tx, { id, total, promised, spent }: Pool): Promise<void> {
  await tx.db.pool.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { total, promised, spent } })
}

/** Opens a pool with nothing in it. @returns false when there is one from that day already */
export async function addPool(tx: Tx, pool: { id: string; ordningId: string; fromDay: Day; toDay: Day; whenEmpty: 'stop' | 'queue' }): Promise<boolean> {
  const { count } = await tx.db.pool.createMany({ skipDuplicates: true, data: [{
    kommuneId: tx.kommuneId, id: pool.id, ordningId: pool.ordningId, fromDay: dateOf(pool.fromDay), toDay: dateOf(pool.toDay),
    total: 0n, promised: 0n, spent: 0n, whenEmpty: pool.whenEmpty, origin: 'kommune',
  }] })
  return count === 1
}

function poolOf(row: { id: string; ordningId: string; fromDay: Date; toDay: Date; total: bigint; promised: bigint; spent: bigint; whenEmpty: string; origin: string }): StoredPool {
  const [total, promised, spent, fromDay] = [ore(row.total), ore(row.promised), ore(row.spent), dayOf(row.fromDay)]
  return {
    id: row.id, ordningId: row.ordningId, year: yearOf(fromDay), total, promised, spent, free: subtract(subtract(total, promised), spent),
    whenEmpty: row.whenEmpty as Pool['whenEmpty'], fromDay, toDay: dayOf(row.toDay), isEksempel: row.origin === 'eksempel',
  }
}
