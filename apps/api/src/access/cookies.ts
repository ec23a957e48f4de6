import { parse, serialize } from 'hono/utils/cookie'
import type { AppName } from '../http/which-app.ts'

/** Name of the session cookie of a frontend. `__Host-` ties it to one hostname. */
export const sessionCookie = (app: AppName) => `__Host-medspil-${app}`

/** Name of the cookie that ties a login to the browser that began it. */
export const attemptCookie = '__Host-medspil-login'

/** A Set-Cookie value. Lax: Strict would not come back from the broker. @param maxAge seconds; 0 removes it */
export function cookieOf(name: string, value: string, maxAge: number): string {
  return serialize(name, value, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge })
}

/** One cookie of a request; null when it was not sent. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  return header ? parse(header, name)[name] ?? null : null
}

/** A session cookie's value: the kommune and the secret. The kommune is needed before any row may be read. */
export function splitSession(value: string | null): { kommuneKey: string; token: string } | null {
  const match = /^([a-z]{2,20})\.([\w-]{43})$/.exec(value ?? '')
  return match?.[1] && match[2] ? { kommuneKey: match[1], token: match[2] } : null
}
