import { axeFaults, type Page, picture, sidewaysScroll } from '@medspil/testing/browser'

/** What is wrong with the page as it stands, each with the page's name; keeps its picture. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  // A page that is still fetching is no page yet: neither its code nor its content.
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await page.locator('.waiting').first().waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready)
  const faults = await axeFaults(page)
  const sideways = await sidewaysScroll(page)
  // What sticks to the top of the screen would else stand in the middle of the picture.
  await page.evaluate(() => scrollTo(0, 0))
  await picture(page, name)
  return [...faults, ...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : [])].map((fault) => `${name}: ${fault}`)
}
