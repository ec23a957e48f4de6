import { router } from '../trpc/procedure.ts'

/** Procedures of the room signup. */
export const signupRouter = router({})
