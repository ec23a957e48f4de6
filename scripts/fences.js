// Runs dependency-cruiser over the tree and prints what it found. A cruiser without a working parser reads nothing and
// finds nothing wrong, so it must have read every source file that is there, and there must be many.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { filesBelow, projectNode, root, workspacePackages } from './places.js'

/** Fewest source files a whole tree has. The test of the fences empties a tree and sees this fail. */
const floor = 1000

const folders = ['apps', 'packages', 'prisma']
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
const output = execFileSync(projectNode(), [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders], {
  cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'],
})
const { modules, summary } = JSON.parse(output)

const read = new Set(modules.filter(({ dependencies }) => dependencies).map(({ source }) => source))
const sources = workspacePackages().flatMap(({ folder }) => filesBelow(folder)).filter((file) => /(?<!\.d)\.tsx?$/.test(file))
const unread = sources.filter((file) => !read.has(file))
const blind = [
  ...(sources.length < floor ? [`only ${sources.length} source files found, expected at least ${floor}`] : []),
  ...unread.map((file) => `${file} was not read`),
]
// A file that cannot be parsed is read as one without imports; whole packages of those are a broken parser.
if (summary.totalDependenciesCruised < sources.length) blind.push(`only ${summary.totalDependenciesCruised} imports in ${sources.length} files: the parser is not working`)

const comments = Object.fromEntries(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]))
for (const { from, to, rule, cycle } of summary.violations) {
  console.error(`${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}\n  ${comments[rule.name]}`)
}
for (const reason of blind) console.error(`blind-cruiser: ${reason}`)
console.log(`${read.size} modules, ${summary.totalDependenciesCruised} imports, ${summary.violations.length} violations`)
process.exitCode = summary.violations.length + blind.length > 0 ? 1 : 0
