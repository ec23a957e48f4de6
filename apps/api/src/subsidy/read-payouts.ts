import type { PayoutRow } from '@medspil/contracts/subsidy'
import { loadPayees, loadPayouts } from '@medspil/db/subsidy'
import { allow, type Shell } from '../shell.ts'
import { whyNotApprove } from './may-approve.ts'

/** The newest payouts, and which of them wait for the one who asks. */
export async function readPayouts(shell: Shell): Promise<PayoutRow[]> {
  await allow(shell, 'subsidy.read')
  const payouts = await loadPayouts(shell.tx)
  const payees = await loadPayees(shell.tx, 'stripe')
  return payouts.map((stored) => ({
    payoutId: stored.payout.id, reference: stored.reference, state: stored.payout.state, total: stored.total, lines: stored.payout.lines.length,
    foreninger: new Set(stored.payout.lines.map(({ foreningId }) => foreningId)).size, preparedBy: stored.preparedBy.name, preparedAt: stored.preparedAt.toISOString(),
    waitsForMe: whyNotApprove(shell, stored, payees) === null,
  }))
}
