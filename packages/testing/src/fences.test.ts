import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyTree } from './fences-tree.ts'
import type { Tree } from './fences-tree.ts'

/** One forbidden import per rule: [rule, file, its content]. Targets are planted too, so that only the rule can object. */
const target = (layer: string) => `${layer}/src/planted-target.ts`
const layers = ['packages/ledger', 'packages/domain', 'packages/contracts', 'packages/wording', 'packages/db', 'packages/client', 'packages/ui', 'packages/testing', 'apps/api', 'apps/family', 'apps/desk', 'apps/standins']
const reach = (from: string, to: string) => [`layer-${from.split('/')[1]}`, `${from}/src/planted-layer.ts`, `import '../../../${target(to)}'`] as const
const forbiddenImports: readonly (readonly [rule: string, file: string, content: string])[] = [
  reach('packages/ledger', 'packages/domain'),
  reach('packages/domain', 'packages/contracts'),
  reach('packages/contracts', 'packages/wording'),
  reach('packages/wording', 'packages/db'),
  reach('packages/db', 'packages/contracts'),
  reach('packages/client', 'packages/db'),
  reach('packages/ui', 'packages/domain'),
  reach('packages/testing', 'packages/ui'),
  reach('apps/family', 'packages/db'),
  reach('apps/desk', 'apps/family'),
  reach('apps/api', 'packages/ui'),
  reach('apps/standins', 'packages/domain'),
  ['layer-prisma', 'prisma/seed/planted-layer.ts', `import '../../${target('packages/ui')}'`],
  ['layer-ledger', 'packages/ledger/src/planted-network.ts', "import 'node:net'"],
  ['layer-unknown', 'packages/planted/src/index.ts', `import '../../../${target('packages/ledger')}'`],
  ['tests-stay-outside', 'apps/api/src/planted-testing.ts', `import '../../../${target('packages/testing')}'`],
  ['router-as-type', 'packages/client/src/planted-router.ts', `import '../../../${target('apps/api')}'`],
  ['no-node-in-browser', 'apps/family/src/planted-node.ts', "import 'node:fs'"],
  ['rooms', 'packages/domain/src/planted-room/rule.ts', "import '../planted-sibling/inner.ts'"],
  ['verbs-apart', 'apps/api/src/planted-room/verb.ts', "import '../planted-sibling/inner.ts'"],
  ['features', 'apps/desk/src/features/planted-feature/page.ts', "import '../planted-sibling/inner.ts'"],
  ['no-cycles', 'packages/domain/src/planted-chicken.ts', "import { egg } from './planted-egg.ts'\nexport const chicken = () => egg"],
  ['resolvable', 'apps/api/src/planted-deep.ts', "import '@medspil/domain/src/day.ts'"],
  ['declared', 'apps/api/src/planted-undeclared.ts', "import 'turbo'"],
]
const besideThem = [
  ...layers.map((layer) => [target(layer), 'export const target = 1'] as const),
  ['packages/planted/package.json', '{ "name": "@medspil/planted" }'],
  ['packages/domain/src/planted-sibling/inner.ts', 'export const inner = 1'],
  ['apps/api/src/planted-sibling/inner.ts', 'export const inner = 1'],
  ['apps/desk/src/features/planted-sibling/inner.ts', 'export const inner = 1'],
  ['packages/domain/src/planted-egg.ts', "import { chicken } from './planted-chicken.ts'\nexport const egg = () => chicken"],
] as const

const verb = (body: string, imports = '') => `${imports}\nexport async function planted({ tx, actor }: Shell) {\n${body}\n}\n`
const wrongLines: readonly (readonly [rule: string, file: string, content: string])[] = [
  ['no-restricted-globals', 'packages/domain/src/planted-clock.ts', 'export const now = () => new Date()'],
  ['no-restricted-properties', 'packages/ledger/src/planted-chance.ts', 'export const dice = () => Math.random()'],
  ['no-async', 'packages/domain/src/planted-async.ts', 'export const later = async () => 1'],
  ['whole-verb', 'apps/api/src/signup/planted-no-allow.ts', verb("  await saveSignup(tx)\n  await audit(tx, actor, 'x')")],
  ['whole-verb', 'apps/api/src/signup/planted-no-audit.ts', verb("  allow(actor, 'x')\n  await saveSignup(tx)")],
  ['no-gateway-in-verb', 'apps/api/src/signup/planted-gateway.ts', verb("  allow(actor, 'x')\n  await send(tx)", "import { send } from '../gateways/mail.ts'")],
  ['env-in-one-place', 'apps/api/src/planted-env.ts', 'export const port = process.env.PORT'],
  ['no-unsafe-sql', 'packages/db/src/planted-sql.ts', 'export const all = (tx: Tx) => tx.$queryRawUnsafe(`select 1`)'],
  ['mini-zod', 'packages/contracts/src/planted-zod.ts', "import { z } from 'zod'\nexport const name = z.string()"],
  ['mini-zod', 'apps/family/src/planted-zod.ts', "import { z } from 'zod'\nexport const name = z.string()"],
  ['no-danger', 'apps/desk/src/planted-html.tsx', 'export const Letter = () => <p dangerouslySetInnerHTML={{ __html: "" }} />'],
  ['rules-of-hooks', 'apps/family/src/planted-hook.tsx', "import { useId } from 'react'\nexport const Name = ({ shown }: { shown: boolean }) => { if (!shown) return null; const id = useId(); return <p id={id} /> }"],
  ['no-console', 'apps/api/src/planted-console.ts', "console.log('hello')"],
  ['glossary', 'packages/domain/src/planted-word.ts', 'export const openVoucherFor = 1'],
  ['glossary', 'packages/domain/src/utils/planted-drawer.ts', 'export const drawer = 1'],
]

/** Names TypeScript must not know in the pure packages, where `lib` is ES2023 and `types` is empty. */
const impure = {
  network: "export const answer = fetch('https://example.dk')",
  process: 'export const pid = process.pid',
  files: "import { readFileSync } from 'node:fs'\nexport const text = readFileSync",
  page: 'export const title = document.title',
  timer: 'export const soon = setTimeout(() => undefined, 1)',
}

let tree: Tree
const fences = () => tree.run(['scripts/fences.js'])
const lint = () => tree.run(['node_modules/oxlint/bin/oxlint', '--deny-warnings', '--format=unix'])
const types = (folder: string) => tree.run(['../../node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false'], folder)

beforeAll(() => { tree = copyTree() })
afterAll(() => tree.remove())

describe('the bundles', () => {
  const check = () => tree.run(['--input-type=module', '-e', "const { checkBundle } = await import('./scripts/check-bundle.js'); await checkBundle()"])
  const bundleOf = (inputs: string[]) => JSON.stringify({ inputs: Object.fromEntries([...Array.from({ length: 60 }, (_, index) => `src/${index}.ts`), ...inputs].map((path) => [path, {}])) })

  it('may not hold a module or a person of the stand-ins', () => {
    for (const app of ['api', 'family', 'desk']) tree.plant(`apps/${app}/dist/index.js`, 'export {}')
    tree.plant('apps/api/dist/meta.json', bundleOf([]))
    expect(check().code, check().output).toBe(0)
    tree.plant('apps/api/dist/meta.json', bundleOf(['../standins/src/index.ts']))
    tree.plant('apps/family/dist/index.js', "export const who = 'Amira Ahmadi'")
    const { output } = check()
    expect(output).toContain("apps/standins/src/index.ts is in the API's bundle")
    expect(output).toContain('apps/family/dist/index.js contains the persona "Amira Ahmadi"')
  })
})

describe('a clean tree', () => {
  it.each([['fence', () => fences()], ['lint rule', () => lint()]] as const)('breaks no %s', (_, check) => {
    const { code, output } = check()
    expect(code, output).toBe(0)
  }, 60_000)
})

describe('a tree with one offence per rule', () => {
  let found: string
  let linted: string
  beforeAll(() => {
    for (const [, file, content] of [...forbiddenImports, ...wrongLines]) tree.plant(file, `${content}\n`)
    for (const [file, content] of besideThem) tree.plant(file, `${content}\n`)
    found = fences().output
    linted = lint().output
  }, 60_000)

  it.each(forbiddenImports)('%s is reported for %s', (rule, file) => {
    expect(found).toContain(`${rule}: ${file} → `)
  })

  it.each(wrongLines)('%s is reported for %s', (rule, file) => {
    const lines = linted.split('\n').filter((line) => line.startsWith(`${file}:`))
    expect(lines.join('\n')).toContain(`(${rule})`)
  })

  it.each(['packages/ledger', 'packages/domain'])('%s does not compile with anything impure', (folder) => {
    for (const [name, content] of Object.entries(impure)) tree.plant(`${folder}/src/impure-${name}.ts`, `${content}\n`)
    const { output } = types(folder)
    for (const name of Object.keys(impure)) expect(output).toMatch(new RegExp(`src/impure-${name}\\.ts\\(\\d+,\\d+\\): error TS`))
  }, 60_000)

  it('an empty tree is red, since a cruiser that reads nothing finds nothing', () => {
    tree.empty()
    const { code, output } = fences()
    expect(output).toContain('blind-cruiser: only')
    expect(code).not.toBe(0)
  }, 60_000)
})
