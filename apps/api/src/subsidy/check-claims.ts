import { audit, type Tx } from '@medspil/db'
import { type ClaimFacts, loadCheckFacts, loadClaims, loadPayees, loadRail, lockClaims, moveClaims, type Payee, saveClaim, type StoredClaim } from '@medspil/db/subsidy'
import { checkClaim } from '@medspil/domain/subsidy'
import type { Tick } from '../jobs/ticks.ts'
import { payeeOf, whyNotPaid } from './views.ts'

/** Claims that are tested in one transaction. */
const atATime = 100

/**
 * Tests confirmed claims against the ordning: the forening is approved, has declared this year and can be paid, the amount is
 * within its fee and what was set aside, and nobody else pays it. What fails stays confirmed with the reason, and is tested
 * again, since a declaration may come. Done by the worker: those who pay may not read what it takes to test a child's claim.
 */
export const checkClaims: Tick = async (job) => {
  const waiting = await job.inTx((tx) => loadClaims(tx, ['confirmed']))
  for (let from = 0; from < waiting.length; from += atATime) await job.inTx((tx) => checkSome(tx, waiting.slice(from, from + atATime).map(({ id }) => id)))
}

async function checkSome(tx: Tx, ids: readonly string[]): Promise<void> {
  const claims = (await lockClaims(tx, ids)).filter(({ state }) => state === 'confirmed')
  const payees = await loadPayees(tx, await loadRail(tx), claims.map(({ foreningId }) => foreningId))
  const facts = await loadCheckFacts(tx, claims)
  const tested = claims.map((claim) => ({ claim, why: whyNotChecked(tx, claim, payeeOf(payees, claim.foreningId), facts.get(claim.id)) }))
  await moveClaims(tx, tested.filter(({ why }) => why === null).map(({ claim }) => claim.id), 'checked', null)
  for (const { claim, why } of tested) {
    if (why === null) await audit(tx, 'claim.checked', { id: claim.id, childId: claim.childId }, { amount: String(claim.amount) })
    else if (why !== claim.heldBackWhy) {
      await saveClaim(tx, claim, { heldBackWhy: why })
      await audit(tx, 'claim.held-back', { id: claim.id, childId: claim.childId }, { why })
    }
  }
}

/** Why a claim is held back, as a reason; null when it may be paid. */
function whyNotChecked(tx: Tx, claim: StoredClaim, payee: Payee, facts: ClaimFacts | undefined): string | null {
  if (!facts) throw new Error(`claim ${claim.id} has no facts`)
  const { state } = payee.facts
  const answer = checkClaim(claim, {
    ...facts, isForeningApproved: state === 'approved' || state === 'approved-with-limits' || state === 'declaration-missing', declaredForYear: payee.declaredForYear,
  }, tx.now.day)
  return whyNotPaid(payee, tx.now.day) ?? (answer.ok ? null : answer.whyNot.reason)
}
