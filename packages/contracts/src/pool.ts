import * as z from 'zod/mini'
import { DayText, Id, mutationInput, OreSum } from './shared.ts'
import { Key } from './ordning/support.ts'

/** A kommune's money for one ordning and year, øre: free + promised + spent = total. */
export const PoolView = z.strictObject({
  poolId: Id, ordningId: Id, ordningKey: Key, ordningName: z.string(), year: z.number(), fromDay: DayText, toDay: DayText,
  total: OreSum, free: OreSum, promised: OreSum, spent: OreSum,
  whenEmpty: z.enum(['stop', 'queue']), isEksempel: z.boolean(),
})
export type PoolView = z.infer<typeof PoolView>
/** Newest year first, then by name. */
export const PoolOverview = z.array(PoolView)
export type PoolOverview = z.infer<typeof PoolOverview>

/** A whole ordning's money, øre: up to ten billion kroner, since a pool is far above any single grant. */
const PoolTotal = z.bigint().check(z.nonnegative(), z.maximum(1_000_000_000_000n))

/** Sets an ordning's money for a calendar year; opens the pool when there is none. Øre. */
export const SetTotalInput = mutationInput({ ordningId: Id, year: z.int().check(z.minimum(2015), z.maximum(2100)), total: PoolTotal })
export type SetTotalInput = z.infer<typeof SetTotalInput>
