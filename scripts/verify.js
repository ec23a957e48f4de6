// npm run verify: what a change to a rule needs before it is shown to anybody. No database, under 20 seconds.
import { onStopRequest, stopAll } from './children.js'
import { fences, lint, types, vitest } from './checks.js'
import { install } from './install.js'
import { Stop } from './places.js'

/** Rules and properties of the two pure packages, e.g. "312 tests". */
async function domainTests() {
  const { passed, failed, problems } = await vitest(['packages/ledger', 'packages/domain'], { onLine: (line) => /FAIL|AssertionError|Error:/.test(line) && console.log(line) })
  if (failed > 0 || problems.length > 0) throw new Stop([`${failed} failed`, ...problems].join('\n'))
  return `${passed} tests`
}

const began = Date.now()
let failed = false

async function check(name, work) {
  const since = Date.now()
  try {
    const said = await work()
    console.log(`✓ ${name}${/^\d+ tests$/.test(said) ? `: ${said}` : ''} (${((Date.now() - since) / 1000).toFixed(1)} s)`)
  } catch (failure) {
    failed = true
    console.error(`✗ ${name}\n${failure instanceof Stop ? failure.message : failure.stack}`)
  }
}

onStopRequest(() => stopAll().then(() => process.exit(130)))
try {
  await install((line) => console.log(`  ${line}`))
  await Promise.all([
    check('types', types),
    check('fences', fences).then(() => check('lint', lint)).then(() => check('rules', domainTests)),
  ])
} catch (failure) {
  failed = true
  console.error(failure instanceof Stop ? failure.message : failure.stack)
}
console.log(`${failed ? 'Not yet.' : 'All good.'} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
process.exit(failed ? 1 : 0)
