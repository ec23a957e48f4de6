import type { Tx } from '@medspil/db'
import { addDeskTask } from '@medspil/db/follow-up'
import { loadActivityTitle, type StoredPayment } from '@medspil/db/payment'
import { type Refund, stillOwed } from '@medspil/domain/payment'
import { zero } from '@medspil/ledger'

/**
 * Asks the desk to give a family in another way what a refund did not bring it. Once per refund, however it was heard of;
 * no child is named, because those who read the task need not know it.
 */
export async function askToPayBack(tx: Tx, { payment, programId, intentId: stripeId, lines }: Pick<StoredPayment, 'payment' | 'programId' | 'intentId' | 'lines'>, failed: Refund): Promise<void> {
  const amount = stillOwed(payment, failed)
  const line = lines.find(({ id }) => id === failed.lineId)
  if (amount === zero || !line) return
  const { offerId } = line
  await addDeskTask(tx, { reason: 'refund-failed', refundId: failed.id, paymentId: payment.id, programId, offerId, title: await loadActivityTitle(tx, offerId), amount, failedOn: tx.now.day, stripeId }, tx.now.day)
}
