import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { Stop, filesBelow, root } from './places.js'

/** Names of the people the stand-ins know, read from where they are written: nothing else in the product uses them. */
function standinNames() {
  const sources = filesBelow('apps/standins/src').filter((path) => /\/(personas\.ts|people\/(families|staff|companies)\.ts)$/.test(path)).map((path) => readFileSync(join(root, path), 'utf8'))
  const names = [...new Set(sources.flatMap((source) => [...source.matchAll(/\bname: '([^']+ [^']+)'/g)].map(([, name]) => name)))]
  if (names.length === 0) throw new Stop('No persona was found in apps/standins, so the search for them in the bundles would prove nothing.')
  return names
}

/**
 * What is served to a kommune holds nothing of the stand-ins: no module in the API's and worker's bundles, no persona in
 * any built file.
 * @throws Stop naming file and finding
 */
export async function checkBundle() {
  const problems = []
  const metafile = join(root, 'apps/api/dist/meta.json')
  if (!existsSync(metafile)) throw new Stop('apps/api/dist/meta.json is missing: build first.')
  const inputs = Object.keys(JSON.parse(readFileSync(metafile, 'utf8')).inputs).map((path) => posix.join('apps/api', path))
  if (inputs.length < 50) problems.push(`only ${inputs.length} modules in the API's bundle: the check reads the wrong file`)
  problems.push(...inputs.filter((path) => /^(apps\/standins|packages\/testing)\//.test(path)).map((path) => `${path} is in the API's bundle`))
  const names = standinNames()
  for (const file of builtFiles()) {
    const text = readFileSync(join(root, file), 'utf8')
    problems.push(...names.filter((name) => text.includes(name)).map((name) => `${file} contains the persona "${name}"`))
  }
  if (problems.length > 0) throw new Stop(problems.join('\n'))
}

/** Scripts, pages and styles of all three bundles. */
function builtFiles() {
  return ['api', 'family', 'desk'].flatMap((app) => {
    const files = filesBelow(`apps/${app}/dist`).filter((path) => /\.(js|html|css)$/.test(path))
    if (files.length === 0) throw new Stop(`apps/${app}/dist is empty: build first.`)
    return files
  })
}
