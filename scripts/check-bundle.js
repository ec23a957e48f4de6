import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, filesBelow, root } from './places.js'

/** Words only the stand-ins and their personas use: the names of the test people, read from where they are written. */
function standinNames() {
  const file = filesBelow('apps/standins/src').find((path) => path.endsWith('/personas.ts'))
  const source = file ? readFileSync(join(root, file), 'utf8') : ''
  const names = [...source.matchAll(/\bname: '([^']+ [^']+)'/g)].map(([, name]) => name)
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
  const inputs = Object.keys(JSON.parse(readFileSync(metafile, 'utf8')).inputs)
  if (inputs.length < 50) problems.push(`only ${inputs.length} modules in the API's bundle: the check reads the wrong file`)
  problems.push(...inputs.filter((path) => /apps\/standins|packages\/testing/.test(path)).map((path) => `${path} is in the API's bundle`))
  const names = standinNames()
  for (const file of builtFiles()) {
    const text = readFileSync(join(root, file), 'utf8')
    problems.push(...names.filter((name) => text.includes(name)).map((name) => `${file} contains the persona "${name}"`))
  }
  if (problems.length > 0) throw new Stop(problems.join('\n'))
}

/** Scripts, pages and styles of all three bundles. */
function builtFiles() {
  const found = ['api', 'family', 'desk'].flatMap((app) => {
    const files = filesBelow(`apps/${app}/dist`).filter((path) => /\.(js|html|css)$/.test(path))
    if (files.length === 0) throw new Stop(`apps/${app}/dist is empty: build first.`)
    return files
  })
  return found
}
