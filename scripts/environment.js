import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { dataFolder, root } from './places.js'

/** File with the secrets of this installation; readable by its owner alone. */
export const keysFile = join(dataFolder, 'keys', 'keys.json')

const token = (bytes = 24) => randomBytes(bytes).toString('base64url')

/** New random secrets: passwords of the database roles, the master key and what Medspil and the stand-ins share. */
export const makeKeys = () => ({
  adminPassword: token(),
  ownerPassword: token(),
  appPassword: token(),
  workerPassword: token(),
  readerPassword: token(),
  /** `id:base64 of 32 bytes`, newest first when there are several. */
  masterKey: `1:${randomBytes(32).toString('base64')}`,
  oidcClientSecret: token(),
  stripeSecretKey: `sk_test_${randomBytes(24).toString('hex')}`,
  stripeWebhookSecret: `whsec_${token()}`,
  gatewaySecret: token(),
})

/** Secrets of this installation, made on the first run and kept: what the master key sealed, only it can open. */
export function readKeys(file = keysFile) {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, JSON.stringify(makeKeys(), null, 2), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Ports of one installation: the API's, and the two after it for the stand-ins (web, mail). */
export const portsFrom = (port) => ({ api: port, standins: port + 1, smtp: port + 2 })

/** Addresses a person opens. `*.localhost` leads to this machine in every browser, without any set-up. */
export const addressesOf = (ports) => ({
  family: `http://family.localhost:${ports.api}`,
  desk: `http://desk.localhost:${ports.api}`,
  standins: `http://localhost:${ports.standins}`,
})

/** The same database for another role: the administrator's connection string with user and password exchanged. */
function urlFor(adminUrl, role, password) {
  const url = new URL(adminUrl)
  url.username = role
  url.password = password
  return url.href
}

/**
 * Environment of every process of a development installation. What each name means: docs/operate.md.
 * @param options.databaseUrl connection string of an administrator (a superuser, or a role that may create roles)
 * @param options.ports { api, standins, smtp }
 * @param options.keys from readKeys or makeKeys
 * @param options.standinsFolder where the stand-ins keep their own memory
 * @returns { setUp, api, standins }: setUp may migrate and seed, api is for the API and the worker
 */
export function environmentOf({ databaseUrl, ports, keys, standinsFolder = join(dataFolder, 'standins') }) {
  const address = addressesOf(ports)
  const api = {
    MEDSPIL_MODE: 'development',
    PORT: String(ports.api),
    FAMILY_ORIGIN: address.family,
    DESK_ORIGIN: address.desk,
    STATIC_FAMILY: join(root, 'apps/family/dist'),
    STATIC_DESK: join(root, 'apps/desk/dist'),
    DATABASE_URL_APP: urlFor(databaseUrl, 'medspil_app', keys.appPassword),
    DATABASE_URL_WORKER: urlFor(databaseUrl, 'medspil_worker', keys.workerPassword),
    DATABASE_URL_READER: urlFor(databaseUrl, 'medspil_reader', keys.readerPassword),
    MASTER_KEY: keys.masterKey,
    OIDC_MITID_ISSUER: `${address.standins}/broker/mitid`,
    OIDC_ERHVERV_ISSUER: `${address.standins}/broker/erhverv`,
    OIDC_CLIENT_ID: 'medspil',
    OIDC_CLIENT_SECRET: keys.oidcClientSecret,
    REGISTRY_URL: `${address.standins}/registry`,
    REGISTRY_SECRET: keys.gatewaySecret,
    STRIPE_API_BASE: address.standins,
    STRIPE_SECRET_KEY: keys.stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: keys.stripeWebhookSecret,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    SMS_URL: `${address.standins}/sms`,
    SMS_SECRET: keys.gatewaySecret,
    DIGITAL_POST_URL: `${address.standins}/digital-post`,
    DIGITAL_POST_SECRET: keys.gatewaySecret,
    CLOCK_URL: address.standins,
  }
  const redirectUris = [address.family, address.desk].map((origin) => `${origin}/login/callback`)
  const standins = {
    STANDINS_PORT: String(ports.standins),
    STANDINS_SMTP_PORT: String(ports.smtp),
    STANDINS_URL: address.standins,
    STANDINS_DATA: standinsFolder,
    STANDINS_WEBHOOK_URL: `http://127.0.0.1:${ports.api}/webhooks/stripe`,
    STANDINS_WEBHOOK_SECRET: keys.stripeWebhookSecret,
    STANDINS_GATEWAY_SECRET: keys.gatewaySecret,
    STANDINS_FAMILY_URL: address.family,
    STANDINS_DESK_URL: address.desk,
    STANDINS_CLIENTS: JSON.stringify([{ clientId: api.OIDC_CLIENT_ID, clientSecret: keys.oidcClientSecret, redirectUris }]),
  }
  return {
    setUp: { ...api, DATABASE_URL_ADMIN: databaseUrl, DATABASE_URL_OWNER: urlFor(databaseUrl, 'medspil_owner', keys.ownerPassword) },
    api,
    standins,
  }
}

const ours = /^(DATABASE_|MASTER_KEY|STRIPE_|OIDC_|SMS_|SMTP_|REGISTRY_|DIGITAL_POST_|MEDSPIL_|STANDINS_|STATIC_|CLOCK_)/

/** An environment without Medspil's own variables, so that a child gets exactly those meant for it and no owner's password. */
export const withoutOurs = (environment) => Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name)))

/**
 * Flags of the API's process. An opening minute makes much that is thrown away at once: with V8's own small nursery a fifth
 * of the server's time went into moving it about. The Dockerfile says the same.
 */
export const serverFlags = ['--max-semi-space-size=128']
