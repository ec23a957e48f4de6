import { router } from '../trpc/procedure.ts'

/** Procedures of the room holiday-program. */
export const holidayProgramRouter = router({})
