import { router } from '../trpc/procedure.ts'

/** Procedures of the room offer. */
export const offerRouter = router({})
