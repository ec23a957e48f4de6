/** The front door of the room payment: what jobs and the webhook may use. */
export { chasePayments, expireCheckout, readCheckout, refundEnded } from './payment-jobs.ts'
export { sendRefund } from './send-refund.ts'
