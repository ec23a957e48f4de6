import { router } from '../trpc/procedure.ts'

/** Procedures of the room subsidy. */
export const subsidyRouter = router({})
