import type Stripe from 'stripe'
import { invalid, missing } from './errors.ts'
import { inRange, pageOf, paging, route } from './route.ts'
import type { Route } from './route.ts'
import { stripeId } from './state.ts'
import type { StripeState } from './state.ts'

const answerSeconds = 9 * 24 * 60 * 60

const noEvidence = {
  access_activity_log: null, billing_address: null, cancellation_policy: null, cancellation_policy_disclosure: null, cancellation_rebuttal: null, customer_communication: null,
  customer_email_address: null, customer_name: null, customer_purchase_ip: null, customer_signature: null, duplicate_charge_documentation: null,
  duplicate_charge_explanation: null, duplicate_charge_id: null, enhanced_evidence: {}, product_description: null, receipt: null, refund_policy: null,
  refund_policy_disclosure: null, refund_refusal_explanation: null, service_date: null, service_documentation: null, shipping_address: null, shipping_carrier: null,
  shipping_date: null, shipping_documentation: null, shipping_tracking_number: null, uncategorized_file: null, uncategorized_text: null,
} satisfies Stripe.Dispute.Evidence

const transactionOf = (state: StripeState, id: string | undefined): Stripe.BalanceTransaction[] =>
  state.books.transactions(one => one.transaction.id === id).map(one => one.transaction)

/**
 * The payer's bank takes the money back: the whole charge (also one already refunded), and Stripe's fee for it.
 * Throws 400 without a paid charge or while a dispute is open.
 */
export function openDispute(state: StripeState, chargeId: string, amount?: number): Stripe.Dispute {
  const charge = state.charges.get(chargeId)
  if (charge?.status !== 'succeeded') throw invalid(`No paid charge: '${chargeId}'`)
  if (charge.disputed) throw invalid(`Charge ${chargeId} is disputed already`)
  const taken = amount ?? charge.amount
  if (taken <= 0 || taken > charge.amount) throw invalid('A dispute is at most the charge', 'amount')
  const id = stripeId('du')
  const transactions = state.move({
    source: id, amount: taken, from: { account: 'platform', type: 'adjustment', category: 'dispute', fee: state.fees.dispute }, to: { account: 'outside', type: 'adjustment' },
  })
  const dispute = state.disputes.put(id, {
    id, object: 'dispute', amount: taken, balance_transactions: transactionOf(state, transactions['platform']), charge: charge.id, created: state.second(), currency: 'dkk',
    enhanced_eligibility_types: [], evidence: noEvidence,
    evidence_details: { due_by: state.second() + answerSeconds, enhanced_eligibility: {}, has_evidence: false, past_due: false, submission_count: 0, submission_method: 'not_submitted' },
    intended_submission_method: null, is_charge_refundable: false, livemode: false, metadata: {}, payment_intent: charge.payment_intent, reason: 'general', status: 'needs_response',
  } satisfies Stripe.Dispute)
  state.charges.put(charge.id, { ...charge, disputed: true })
  state.emit('charge.dispute.created', dispute)
  state.emit('charge.dispute.funds_withdrawn', dispute)
  return dispute
}

/** The bank's verdict: won gives the money back, never the fee. Throws 400 when it is closed already. */
export function closeDispute(state: StripeState, id: string, outcome: 'won' | 'lost'): Stripe.Dispute {
  const before = disputeOr404(state, id)
  if (before.status !== 'needs_response') throw invalid(`Dispute ${id} is ${before.status}`)
  const transactions = outcome === 'lost' ? {} : state.move({
    source: id, amount: before.amount, from: { account: 'outside', type: 'adjustment' }, to: { account: 'platform', type: 'adjustment', category: 'dispute_reversal' },
  })
  const closed = state.disputes.put(id, {
    ...before, status: outcome, is_charge_refundable: outcome === 'won', balance_transactions: [...before.balance_transactions, ...transactionOf(state, transactions['platform'])],
  })
  state.emit('charge.dispute.closed', closed)
  if (outcome === 'won') state.emit('charge.dispute.funds_reinstated', closed)
  return closed
}

function disputeOr404(state: StripeState, id = ''): Stripe.Dispute {
  const found = state.disputes.get(id)
  if (!found) throw missing('dispute', id)
  return found
}

/** `/v1/disputes`; they are opened and decided by banks, so only to be read. */
export const disputeRoutes: Route[] = [
  route<Stripe.DisputeListParams>('GET', '/v1/disputes', {
    accepts: { ...paging, created: 'range', charge: 'string', payment_intent: 'string' },
    handle({ params, state }) {
      const found = state.disputes.all(one => inRange(one.created, params.created) && (params.charge === undefined || one.charge === params.charge)
        && (params.payment_intent === undefined || one.payment_intent === params.payment_intent))
      return pageOf(found.reverse(), params, '/v1/disputes')
    },
  }),
  route<Stripe.DisputeRetrieveParams>('GET', '/v1/disputes/:id', { accepts: {}, handle: ({ ids, state }) => disputeOr404(state, ids[0]) }),
]
