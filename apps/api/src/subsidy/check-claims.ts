import { audit } from '@medspil/db'
import { loadCheckFacts, loadClaims, loadPayees, loadRail, lockClaims, saveClaim } from '@medspil/db/subsidy'
import { checkClaim } from '@medspil/domain/subsidy'
import type { Tick } from '../jobs/ticks.ts'
import { payeeOf, whyNotPaid } from './views.ts'

/**
 * Tests confirmed claims against the ordning: the forening is approved, has declared this year and can be paid, the amount is
 * within its fee and what was set aside, and nobody else pays it. What fails stays confirmed with the reason, and is tested
 * again, since a declaration may come. Done by the worker: those who pay may not read what it takes to test a child's claim.
 */
export const checkClaims: Tick = async (job) => {
  const waiting = await job.inTx((tx) => loadClaims(tx, ['confirmed']))
  for (const { id, heldBackWhy } of waiting)
    await job.inTx(async (tx) => {
      const [claim] = await lockClaims(tx, [id])
      if (claim?.state !== 'confirmed') return
      const payee = payeeOf(await loadPayees(tx, await loadRail(tx), [claim.foreningId]), claim.foreningId)
      const { state } = payee.facts
      const answer = checkClaim(claim, {
        isForeningApproved: state === 'approved' || state === 'approved-with-limits' || state === 'declaration-missing', declaredForYear: payee.declaredForYear,
        ...(await loadCheckFacts(tx, claim)),
      }, tx.now.day)
      const why = whyNotPaid(payee, tx.now.day) ?? (answer.ok ? null : answer.whyNot.reason)
      if (why === null && answer.ok) {
        await saveClaim(tx, answer.claim, { heldBackWhy: null })
        await audit(tx, 'claim.checked', { id, childId: claim.childId }, { amount: String(claim.amount) })
      } else if (why !== heldBackWhy) {
        await saveClaim(tx, claim, { heldBackWhy: why })
        await audit(tx, 'claim.held-back', { id, childId: claim.childId }, { why })
      }
    })
}
