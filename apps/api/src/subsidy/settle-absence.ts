import { audit, newId, type Tx } from '@medspil/db'
import { closeHold } from '@medspil/db/forening'
import { saveEntries } from '@medspil/db/ledger'
import { addClawback, lockClaims, saveClaim } from '@medspil/db/subsidy'
import { addDays } from '@medspil/domain/day'
import { type Absence, type AbsenceOutcome, afterAbsence, entryForClaimReversed, type NoShowRule, proposeClawback, takeBackFromClaim } from '@medspil/domain/subsidy'
import { NotFound, Refused } from '../errors.ts'
import { giveBack } from './give-back.ts'

/** Days that a forening has to answer a proposed clawback. */
export const daysToAnswer = 14

/**
 * Carries out what `afterAbsence` says when a forening reports that the child never came, or a child withdrew: an unpaid
 * claim is reversed, a paid one gets a proposed clawback. A hold that was never confirmed is the sign-up's to release.
 * Runs as the worker or a fritidsvejleder, since it changes the child's pass.
 * @param reason a sentence for the forening, without the child's name
 * @returns what follows; a refusal, such as a fee that stands, is an answer and no error
 */
export async function settleAbsence(tx: Tx, { claimId, rule, absence, reason, proposedBy }: {
  claimId: string; rule: NoShowRule; absence: Absence; reason: string; proposedBy: string | null
}): Promise<AbsenceOutcome> {
  const [claim] = await lockClaims(tx, [claimId])
  if (!claim) throw new NotFound()
  const follows = afterAbsence({ claim, rule, absence })
  if (!follows.ok || follows.act === 'release-hold') return follows
  if (follows.act === 'propose-clawback') {
    const proposed = proposeClawback(claim, { id: newId(), ...follows, cause: absence.kind, deadline: addDays(tx.now.day, daysToAnswer) })
    if (!proposed.ok) throw new Refused(proposed.whyNot)
    await addClawback(tx, proposed.clawback, { childId: claim.childId, reason, proposedBy })
    await audit(tx, 'clawback.proposed', { id: proposed.clawback.id, childId: claim.childId }, { amount: String(follows.amount), cause: absence.kind })
    return follows
  }
  const less = takeBackFromClaim(claim, follows.amount, follows.parts)
  if (!less.ok) throw new Refused(less.whyNot)
  await saveClaim(tx, less.claim, { reversalWhy: absence.kind })
  if (less.claim.state === 'reversed') await closeHold(tx, claim.signupId)
  const toPool = await giveBack(tx, claim.source, follows.parts, follows.toPurse)
  await saveEntries(tx, [{ entry: entryForClaimReversed(newId(), claim, follows, toPool), subjectId: claim.id }])
  await audit(tx, 'claim.reversed', { id: claim.id, childId: claim.childId }, { amount: String(follows.amount), cause: absence.kind })
  return follows
}
