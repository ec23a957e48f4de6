import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.js'
import { onStopRequest, runOrStop, startChild, stopAll, stopLeftovers } from './children.js'
import { clusterFolder, freePort, portIsFree, startCluster } from './cluster.js'
import { addressesOf, environmentOf, portsFrom, readKeys, serverFlags, withoutOurs } from './environment.js'
import { install } from './install.js'
import { Stop, dataFolder, projectNode, toolEnvironment } from './places.js'

const began = Date.now()
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`
const say = (line) => console.log(`  ${line}`)
/** What went wrong is told once, at the end. */
const sayGood = (line, wrong) => wrong || say(line)

/** Runs one step and prints how long it took. */
async function step(name, work) {
  const since = Date.now()
  const result = await work()
  console.log(`✓ ${name} (${seconds(since)})`)
  return result
}

/** PORT and the two after it, free. */
async function choosePorts() {
  const port = Number(process.env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_533) throw new Stop(`PORT must be a number from 1 to 65533, not "${process.env.PORT}".`)
  const ports = portsFrom(port)
  for (const taken of Object.values(ports)) {
    if (!await portIsFree(taken)) throw new Stop(`Port ${taken} is taken. Is Medspil running already? Otherwise choose another: PORT=${port + 1000} npm start`)
  }
  return ports
}

/** @returns the administrator's connection string: DATABASE_URL when given, else of our own cluster in .data/ */
async function startDatabase(keys) {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const portFile = join(dataFolder, 'postgres-port')
  const last = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0
  const port = last && await portIsFree(last) ? last : await freePort()
  writeFileSync(portFile, String(port))
  const { url } = await startCluster({ folder: databaseFolder(), port, password: keys.adminPassword, onCrash: crash })
  return url
}

const databaseFolder = () => clusterFolder(join(dataFolder, 'postgres'))

/** Answers 200 from /healthz within a minute, or the reason is told. */
async function healthy(name, url) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(1000) }).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Stop(`${name} did not answer on ${url} within a minute. Its log: .data/log/${name}.log`)
}

/** Everyone one can log in as, from the stand-ins' own list. */
async function personas(env) {
  const script = "const { personas } = await import('./apps/standins/src/personas.ts'); console.log(JSON.stringify(personas))"
  return JSON.parse(await runOrStop('Reading the personas', projectNode(), ['--input-type=module', '-e', script], { env }))
}

function announce(ports, logins) {
  const address = addressesOf(ports)
  const width = Math.max(...logins.map(({ name }) => name.length))
  const line = ({ name, role, profession, kommuneKeys, tryThis }) => `  ${name.padEnd(width)}  ${profession ?? role}, ${kommuneKeys.join(' + ')}: ${tryThis}`
  console.log(`
Medspil er klar / Medspil is ready  (${seconds(began)})

  Familier / families     ${address.family}/
  Personale / staff       ${address.desk}/
  Omverden / stand-ins    ${address.standins}/   (MitID, mail, SMS, Stripe, time)

Log ind som / log in as – click the name on the login page, no password:
${logins.map(line).join('\n')}

Ctrl-C stops it. npm start -- --reset starts over with fresh data.`)
}

async function start() {
  const reset = process.argv.includes('--reset')
  if (reset && process.env.DATABASE_URL) throw new Stop('--reset only empties our own database in .data/; empty the one in DATABASE_URL yourself.')
  await stopLeftovers()
  const ports = await choosePorts()
  await step('packages', () => install(say))
  if (reset) {
    rmSync(databaseFolder(), { recursive: true, force: true })
    rmSync(dataFolder, { recursive: true, force: true })
  }
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  const keys = readKeys()
  const databaseUrl = await step('database', () => startDatabase(keys))
  const environment = environmentOf({ databaseUrl, ports, keys })
  const node = projectNode()
  const env = (own) => ({ ...withoutOurs(toolEnvironment()), ...own })

  await step('migrations', () => runOrStop('The migration', node, ['--disable-warning=ExperimentalWarning', 'packages/db/src/migrate.ts'], { env: env(environment.setUp), onLine: sayGood }))
  // The stand-ins come first: the seeded foreninger get their payment details and their money there.
  await step('stand-ins', async () => {
    startChild('standins', node, ['apps/standins/src/main.ts'], { env: env(environment.standins), onCrash: crash })
    await healthy('standins', `http://127.0.0.1:${ports.standins}/`)
  })
  const seeded = join(dataFolder, 'seeded')
  const database = process.env.DATABASE_URL ? new URL(databaseUrl).host + new URL(databaseUrl).pathname : 'own'
  if (!existsSync(seeded) || readFileSync(seeded, 'utf8') !== database) {
    await step('seed', () => runOrStop('The seed', node, ['prisma/seed/index.ts'], { env: env(environment.setUp), onLine: sayGood }))
    writeFileSync(seeded, database)
  }
  await step('build', () => build(say))

  await step('servers', async () => {
    startChild('worker', node, ['apps/api/dist/worker.js'], { env: env(environment.api), onCrash: crash })
    startChild('api', node, [...serverFlags, 'apps/api/dist/server.js'], { env: env(environment.api), onCrash: crash })
    await healthy('api', `http://127.0.0.1:${ports.api}/healthz`)
  })
  announce(ports, await personas(env({})))
}

let ending = false
async function end(message, code) {
  if (ending) return
  ending = true
  if (message) console.error(`\n${message}`)
  await stopAll()
  process.exit(code)
}
const crash = (message) => end(message, 1)

onStopRequest(() => end('Stopping …', 0))
start().catch((failure) => end(failure instanceof Stop ? failure.message : failure.stack, 1))
