import { fork, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { addressesOf, environmentOf, makeKeys, serverFlags } from '../../scripts/environment.js'
import { clusterFolder, freePort, startCluster } from '../../scripts/cluster.js'
import { stopChild } from '../../scripts/children.js'
import type { Load, LoadResult, StripeDoor, pg } from '../../packages/testing/src/rush/index.ts'

const root = join(import.meta.dirname, '../..')
const quiet = '--disable-warning=ExperimentalWarning'

/** A PostgreSQL of its own, migrated and empty, durable as in production, and what its processes are started with. */
export interface Scratch {
  url: string
  port: number
  /** The postmaster's process id now. */
  pid(): number
  /** Environment of the API and the worker. */
  environment: Record<string, string>
  /** Environment of the outside world, which is not started; its Stripe calls the first API process. */
  outside: Record<string, string>
  /** Where Stripe will stand, and the key it takes. */
  stripe: StripeDoor
  /** Stops the cluster and removes its files. */
  stop(): Promise<void>
  /** Kills PostgreSQL as a power cut would, and starts it again. */
  crash(): Promise<void>
}

/** @param settings PostgreSQL settings beside the durable ones; @param pool connections of each process */
export async function openScratch(settings: Record<string, string | number> = {}, pool = 10): Promise<Scratch> {
  const made = mkdtempSync('/var/tmp/medspil-rush-')
  // PostgreSQL may run as a user of its own, who must be able to enter.
  chmodSync(made, 0o711)
  const folder: string = clusterFolder(join(made, 'db'))
  const port: number = await freePort()
  const keys = makeKeys()
  const options = { folder, port, password: keys.adminPassword, log: `${folder}.log`,
    settings: { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', max_connections: 200, shared_buffers: '256MB', min_wal_size: '1GB', max_wal_size: '2GB', ...settings } }
  let cluster = await startCluster(options)
  const api: number = await freePort()
  const environments = environmentOf({ databaseUrl: cluster.url, ports: { api, standins: await freePort(), smtp: await freePort() }, keys, standinsFolder: join(made, 'standins') })
  const { CLOCK_URL: _, ...environment } = environments.api
  const inherited = process.env as Record<string, string>
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [quiet, 'packages/db/src/migrate.ts'], { cwd: root, env: { ...inherited, ...environments.setUp }, stdio: ['ignore', 'ignore', 'inherit'] })
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('the scratch database could not be migrated'))))
  })
  return {
    outside: { ...inherited, ...environments.standins }, stripe: { base: environments.api['STRIPE_API_BASE']!, key: keys.stripeSecretKey },
    url: cluster.url, port: api, pid: () => cluster.child.process.pid as number, environment: { ...inherited, ...environment, DATABASE_POOL: String(pool) },
    stop: async () => { await stopChild(cluster.child); for (const path of [folder, `${folder}.log`, made]) rmSync(path, { recursive: true, force: true }) },
    crash: async () => {
      // SIGQUIT is PostgreSQL's immediate shutdown: no checkpoint, so the next start recovers from the log.
      cluster.child.stopping = true
      cluster.child.process.kill('SIGQUIT')
      await cluster.child.ended
      cluster = await startCluster(options)
    },
  }
}

/**
 * Leaves a new PostgreSQL as one that has been in use, as docs/operate.md asks for it: with log files that are written over. Each
 * one that has to be made takes some 50 ms in the middle of a commit.
 */
export async function wearIn(admin: pg.Pool): Promise<void> {
  for (let file = 0; file < 60; file += 1) {
    await admin.query("select pg_logical_emit_message(false, 'wear-in', '')")
    await admin.query('select pg_switch_wal()')
  }
  await admin.query('checkpoint')
}

/** A server, a worker or the outside world as a process of its own. @returns once it says that it started */
export async function startProcess(file: string, environment: Record<string, string>, port: number, flags: string[] = []): Promise<ChildProcess> {
  const address = addressesOf({ api: port, standins: 9 })
  const child = spawn(process.execPath, [quiet, ...(file.endsWith('/server.ts') ? serverFlags : []), ...flags, file], {
    cwd: root, env: { ...environment, PORT: String(port), FAMILY_ORIGIN: address.family, DESK_ORIGIN: address.desk }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stdout!.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-4000); if (/-started|are ready/.test(said)) resolve() })
    child.stderr!.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-4000) })
    child.once('exit', () => reject(new Error(`${file} ended before it was ready:\n${said}`)))
  })
  return child
}

/** Ends a process and waits. */
export const endProcess = (child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => new Promise((resolve) => {
  if (child.exitCode !== null || child.signalCode !== null) return resolve()
  child.once('exit', () => resolve())
  child.kill(signal)
})

/** Runs a load from a process of its own, so that the sender's work is not the server's. */
export const sendLoad = (load: Load): Promise<LoadResult> => new Promise((resolve, reject) => {
  const child = fork(join(root, 'packages/testing/src/rush/load-main.ts'), { execArgv: [quiet] })
  child.once('message', (result) => { child.kill(); resolve(result as LoadResult) })
  child.once('exit', (code) => reject(new Error(`the sender ended: ${code}`)))
  child.send(load)
})
