import { createHmac } from 'node:crypto'
import { base64url, decodeJwt, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose'
import type { CryptoKey, JWTPayload } from 'jose'
import { loaUri } from './claims.ts'

/** How the next login goes wrong. Each must end in a refusal at the client. */
export const hostileModes = [
  'bad-signature', 'alg-none', 'hs256-public-key', 'unknown-key', 'key-withdrawn',
  'wrong-issuer', 'wrong-audience', 'wrong-nonce', 'missing-nonce', 'expired', 'issued-in-the-future',
  'level-missing', 'level-low', 'stale-auth-time', 'other-person', 'mixed-up-issuer',
  'hang', 'error-500', 'garbage',
] as const

/** One of `hostileModes`. */
export type HostileMode = (typeof hostileModes)[number]

/** The modes waiting for the coming logins, first in first out; shared by both issuers. */
export type HostilePlan = {
  next(...modes: HostileMode[]): void
  /** Takes the head of the line when it is one of `these`. */
  take(these: (mode: HostileMode) => boolean): HostileMode | undefined
  clear(): void
  waiting(): readonly HostileMode[]
}

/** An empty plan: logins go well. */
export function hostilePlan(): HostilePlan {
  let line: HostileMode[] = []
  return {
    next: (...modes) => void line.push(...modes),
    take: these => line[0] !== undefined && these(line[0]) ? line.shift() : undefined,
    clear: () => void (line = []),
    waiting: () => line,
  }
}

/** The issuer's RS256 key pair. */
export type BrokerKey = { kid: string; privateKey: CryptoKey; publicKey: CryptoKey }

const claimChanges: Partial<Record<HostileMode, (claims: JWTPayload, now: number) => JWTPayload>> = {
  'wrong-issuer': claims => ({ ...claims, iss: 'https://broker.example' }),
  'wrong-audience': claims => ({ ...claims, aud: 'another-client' }),
  'wrong-nonce': claims => ({ ...claims, nonce: 'nonce-of-another-browser' }),
  'missing-nonce': ({ nonce: _nonce, ...claims }) => claims,
  expired: (claims, now) => ({ ...claims, iat: now - 7200, exp: now - 3600 }),
  'issued-in-the-future': (claims, now) => ({ ...claims, iat: now + 3600, nbf: now + 3600, exp: now + 7200 }),
  'level-missing': ({ loa: _loa, mitid_loa: _word, acr: _acr, ...claims }) => claims,
  'level-low': claims => ({ ...claims, loa: loaUri('Low'), mitid_loa: 'LOW', acr: loaUri('Low') }),
  'stale-auth-time': (claims, now) => ({ ...claims, auth_time: now - 86_400 }),
  'other-person': claims => ({ ...claims, sub: '00000000-0000-5000-a000-000000000000' }),
}

/** Spoils a good ID token in the given way; modes that do not touch the token give it back unchanged. */
export async function spoil(idToken: string, mode: HostileMode, key: BrokerKey): Promise<string> {
  const claims = decodeJwt(idToken)
  const sign = (payload: JWTPayload, privateKey = key.privateKey, kid = key.kid) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(privateKey)
  const change = claimChanges[mode]
  if (change) return sign(change(claims, Math.floor(Date.now() / 1000)))

  const body = base64url.encode(JSON.stringify(claims))
  switch (mode) {
    case 'bad-signature': {
      const stranger = await generateKeyPair('RS256')
      return sign(claims, stranger.privateKey)
    }
    case 'unknown-key': {
      const stranger = await generateKeyPair('RS256')
      return sign(claims, stranger.privateKey, 'a-key-nobody-published')
    }
    case 'alg-none':
      return `${base64url.encode(JSON.stringify({ alg: 'none', typ: 'JWT' }))}.${body}.`
    case 'hs256-public-key': {
      const head = base64url.encode(JSON.stringify({ alg: 'HS256', kid: key.kid, typ: 'JWT' }))
      const mac = createHmac('sha256', await exportSPKI(key.publicKey)).update(`${head}.${body}`).digest('base64url')
      return `${head}.${body}.${mac}`
    }
    default:
      return idToken
  }
}

/** A key set without the issuer's real key, as after a rotation that withdrew it at once. */
export async function strangerKeys(): Promise<{ keys: object[] }> {
  const { publicKey } = await generateKeyPair('RS256', { extractable: true })
  return { keys: [{ ...await exportJWK(publicKey), kid: 'the-key-after', alg: 'RS256', use: 'sig' }] }
}
