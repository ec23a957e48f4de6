import { axeFaults, picture, sidewaysScroll, sizes } from '@medspil/testing/browser'
import type { Page } from 'playwright-core'

/** Longest wait for a page to have fetched what it shows, ms. */
const patience = 15_000

/** A page as somebody sees it: `expects` says what is right here and a fault elsewhere. */
export interface Visit {
  path: string
  /** 'nothing-there': the page says that nothing is found, and the server that it refused. */
  expects?: 'nothing-there'
}

/** Waits until the page has its heading and nothing on it is still being fetched. */
export async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ timeout: patience })
  const until = Date.now() + patience
  while (await page.locator('.waiting').count() > 0) {
    if (Date.now() > until) throw new Error(`${page.url()} is still waiting`)
    await page.waitForTimeout(50)
  }
}

/**
 * What is wrong with the page in front of us at one width.
 * @returns sentences; empty when nothing is
 */
export async function pageFaults(page: Page, size: keyof typeof sizes, visit: Visit): Promise<string[]> {
  await page.setViewportSize(sizes[size])
  const { title, language, headings, answers, mains } = await page.evaluate(() => ({
    title: document.title,
    language: document.documentElement.lang,
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent?.trim() ?? ''),
    answers: [...document.querySelectorAll('h1, main h2')].map((heading) => heading.textContent ?? ''),
    mains: document.querySelectorAll('main').length,
  }))
  const faults = await axeFaults(page)
  const sideways = await sidewaysScroll(page)
  if (sideways > 0) faults.push(`scrolls ${sideways} px sideways`)
  if (title.trim() === '') faults.push('has no title')
  if (mains !== 1) faults.push(`has ${mains} main landmarks`)
  if (headings.length !== 1 || headings[0] === '') faults.push(`has the headings [${headings.join(' | ')}]`)
  if (visit.expects && language === 'da' && !answers.some((answer) => /findes ikke|virker ikke|kender ikke/.test(answer))) faults.push(`shows "${headings.join(' ')}" where nothing should be`)
  if (!visit.expects && headings.some((heading) => /findes ikke|gik galt|Ingen forbindelse/.test(heading))) faults.push(`shows "${headings.join(' ')}"`)
  return faults
}

/** Listens for what a browser complains about: scripts that fail, answers that fail, and what our own policy forbids. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(`threw ${message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`the console says ${message.text()} ${message.location().url}`)
  })
  return complaints
}

/** A refusal that belongs to the visit, and is no fault of the page. */
export const isRefusal = (complaint: string) => /status of 40[134]/.test(complaint)

/** Where the page leads within its own app. */
export async function innerLinks(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter(({ origin, hash, pathname }) => origin === location.origin && !(hash && pathname === location.pathname)).map(({ pathname }) => pathname))
}

/** Keeps a picture of each size under one name. */
export const keepPicture = (page: Page, name: string, size: string) => picture(page, `${name.replaceAll(/[^a-z0-9-]+/gi, '_')}@${size}`)
