import type { PayoutView, SendBackPayout, VoidPayout } from '@medspil/contracts/subsidy'
import { audit } from '@medspil/db'
import { lockClaims, lockPayout, moveClaims, savePayout } from '@medspil/db/subsidy'
import { voidPayout as voided } from '@medspil/domain/subsidy'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { payoutView } from './read-payout.ts'

/** Drops a payout before it is sent; its claims can be prepared again. */
export async function voidPayout(shell: Shell, input: VoidPayout): Promise<PayoutView> {
  await allow(shell, 'subsidy.void')
  return drop(shell, input.payoutId, 'payout.voided')
}

/** The same, with the approver's reason for the one who prepared: lines are changed by preparing them anew, never in place. */
export async function sendBackPayout(shell: Shell, input: SendBackPayout): Promise<PayoutView> {
  await allow(shell, 'subsidy.void')
  return drop(shell, input.payoutId, 'payout.sent-back', input.note)
}

async function drop(shell: Shell, payoutId: string, event: string, note?: string): Promise<PayoutView> {
  const { tx } = shell
  const stored = await lockPayout(tx, payoutId)
  if (!stored) throw new NotFound()
  const answer = voided(stored.payout)
  if (!answer.ok) throw new Refused(answer.whyNot)
  const claimIds = stored.payout.lines.map(({ claimId }) => claimId)
  await lockClaims(tx, claimIds)
  await savePayout(tx, stored.payout, answer.payout, note)
  await moveClaims(tx, claimIds, 'checked', null)
  await audit(tx, event, { id: payoutId }, { reference: stored.reference })
  return payoutView(shell, payoutId)
}
