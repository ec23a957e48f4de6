import { router } from '../trpc/procedure.ts'

/** Procedures of the room follow-up. */
export const followUpRouter = router({})
