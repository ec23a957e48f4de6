import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import pg from 'pg'
import { type Browser, type BrowserContext, chromium as playwright, type Page } from 'playwright-core'

export type { BrowserContext, Page } from 'playwright-core'

const need = (name: string): string => process.env[name] ?? (() => { throw new Error(`${name} is missing: run this through \`npm test -- browser\``) })()

/** Addresses of the product under test, as `npm start` printed them. */
export const product = {
  get family() { return need('MEDSPIL_FAMILY') },
  get desk() { return need('MEDSPIL_DESK') },
  get standins() { return need('MEDSPIL_STANDINS') },
  /** An administrator's connection string: for counting independently of the product, never for acting. */
  get database() { return need('MEDSPIL_DATABASE') },
}

/** One Chromium for a whole test file. CHROMIUM_PATH names another; left out, the packaged one is used. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? await chromium.executablePath(),
    // A single process would end with its first context, and without web security the browser hides where a page comes from.
    args: [...chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--disable-web-security'), '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
    headless: true,
  })
}

/** The sizes every page is looked at in, CSS pixels. */
export const sizes = { narrow: { width: 320, height: 640 }, phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } } as const

/** A person at a device of their own: nothing is shared with other contexts. */
export async function openContext(browser: Browser, size: keyof typeof sizes = 'phone'): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: sizes[size], locale: 'da-DK', timezoneId: 'Europe/Copenhagen', reducedMotion: 'reduce' })
  context.setDefaultTimeout(15_000)
  return context
}

/**
 * Logs in as a persona through the stand-in broker.
 * @param as 'family' with private MitID, 'staff' with MitID Erhverv, 'guide' with private MitID at the desk
 * @param persona key of the stand-ins' list
 */
export async function logIn(page: Page, as: 'family' | 'staff' | 'guide', kommune: string, persona: string, returnTo = `/${kommune}`): Promise<void> {
  const app = as === 'family' ? product.family : product.desk
  await page.goto(`${app}/login/${as}?kommune=${kommune}&returnTo=${encodeURIComponent(returnTo)}&persona=${persona}`)
  await page.waitForURL((url) => url.host === new URL(app).host && !url.pathname.startsWith('/login/'))
}

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds on the page as it stands: WCAG 2.0 to 2.2 AA and best practice. An empty list is the bar. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Evaluated by the debugger and not added as a script: the page's own policy stays as strict as it is.
  await page.evaluate(readFileSync(axeSource, 'utf8'))
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(context: unknown, options: object): Promise<{ violations: { id: string; help: string; nodes: { target: string[] }[] }[] }> } }).axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }))
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')})`)
}

/** How far the page can be scrolled sideways, CSS pixels; more than 0 is a fault. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Keeps a picture where MEDSPIL_SCREENSHOTS points; without it, none is taken. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['MEDSPIL_SCREENSHOTS']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** Asks the product's database, to count independently of the product. Never for acting. */
export async function countInDatabase<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: product.database })
  await client.connect()
  try {
    return (await client.query<Row>(sql, [...values])).rows
  } finally {
    await client.end()
  }
}
