import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runOrStop, run } from './children.js'
import { Stop, filesBelow, fingerprint, pnpm, projectNode, requireHostNode, root, toolEnvironment, workspacePackages } from './places.js'

const stampIs = (stamp, value) => existsSync(stamp) && readFileSync(stamp, 'utf8') === value

/**
 * Brings node_modules and the generated database client in line with the checkout; does nothing when they are.
 * @param say receives one line of progress at a time
 * @throws Stop when the packages cannot be fetched or the client cannot be generated
 */
export async function install(say) {
  requireHostNode()
  await installPackages(say)
  await generateClient(say)
}

async function installPackages(say) {
  const stamp = join(root, 'node_modules', '.medspil-installed')
  const wanted = fingerprint(['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...workspacePackages().map(({ folder }) => `${folder}/package.json`)])
  if (stampIs(stamp, wanted)) return
  say('installing packages (the first time takes a minute or two) …')
  // CI keeps pnpm from asking questions of a terminal that is not there.
  const { code, output } = await run('npx', ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    env: { ...process.env, CI: 'true' },
    onLine: (line) => /^(Progress:|Packages:|\. postinstall)/.test(line) && say(line),
  })
  if (code !== 0) {
    throw new Stop(`The packages could not be installed. Is the npm registry within reach?\n${output.trimEnd().split('\n').slice(-20).join('\n')}`)
  }
  projectNode()
  writeFileSync(stamp, wanted)
}

/** Prisma asks for a schema engine it does not need to generate; `true` keeps it from downloading one. */
async function generateClient(say) {
  const schema = filesBelow('prisma/schema')
  if (schema.length === 0) return
  const stamp = join(root, 'packages/db/src/prisma-client/.generated-from')
  const wanted = fingerprint([...schema, 'packages/db/package.json'])
  if (stampIs(stamp, wanted)) return
  say('generating the database client …')
  await runOrStop('prisma generate', projectNode(), ['node_modules/prisma/build/index.js', 'generate', '--schema', '../../prisma/schema'], {
    cwd: join(root, 'packages/db'),
    env: { ...toolEnvironment(), PRISMA_SCHEMA_ENGINE_BINARY: ['/bin/true', '/usr/bin/true'].find(existsSync) },
  })
  writeFileSync(stamp, wanted)
}
