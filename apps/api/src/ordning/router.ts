import { router } from '../trpc/procedure.ts'

/** Procedures of the room ordning. */
export const ordningRouter = router({})
