import { newLine, newSession } from './payment-shapes.ts'
import { intentFor, succeed } from './payments.ts'
import type { StripeState } from './state.ts'

/** A payment as it was made one day: our ids, what stood on the page, and øre. */
export type EarlierPayment = { payment: string; kommune: string; text: string; amount: number }

/** The three ids that Stripe gave it. */
export type EarlierIds = { session: string; intent: string; charge: string }

/**
 * Payments that families made before the demonstration begins: complete, paid, on the balance, and to be refunded like any
 * other. Nobody is told, as it was told then.
 */
export function plantPayments(state: StripeState, payments: readonly EarlierPayment[]): EarlierIds[] {
  const heard = state.onEvent
  state.onEvent = () => undefined
  try {
    return payments.map(one => plant(state, one))
  } finally {
    state.onEvent = heard
  }
}

function plant(state: StripeState, { payment, kommune, text, amount }: EarlierPayment): EarlierIds {
  const metadata = { kommune, payment }
  const open = newSession(state, {
    amount_total: amount, cancel_url: null, client_reference_id: payment, expires_at: state.second(), locale: 'auto', metadata, payment_method_types: ['card'], submit_type: 'pay', success_url: null,
  })
  const kept = { session: open, lines: [newLine(state, { name: text, unitAmount: amount, quantity: 1 })], intentData: { transfer_group: payment, metadata, statement_descriptor_suffix: null, description: null }, paidBy: null }
  const { id: intent, latest_charge: charge } = succeed(state, intentFor(state, kept, 'card'), { atOnce: true })
  state.sessions.put(open.id, { ...kept, session: { ...open, payment_intent: intent, status: 'complete', payment_status: 'paid', url: null } })
  return { session: open.id, intent, charge: String(charge) }
}
