import type { PayoutView, PreparePayout } from '@medspil/contracts/subsidy'
import { audit, newId } from '@medspil/db'
import { addPayout, linesHashOf, loadPayees, loadRail, lockClaims, moveClaims, nextPayoutReference } from '@medspil/db/subsidy'
import { mayBePaid } from '@medspil/domain/forening'
import { draftPayout, payable, stepClaim, submit } from '@medspil/domain/subsidy'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { payoutView } from './read-payout.ts'
import { staffOf } from './staff.ts'
import { payeeOf } from './views.ts'

/**
 * Puts checked claims into a payout and hands it over for release by another person. A claim stands in one payout at a time.
 * @throws Refused when a claim is not checked or its forening cannot be paid today
 */
export async function preparePayout(shell: Shell, input: PreparePayout): Promise<PayoutView> {
  await allow(shell, 'subsidy.prepare')
  const { tx, now } = shell
  const staff = staffOf(shell)
  const rail = await loadRail(tx)
  const claims = new Map((await lockClaims(tx, input.claimIds)).map((claim) => [claim.id, claim]))
  const payees = await loadPayees(tx, rail, [...claims.values()].map(({ foreningId }) => foreningId))
  const lines = input.claimIds.map((claimId) => {
    const claim = claims.get(claimId)
    if (!claim) throw new NotFound()
    const stepped = stepClaim(claim, 'in-payout')
    if (!stepped.ok) throw new Refused(stepped.whyNot)
    const payee = payeeOf(payees, claim.foreningId)
    const paid = mayBePaid(payee.facts, now.day)
    if (!paid.ok) throw new Refused(paid.whyNot)
    return { id: newId(), claimId, foreningId: claim.foreningId, payeeId: payee.payeeId, amount: payable(claim), reference: claim.remittance }
  })
  const nameOf = (foreningId: string) => payeeOf(payees, foreningId).name
  lines.sort((a, b) => nameOf(a.foreningId).localeCompare(nameOf(b.foreningId), 'da') || a.reference.localeCompare(b.reference))
  const draft = draftPayout({ id: input.requestId, rail, preparedBy: staff.personKey, lines })
  if (!draft.ok) throw new Refused(draft.whyNot)
  const submitted = submit(draft.payout, staff.personKey, linesHashOf(draft.payout.lines))
  if (!submitted.ok) throw new Refused(submitted.whyNot)
  const reference = await nextPayoutReference(tx)
  await addPayout(tx, submitted.payout, { reference, staffId: staff.id })
  await moveClaims(tx, input.claimIds, 'in-payout', input.requestId)
  await audit(tx, 'payout.prepared', { id: input.requestId }, { reference, lines: lines.length, linesHash: submitted.payout.linesHash ?? '' })
  return payoutView(shell, input.requestId)
}
