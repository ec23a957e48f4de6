import { openDatabase, openKeyring } from '@medspil/db'
import { movableClock, systemClock } from './clock.ts'
import { readEnvironment } from './env.ts'
import { openGateways } from './gateways/open-gateways.ts'
import { startWorker } from './jobs/supervise.ts'
import { log } from './log.ts'

const env = readEnvironment()
const database = openDatabase(env.DATABASE_URL_WORKER, openKeyring(env.MASTER_KEY), env.DATABASE_POOL)
const movable = env.CLOCK_URL ? movableClock(env.CLOCK_URL) : null
const worker = startWorker({ asActor: database.asActor, pool: database.pool, env, clock: movable?.clock ?? systemClock, gateways: openGateways(env) }, database)
log('info', 'worker-started')

const stop = (signal: string) => {
  log('info', 'worker-stopping', { signal })
  movable?.stop()
  setTimeout(() => process.exit(0), 8000).unref()
  void worker.stop().then(() => database.close()).then(() => process.exit(0))
}
process.on('SIGINT', () => stop('SIGINT'))
process.on('SIGTERM', () => stop('SIGTERM'))
process.on('unhandledRejection', (error) => {
  log('error', 'unhandled-rejection', { error })
  process.exit(1)
})
