import type Stripe from 'stripe'
import { invalid } from './errors.ts'
import { newLine, newSession } from './payment-shapes.ts'
import { inRange, pageOf, paging, route } from './route.ts'
import type { Route } from './route.ts'
import { expire, sessionOr404 } from './sessions.ts'
import type { StripeState } from './state.ts'

/** Stripe's smallest charge in Danish kroner, in øre; confirm with a test key. */
const smallestCharge = 250
const shortest = 30 * 60
const longest = 24 * 60 * 60
const methodTypes = ['card', 'mobilepay', 'sepa_debit']

const locales: Stripe.Checkout.Session.Locale[] = [
  'auto', 'bg', 'cs', 'da', 'de', 'el', 'en', 'en-GB', 'es', 'es-419', 'et', 'fi', 'fil', 'fr', 'fr-CA', 'hi-IN', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv',
  'ms', 'mt', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sv', 'th', 'tr', 'vi', 'zh', 'zh-HK', 'zh-TW',
]

type Params = Stripe.Checkout.SessionCreateParams

const opaque = (id: string | undefined, name: string) => {
  if (id !== undefined && !/^[A-Za-z0-9_-]{1,200}$/.test(id)) throw invalid(`'${name}' is not an opaque id`, name, 'medspil_privacy')
  return id ?? null
}

/** Stripe replaces the id inside, so a filled-in address is what must be one. */
const address = (given: string | undefined, name: string) => {
  if (given !== undefined && !URL.canParse(given)) throw invalid('Not a valid URL', name, 'url_invalid')
  return given ?? null
}

function suffix(given: string | undefined): string | null {
  const name = 'payment_intent_data[statement_descriptor_suffix]'
  if (given !== undefined && (given.length > 22 || /[<>\\'"*]/.test(given) || !/[A-Za-zÆØÅæøå]/.test(given))) throw invalid('The statement descriptor suffix must hold a letter, none of <>\\\'"* and at most 22 characters.', name)
  return given ?? null
}

function linesOf(state: StripeState, given: Params['line_items'] = []): Stripe.LineItem[] {
  if (given.length === 0) throw invalid('Missing required param: line_items.', 'line_items', 'parameter_missing')
  return given.map(({ price_data: price, quantity = 1 }, place) => {
    const within = `line_items[${place}]`
    if (!price?.product_data) throw invalid(`You must specify ${within}[price_data][product_data].`, `${within}[price_data]`, 'parameter_missing')
    if (price.currency !== 'dkk') throw invalid(`Invalid currency: ${price.currency}`, `${within}[price_data][currency]`)
    if (price.unit_amount === undefined || price.unit_amount < 0) throw invalid('Invalid non-negative integer', `${within}[price_data][unit_amount]`, 'parameter_invalid_integer')
    if (quantity < 1) throw invalid('This value must be greater than or equal to 1.', `${within}[quantity]`, 'parameter_invalid_integer')
    return newLine(state, { name: price.product_data.name, unitAmount: price.unit_amount, quantity })
  })
}

function lifetime(state: StripeState, given: number | undefined): number {
  const created = state.second()
  const end = given ?? created + longest
  if (end < created + shortest) throw invalid('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', 'expires_at')
  if (end > created + longest) throw invalid('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', 'expires_at')
  return end
}

function create(state: StripeState, params: Params): Stripe.Checkout.Session {
  if (params.customer_email !== undefined) throw invalid('The payer’s address is not Medspil’s to give', 'customer_email', 'medspil_privacy')
  if (params.mode !== 'payment') throw invalid(`Mode '${params.mode}' is not used by Medspil`, 'mode')
  if (params.ui_mode !== undefined && params.ui_mode !== 'hosted_page') throw invalid(`ui_mode '${params.ui_mode}' is not used by Medspil`, 'ui_mode')
  if (params.locale !== undefined && !locales.includes(params.locale)) throw invalid(`Invalid locale: must be one of ${locales.join(', ')}`, 'locale')
  for (const type of params.allowed_payment_method_types ?? []) if (!methodTypes.includes(type)) throw invalid(`Payment method '${type}' is not used by Medspil`, 'allowed_payment_method_types')
  const expiresAt = lifetime(state, params.expires_at)
  const lines = linesOf(state, params.line_items)
  const amount = lines.reduce((sum, line) => sum + line.amount_total, 0)
  if (amount < smallestCharge) throw invalid('The Checkout Session’s total amount due must add up to at least kr.2.50 dkk', undefined, 'amount_too_small')
  const { transfer_group: group, metadata, statement_descriptor_suffix, description } = params.payment_intent_data ?? {}
  const intentData = {
    transfer_group: opaque(group, 'payment_intent_data[transfer_group]'), metadata: (metadata ?? {}) as Stripe.Metadata,
    statement_descriptor_suffix: suffix(statement_descriptor_suffix), description: description ?? null,
  }
  const session = newSession(state, {
    amount_total: amount, cancel_url: address(params.cancel_url, 'cancel_url'), client_reference_id: opaque(params.client_reference_id, 'client_reference_id'),
    expires_at: expiresAt, locale: params.locale ?? null, metadata: (params.metadata ?? {}) as Stripe.Metadata, submit_type: params.submit_type ?? null,
    payment_method_types: params.allowed_payment_method_types ?? methodTypes, success_url: address(params.success_url, 'success_url'),
  })
  state.due.put(session.id, { id: session.id, atSecond: expiresAt, act: 'expire-session' })
  return state.sessions.put(session.id, { session, lines, intentData, paidBy: null }).session
}

/** `/v1/checkout/sessions`, their lines and their early end. */
export const sessionRoutes: Route[] = [
  route<Params>('POST', '/v1/checkout/sessions', {
    accepts: {
      mode: 'string', ui_mode: 'string', success_url: 'string', cancel_url: 'string', client_reference_id: 'string', customer_email: 'string', expires_at: 'integer',
      locale: 'string', submit_type: 'string', metadata: 'metadata', allowed_payment_method_types: 'strings',
      line_items: [{ quantity: 'integer', price_data: { currency: 'string', unit_amount: 'integer', product_data: { name: 'string' } } }],
      payment_intent_data: { transfer_group: 'string', metadata: 'metadata', statement_descriptor_suffix: 'string', description: 'string' },
    },
    required: ['mode', 'success_url', 'line_items'],
    handle: ({ params, state }) => create(state, params),
  }),
  route<Stripe.Checkout.SessionListParams>('GET', '/v1/checkout/sessions', {
    accepts: { ...paging, created: 'range', payment_intent: 'string', status: 'string' },
    handle({ params, state }) {
      const found = state.sessions.all(({ session }) => inRange(session.created, params.created)
        && (params.payment_intent === undefined || session.payment_intent === params.payment_intent) && (params.status === undefined || session.status === params.status))
      return pageOf(found.reverse().map(one => one.session), params, '/v1/checkout/sessions')
    },
  }),
  route<Stripe.Checkout.SessionRetrieveParams>('GET', '/v1/checkout/sessions/:id', { accepts: {}, handle: ({ ids, state }) => sessionOr404(state, ids[0]).session }),
  route<Stripe.Checkout.SessionListLineItemsParams>('GET', '/v1/checkout/sessions/:id/line_items', {
    accepts: paging,
    handle: ({ params, ids, state }) => pageOf(sessionOr404(state, ids[0]).lines, params, `/v1/checkout/sessions/${ids[0]}/line_items`),
  }),
  route<Stripe.Checkout.SessionExpireParams>('POST', '/v1/checkout/sessions/:id/expire', {
    accepts: {},
    handle({ ids, state }) {
      const kept = sessionOr404(state, ids[0])
      if (kept.session.status !== 'open') throw invalid(`Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${kept.session.status}\`.`)
      return expire(state, kept)
    },
  }),
]
