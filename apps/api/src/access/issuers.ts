import * as oidc from 'openid-client'
import type { Environment } from '../env.ts'
import { nsisLevels, type NsisLevel } from '../gateways/level.ts'

/** The two ways to prove oneself: private MitID, and the kommune's own login or MitID Erhverv. */
export type IssuerName = 'mitid' | 'erhverv'

/** Opens the configuration of an issuer, asking its address at the first login and keeping the answer. */
export type Issuers = (name: IssuerName) => Promise<oidc.Configuration>

/**
 * Both issuers. Asked lazily, so that the API starts while the broker is away. The signature of every ID token is checked,
 * although the standard lets a client trust TLS instead (ASVS 6.8.2); unencrypted requests are for the stand-in alone.
 */
export function openIssuers(env: Environment): Issuers {
  const kept = new Map<IssuerName, Promise<oidc.Configuration>>()
  const discover = (name: IssuerName) => oidc.discovery(
    new URL(name === 'mitid' ? env.OIDC_MITID_ISSUER : env.OIDC_ERHVERV_ISSUER), env.OIDC_CLIENT_ID,
    { id_token_signed_response_alg: 'RS256' }, oidc.ClientSecretPost(env.OIDC_CLIENT_SECRET),
    { timeout: 5, execute: [oidc.enableNonRepudiationChecks, ...(env.MEDSPIL_MODE === 'development' ? [oidc.allowInsecureRequests] : [])] },
  )
  return (name) => {
    const known = kept.get(name)
    if (known) return known
    const asked = discover(name)
    kept.set(name, asked)
    asked.catch(() => kept.delete(name))
    return asked
  }
}

const levelWords: Record<string, NsisLevel> = {
  ...Object.fromEntries(nsisLevels.map((level) => [`https://data.gov.dk/concept/core/nsis/loa/${level}`, level])),
  LOW: 'Low', SUBSTANTIAL: 'Substantial', HIGH: 'High',
}

/**
 * The NSIS level an ID token proves. Brokers name it differently; a word we do not know proves nothing.
 * @param claims of the ID token, `loa` before `acr` before `mitid_loa`
 */
export function levelOf(claims: Record<string, unknown>): NsisLevel | null {
  const word = claims['loa'] ?? claims['acr'] ?? claims['mitid_loa']
  return typeof word === 'string' ? levelWords[word] ?? null : null
}

/** Whether a level is at least the one asked for. */
export function reaches(level: NsisLevel | null, floor: NsisLevel): boolean {
  return level !== null && nsisLevels.indexOf(level) >= nsisLevels.indexOf(floor)
}
