import { serve } from '@hono/node-server'
import { openDatabase, openKeyring } from '@medspil/db'
import { createApp } from './app.ts'
import { movableClock, systemClock } from './clock.ts'
import { readEnvironment } from './env.ts'
import { openGateways } from './gateways/open-gateways.ts'
import { log } from './log.ts'

const env = readEnvironment()
const database = openDatabase(env.DATABASE_URL_APP, openKeyring(env.MASTER_KEY), env.DATABASE_POOL, env.DATABASE_URL_READER)
const movable = env.CLOCK_URL ? movableClock(env.CLOCK_URL) : null
const app = await createApp({ env, database, clock: movable?.clock ?? systemClock, securityClock: systemClock, gateways: openGateways(env) })
const server = serve({ fetch: app.fetch, port: env.PORT }, () => log('info', 'server-started', { port: env.PORT }))

const stop = (signal: string) => {
  log('info', 'server-stopping', { signal })
  movable?.stop()
  server.close(() => void database.close().then(() => process.exit(0)))
  setTimeout(() => process.exit(0), 5000).unref()
}
process.on('SIGINT', () => stop('SIGINT'))
process.on('SIGTERM', () => stop('SIGTERM'))
process.on('unhandledRejection', (error) => {
  log('error', 'unhandled-rejection', { error })
  process.exit(1)
})
