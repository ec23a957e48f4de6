import type { ClawbackView } from '@medspil/contracts/subsidy'
import { claimReference, loadClawbacks, loadPayees, loadRail } from '@medspil/db/subsidy'
import { decideAccess } from '@medspil/domain/access'
import { decideClawback, stepClawback } from '@medspil/domain/subsidy'
import { nowAt } from '../clock.ts'
import { allow, type Shell } from '../shell.ts'
import { payeeOf, payeeView } from './views.ts'

/** Money asked back from foreninger, without the child: open ones first, nearest deadline first. */
export async function readClawbacks(shell: Shell): Promise<ClawbackView[]> {
  await allow(shell, 'subsidy.read')
  const { tx, now, actor } = shell
  const payees = await loadPayees(tx, await loadRail(tx))
  const mayAct = decideAccess(actor, 'subsidy.decide-clawback') === 'allowed'
  const isOver = (state: string) => state === 'dropped' || state === 'collected'
  const views = (await loadClawbacks(tx)).map((clawback): ClawbackView => ({
    clawbackId: clawback.id, reference: claimReference(clawback.claimId), payee: payeeView(payeeOf(payees, clawback.foreningId)), amount: clawback.amount, cause: clawback.cause,
    reason: clawback.reason, state: clawback.state, answer: clawback.answer, proposedOn: nowAt(clawback.proposedAt).day, deadline: clawback.deadline, collectedBy: clawback.collectedBy,
    mayAnswer: mayAct && stepClawback(clawback, 'agreed').ok, mayDecide: mayAct && decideClawback(clawback, now.day).ok,
  }))
  return views.sort((a, b) => Number(isOver(a.state)) - Number(isOver(b.state)))
}
