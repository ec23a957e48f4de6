import { router } from '../trpc/procedure.ts'

/** Procedures of the room pool. */
export const poolRouter = router({})
