import { router } from '../trpc/procedure.ts'

/** Procedures of the room application. */
export const applicationRouter = router({})
