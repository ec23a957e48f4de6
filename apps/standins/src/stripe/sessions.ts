import type Stripe from 'stripe'
import { invalid, missing } from './errors.ts'
import { payer, typeOf } from './payment-shapes.ts'
import type { PayMethod } from './payment-shapes.ts'
import { askApproval, cancel, fail, failures, intentFor, process, succeed } from './payments.ts'
import type { KeptSession, StripeState } from './state.ts'

/** When the bank answers a delayed payment, by the simulated clock. */
const lateSeconds = 24 * 60 * 60

/** What came of an attempt to pay. `closed` = the session was complete or expired already, and nothing happened. */
export type Attempt = 'paid' | 'declined' | 'needs-approval' | 'processing' | 'closed'

/** The session, or Stripe's 404. */
export function sessionOr404(state: StripeState, id = ''): KeptSession {
  const found = state.sessions.get(id)
  if (!found) throw missing('checkout.session', id)
  return found
}

function keep(state: StripeState, kept: KeptSession, change: Partial<Stripe.Checkout.Session>, paidBy = kept.paidBy): KeptSession {
  return state.sessions.put(kept.session.id, { ...kept, session: { ...kept.session, ...change }, paidBy })
}

function complete(state: StripeState, kept: KeptSession, status: 'paid' | 'unpaid', paidBy: string | null): void {
  state.due.remove(kept.session.id)
  const { session } = keep(state, kept, { status: 'complete', payment_status: status, url: null, customer_details: payer }, paidBy)
  state.emit('checkout.session.completed', session)
}

/**
 * Somebody pays. A second attempt on a session that is no longer open changes nothing.
 * @param form names the form that was sent, so that its double click can be told from a second tab
 * @throws 400 when the session does not allow the method
 */
export function pay(state: StripeState, id: string, method: PayMethod, form: string | null = null): Attempt {
  const kept = sessionOr404(state, id)
  if (kept.session.status !== 'open') return 'closed'
  if (!kept.session.payment_method_types.includes(typeOf(method))) throw invalid(`This session does not allow ${typeOf(method)}`)
  const started = intentFor(state, kept, method)
  const withIntent = keep(state, kept, { payment_intent: started.id })
  if (method === 'decline') return fail(state, started, failures.declined) && 'declined'
  if (method === '3ds') return askApproval(state, started) && 'needs-approval'
  if (method === 'card') {
    succeed(state, started)
    complete(state, withIntent, 'paid', form)
    return 'paid'
  }
  process(state, started)
  state.due.put(started.id, { id: started.id, atSecond: state.second() + lateSeconds, act: method })
  complete(state, withIntent, 'unpaid', form)
  return 'processing'
}

/** The payer's answer to the bank. `closed` when the session ended or nobody asked. */
export function approve(state: StripeState, id: string, yes: boolean, form: string | null = null): Attempt {
  const kept = sessionOr404(state, id)
  const intent = intentOf(state, kept)
  if (kept.session.status !== 'open' || intent?.status !== 'requires_action') return 'closed'
  if (!yes) return fail(state, intent, failures.notApproved) && 'declined'
  succeed(state, intent)
  complete(state, kept, 'paid', form)
  return 'paid'
}

/** The bank's late answer to a delayed payment. Throws 400 when none is under way. */
export function answerLate(state: StripeState, intentId: string, ok: boolean): void {
  const intent = state.intents.get(intentId)
  if (intent?.status !== 'processing') throw invalid('No delayed payment is under way here')
  const [kept] = state.sessions.all(one => one.session.payment_intent === intentId)
  const pending = state.charges.get(String(intent.latest_charge))
  state.due.remove(intentId)
  if (ok) succeed(state, intent, { pending })
  else fail(state, intent, failures.debitFailed, pending)
  if (!kept) return
  const { session } = keep(state, kept, { payment_status: ok ? 'paid' : 'unpaid' })
  state.emit(ok ? 'checkout.session.async_payment_succeeded' : 'checkout.session.async_payment_failed', session)
}

/** Closes an open session and what was begun in it; by request, or because its time is over. */
export function expire(state: StripeState, kept: KeptSession): Stripe.Checkout.Session {
  state.due.remove(kept.session.id)
  const intent = intentOf(state, kept)
  const { session } = keep(state, kept, { status: 'expired', url: null })
  state.emit('checkout.session.expired', session)
  if (intent) cancel(state, intent, null)
  return session
}

/** The session's payment, once there is one. */
export const intentOf = (state: StripeState, { session }: KeptSession): Stripe.PaymentIntent | undefined =>
  typeof session.payment_intent === 'string' ? state.intents.get(session.payment_intent) : undefined
