// Runs one measurement under Node 24. A measurement is a module whose default export is { about, run(context) }:
//   context  { say(line), options: { name: number } }, options from --name=number on the command line
//   returns  { rows: [{ … }], limits: [{ what, value, limit, unit }] }; over a limit is a failure, and so is no row
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { onStopRequest, stopAll } from './children.js'
import { root } from './places.js'

const [kind, name, ...flags] = process.argv.slice(2)
const options = Object.fromEntries(flags.map((flag) => /^--(\w+)=(\d+)$/.exec(flag)).filter(Boolean).map(([, key, value]) => [key, Number(value)]))
onStopRequest(() => stopAll().then(() => process.exit(130)))

const { default: measurement } = await import(join(root, kind === 'bench' ? 'bench' : 'bench/soak', `${name}.ts`))
console.log(`${name}: ${measurement.about}`)
const { rows, limits } = await measurement.run({ say: (line) => console.log(`  ${line}`), options })

const within = limits.map((each) => ({ ...each, held: each.value <= each.limit }))
const held = rows.length > 0 && within.every((each) => each.held)
console.table(rows)
for (const { what, value, limit, unit, held: good } of within) console.log(`${good ? '✓' : '✗'} ${what}: ${value} ${unit} (at most ${limit})`)

const file = join(root, 'bench/out', `${kind === 'soak' ? 'soak-' : ''}${name}.json`)
mkdirSync(join(root, 'bench/out'), { recursive: true })
const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version }
writeFileSync(file, JSON.stringify({ name, kind, at: new Date().toISOString(), machine, options, rows, limits: within, held }, null, 2))
console.log(`Written to ${file.slice(root.length + 1)}`)
process.exit(held ? 0 : 1)
