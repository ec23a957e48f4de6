import type { IncomingMessage, ServerResponse } from 'node:http'
import { exportJWK } from 'jose'
import Provider from 'oidc-provider'
import type { KoaContext } from 'oidc-provider'
import type { Persona } from '../people/types.ts'
import { findPersona, personaBySub } from '../personas.ts'
import { claimsByScope, claimsOf, loaUri } from './claims.ts'
import { loginMemory } from './login-memory.ts'
import { spoil, strangerKeys } from './hostile.ts'
import type { BrokerKey, HostileMode, HostilePlan } from './hostile.ts'
import { choosePersonaPage } from './persona-page.ts'

/** A program that may ask for logins. Without `issuer` it may ask both. */
export type BrokerClient = {
  issuer?: Persona['issuer']
  clientId: string
  clientSecret: string
  redirectUris: string[]
}

/** A request for `/broker/<issuer>/…`. */
export type BrokerHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

type Setting = { issuer: Persona['issuer']; publicUrl: string; clients: BrokerClient[]; key: BrokerKey; hostile: HostilePlan }

/** One OpenID Connect issuer at `<publicUrl>/broker/<issuer>`. It remembers nobody: each login asks anew who you are. */
export async function openIssuer({ issuer, publicUrl, clients, key, hostile }: Setting): Promise<BrokerHandler> {
  const mount = `/broker/${issuer}`
  const provider = new Provider(`${publicUrl}${mount}`, {
    adapter: loginMemory(),
    clients: clients.filter(one => (one.issuer ?? issuer) === issuer).map(one => ({
      client_id: one.clientId, client_secret: one.clientSecret, redirect_uris: one.redirectUris,
      grant_types: ['authorization_code'], response_types: ['code'], id_token_signed_response_alg: 'RS256', require_auth_time: true,
    })),
    jwks: { keys: [{ ...await exportJWK(key.privateKey), kid: key.kid, alg: 'RS256', use: 'sig' }] },
    cookies: {
      keys: ['stand-in, signs nothing that matters'],
      names: { session: `${issuer}_session`, interaction: `${issuer}_interaction`, resume: `${issuer}_resume` },
    },
    claims: claimsByScope,
    scopes: ['openid'],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    enabledJWA: { idTokenSigningAlgValues: ['RS256'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_ctx: KoaContext, { uid }: { uid: string }) => `${mount}/interaction/${uid}` },
    ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 900, IdToken: 300, Interaction: 900, Session: 900 },
    findAccount: (_ctx: KoaContext, sub: string) => {
      const found = personaBySub(sub)
      return found && { accountId: sub, claims: () => claimsOf(found) }
    },
    loadExistingGrant: async ({ oidc }: KoaContext) => {
      const grant = new provider.Grant({ clientId: oidc.client?.clientId ?? '', accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope(String(oidc.params?.['scope'] ?? 'openid'))
      await grant.save()
      return grant
    },
  })
  provider.use(hostility({ hostile, key, otherIssuer: `${publicUrl}/broker/${issuer === 'mitid' ? 'erhverv' : 'mitid'}` }))
  const answer = provider.callback()

  return async (req, res) => {
    const path = (req.url ?? '/').slice(mount.length) || '/'
    if (path.startsWith('/interaction/')) return interact(provider, issuer, req, res)
    if (path === '/auth' || path.startsWith('/auth?') || path.startsWith('/auth/')) forget(req, issuer)
    Object.assign(req, { originalUrl: req.url, url: path })
    return answer(req, res)
  }
}

/** A remembered person would skip the choice, and oidc-provider's own way to switch needs a script in the page. */
function forget(req: IncomingMessage, issuer: string): void {
  const left = (req.headers.cookie ?? '').split(/;\s*/).filter(one => !one.startsWith(`${issuer}_session`))
  req.headers.cookie = left.join('; ')
}

async function interact(provider: Provider, issuer: Persona['issuer'], req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    const { uid, params } = await provider.interactionDetails(req, res)
    const form = req.method === 'POST' ? new URLSearchParams(await bodyOf(req)) : new URLSearchParams()
    const hint = req.method === 'POST' ? form.get('persona') : params['login_hint']
    const chosen = typeof hint === 'string' ? findPersona(hint) : undefined
    if (form.has('cancel')) {
      return await provider.interactionFinished(req, res, { error: 'access_denied', error_description: 'Fortrudt' })
    }
    if (chosen?.issuer === issuer) {
      return await provider.interactionFinished(req, res, { login: { accountId: chosen.sub, acr: loaUri(chosen.level), amr: ['code_app'] } })
    }
    res.setHeader('content-type', 'text/html; charset=utf-8').setHeader('cache-control', 'no-store')
    res.end(String(await choosePersonaPage(issuer, `/broker/${issuer}/interaction/${uid}`)))
  } catch {
    res.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('Login er udløbet. Gå tilbage til Medspil, og prøv igen.')
  }
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of req) text += String(part)
  return text
}

type Hostility = { hostile: HostilePlan; key: BrokerKey; otherIssuer: string }

function hostility({ hostile, key, otherIssuer }: Hostility) {
  let withdrawn = false
  return async (ctx: KoaContext, next: () => Promise<void>): Promise<void> => {
    const isToken = ctx.path === '/token'
    const mode = isToken ? hostile.take(one => one !== 'mixed-up-issuer') : undefined
    if (mode === 'hang') {
      ctx.respond = false
      return
    }
    if (mode === 'error-500' || mode === 'garbage') {
      ctx.status = mode === 'garbage' ? 200 : 500
      ctx.set('content-type', 'application/json')
      ctx.body = '<<< not json'
      return
    }
    await next()
    if (mode && ctx.status === 200) await spoilAnswer(ctx, mode, key)
    if (mode === 'key-withdrawn') withdrawn = true
    if (ctx.path === '/jwks' && withdrawn) {
      withdrawn = false
      ctx.body = await strangerKeys()
    }
    const location = ctx.response.get('location')
    if (location?.includes('iss=') && hostile.take(one => one === 'mixed-up-issuer')) {
      const target = new URL(location)
      target.searchParams.set('iss', otherIssuer)
      ctx.set('location', target.href)
    }
  }
}

async function spoilAnswer(ctx: KoaContext, mode: HostileMode, key: BrokerKey): Promise<void> {
  const body = ctx.body as { id_token: string }
  ctx.body = { ...body, id_token: await spoil(body.id_token, mode, key) }
}
