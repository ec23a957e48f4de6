import { Hono } from 'hono'
import { exportJWK, generateKeyPair, importJWK } from 'jose'
import type { CryptoKey, JWK } from 'jose'
import type { Store } from '../store.ts'
import { hostileModes, hostilePlan } from './hostile.ts'
import type { BrokerKey, HostileMode, HostilePlan } from './hostile.ts'
import { personaListPage } from './persona-page.ts'
import { openIssuer } from './provider.ts'
import type { BrokerClient, BrokerHandler } from './provider.ts'

export type { BrokerClaims } from './claims.ts'
export { hostileModes } from './hostile.ts'
export type { HostileMode, HostilePlan } from './hostile.ts'
export type { BrokerClient } from './provider.ts'

/** Both issuers, their pages and the plan of bad logins. */
export type Broker = { handlers: Record<'mitid' | 'erhverv', BrokerHandler>; hostile: HostilePlan; routes: Hono }

/**
 * Opens the login broker. `POST /broker/hostile` with `{ modes: HostileMode[] }` spoils the coming logins in that order,
 * `DELETE` ends it. Tokens carry the machine's own time, never the simulated one.
 */
export async function openBroker(options: { publicUrl: string; clients: BrokerClient[]; store: Store }): Promise<Broker> {
  const hostile = hostilePlan()
  const issuerOf = async (issuer: 'mitid' | 'erhverv') => openIssuer({ ...options, issuer, hostile, key: await keyOf(issuer, options.store) })
  const routes = new Hono()
    .get('/broker/personas', c => c.html(personaListPage()))
    .get('/broker', c => c.redirect('/broker/personas'))
    .get('/broker/hostile', c => c.json({ waiting: hostile.waiting(), known: hostileModes }))
    .post('/broker/hostile', async c => {
      const { modes } = await c.req.json<{ modes?: unknown }>()
      const known = (mode: unknown): mode is HostileMode => hostileModes.includes(mode as HostileMode)
      if (!Array.isArray(modes) || !modes.every(known)) return c.json({ error: 'unknown mode', known: hostileModes }, 400)
      hostile.next(...modes)
      return c.json({ waiting: hostile.waiting() })
    })
    .delete('/broker/hostile', c => {
      hostile.clear()
      return c.body(null, 204)
    })
  return { handlers: { mitid: await issuerOf('mitid'), erhverv: await issuerOf('erhverv') }, hostile, routes }
}

/** The same key after a restart, so that a running API need not fetch the key set anew. */
async function keyOf(issuer: string, store: Store): Promise<BrokerKey> {
  const keys = store.collection<{ privateKey: JWK; publicKey: JWK }>('broker-key')
  const known = keys.get(issuer)
  if (known) {
    const [privateKey, publicKey] = await Promise.all([importJWK(known.privateKey, 'RS256', { extractable: true }), importJWK(known.publicKey, 'RS256', { extractable: true })])
    return { kid: `${issuer}-1`, privateKey: privateKey as CryptoKey, publicKey: publicKey as CryptoKey }
  }
  const made = await generateKeyPair('RS256', { extractable: true })
  keys.put(issuer, { privateKey: await exportJWK(made.privateKey), publicKey: await exportJWK(made.publicKey) })
  return { kid: `${issuer}-1`, ...made }
}
