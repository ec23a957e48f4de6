import * as oidc from 'openid-client'
import { Unavailable } from '../errors.ts'

/** Why a login ends without a session; the error page has a sentence for each. */
export type LoginWhyNot = 'level-too-low' | 'too-young-to-log-in' | 'not-known-here' | 'other-person' | 'cancelled' | 'away' | 'failed'

/** A login that was understood and refused. */
export class LoginRefused extends Error {
  readonly whyNot: LoginWhyNot
  constructor(whyNot: LoginWhyNot) {
    super(whyNot)
    this.whyNot = whyNot
  }
}

/** The one word the browser is told. What exactly was wrong with a token is for the log. */
export function whyLogin(error: unknown): LoginWhyNot {
  if (error instanceof LoginRefused) return error.whyNot
  if (error instanceof oidc.AuthorizationResponseError) return error.error === 'access_denied' ? 'cancelled' : 'failed'
  if (error instanceof Unavailable) return 'away'
  const code = (error as { code?: unknown }).code
  return code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && error.message === 'fetch failed') ? 'away' : 'failed'
}
