import { developmentSecrets, startStandins } from './index.ts'
import type { BrokerClient } from './index.ts'

/**
 * The stand-ins as one process. Settings come from the environment:
 * STANDINS_PORT (4400), STANDINS_SMTP_PORT (4425), STANDINS_URL, STANDINS_DATA (.data/standins), STANDINS_WEBHOOK_URL,
 * STANDINS_WEBHOOK_SECRET, STANDINS_GATEWAY_SECRET, STANDINS_FAMILY_URL, STANDINS_DESK_URL,
 * STANDINS_CLIENTS (JSON list of { issuer?, clientId, clientSecret, redirectUris }).
 */
const { env } = process

const standins = await startStandins({
  port: Number(env['STANDINS_PORT'] ?? 4400),
  smtpPort: Number(env['STANDINS_SMTP_PORT'] ?? 4425),
  publicUrl: env['STANDINS_URL'],
  dataDir: env['STANDINS_DATA'] ?? '.data/standins',
  webhookUrl: env['STANDINS_WEBHOOK_URL'],
  webhookSecret: env['STANDINS_WEBHOOK_SECRET'] ?? developmentSecrets.webhook,
  gatewaySecret: env['STANDINS_GATEWAY_SECRET'] ?? developmentSecrets.gateway,
  clients: JSON.parse(env['STANDINS_CLIENTS'] ?? '[]') as BrokerClient[],
  apps: { family: env['STANDINS_FAMILY_URL'], desk: env['STANDINS_DESK_URL'] },
})

process.stdout.write(`Stand-ins are ready on ${standins.url}, mail on port ${standins.smtpPort}\n`)

const stop = () => void standins.close().then(() => process.exit(0))
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
