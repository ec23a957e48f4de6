// Who may import whom: deny by default, one rule per layer. House: house.md 2 and 4, told in the README.

/** Workspace layers each layer may see beside itself, and the packages from the registry; nothing else. */
const layers = {
  'packages/ledger': { sees: [], uses: [] },
  'packages/domain': { sees: ['packages/ledger'], uses: ['@noble/hashes'] },
  'packages/contracts': { sees: ['packages/domain', 'packages/ledger'], uses: ['zod'] },
  'packages/wording': { sees: ['packages/domain', 'packages/ledger'], uses: [] },
  'packages/db': { sees: ['packages/domain', 'packages/ledger'], uses: '*' },
  'packages/client': { sees: ['packages/contracts', 'apps/api'], uses: '*' },
  'packages/ui': { sees: [], uses: '*' },
  'apps/family': { sees: ['packages/client', 'packages/contracts', 'packages/wording', 'packages/ui', 'packages/domain', 'packages/ledger'], uses: '*' },
  'apps/desk': { sees: ['packages/client', 'packages/contracts', 'packages/wording', 'packages/ui', 'packages/domain', 'packages/ledger'], uses: '*' },
  'apps/api': { sees: ['packages/contracts', 'packages/domain', 'packages/ledger', 'packages/db', 'packages/wording'], uses: '*' },
  'apps/standins': { sees: [], uses: '*' },
  'packages/testing': { sees: ['packages/contracts', 'packages/db', 'packages/domain', 'packages/ledger'], uses: '*' },
  'prisma': { sees: ['packages/testing', 'packages/db', 'packages/domain', 'packages/ledger', 'packages/contracts', 'packages/wording', 'apps/api', 'apps/standins'], uses: '*' },
}

/** Tests and the tools around a package: they may also use the testing package and the outside world's stand-ins. */
const tests = '(\\.(test|test-kit|fixture)\\.tsx?$|/(test|e2e|races|money)/|/src/testing\\.ts$|/(vite|vitest|lingui|prisma)\\.config\\.ts$|/vite\\.ts$|/build\\.ts$)'
const anyOf = (paths) => paths.map((path) => `^${path}/`)
const packages = (names) => names.map((name) => `node_modules/${name}/`)

const layerRules = Object.entries(layers).map(([layer, { sees, uses }]) => ({
  name: `layer-${layer.split('/').at(-1)}`,
  comment: `${layer} may import ${[...sees, ...(uses === '*' ? ['declared packages'] : uses)].join(', ') || 'nothing'}. Move the code to the layer that owns it, or pass the value in.`,
  severity: 'error',
  from: { path: `^${layer}/`, pathNot: tests },
  to: uses === '*'
    ? { path: '^(apps|packages|prisma|scripts|bench)/', pathNot: ['node_modules/', ...anyOf([layer, ...sees])] }
    : { pathNot: [...anyOf([layer, ...sees]), ...packages(uses)] },
}))

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'layer-unknown',
      comment: 'A new package must be given its place in the table of layers above.',
      severity: 'error',
      from: { path: '^(apps|packages|prisma)/', pathNot: anyOf(Object.keys(layers)) },
      to: {},
    },
    {
      name: 'tests-stay-outside',
      comment: 'Product code must not import tests, the testing package or the stand-ins.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: [tests, '^packages/testing/', '^apps/standins/'] },
      to: { path: ['^packages/testing/', '^apps/standins/', '\\.(test|test-kit|fixture)\\.tsx?$', '/e2e/'] },
    },
    {
      name: 'router-as-type',
      comment: 'Frontends know the API as a type: import type { AppRouter }.',
      severity: 'error',
      from: { path: '^(packages/client|apps/(family|desk))/', pathNot: tests },
      to: { path: '^apps/api/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-node-in-browser',
      comment: 'This runs in a browser, where Node has no files, processes or sockets.',
      severity: 'error',
      from: { path: '^(packages/(client|ui|wording|contracts)|apps/(family|desk))/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rooms',
      comment: 'A room speaks with its sibling through the front door (index.ts), never past it.',
      severity: 'error',
      from: { path: '^packages/domain/src/([^/]+)/', pathNot: tests },
      to: { path: '^packages/domain/src/[^/]+/', pathNot: ['^packages/domain/src/$1/', '^packages/domain/src/[^/]+/(index|why-not)\\.ts$'] },
    },
    {
      name: 'verbs-apart',
      comment: 'A room of the API lends verbs to its siblings through its front door (index.ts), never past it.',
      severity: 'error',
      from: { path: '^apps/api/src/([^/]+)/', pathNot: ['^apps/api/src/(trpc|gateways|http|jobs)/', tests] },
      to: { path: '^apps/api/src/[^/]+/', pathNot: ['^apps/api/src/$1/', '^apps/api/src/(trpc|gateways|http|jobs|letter)/', '^apps/api/src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'features',
      comment: 'A feature of a frontend does not reach into its sibling: share through src/ itself or packages/ui.',
      severity: 'error',
      from: { path: '^(apps/(?:family|desk))/src/features/([^/]+)/' },
      to: { path: '^$1/src/features/[^/]+/', pathNot: '^$1/src/features/$2/' },
    },
    {
      name: 'no-cycles',
      // A reason carries the facts it speaks of, and the rule returns the reason: as types alone such a circle is harmless.
      comment: 'Take out what both need.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere: is it in exports of the other package and in dependencies of this one?',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared',
      comment: 'Name the package in this package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', 'packages/db/src/prisma-client/'] },
    moduleSystems: ['es6'],
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts', '.json', '.css', '.scss'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
