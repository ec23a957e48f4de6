import { router } from '../trpc/procedure.ts'

/** Procedures of the room forening. */
export const foreningRouter = router({})
