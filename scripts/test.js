// npm test: everything, in the order in which a mistake is cheapest to find. `npm test -- unit browser` runs those stages.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.js'
import { checkBundle } from './check-bundle.js'
import { checkSizes } from './check-sizes.js'
import { onStopRequest, run, stopAll } from './children.js'
import { fences, lint, packagesOf, scriptsPresent, types, unused, vitest } from './checks.js'
import { clusterFolder, freePort, startCluster } from './cluster.js'
import { addressesOf, portsFrom, readKeys } from './environment.js'
import { install } from './install.js'
import { Stop } from './places.js'

const say = (line) => console.log(`  ${line}`)
const total = { passed: 0, failed: 0, skipped: 0, problems: [] }
const scratch = mkdtempSync(join(tmpdir(), 'medspil-test-'))

/** One PostgreSQL for all stages that need it: gone afterwards, so it need not survive a power cut. */
let cluster
function testDatabase() {
  cluster ??= freePort().then((port) => startCluster({
    folder: clusterFolder(join(scratch, 'postgres')),
    port,
    password: 'test',
    settings: { max_connections: 300, fsync: 'off', full_page_writes: 'off', shared_buffers: '256MB' },
    log: join(scratch, 'postgres.log'),
    onCrash: (message) => { total.problems.push(message) },
  }))
  return cluster
}

/** Tests of one kind of packages, which may not pass by being empty. */
async function tests(kind, options) {
  const result = await vitest(packagesOf(kind), { onLine: say, ...options })
  for (const key of ['passed', 'failed', 'skipped']) total[key] += result[key]
  total.problems.push(...result.problems)
}

const withDatabase = async () => ({ DATABASE_URL_TEST_ADMIN: (await testDatabase()).url })

/**
 * The product as `npm start` starts it, with a database and a seed of its own, for the browser tests.
 * @returns its addresses and an administrator's connection string, as environment variables, and where its logs are
 * @throws Stop when it did not come up
 */
async function product() {
  const data = join(scratch, 'product')
  const port = await freePort()
  const state = await new Promise((resolve) => {
    const onLine = (line) => {
      if (/^✓|life in .*-01|^\S.*(failed|error)/i.test(line)) say(line)
      if (line.includes('Medspil is ready')) resolve('ready')
    }
    run(process.execPath, ['scripts/start.js'], { env: { ...process.env, PORT: String(port), MEDSPIL_DATA: data, DATABASE_URL: '' }, onLine }).then(({ output }) => resolve(output))
  })
  if (state !== 'ready') throw new Stop(`The product did not start, so no browser test ran.\n${state}`)
  const { family, desk, standins } = addressesOf(portsFrom(port))
  const database = `postgres://medspil:${readKeys(join(data, 'keys', 'keys.json')).adminPassword}@127.0.0.1:${readFileSync(join(data, 'postgres-port'), 'utf8')}/medspil`
  return { env: { MEDSPIL_FAMILY: family, MEDSPIL_DESK: desk, MEDSPIL_STANDINS: standins, MEDSPIL_DATABASE: database }, logs: join(data, 'log') }
}

/** What the servers complained of: a walk that failed seldom says why by itself. */
function sayComplaints(logs) {
  for (const name of ['api', 'worker', 'standins', 'postgres']) {
    const lines = readFileSync(join(logs, `${name}.log`), 'utf8').split('\n').filter((line) => /"level":"(warn|error|alarm)"|ERROR|FATAL|PANIC/.test(line))
    for (const line of lines.slice(-20)) say(`${name}: ${line.slice(0, 400)}`)
  }
}

async function browser() {
  const { env, logs } = await product()
  const before = total.failed
  await tests('browser', { env, timeout: minutes(20) })
  if (total.failed > before) sayComplaints(logs)
}

const minutes = (count) => count * 60_000
const stages = {
  install: () => install(say),
  types: () => types(),
  fences: () => fences(),
  lint: () => lint(),
  unused: () => unused(),
  scripts: () => scriptsPresent(),
  unit: () => tests('unit', { atOnce: 2, timeout: minutes(5) }),
  integration: async () => tests('integration', { env: await withDatabase(), timeout: minutes(20) }),
  build: () => build(say),
  bundle: () => checkBundle(),
  sizes: () => checkSizes(say),
  browser,
}
/** These run the product's own tests; each of the others counts as one check that passed or failed. */
const countsItself = new Set(['unit', 'integration', 'browser'])

async function stage(name) {
  const since = Date.now()
  const before = total.failed + total.problems.length
  console.log(`\n── ${name}`)
  try {
    await stages[name]()
    if (!countsItself.has(name)) total.passed += 1
  } catch (failure) {
    total.problems.push(`${name}: ${failure instanceof Stop ? failure.message : failure.stack}`)
    console.error(failure instanceof Stop ? failure.message : failure.stack)
  }
  const good = total.failed + total.problems.length === before
  console.log(`${good ? '✓' : '✗'} ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)`)
  return good
}

async function cleanUp() {
  await stopAll()
  if (cluster) rmSync(clusterFolder(join(scratch, 'postgres')), { recursive: true, force: true })
  rmSync(scratch, { recursive: true, force: true })
}

function summary() {
  if (total.problems.length > 0) console.log(`\nBeside failed tests:\n${total.problems.map((problem) => `- ${problem.split('\n').slice(0, 2).join(' ')}`).join('\n')}`)
  const failed = total.failed + total.problems.length
  console.log(`\n${total.passed} passed, ${failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
  return failed === 0 && total.passed > 0 ? 0 : 1
}

let ending = false
onStopRequest(async () => {
  ending = true
  await cleanUp()
  process.exit(130)
})

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in stages))
if (unknown.length > 0) {
  console.error(`No stage is called ${unknown.join(', ')}. The stages: ${Object.keys(stages).join(', ')}`)
  process.exit(1)
}
for (const name of Object.keys(stages)) {
  const needed = name === 'install' || (name === 'build' && asked.includes('browser'))
  if (ending || (asked.length > 0 && !asked.includes(name) && !needed)) continue
  const good = await stage(name)
  if (!good && name === 'install') break
}
await cleanUp()
process.exitCode = summary()
