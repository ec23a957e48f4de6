import { PoolOverview, PoolView, SetTotalInput } from '@medspil/contracts/pool'
import { kommuneMutation, kommuneQuery, router } from '../trpc/procedure.ts'
import { readPools } from './read-pools.ts'
import { setTotal } from './set-total.ts'

/** The kommune's money per ordning and year: free, promised, spent. */
export const poolRouter = router({
  overview: kommuneQuery.output(PoolOverview).query(({ ctx }) => readPools(ctx)),
  setTotal: kommuneMutation.input(SetTotalInput).output(PoolView).mutation(({ ctx, input }) => setTotal(ctx, input)),
})
