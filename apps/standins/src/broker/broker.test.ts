import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as client from 'openid-client'
import { personaByKey } from '../personas.ts'
import type { Standins } from '../index.ts'
import { freshStandins } from '../testing.ts'
import { hostileModes } from './hostile.ts'
import type { HostileMode } from './hostile.ts'

const redirectUri = 'http://localhost:4999/login/back'
const clientId = 'medspil'
const loa = 'https://data.gov.dk/concept/core/nsis/loa/Substantial'

let standins: Standins

beforeAll(async () => {
  standins = await freshStandins({ clients: [{ clientId, clientSecret: 'stand-in', redirectUris: [redirectUri] }] })
})
afterAll(() => standins.close())

const discover = async (issuer: 'mitid' | 'erhverv', checkSignature = true) => {
  const config = await client.discovery(new URL(standins.issuers[issuer]), clientId, 'stand-in', undefined, {
    execute: [client.allowInsecureRequests, ...(checkSignature ? [client.enableNonRepudiationChecks] : [])],
  })
  config.timeout = 2
  return config
}

/** Walks redirects as a browser would, with cookies, until the address of the client or a page. */
async function walk(start: URL): Promise<{ back?: URL; html?: string; jar: Map<string, string>; at: URL }> {
  const jar = new Map<string, string>()
  let at = start
  for (let step = 0; step < 8; step += 1) {
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = answer.headers.get('location')
    if (location === null) return { html: await answer.text(), jar, at }
    at = new URL(location, at)
    if (at.href.startsWith(redirectUri)) return { back: at, jar, at }
  }
  throw new Error('Too many redirects')
}

type Wish = { issuer?: 'mitid' | 'erhverv'; persona?: string; scope?: string; checkSignature?: boolean }

async function login({ issuer = 'mitid', persona = 'amira', scope = 'openid profile cpr', checkSignature }: Wish) {
  const config = await discover(issuer, checkSignature)
  const [verifier, state, nonce] = [client.randomPKCECodeVerifier(), client.randomState(), client.randomNonce()]
  const { back } = await walk(client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri, scope, state, nonce, login_hint: persona, code_challenge_method: 'S256',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
  }))
  if (!back) throw new Error('No way back to the client')
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true, maxAge: 300 }
  const grant = () => client.authorizationCodeGrant(config, back, checks)
  return { grant, config, back, checks }
}

/** What a careful client does after openid-client: the level is read from the token. */
async function carefulLogin(wish: Wish) {
  const { grant } = await login(wish)
  const claims = (await grant()).claims()
  if (claims?.['loa'] !== loa) throw new Error('Level is not Substantial')
  if (claims.sub !== personaByKey(wish.persona ?? 'amira').sub) throw new Error('Another person')
  return claims
}

describe('Brokeren', () => {
  it('lader en mor logge ind og fortæller, hvem hun er', async () => {
    const amira = personaByKey('amira')
    const claims = await carefulLogin({})
    expect(claims).toMatchObject({
      iss: standins.issuers.mitid, sub: amira.sub, uuid: amira.uuid, name: amira.name, cpr: amira.cpr, birthdate: amira.birthDay,
      loa, mitid_loa: 'SUBSTANTIAL', identityscheme: 'dkmitid', name_and_address_protection: false, amr: ['code_app'],
    })
    expect(claims.auth_time).toBeTypeOf('number')
  })

  it('giver kun CPR, når der er bedt om det', async () => {
    expect(await carefulLogin({ scope: 'openid profile' })).not.toHaveProperty('cpr')
    const { grant } = await login({ persona: 'without-cpr' })
    expect((await grant()).claims()).not.toHaveProperty('cpr')
  })

  it('giver ansatte CVR og professionelt id fra MitID Erhverv', async () => {
    const claims = await carefulLogin({ issuer: 'erhverv', persona: 'slagelse-caseworker', scope: 'openid profile erhverv' })
    expect(claims).toMatchObject({ iss: standins.issuers.erhverv, identityscheme: 'dkmitid-erhverv', cvr: '10200330', organization_name: 'Slagelse Kommune' })
    expect(claims['professional_id']).toBeTypeOf('string')
  })

  it('kender ét menneske med to login på samme CPR', async () => {
    const one = await carefulLogin({ persona: 'sofie' })
    const two = await carefulLogin({ issuer: 'erhverv', persona: 'slagelse-fagperson', scope: 'openid profile cpr erhverv' })
    expect(one['cpr']).toBe(two['cpr'])
    expect(one.sub).not.toBe(two.sub)
  })

  it('viser en side at vælge på, og klikket logger ind', async () => {
    const config = await discover('mitid')
    const verifier = client.randomPKCECodeVerifier()
    const { html, jar, at } = await walk(client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri, scope: 'openid', state: 's', code_challenge_method: 'S256', code_challenge: await client.calculatePKCECodeChallenge(verifier),
    }))
    expect(html).toContain('Vælg, hvem du er')
    expect(html).toContain('value="amira"')
    expect(html).not.toContain('slagelse-caseworker')
    const answer = await fetch(at, {
      method: 'POST', redirect: 'manual', body: new URLSearchParams({ persona: 'amira' }),
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toContain('/broker/mitid/auth/')
  })

  it('afviser uden PKCE, med brugt kode og med en anden browsers kode', async () => {
    const config = await discover('mitid')
    const bare = await walk(client.buildAuthorizationUrl(config, { redirect_uri: redirectUri, scope: 'openid', state: 's', login_hint: 'amira' }))
    expect(bare.back?.searchParams.get('error')).toBe('invalid_request')

    const once = await login({})
    await once.grant()
    await expect(once.grant()).rejects.toThrow()

    const mine = await login({})
    const theirs = await login({ persona: 'lene' })
    await expect(client.authorizationCodeGrant(mine.config, new URL(`${redirectUri}?${theirs.back.searchParams}`), mine.checks)).rejects.toThrow()
  })

  it.each(hostileModes)('fjendtligt login bliver afvist: %s', async mode => {
    standins.hostile(mode)
    await expect(carefulLogin({})).rejects.toThrow()
    await expect(carefulLogin({}), 'the next login is good again').resolves.toBeDefined()
  })

  it.each<HostileMode>(['bad-signature', 'unknown-key', 'key-withdrawn'])('rød tvilling: uden enableNonRepudiationChecks slipper %s igennem', async mode => {
    standins.hostile(mode)
    await expect(carefulLogin({ checkSignature: false })).resolves.toBeDefined()
    await fetch(`${standins.issuers.mitid}/jwks`)
  })

  it('en person på niveau Lav når frem og bliver afvist på niveauet', async () => {
    await expect(carefulLogin({ persona: 'low-level' })).rejects.toThrow('Level is not Substantial')
  })
})
