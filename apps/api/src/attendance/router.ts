import { router } from '../trpc/procedure.ts'

/** Procedures of the room attendance. */
export const attendanceRouter = router({})
