import { audit, dateOf, enqueue } from '@medspil/db'
import { findPayeeByAccount, finishStripeEvent, loadOpenLines, loadStripeEvent, savePayeeReadiness } from '@medspil/db/subsidy'
import type { JobHandler } from '../jobs/job.ts'

/**
 * Works on a kept event by reading what is true at Stripe now; the event only says where to look. So order, repeats and gaps
 * do not matter.
 */
export const readStripeObject: JobHandler<'read-stripe-object'> = async (job, { eventId }) => {
  const event = await job.inTx((tx) => loadStripeEvent(tx, eventId))
  if (!event) return
  const account = event.type === 'account.updated' ? await job.gateways.transfers.account(event.objectId) : null
  const owner = isOfPayment(event.type) ? await job.gateways.checkouts.ownerOf(event.objectId) : null
  await job.inTx(async (tx) => {
    if (owner?.kommuneId === job.kommuneId) await enqueue(tx, 'read-checkout', { paymentId: owner.paymentId })
    if (account) {
      const payee = await findPayeeByAccount(tx, event.objectId)
      // Details that were missing and now are there are new details: the next payout takes one more person for a week.
      const isNew = payee?.payoutsEnabled === false && account.payoutsEnabled
      if (payee && payee.payoutsEnabled !== account.payoutsEnabled) {
        await savePayeeReadiness(tx, payee.id, account.payoutsEnabled, isNew ? dateOf(tx.now.day) : undefined)
        await audit(tx, 'forening.payments-changed', { id: payee.id }, { payoutsEnabled: account.payoutsEnabled })
      }
    }
    // A transfer's event carries its own id, which an unknown line does not have yet: every open line is looked up.
    if (event.type.startsWith('transfer.'))
      for (const { payoutId, lineId, sendKey } of await loadOpenLines(tx)) if (sendKey) await enqueue(tx, 'look-up-payout-line', { payoutId, lineId })
    await finishStripeEvent(tx, eventId)
  })
}

/** Events of a family's payment: its Checkout, its money, and what came back of it. */
const isOfPayment = (type: string): boolean => /^(checkout\.session|payment_intent|charge|refund)\./.test(type)
