import { KommuneView } from '@medspil/contracts/access'
import * as z from 'zod/mini'
import { publicQuery, router } from '../trpc/procedure.ts'
import { readKommune, readKommuner } from './read-kommune.ts'

/** Who is asking, who they may be, and what stands on every page. */
export const accessRouter = router({
  kommune: publicQuery.output(KommuneView).query(({ ctx }) => readKommune(ctx)),
  kommuner: publicQuery.output(z.array(KommuneView)).query(({ ctx }) => readKommuner(ctx)),
})
