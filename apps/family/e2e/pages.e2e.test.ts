import { readFileSync } from 'node:fs'
import { axeFaults, logIn, openBrowser, openContext, product, sizes } from '@medspil/testing/browser'
import { logInSeeded } from '@medspil/testing/seeded'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deskTours } from './desk-pages.ts'
import { familyTours, type Tour } from './family-pages.ts'
import { complaintsOf, innerLinks, isRefusal, keepPicture, pageFaults, settle } from './judge-page.ts'

/** Two cores: more pages at once only wait for each other. */
const atOnce = 2

/** Far above what the walk takes on an idle machine, ms. */
const patience = 600_000

interface Round { app: 'family' | 'desk'; language: string; at: (keyof typeof sizes)[] }

let browser: Browser
beforeAll(async () => { browser = await openBrowser() }, 60_000)
afterAll(async () => { await browser?.close() })

async function enter(context: BrowserContext, app: Round['app'], { persona, personId, kommune }: Tour): Promise<void> {
  if (personId) return logInSeeded(context, personId)
  if (!persona) return
  const page = await context.newPage()
  await logIn(page, app === 'family' ? 'family' : persona.startsWith(`${kommune}-`) ? 'staff' : 'guide', kommune, persona)
  await page.close()
}

/** Opens every page of some tours, each at every size; the same page is not fetched twice for a second width. */
async function walk(tours: Tour[], { app, language, at }: Round) {
  const seen = { paths: new Set<string>(), links: new Set<string>(), faults: [] as string[], states: 0 }
  // Said at once: a walk that is cut short has still told what it saw.
  const note = (...faults: string[]) => faults.forEach((fault) => { seen.faults.push(fault); console.error(fault) })
  const queue = [...tours]
  const walker = async () => {
    for (let tour = queue.shift(); tour; tour = queue.shift()) {
      const who = tour.persona ?? (tour.personId ? 'seeded family' : 'visitor')
      const context = await openContext(browser, at[0])
      await context.addCookies([{ name: 'medspil-language', value: language, url: product[app] }])
      await enter(context, app, tour)
      for (const visit of tour.visits) {
        const page = await context.newPage()
        const complaints = complaintsOf(page)
        const where = `${app}${visit.path.replace(/#.*/, '#…')} as ${who} in ${language}`
        try {
          await page.goto(product[app] + visit.path)
          await settle(page)
          for (const size of at) {
            note(...(await pageFaults(page, size, visit)).map((fault) => `${where} at ${sizes[size].width}: ${fault}`))
            await keepPicture(page, `${app}-${who}-${language}-${visit.path.replace(/[\w-]{43}$/, 'x').slice(1)}`, String(sizes[size].width))
            seen.states += 1
          }
          for (const link of await innerLinks(page)) seen.links.add(link)
        } catch (failure) {
          note(`${where}: ${(failure as Error).message.split('\n')[0]}`)
        }
        note(...complaints.filter((complaint) => !visit.expects || !isRefusal(complaint)).map((complaint) => `${where} ${complaint}`))
        seen.paths.add(visit.path.replace(/[?#].*/, ''))
        await page.close()
      }
      await context.close()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, walker))
  return seen
}

/** The paths an app's router knows, as patterns; those outside a kommune stand without `/$kommune`. */
function routesOf(app: Round['app']): { path: string; pattern: RegExp }[] {
  const source = readFileSync(new URL(`../../${app}/src/routes.tsx`, import.meta.url), 'utf8')
  const found = [...source.matchAll(/getParentRoute: \(\) => (\w+), path: '([^']+)'|path: '(\/\$kommune)',/g)].map(([, parent, path, kommune]) => kommune ?? (parent === 'kommuneRoute' ? `/$kommune${path}` : path!))
  return [...new Set(found)].map((path) => ({ path, pattern: new RegExp(`^${path.replace(/\$kommune/, '[a-z]{2,20}').replaceAll(/\$\w+/g, '[^/]+').replace(/\/$/, '')}/?$`) }))
}

/** Doors of the server behind both apps, which no router knows. */
const ofTheServer = /^\/(login\/|letters\/|program-pdf\/|l$|link\.html$)/

async function expectWholeApp(app: Round['app'], rounds: Omit<Round, 'app'>[], tours: Tour[]) {
  const walked = []
  for (const round of rounds) walked.push(await walk(tours, { app, ...round }))
  const faults = walked.flatMap((seen) => seen.faults)
  const visited = new Set(walked.flatMap((seen) => [...seen.paths]))
  const routes = routesOf(app)
  const states = walked.reduce((sum, seen) => sum + seen.states, 0)
  console.log(`${app}: ${visited.size} pages, ${states} states`)
  expect(routes.length).toBeGreaterThan(20)
  expect(states).toBeGreaterThan(visited.size)
  faults.push(...routes.filter(({ pattern }) => ![...visited].some((path) => pattern.test(path))).map(({ path }) => `${app}${path} was not visited`))
  const links = new Set(walked.flatMap((seen) => [...seen.links]))
  faults.push(...[...links].filter((link) => !ofTheServer.test(link) && !routes.some(({ pattern }) => pattern.test(link))).map((link) => `${app} links to ${link}, which leads nowhere`))
  expect(faults).toEqual([])
}

it('every page of the family app stands, at 320 and 390 px, in Danish and Arabic', async () => {
  await expectWholeApp('family', [{ language: 'da', at: ['narrow', 'phone'] }, { language: 'ar', at: ['phone'] }], await familyTours())
}, patience)

it('every page of the desk and of its links stands, at 390 and 1280 px', async () => {
  await expectWholeApp('desk', [{ language: 'da', at: ['phone', 'desk'] }], await deskTours())
}, patience)

it('an image without words is seen', async () => {
  const context = await openContext(browser)
  const page = await context.newPage()
  await page.goto(`${product.family}/slagelse`)
  await settle(page)
  expect(await axeFaults(page)).toEqual([])
  await page.evaluate(() => document.querySelector('main')?.append(new Image(40, 40)))
  expect(await axeFaults(page)).toEqual([expect.stringContaining('image-alt')])
  await context.close()
}, 60_000)
