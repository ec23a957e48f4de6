import { Hono, type Context } from 'hono'
import * as oidc from 'openid-client'
import { newId } from '@medspil/db'
import { endSession, saveLoginAttempt, takeLoginAttempt } from '@medspil/db/access'
import type { AppParts } from '../app.ts'
import { appOf, type AppName, originOf } from '../http/which-app.ts'
import { log } from '../log.ts'
import { attemptCookie, cookieOf, readCookie, sessionCookie, splitSession } from './cookies.ts'
import { type IssuerName, openIssuers } from './issuers.ts'
import { kommuneIdOf } from './kommune-ids.ts'
import { LoginRefused, whyLogin } from './login-refused.ts'
import { resolveActor } from './resolve-actor.ts'
import { safeReturnTo } from './return-to.ts'
import { hashOf, newToken } from './secrets.ts'
import { sessionSeconds, startSession } from './start-session.ts'

/** What a login is for; bound to the browser with the attempt's secret. */
const errands = ['login', 'step-up', 'guide'] as const
export type Errand = (typeof errands)[number]

/** Seconds within which the broker must send the browser back. */
const attemptSeconds = 600
/** How old the proof may be: a working day, and five minutes where money or rights are at stake (ASVS 7.5.3). */
const maxAge: Record<Errand, number> = { login: 8 * 3600, guide: 8 * 3600, 'step-up': 300 }

/**
 * `GET /login/start?kommune&returnTo&stepUp` (also `/family`, `/staff`, `/guide`) leads to the broker, `GET /login/callback` comes back from it,
 * `POST /login/out` ends the login. Code flow with PKCE, state and nonce; what was begun stands on the server and is taken once.
 */
export async function loginRoutes(parts: AppParts): Promise<Hono> {
  const { env, database, clock, securityClock } = parts
  const issuers = openIssuers(env)
  const gate = (kommuneId: string) => ({ kind: 'login', kommuneId, id: null }) as const
  const call = (procedure: string) => ({ now: clock(), procedure })
  const failed = (c: Context, app: AppName, kommuneKey: string | null, error: unknown) => {
    const why = whyLogin(error)
    log('warn', 'login-refused', { app, kommune: kommuneKey, why, ...(why === 'failed' && { error: error instanceof Error ? error.message : String(error) }) })
    c.header('set-cookie', cookieOf(attemptCookie, '', 0))
    return c.redirect(`${originOf(env, app)}${kommuneKey ? `/${kommuneKey}` : ''}/login-fejl?hvorfor=${why}`, 302)
  }
  const routes = new Hono()

  routes.get('/:who{start|family|staff|guide}', async (c) => {
    const app = appOf(env, c.req.header('host'))
    if (!app) return c.redirect(originOf(env, 'family'), 302)
    const kommuneKey = c.req.query('kommune') ?? ''
    const kommuneId = /^[a-z]{2,20}$/.test(kommuneKey) ? await kommuneIdOf(database, kommuneKey) : null
    if (!kommuneId) return failed(c, app, null, new LoginRefused('not-known-here'))
    const errand: Errand = c.req.query('stepUp') ? 'step-up' : c.req.param('who') === 'guide' ? 'guide' : 'login'
    try {
      const issuerName = issuerFor(app, errand, (await resolveActor(parts, c.req.raw)).actor.kind)
      const config = await issuers(issuerName)
      const [state, nonce, codeVerifier, id] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier(), newId()]
      const cookie = `${kommuneKey}.${id}.${newToken()}.${errand}.${issuerName}`
      await database.asActor(gate(kommuneId), call('login.start'), (tx) => saveLoginAttempt(tx, {
        id, cookieHash: hashOf(cookie), issuer: config.serverMetadata().issuer, state, nonce, codeVerifier, app,
        returnTo: safeReturnTo(kommuneKey, c.req.query('returnTo')), expiresAt: new Date(securityClock().at.getTime() + attemptSeconds * 1000),
      }))
      const hint = env.MEDSPIL_MODE === 'development' ? c.req.query('persona') : undefined
      const to = oidc.buildAuthorizationUrl(config, {
        redirect_uri: `${originOf(env, app)}/login/callback`, scope: issuerName === 'mitid' ? 'openid profile cpr' : 'openid profile erhverv',
        state, nonce, code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier), code_challenge_method: 'S256',
        max_age: String(maxAge[errand]), acr_values: 'https://data.gov.dk/concept/core/nsis/loa/Substantial', ...(hint && { login_hint: hint }),
      })
      c.header('set-cookie', cookieOf(attemptCookie, cookie, attemptSeconds))
      return c.redirect(to.href, 302)
    } catch (error) {
      return failed(c, app, kommuneKey, error)
    }
  })

  routes.get('/callback', async (c) => {
    const app = appOf(env, c.req.header('host'))
    if (!app) return c.redirect(originOf(env, 'family'), 302)
    const cookie = readCookie(c.req.header('cookie'), attemptCookie) ?? ''
    const [kommuneKey = '', id = '', , errand = '', issuerName = ''] = cookie.split('.')
    const kommuneId = kommuneKey && (await kommuneIdOf(database, kommuneKey))
    if (!kommuneId) return failed(c, app, null, new LoginRefused('cancelled'))
    try {
      const attempt = await database.asActor(gate(kommuneId), call('login.callback'), (tx) => takeLoginAttempt(tx, id, hashOf(cookie), securityClock().at))
      if (!attempt || attempt.app !== app) throw new LoginRefused('cancelled')
      const config = await issuers(issuerName as IssuerName)
      const answered = new URL(c.req.url)
      const tokens = await oidc.authorizationCodeGrant(config, new URL(`${originOf(env, app)}/login/callback${answered.search}`), {
        pkceCodeVerifier: attempt.codeVerifier, expectedState: attempt.state, expectedNonce: attempt.nonce, idTokenExpected: true, maxAge: maxAge[errand as Errand],
      })
      const claims = tokens.claims()
      if (!claims || claims.iss !== attempt.issuer) throw new LoginRefused('failed')
      const token = await startSession(parts, {
        app, kommuneId, kommuneKey, errand: errand as Errand, issuer: claims.iss, claims,
        before: (await resolveActor(parts, new Request(answered, { headers: { ...headersOf(c), 'medspil-kommune': kommuneKey } }))),
        userAgent: c.req.header('user-agent')?.slice(0, 200) ?? '',
      })
      c.header('set-cookie', cookieOf(attemptCookie, '', 0))
      c.header('set-cookie', cookieOf(sessionCookie(app), `${kommuneKey}.${token}`, sessionSeconds), { append: true })
      return c.redirect(`${originOf(env, app)}${attempt.returnTo}`, 302)
    } catch (error) {
      return failed(c, app, kommuneKey, error)
    }
  })

  routes.post('/out', async (c) => {
    const app = appOf(env, c.req.header('host'))
    const session = app && splitSession(readCookie(c.req.header('cookie'), sessionCookie(app)))
    const kommuneId = session && (await kommuneIdOf(database, session.kommuneKey))
    if (session && kommuneId) await database.asActor(gate(kommuneId), call('login.out'), (tx) => endSession(tx, { tokenHash: hashOf(session.token) }, securityClock().at))
    if (app) c.header('set-cookie', cookieOf(sessionCookie(app), '', 0))
    c.header('clear-site-data', '"cache", "storage"')
    return c.json({ done: true })
  })
  return routes
}

/** Families and guides use private MitID, staff the kommune's own login; a step-up uses what the login was made with. */
function issuerFor(app: AppName, errand: Errand, kind: string): IssuerName {
  return app === 'family' || errand === 'guide' || kind === 'fritidsguide' ? 'mitid' : 'erhverv'
}

function headersOf(c: Context): Record<string, string> {
  return { host: c.req.header('host') ?? '', cookie: c.req.header('cookie') ?? '' }
}
