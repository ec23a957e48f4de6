import { audit, newId, type Tx } from '@medspil/db'
import { saveEntries } from '@medspil/db/ledger'
import { addClaim, type HeldPlace, lockShare, lockShareClaim } from '@medspil/db/subsidy'
import { confirmClaim, dueClaim, entryForCoPaymentConfirmed } from '@medspil/domain/subsidy'
import { type Ore, zero } from '@medspil/ledger'
import { Refused } from '../errors.ts'

/**
 * Makes the organiser's claim for what a family paid itself and did not get back: the activity was held, so the money is no
 * longer the kommune's to keep. What a late cancellation did not give back stays the kommune's. One claim per sign-up, however often this runs; paid by two persons like every other.
 * @returns øre that are owed now; zero when nothing was paid, or it was claimed before
 */
export async function claimShare(tx: Tx, { signupId, childId, foreningId, ordningId, offerId, firstDay, lastDay }: Omit<HeldPlace, 'price'>): Promise<Ore> {
  const amount = await lockShare(tx, signupId)
  if (amount <= zero || (await lockShareClaim(tx, signupId)) !== null) return zero
  const claim = confirmClaim(dueClaim({ id: newId(), foreningId, signupId, amount, source: { kind: 'co-payment' }, period: { firstDay, lastDay } }), null)
  if (!claim.ok) throw new Refused(claim.whyNot)
  await addClaim(tx, claim.claim, { childId, courseId: null, ordningId, names: { offerId } })
  await saveEntries(tx, [{ entry: entryForCoPaymentConfirmed(newId(), claim.claim, amount), subjectId: claim.claim.id }])
  await audit(tx, 'claim.confirmed', { id: claim.claim.id, childId }, { source: 'co-payment', amount: String(amount) })
  return amount
}
