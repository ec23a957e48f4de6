import type { NsisLevel, Persona } from '../people/types.ts'

/** What the ID token tells about a human, beside the standard `iss aud exp iat nonce auth_time amr acr`. */
export type BrokerClaims = {
  sub: string
  uuid: string
  identityscheme: 'dkmitid' | 'dkmitid-erhverv'
  /** NSIS level as a URI ... */
  loa: string
  /** ... and as MitID's own word; brokers differ, so both are given. */
  mitid_loa: 'LOW' | 'SUBSTANTIAL' | 'HIGH'
  name: string
  birthdate: string
  name_and_address_protection: boolean
  /** Only with scope `cpr`, ten digits; left out for a person without CPR. */
  cpr?: string
  /** MitID Erhverv only. */
  cvr?: string
  organization_name?: string
  professional_id?: string
}

const word: Record<NsisLevel, BrokerClaims['mitid_loa']> = { Low: 'LOW', Substantial: 'SUBSTANTIAL', High: 'HIGH' }

/** The NSIS level as data.gov.dk names it. */
export const loaUri = (level: NsisLevel) => `https://data.gov.dk/concept/core/nsis/loa/${level}`

/** Everything the broker knows about a persona; scopes decide what is released. */
export function claimsOf(one: Persona): BrokerClaims {
  return {
    sub: one.sub,
    uuid: one.uuid,
    identityscheme: one.issuer === 'mitid' ? 'dkmitid' : 'dkmitid-erhverv',
    loa: loaUri(one.level),
    mitid_loa: word[one.level],
    name: one.name,
    birthdate: one.birthDay,
    name_and_address_protection: one.addressProtected,
    ...(one.cpr === null ? {} : { cpr: one.cpr }),
    ...(one.issuer === 'erhverv' ? { cvr: one.cvr, organization_name: one.organisation, professional_id: one.workId } : {}),
  }
}

/** Claims by scope, in oidc-provider's form. */
export const claimsByScope = {
  auth_time: null, iss: null, sid: null,
  openid: ['sub', 'acr', 'amr', 'uuid', 'identityscheme', 'loa', 'mitid_loa'],
  profile: ['name', 'birthdate', 'name_and_address_protection'],
  cpr: ['cpr'],
  erhverv: ['cvr', 'organization_name', 'professional_id'],
}
