import { audit, newId, type Tx } from '@medspil/db'
import { saveEntries } from '@medspil/db/ledger'
import { addClawback, hasClawback, loadLaidOut, loadLaidOutSignups, loadShares, lockShareClaim, saveClaim, type StoredClaim } from '@medspil/db/subsidy'
import { addDays } from '@medspil/domain/day'
import { entryForCovered } from '@medspil/domain/payment'
import { entryForClaimReversed, proposeClawback, takeBackFromClaim } from '@medspil/domain/subsidy'
import { min, type Ore, zero } from '@medspil/ledger'
import { Refused } from '../errors.ts'
import type { Tick } from '../jobs/ticks.ts'
import { daysToAnswer } from './settle-absence.ts'

/**
 * A family got money back after its share had become the organiser's claim, as staff can do in Stripe's own pages: an unpaid
 * claim is made smaller, a paid one is asked back, and one on its way waits for the next round. Until it is back the kommune
 * has laid it out, and the books say so.
 */
export async function recoverShare(tx: Tx, signupId: string): Promise<void> {
  await coverLaidOut(tx, signupId)
  const short = await loadLaidOut(tx, signupId)
  if (short === zero) return
  const claim = await lockShareClaim(tx, signupId)
  if (claim?.state === 'paid') return askBack(tx, claim, min(short, claim.amount))
  const isUnpaid = claim && (claim.state === 'confirmed' || claim.state === 'checked' || claim.state === 'disputed')
  if (!isUnpaid || claim.setOff > zero) return
  const amount = min(short, claim.amount)
  const less = takeBackFromClaim(claim, amount, [])
  if (!less.ok) throw new Refused(less.whyNot)
  await saveClaim(tx, less.claim, { reversalWhy: 'overpaid' })
  await saveEntries(tx, [{ entry: entryForClaimReversed(newId(), claim, { amount, parts: [] }, false), subjectId: claim.id }])
  await audit(tx, 'claim.reversed', { id: claim.id, childId: claim.childId }, { amount: String(amount), cause: 'refunded' })
  await coverLaidOut(tx, signupId)
}

/** Covers what the kommune has laid out for a family's refund with what stands on its share again. */
export async function coverLaidOut(tx: Tx, signupId: string): Promise<void> {
  const amount = min(await loadLaidOut(tx, signupId), (await loadShares(tx, [signupId])).get(signupId) ?? zero)
  if (amount > zero) await saveEntries(tx, [{ entry: entryForCovered(newId(), signupId, amount), subjectId: signupId }])
}

/** Every round: what could not be taken back when the refund was heard of, since the claim was on its way. */
export const recoverShares: Tick = async (job) => {
  for (const signupId of await job.inTx(loadLaidOutSignups)) await job.inTx((tx) => recoverShare(tx, signupId))
}

async function askBack(tx: Tx, claim: StoredClaim, amount: Ore): Promise<void> {
  if (await hasClawback(tx, claim.id)) return
  const proposed = proposeClawback(claim, { id: newId(), amount, parts: [], toPurse: false, cause: 'overpaid', deadline: addDays(tx.now.day, daysToAnswer) })
  if (!proposed.ok) throw new Refused(proposed.whyNot)
  await addClawback(tx, proposed.clawback, { childId: claim.childId, reason: 'En betaling for aktiviteten er givet tilbage.', proposedBy: null })
  await audit(tx, 'clawback.proposed', { id: proposed.clawback.id, childId: claim.childId }, { amount: String(amount), cause: 'overpaid' })
}
