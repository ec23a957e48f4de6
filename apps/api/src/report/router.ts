import { router } from '../trpc/procedure.ts'

/** Procedures of the room report. */
export const reportRouter = router({})
