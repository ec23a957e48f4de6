import { newId, type Tx } from '@medspil/db'
import { lockAskedSignup } from '@medspil/db/forening'
import { type HeldPlace, loadUnclaimedPlaces } from '@medspil/db/subsidy'
import type { Tick } from '../jobs/ticks.ts'
import { log } from '../log.ts'
import { claimShare } from '../subsidy/index.ts'
import { payFromPass } from './pay-from-pass.ts'

/** Most that one round takes; the rest comes with the next round. */
const roundSize = 500

/**
 * The day after a holiday activity's last day, what it cost is owed to whoever held it: the pass's part and the family's own
 * at the same moment and under the same conditions, so that neither when nor how it is claimed tells who came on a pass.
 * One that fails wakes a person and holds up no other.
 */
export const claimHeld: Tick = async (job) => {
  const places = await job.inTx((tx) => loadUnclaimedPlaces(tx, job.clock().day, roundSize))
  for (const place of places)
    await job.inTx((tx) => claimPlace(tx, place)).catch((error: unknown) => log('alarm', 'place-not-claimed', { signupId: place.signupId, error }))
}

async function claimPlace(tx: Tx, place: HeldPlace): Promise<void> {
  const signup = await lockAskedSignup(tx, place.signupId)
  if (signup) await payFromPass(tx, signup, { fee: place.price, firstDay: place.firstDay, lastDay: place.lastDay, claimId: newId() })
  await claimShare(tx, place)
}
