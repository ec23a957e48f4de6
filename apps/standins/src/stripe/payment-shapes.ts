import type Stripe from 'stripe'
import { stripeId } from './state.ts'
import type { KeptSession, StripeState } from './state.ts'

/** Ways of paying on the hosted page; each stands for one of Stripe's test cards or a delayed method. */
export const payMethods = ['card', 'decline', '3ds', 'late-success', 'late-failure'] as const

/** One of `payMethods`. */
export type PayMethod = (typeof payMethods)[number]

/** The method type that Stripe would name in charges. */
export const typeOf = (method: PayMethod) => method.startsWith('late') ? 'sepa_debit' : 'card'

const noAddress = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }

/** Whom Stripe's own page asked; made up, and Medspil must never keep it. */
export const payer = {
  address: noAddress, business_name: null, email: 'betaler@opdigtet.example', individual_name: null, name: 'Opdigtet Betaler', phone: null, tax_exempt: 'none', tax_ids: [],
} satisfies Stripe.Checkout.Session.CustomerDetails

/** A payment that has been started and nothing more. */
export function newIntent(state: StripeState, { session, intentData }: KeptSession, method: PayMethod): Stripe.PaymentIntent {
  const id = stripeId('pi')
  return {
    id, object: 'payment_intent', allowed_payment_method_types: null, amount: session.amount_total ?? 0, amount_capturable: 0, amount_received: 0, application: null,
    application_fee_amount: null, automatic_payment_methods: null, canceled_at: null, cancellation_reason: null, capture_method: 'automatic_async',
    client_secret: `${id}_secret_${stripeId('s').slice(2)}`, confirmation_method: 'automatic', created: state.second(), currency: 'dkk', customer: null, customer_account: null,
    description: intentData.description, excluded_payment_method_types: null, last_payment_error: null, latest_charge: null, livemode: false, managed_payments: null,
    metadata: intentData.metadata, next_action: null, on_behalf_of: null, payment_method: null, payment_method_configuration_details: null,
    payment_method_options: {}, payment_method_types: [typeOf(method)], payment_record: null, processing: null, receipt_email: null, review: null, setup_future_usage: null,
    shipping: null, source: null, statement_descriptor: null, statement_descriptor_suffix: intentData.statement_descriptor_suffix,
    status: 'requires_payment_method', transfer_data: null, transfer_group: intentData.transfer_group,
  } satisfies Stripe.PaymentIntent
}

type ChargeState = Pick<Stripe.Charge, 'id' | 'status' | 'balance_transaction' | 'failure_code' | 'failure_message'>

const outcomes = {
  succeeded: { advice_code: null, network_advice_code: null, network_decline_code: null, network_status: 'approved_by_network', reason: null, risk_level: 'normal', risk_score: 1, seller_message: 'Payment complete.', type: 'authorized' },
  failed: { advice_code: null, network_advice_code: null, network_decline_code: null, network_status: 'declined_by_network', reason: 'generic_decline', risk_level: 'normal', risk_score: 1, seller_message: 'The bank did not return any further details with this decline.', type: 'issuer_declined' },
} satisfies Record<string, Stripe.Charge.Outcome>

/** A charge of a whole intent. */
export function newCharge(state: StripeState, intent: Stripe.PaymentIntent, given: ChargeState): Stripe.Charge {
  const failed = given.status === 'failed'
  return {
    ...given, object: 'charge', amount: intent.amount, amount_captured: failed ? 0 : intent.amount, amount_refunded: 0, application: null, application_fee: null,
    application_fee_amount: null, billing_details: { address: noAddress, email: payer.email, name: payer.name, phone: null, tax_id: null },
    calculated_statement_descriptor: ['MEDSPIL', intent.statement_descriptor_suffix].filter(Boolean).join('* '), captured: !failed, created: state.second(), currency: 'dkk',
    customer: null, description: intent.description, disputed: false, failure_balance_transaction: null, fraud_details: {}, livemode: false, metadata: intent.metadata,
    on_behalf_of: null, outcome: failed ? outcomes.failed : outcomes.succeeded, paid: !failed, payment_intent: intent.id, payment_method: typeof intent.payment_method === 'string' ? intent.payment_method : stripeId('pm'),
    payment_method_details: { type: intent.payment_method_types[0] ?? 'card' }, receipt_email: null, receipt_number: null, receipt_url: null, refunded: false, review: null, shipping: null,
    source: null, source_transfer: null, statement_descriptor: null, statement_descriptor_suffix: intent.statement_descriptor_suffix, transfer_data: null,
    transfer_group: intent.transfer_group,
  } satisfies Stripe.Charge
}

/** One line of a session, with a price made for it alone. Amounts in øre. */
export function newLine(state: StripeState, { name, unitAmount, quantity }: { name: string; unitAmount: number; quantity: number }): Stripe.LineItem {
  const amount = unitAmount * quantity
  return {
    id: stripeId('li'), object: 'item', adjustable_quantity: null, amount_discount: 0, amount_subtotal: amount, amount_tax: 0, amount_total: amount, currency: 'dkk',
    description: name, metadata: {}, quantity,
    price: {
      id: stripeId('price'), object: 'price', active: false, billing_scheme: 'per_unit', created: state.second(), currency: 'dkk', custom_unit_amount: null, livemode: false,
      lookup_key: null, metadata: {}, nickname: null, product: stripeId('prod'), recurring: null, tax_behavior: 'unspecified', tiers_mode: null, transform_quantity: null,
      type: 'one_time', unit_amount: unitAmount, unit_amount_decimal: null,
    },
  } satisfies Stripe.LineItem
}

type SessionGiven = Pick<Stripe.Checkout.Session, 'amount_total' | 'cancel_url' | 'client_reference_id' | 'expires_at' | 'locale' | 'metadata' | 'payment_method_types' | 'submit_type' | 'success_url'>

/** An open session. */
export function newSession(state: StripeState, given: SessionGiven): Stripe.Checkout.Session {
  const id = stripeId('cs_test')
  return {
    ...given, id, object: 'checkout.session', adaptive_pricing: { enabled: false }, after_expiration: null, allow_promotion_codes: null, allowed_payment_method_types: null,
    amount_subtotal: given.amount_total, automatic_tax: { enabled: false, liability: null, provider: null, status: null }, billing_address_collection: null,
    client_secret: null, collected_information: { business_name: null, individual_name: null, shipping_details: null }, consent: null, consent_collection: null, created: state.second(), currency: 'dkk',
    currency_conversion: null, custom_fields: [], custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: null, customer_account: null, customer_creation: 'if_required', customer_details: null, customer_email: null, discounts: [], integration_identifier: null,
    invoice: null, invoice_creation: null, livemode: false, managed_payments: null, mode: 'payment', origin_context: null, payment_intent: null, payment_link: null,
    payment_method_collection: 'if_required', payment_method_configuration_details: null, payment_method_options: {}, payment_status: 'unpaid', permissions: null,
    phone_number_collection: { enabled: false }, recovered_from: null, saved_payment_method_options: null, setup_intent: null, shipping_address_collection: null,
    shipping_cost: null, shipping_options: [], status: 'open', subscription: null, total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page', url: `${state.publicUrl}/stripe/checkout/${id}`, wallet_options: null,
  } satisfies Stripe.Checkout.Session
}
