import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Root of the checkout, absolute. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Everything a running installation keeps: database, keys, logs. Ignored by git; `npm start -- --reset` removes it.
 * MEDSPIL_DATA moves it, so that the browser tests start a product of their own beside the one that runs.
 */
export const dataFolder = process.env.MEDSPIL_DATA ?? join(root, '.data')

/** Version of pnpm that every command uses; the same as `packageManager` in package.json. */
export const pnpm = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager

/** A failure the reader can act on: printed as one sentence, without a stack. */
export class Stop extends Error {}

/** @throws Stop when the Node running this script is older than 20 */
export function requireHostNode() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Stop(`Medspil needs Node 20 or newer to start; this is ${process.version}. It brings its own Node 24 after that.`)
  }
}

/**
 * Path of the Node 24 that came with the packages. Not node_modules/.bin/node: that is a shell wrapper which
 * swallows the signals we stop children with.
 * @throws Stop when neither the package nor the host has Node 24
 */
export function projectNode() {
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(packaged)) return packaged
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Stop(`No Node 24 is packaged for ${process.platform}-${process.arch}. Install Node 24 and run the command again.`)
}

/** process.env with the project's own tools first in PATH, and without their update checks and telemetry. */
export function toolEnvironment() {
  return {
    ...process.env,
    PATH: `${dirname(projectNode())}:${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
}

/**
 * Every workspace package that has a package.json.
 * @returns [{ folder: 'packages/ledger', manifest }], folder relative to the root, in name order
 */
export function workspacePackages() {
  const folders = ['apps', 'packages'].flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))
  return [...folders, 'prisma'].sort()
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) }))
}

const generated = new Set(['node_modules', 'dist', '.turbo', 'prisma-client', '.data'])

/**
 * Files below a folder, without what tools generate.
 * @returns paths relative to the root, sorted
 */
export function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (generated.has(entry.name)) return []
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(path) : [path]
  }).sort()
}

/** SHA-256 over names and contents of files, as hex; tells whether a step has anything to do. */
export function fingerprint(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0')
  return hash.digest('hex')
}
