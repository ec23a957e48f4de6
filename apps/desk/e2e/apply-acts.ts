import { type Page, product } from '@medspil/testing/browser'
import { expect } from 'vitest'
import { addressesOf } from './world.ts'

type Look = (page: Page, name: string) => Promise<void>

/** One question of a page: what it asks, and how it is answered; `null` goes past it. */
export type Answered = readonly [question: string, answer: ((page: Page) => Promise<void>) | null]

/** Chooses one answer of a page. */
export const radio = (name: string) => (page: Page) => page.getByRole('radio', { name, exact: true }).check()
/** Writes in the one field of a page. */
export const write = (text: string) => (page: Page) => page.getByRole('textbox').fill(text)

/** "Se om I kan få det" for Leyla: nothing is kept and nobody is logged in. */
const quickTest: readonly Answered[] = [
  ['Hvor gammelt er barnet?', write('8')],
  ['Går barnet til noget nu?', radio('Nej')],
  ['Står prisen i vejen?', radio('Ja')],
  ['Er passet det, der skal til for at komme i gang?', radio('Ja')],
  ['Betaler andre for kontingent?', radio('Nej')],
  ['Bor I her i kommunen?', radio('Ja')],
]

/** The heading of the page that follows the one called `last`. */
export async function headingAfter(page: Page, last: string): Promise<string> {
  let said = ''
  await expect.poll(async () => {
    said = (await page.getByRole('heading', { level: 1 }).innerText()).replaceAll('\u00ad', '').trim()
    return said
  }, { timeout: 15_000 }).not.toBe(last)
  return said
}

/** The answers of one page after the other, in whatever order the ordning asks them. @param last heading of the page one leaves */
async function answerPages(page: Page, last: string, answers: readonly Answered[], until: RegExp, look: (at: number) => Promise<void>): Promise<void> {
  let asked = last
  for (let at = 0; at < 20; at += 1) {
    asked = await headingAfter(page, asked)
    if (until.test(asked)) return
    const found = answers.find(([question]) => question === asked)
    if (!found) throw new Error(`nobody expected the question ${asked}`)
    await look(at)
    await found[1]?.(page)
    await page.getByRole('button', { name: /^(Næste|Spring over)$/ }).click()
  }
  throw new Error('the questions never end')
}

/** From Start to the likely yes, without a login. */
export async function takeQuickTest(page: Page, kommune: string, look: Look): Promise<void> {
  await page.goto(`${addressesOf(kommune).family}/`)
  await page.getByRole('heading', { level: 1, name: 'Skal dit barn gå til noget?' }).waitFor()
  await look(page, `${kommune}-start`)
  await page.getByRole('link', { name: 'Se om I kan få det' }).click()
  await answerPages(page, 'Skal dit barn gå til noget?', quickTest, /^Det ligner et ja|^Et menneske ser på det/, (at) => (at === 1 ? look(page, `${kommune}-spoergsmaal`) : Promise.resolve()))
  await look(page, `${kommune}-ligner-et-ja`)
}

/** Goes on from the quick test to "Tjek dine svar", logs in there and only there, and sends. @returns the case number */
export async function apply(page: Page, kommune: string, { persona, child }: { persona: string; child: string }, answers: readonly Answered[], look: Look): Promise<{ reference: string; answerBy: string }> {
  await page.getByRole('button', { name: 'Søg nu' }).click()
  await page.getByRole('heading', { level: 1, name: 'Søg om hjælp til fritiden' }).waitFor()
  await look(page, `${kommune}-ansoeg`)
  await page.getByRole('link', { name: /^(Begynd|Fortsæt ansøgning)$/ }).click()
  await answerPages(page, 'Søg om hjælp til fritiden', answers, /^Tjek dine svar$/, (at) => (at === 0 ? look(page, `${kommune}-ansoeg-spoergsmaal`) : Promise.resolve()))
  await look(page, `${kommune}-tjek-foer-login`)
  await page.getByRole('link', { name: 'Log ind med MitID' }).click()
  await page.waitForURL((url) => url.href.startsWith(product.standins))
  await page.getByRole('button', { name: persona }).or(page.getByRole('link', { name: persona })).first().click()
  await page.getByRole('heading', { level: 1, name: 'Tjek dine svar' }).waitFor()
  await page.getByText('Det ved vi fra MitID').waitFor()
  await page.getByText(child).first().waitFor()
  await look(page, `${kommune}-tjek`)
  await page.getByRole('button', { name: 'Send ansøgning' }).click()
  await page.getByRole('heading', { level: 1, name: 'Vi har fået ansøgningen' }).waitFor()
  await look(page, `${kommune}-kvittering`)
  const said = await page.locator('main').innerText()
  const reference = /Ansøgningen har nummer\s+(\S+?)\.?\s/.exec(said)?.[1] ?? ''
  const answerBy = /senest\s+([^.]*\d+\.\s*\w+)/.exec(said)?.[1] ?? ''
  return { reference, answerBy }
}
