import { enqueue, saveEffect, type Tx } from '@medspil/db'
import { inKommunesName } from '@medspil/db/forening'

/** Has Stripe asked what is true of a payment now, at most once a minute, whatever became of its message. @returns false when it was asked within this minute */
export async function askAnew(tx: Tx, paymentId: string): Promise<boolean> {
  const minute = tx.now.at.toISOString().slice(0, 16)
  if (!(await inKommunesName(tx, (kommune) => saveEffect(kommune, `check-payment/${paymentId}/${minute}`)))) return false
  await enqueue(tx, 'read-checkout', { paymentId })
  return true
}
