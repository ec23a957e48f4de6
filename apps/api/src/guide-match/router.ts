import { router } from '../trpc/procedure.ts'

/** Procedures of the room guide-match. */
export const guideMatchRouter = router({})
