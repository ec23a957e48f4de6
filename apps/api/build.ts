import { mkdir, rm, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'

/**
 * Bundles the API and the worker into dist/. Left outside: native add-ons, and packages that read their own files at run
 * time (graphile-worker its SQL).
 */
const external = ['pg-native', '@myriaddreamin/*', 'graphile-worker', 'pg']

await rm('dist', { recursive: true, force: true })
const { metafile } = await build({
  entryPoints: ['src/server.ts', 'src/worker.ts'],
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  splitting: true,
  sourcemap: true,
  metafile: true,
  external,
  // Some packages are CommonJS and call require for Node's own modules.
  banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url)" },
  logLevel: 'warning',
})
await mkdir('dist', { recursive: true })
await writeFile('dist/meta.json', JSON.stringify(metafile))
