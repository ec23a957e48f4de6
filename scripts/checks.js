import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, posix } from 'node:path'
import { turbo } from './build.js'
import { run, runOrStop } from './children.js'
import { Stop, dataFolder, projectNode, root, toolEnvironment, workspacePackages } from './places.js'

const tool = (...path) => join(root, 'node_modules', ...path)

/** TypeScript in every package; unchanged packages are remembered. A failure is only what the compiler said. */
export async function types() {
  try {
    await turbo('types')
  } catch (failure) {
    const folderOf = Object.fromEntries(workspacePackages().map(({ folder, manifest }) => [manifest.name, folder]))
    const said = [...(failure.output ?? '').matchAll(/^(@medspil\/[\w-]+):types: (\S+)(\(\d+,\d+\): error TS\d+.*)$/gm)]
    const lines = new Set(said.map(([, name, file, what]) => posix.join(folderOf[name], file) + what))
    throw lines.size > 0 ? new Stop([...lines].join('\n')) : failure
  }
}

/** Which module may import which (.dependency-cruiser.cjs), with a floor under the number of modules read. */
export const fences = () => runOrStop('fences', projectNode(), ['scripts/fences.js'], { env: toolEnvironment() })

/** oxlint with our own rules: .oxlintrc.json, scripts/oxlint-plugin-medspil.js. */
export const lint = () => runOrStop('oxlint', projectNode(), [tool('oxlint', 'bin', 'oxlint'), '--deny-warnings', '--format=unix'], { env: toolEnvironment() })

/** Files, exports and dependencies nobody uses. */
export const unused = () => runOrStop('knip', projectNode(), [tool('knip', 'bin', 'knip.js'), '--no-progress', '--no-config-hints'], { env: toolEnvironment() })

/** A package without the script would be passed over in silence, and a green run would mean less than it says. */
export async function scriptsPresent() {
  const missing = workspacePackages().flatMap(({ folder, manifest }) => {
    const wanted = folder === 'prisma' ? ['types'] : ['types', 'test'] // the seed is tested where it is loaded: apps/api
    return wanted.filter((name) => !manifest.scripts?.[name]).map((name) => `${folder} has no script "${name}"`)
  })
  if (missing.length > 0) throw new Stop(missing.join('\n'))
}

/** Where each package's tests belong; one that is not named here is a unit package, so a new package is covered unlisted. */
const databasePackages = new Set(['packages/db', 'packages/testing', 'apps/api'])
const browserPackages = new Set(['apps/family', 'apps/desk'])

/** @returns folders of one kind: 'unit' needs nothing, 'integration' PostgreSQL, 'browser' PostgreSQL and the built product */
export function packagesOf(kind) {
  const kindOf = (folder) => databasePackages.has(folder) ? 'integration' : browserPackages.has(folder) ? 'browser' : 'unit'
  const folders = workspacePackages().filter(({ manifest }) => manifest.scripts?.test).map(({ folder }) => folder).filter((folder) => kindOf(folder) === kind)
  // The desk's walks move the clock by months; the family's pages are looked at before that, as they were seeded.
  return kind === 'browser' ? folders.toReversed() : folders
}

/** Nothing in them outlives a test, so their files may share a thread, which halves the time. */
const pure = new Set(['packages/ledger', 'packages/domain'])

const reports = join(dataFolder, 'test-reports')

/**
 * Runs the tests of some packages and counts them from vitest's own report.
 * @param folders packages, e.g. ['packages/ledger']
 * @param options.atOnce packages at a time
 * @returns { passed, failed, skipped, problems } where problems names packages that crashed or ran no test
 */
export async function vitest(folders, { env = {}, atOnce = 1, onLine, timeout } = {}) {
  mkdirSync(reports, { recursive: true })
  const total = { passed: 0, failed: 0, skipped: 0, problems: [] }
  const queue = [...folders]
  const worker = async () => {
    for (let folder = queue.shift(); folder; folder = queue.shift()) {
      const report = join(reports, `${folder.replaceAll('/', '-')}.json`)
      rmSync(report, { force: true })
      const { code, timedOut } = await run(projectNode(), [tool('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...(pure.has(folder) ? ['--no-isolate', '--pool=threads'] : [])], {
        cwd: join(root, folder), env: { ...toolEnvironment(), ...env, NO_COLOR: '1' }, onLine, timeout,
      })
      count(total, folder, report, code, timedOut)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return total
}

function count(total, folder, report, code, timedOut) {
  let result
  try {
    result = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    total.problems.push(`${folder}: ${timedOut ? 'took too long and was killed' : `vitest crashed (exit ${code}) before it could report`}`)
    return
  }
  total.passed += result.numPassedTests
  total.failed += result.numFailedTests
  total.skipped += result.numPendingTests + (result.numTodoTests ?? 0)
  if (result.numPassedTests + result.numFailedTests === 0) total.problems.push(`${folder}: no test ran`)
  else if (code !== 0 && result.numFailedTests === 0) total.problems.push(`${folder}: a test file or the set-up failed outside its tests`)
}
