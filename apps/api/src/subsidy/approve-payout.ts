import type { ApprovePayout, PayoutView } from '@medspil/contracts/subsidy'
import { audit, enqueue } from '@medspil/db'
import { addApproval, loadChildIdsOf, loadPayees, lockPayout, savePayout } from '@medspil/db/subsidy'
import { barOwnInterest } from '../application/index.ts'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { tryApprove } from './may-approve.ts'
import { payoutView } from './read-payout.ts'
import { staffOf } from './staff.ts'

/**
 * Releases exactly the lines that the approver saw. The second person's word sends them; two words at once make one payout,
 * because the payout is locked.
 * @throws Refused when the person prepared it, the lines changed, the sum is above the cap, a forening cannot be paid, or a claim is
 * for a child of the approver's own family
 */
export async function approvePayout(shell: Shell, input: ApprovePayout): Promise<PayoutView> {
  await allow(shell, 'subsidy.approve')
  const { tx } = shell
  const staff = staffOf(shell)
  const stored = await lockPayout(tx, input.payoutId)
  if (!stored) throw new NotFound()
  await barOwnInterest(shell, await loadChildIdsOf(tx, stored.payout.lines.map(({ claimId }) => claimId)))
  const answer = tryApprove(shell, stored, await loadPayees(tx, stored.payout.rail), input.linesHash)
  if (!answer.ok) throw new Refused(answer.whyNot)
  await addApproval(tx, answer.payout, { staffId: staff.id, personKey: staff.personKey, linesHash: answer.presentHash })
  await savePayout(tx, stored.payout, answer.payout)
  await audit(tx, 'payout.approved', { id: input.payoutId }, { reference: stored.reference, linesHash: answer.presentHash, approvals: answer.payout.approvals.length })
  if (answer.payout.state === 'approved')
    for (const { id } of answer.payout.lines) await enqueue(tx, 'send-payout-line', { payoutId: input.payoutId, lineId: id })
  return payoutView(shell, input.payoutId)
}
