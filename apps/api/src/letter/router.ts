import { router } from '../trpc/procedure.ts'

/** Procedures of the room letter. */
export const letterRouter = router({})
