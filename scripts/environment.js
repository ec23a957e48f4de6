import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { dataFolder } from './places.js'

/** File with the secrets of this installation; readable by its owner alone. */
export const keysFile = join(dataFolder, 'keys', 'keys.json')

const token = (bytes = 24) => randomBytes(bytes).toString('base64url')

/** New random secrets: passwords of the database roles, the master key (32 bytes, base64) and shared secrets of the stand-ins. */
export function makeKeys() {
  return {
    adminPassword: token(),
    ownerPassword: token(),
    appPassword: token(),
    workerPassword: token(),
    readerPassword: token(),
    masterKey: randomBytes(32).toString('base64'),
    sessionSecret: token(32),
    oidcClientSecret: token(),
    stripeSecretKey: `sk_test_${token()}`,
    stripeWebhookSecret: `whsec_${token()}`,
    smsSecret: token(),
    registrySecret: token(),
  }
}

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
 * Environment of every process of a development installation, by process.
 * @param options.databaseUrl connection string of an administrator (a superuser, or a role that may create roles)
 * @param options.ports { api, standins, smtp }
 * @param options.keys from readKeys or makeKeys
 * @returns { setUp, api, worker, standins } to be merged over the tools' environment; only `setUp` may migrate and seed
 */
export function environmentOf({ databaseUrl, ports, keys }) {
  const address = addressesOf(ports)
  const databases = {
    DATABASE_URL_OWNER: urlFor(databaseUrl, 'medspil_owner', keys.ownerPassword),
    DATABASE_URL_APP: urlFor(databaseUrl, 'medspil_app', keys.appPassword),
    DATABASE_URL_WORKER: urlFor(databaseUrl, 'medspil_worker', keys.workerPassword),
    DATABASE_URL_READER: urlFor(databaseUrl, 'medspil_reader', keys.readerPassword),
  }
  const { DATABASE_URL_OWNER: _, ...atRunTime } = databases
  const outside = {
    STANDINS_URL: address.standins,
    STRIPE_API_BASE: address.standins,
    STRIPE_SECRET_KEY: keys.stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: keys.stripeWebhookSecret,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    SMS_URL: `${address.standins}/sms`,
    SMS_SECRET: keys.smsSecret,
    DIGITAL_POST_URL: `${address.standins}/digital-post`,
    DIGITAL_POST_SECRET: keys.smsSecret,
    CLOCK_URL: address.standins,
    REGISTRY_URL: `${address.standins}/registry`,
    REGISTRY_SECRET: keys.registrySecret,
    OIDC_MITID_ISSUER: `${address.standins}/mitid`,
    OIDC_ERHVERV_ISSUER: `${address.standins}/erhverv`,
    OIDC_CLIENT_ID: 'medspil',
    OIDC_CLIENT_SECRET: keys.oidcClientSecret,
  }
  const shared = { MEDSPIL_MODE: 'development', FAMILY_ORIGIN: address.family, DESK_ORIGIN: address.desk, MASTER_KEY: `1:${keys.masterKey}`, SESSION_SECRET: keys.sessionSecret, ...outside }
  return {
    setUp: { ...shared, ...databases, DATABASE_URL_ADMIN: databaseUrl, PORT: String(ports.api) },
    api: { ...shared, ...atRunTime, PORT: String(ports.api) },
    worker: { ...shared, ...atRunTime },
    standins: { ...outside, PORT: String(ports.standins), SMTP_PORT: String(ports.smtp), API_URL: `http://127.0.0.1:${ports.api}`, FAMILY_ORIGIN: address.family, DESK_ORIGIN: address.desk },
  }
}

const secretNames = /^(DATABASE_URL|MASTER_KEY|SESSION_SECRET|STRIPE_|OIDC_|SMS_|SMTP_|REGISTRY_|MEDSPIL_)/

/** An environment without Medspil's own variables, so that a child gets exactly those meant for it and no owner's password. */
export const withoutOurs = (environment) => Object.fromEntries(Object.entries(environment).filter(([name]) => !secretNames.test(name)))
