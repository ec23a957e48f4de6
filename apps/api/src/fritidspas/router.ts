import { router } from '../trpc/procedure.ts'

/** Procedures of the room fritidspas. */
export const fritidspasRouter = router({})
