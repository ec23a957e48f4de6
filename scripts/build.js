import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runOrStop } from './children.js'
import { filesBelow, fingerprint, pnpm, root, toolEnvironment } from './places.js'

/** What every build is made from; a change in any of it builds again (turbo then skips the apps it does not touch). */
const sources = () => ['pnpm-lock.yaml', 'turbo.json', ...filesBelow('apps'), ...filesBelow('packages'), ...filesBelow('prisma/schema')]

const products = ['apps/api/dist/server.js', 'apps/api/dist/worker.js', 'apps/family/dist/index.html', 'apps/desk/dist/index.html']

/**
 * Builds the API, the worker and both frontends; returns at once when nothing has changed since the last time.
 * @returns false when there was nothing to do
 * @throws Stop with the builder's words
 */
export async function build(say) {
  const stamp = join(root, 'node_modules', '.medspil-built')
  const wanted = fingerprint(sources())
  const unchanged = products.every((file) => existsSync(join(root, file))) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (unchanged) return false
  say('building …')
  await turbo('build', { onLine: (line) => /:build: .*(built in|error)/i.test(line) && say(line) })
  writeFileSync(stamp, wanted)
  return true
}

/**
 * Runs one task of turbo.json in every package, two at a time: two cores are what a kommune's laptop and CI have.
 * Through npx, since turbo runs `pnpm` and a bare machine has none.
 * @throws Stop with the output of the packages that failed
 */
export function turbo(task, options = {}) {
  return runOrStop(task, 'npx', ['--yes', pnpm, 'exec', 'turbo', 'run', task, '--concurrency=2', '--output-logs=errors-only', '--continue'], { env: toolEnvironment(), ...options })
}
