import type Stripe from 'stripe'
import { invalid, missing } from './errors.ts'
import { inRange, pageOf, paging, route } from './route.ts'
import type { Route } from './route.ts'
import { stripeId } from './state.ts'
import type { KeptLink, StripeState } from './state.ts'

/** What a Danish forening must give on Stripe's own page before money can leave. */
const needed = ['business_profile.url', 'external_account', 'representative.first_name', 'representative.last_name', 'tos_acceptance.date']

const linkSeconds = 300

const requirements = (due: string[]) => ({
  alternatives: [], current_deadline: null, currently_due: due, disabled_reason: due.length > 0 ? 'requirements.past_due' : null,
  errors: [], eventually_due: due, past_due: due, pending_verification: [],
}) satisfies Stripe.Account.Requirements

const businessProfile = (given: Stripe.AccountCreateParams['business_profile'], before?: Stripe.Account.BusinessProfile | null): Stripe.Account.BusinessProfile => ({
  mcc: given?.mcc ?? before?.mcc ?? null, minority_owned_business_designation: null, name: given?.name ?? before?.name ?? null,
  specified_commercial_transactions_act_url: null, support_address: null, support_email: null, support_phone: null, support_url: null,
  url: given?.url ?? before?.url ?? null,
})

/** The account, or Stripe's 404. */
export function accountOr404(state: StripeState, id: string, param = 'account'): Stripe.Account {
  const found = state.accounts.get(id)
  if (!found) throw missing('account', id, param)
  return found
}

/** Stores a changed account and tells the Connect endpoints. */
export function changeAccount(state: StripeState, account: Stripe.Account, change: Partial<Stripe.Account>): Stripe.Account {
  const previous = Object.fromEntries(Object.keys(change).map(key => [key, account[key as keyof Stripe.Account]]))
  const changed = state.accounts.put(account.id, { ...account, ...change })
  state.emit('account.updated', changed, { account: account.id, previous })
  return changed
}

/** What a treasurer does on Stripe's page: nothing is due any more, transfers and payouts open. */
export function completeAccount(state: StripeState, id: string): Stripe.Account {
  const account = accountOr404(state, id)
  return changeAccount(state, account, {
    details_submitted: true, payouts_enabled: true, capabilities: { ...account.capabilities, ...(account.capabilities?.transfers && { transfers: 'active' }) },
    requirements: requirements([]),
  })
}

/** Stripe asks for more: payouts and transfers close until the page is filled in again. */
export function restrictAccount(state: StripeState, id: string): Stripe.Account {
  const account = accountOr404(state, id)
  return changeAccount(state, account, {
    payouts_enabled: false, capabilities: { ...account.capabilities, ...(account.capabilities?.transfers && { transfers: 'inactive' }) },
    requirements: requirements(['external_account']),
  })
}

/** The open onboarding link with this token, or undefined when used, expired or unknown. */
export function openLink(state: StripeState, token: string): KeptLink | undefined {
  const link = state.links.get(token)
  return link && !link.used && link.expiresAt >= state.second() ? link : undefined
}

const changeable = {
  email: 'string', metadata: 'metadata',
  business_profile: { name: 'string', url: 'string', mcc: 'string' },
  capabilities: { transfers: { requested: 'boolean' } },
} as const

/** `/v1/accounts` and `/v1/account_links`. */
export const accountRoutes: Route[] = [
  route<Stripe.AccountCreateParams>('POST', '/v1/accounts', {
    accepts: { ...changeable, type: 'string', country: 'string', default_currency: 'string', business_type: 'string' },
    handle({ params, state }) {
      const type = params.type ?? 'standard'
      if (!['express', 'standard', 'custom'].includes(type)) throw invalid(`Invalid type: must be one of custom, express, or standard`, 'type')
      if (params.country !== undefined && params.country !== 'DK') throw invalid(`Country '${params.country}' is not used by Medspil`, 'country', 'country_unsupported')
      const id = stripeId('acct')
      return state.accounts.put(id, {
        id, object: 'account', type, country: 'DK', default_currency: 'dkk', created: state.second(),
        business_type: params.business_type ?? null, business_profile: businessProfile(params.business_profile),
        capabilities: params.capabilities?.transfers?.requested ? { transfers: 'inactive' } : {},
        charges_enabled: false, details_submitted: false, payouts_enabled: false, email: params.email ?? null,
        metadata: (params.metadata ?? {}) as Stripe.Metadata, requirements: requirements(needed),
      })
    },
  }),
  route<Stripe.AccountListParams>('GET', '/v1/accounts', {
    accepts: { ...paging, created: 'range' },
    handle: ({ params, state }) => pageOf(state.accounts.all(one => inRange(one.created ?? 0, params.created)).reverse(), params, '/v1/accounts'),
  }),
  route<Stripe.AccountRetrieveParams>('GET', '/v1/accounts/:id', { accepts: {}, handle: ({ ids, state }) => accountOr404(state, ids[0] ?? '') }),
  route<Stripe.AccountUpdateParams>('POST', '/v1/accounts/:id', {
    accepts: changeable,
    handle({ params, ids, state }) {
      const account = accountOr404(state, ids[0] ?? '')
      const wantsTransfers = params.capabilities?.transfers?.requested
      return changeAccount(state, account, {
        ...(params.email !== undefined && { email: params.email }),
        ...(params.metadata !== undefined && { metadata: { ...account.metadata, ...params.metadata as Stripe.Metadata } }),
        ...(params.business_profile !== undefined && { business_profile: businessProfile(params.business_profile, account.business_profile) }),
        ...(wantsTransfers && !account.capabilities?.transfers && { capabilities: { transfers: account.details_submitted ? 'active' : 'inactive' } }),
      })
    },
  }),
  route<Stripe.AccountLinkCreateParams>('POST', '/v1/account_links', {
    accepts: { account: 'string', type: 'string', refresh_url: 'string', return_url: 'string', collect: 'string', collection_options: { fields: 'string', future_requirements: 'string' } },
    required: ['account', 'type', 'refresh_url', 'return_url'],
    handle({ params, state }) {
      accountOr404(state, params.account)
      if (params.type !== 'account_onboarding' && params.type !== 'account_update') throw invalid(`Invalid type: ${params.type}`, 'type')
      for (const name of ['refresh_url', 'return_url'] as const) if (!URL.canParse(params[name] ?? '')) throw invalid('Not a valid URL', name, 'url_invalid')
      const created = state.second()
      const token = stripeId('link')
      state.links.put(token, { token, account: params.account, refreshUrl: params.refresh_url ?? '', returnUrl: params.return_url ?? '', expiresAt: created + linkSeconds, used: false })
      return { object: 'account_link', created, expires_at: created + linkSeconds, url: `${state.publicUrl}/stripe/onboarding/${token}` } satisfies Stripe.AccountLink
    },
  }),
]
