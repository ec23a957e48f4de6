import { rewrapPersonKeys } from '@medspil/db'
import type { Tick } from '../jobs/ticks.ts'

/** Person keys in one transaction: few enough that nobody's reading waits for them. */
const atATime = 200

/** After the master key was changed: wraps every person's key anew, so that the old one can be taken away (promises.md 5). */
export const rewrapKeys: Tick = async (job) => {
  for (let wrapped = atATime; wrapped === atATime;) wrapped = await job.inTx((tx) => rewrapPersonKeys(tx, atATime))
}
