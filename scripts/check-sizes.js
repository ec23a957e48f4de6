import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Stop, root } from './places.js'

const kb = 1024

/** The most a first visit may cost on the wire: gzip, bytes. */
const entries = [
  { name: 'family', dist: 'apps/family/dist', page: 'index.html', script: 140 * kb, style: 22 * kb },
  { name: 'link', dist: 'apps/desk/dist', page: 'link.html', script: 140 * kb, style: 30 * kb },
  { name: 'desk', dist: 'apps/desk/dist', page: 'index.html', script: 220 * kb, style: 30 * kb },
]

/** What one page more may cost in script: above the first it is told, above the second the check stops. Gzip, bytes. */
const further = { told: 25 * kb, most: 40 * kb }

const inKb = (bytes) => `${(bytes / kb).toFixed(1)} KB`.padStart(8)

/**
 * Weighs what each entry loads first, and what each page adds to it.
 * @param say one line of the table
 * @throws Stop naming what is too heavy, or missing
 */
export function checkSizes(say) {
  const problems = entries.flatMap((entry) => problemsOf(entry, say))
  if (problems.length > 0) throw new Stop(problems.join('\n'))
}

function problemsOf({ name, dist, page, ...most }, say) {
  const file = join(root, dist, page)
  if (!existsSync(file)) throw new Stop(`${dist}/${page} is missing: build first.`)
  const chunks = chunksOf(join(root, dist, 'assets'))
  const named = [...readFileSync(file, 'utf8').matchAll(/(?:src|href)="\/assets\/([^"]+\.(?:js|css))"/g)].map(([, asset]) => asset)
  const scripts = named.filter((asset) => asset.endsWith('.js'))
  // Nothing is drawn before the words of one language are here, so one of them belongs to the first load.
  const words = scripts.flatMap((asset) => chunks(asset).later).find((asset) => asset.startsWith('da-'))
  const first = together(chunks, words ? [...scripts, words] : scripts)
  const weigh = (assets) => assets.reduce((sum, asset) => sum + chunks(asset).size, 0)
  const weights = { script: weigh([...first]), style: weigh(named.filter((asset) => asset.endsWith('.css'))) }
  const pages = pagesAfter(chunks, first).map((asset) => ({ asset, adds: weigh([...together(chunks, [asset])].filter((part) => !first.has(part))) }))

  say(`${name.padEnd(7)} script ${inKb(weights.script)} of ${inKb(most.script)}   style ${inKb(weights.style)} of ${inKb(most.style)}   ${pages.length} parts come later, the largest adds ${inKb(Math.max(0, ...pages.map(({ adds }) => adds)))}`)
  for (const { asset, adds } of pages.filter(({ adds }) => adds > further.told)) say(`        ${asset} adds ${inKb(adds)}`)
  return [
    ...Object.keys(weights).filter((kind) => weights[kind] === 0).map((kind) => `${name}: no ${kind} was found in ${page}, so nothing was weighed`),
    ...Object.keys(weights).filter((kind) => weights[kind] > most[kind]).map((kind) => `${name}: the first load's ${kind} weighs ${inKb(weights[kind])}, at most ${inKb(most[kind])}`),
    ...(pages.length === 0 ? [`${name}: nothing is loaded later, so the pages were not weighed`] : []),
    ...pages.filter(({ adds }) => adds > further.most).map(({ asset, adds }) => `${name}: ${asset} adds ${inKb(adds)}, at most ${inKb(further.most)}`),
  ]
}

/** Reads each file of a folder once. @returns of a file its gzip size, what it imports at once, and what it may import later */
function chunksOf(folder) {
  const read = new Map()
  return (asset) => {
    if (!read.has(asset)) {
      const bytes = readFileSync(join(folder, asset))
      const text = asset.endsWith('.js') ? bytes.toString('utf8') : ''
      read.set(asset, {
        size: gzipSync(bytes).length,
        now: [...text.matchAll(/(?:from|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map(([, other]) => other),
        later: [...text.matchAll(/\bimport\(["'`]\.\/([^"'`]+\.js)["'`]\)/g)].map(([, other]) => other),
      })
    }
    return read.get(asset)
  }
}

/** Some files and everything they import at once, to the end. */
function together(chunks, assets) {
  const all = new Set(assets)
  for (const asset of all) for (const other of chunks(asset).now) all.add(other)
  return all
}

/** Every file that is only asked for when somebody goes there. */
function pagesAfter(chunks, first) {
  const later = new Set([...first].flatMap((asset) => chunks(asset).later))
  for (const asset of later) for (const part of together(chunks, [asset])) for (const other of chunks(part).later) later.add(other)
  return [...later].filter((asset) => !first.has(asset))
}
