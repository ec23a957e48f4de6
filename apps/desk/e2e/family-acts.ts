import { logIn, type Page } from '@medspil/testing/browser'
import { expect } from 'vitest'
import { linkIn } from './post.ts'
import { addressesOf } from './world.ts'

/** Looks at a page under a name. */
type Look = (page: Page, name: string) => Promise<void>

/** The letter in the family's papers: opened, with its PDF to fetch. */
export async function readLetter(page: Page, kommune: string, look: Look): Promise<void> {
  await page.goto(`${addressesOf(kommune).family}/forloeb`)
  await page.getByRole('heading', { level: 1, name: 'Godkendt' }).waitFor()
  await look(page, `${kommune}-forloeb`)
  await page.getByRole('link', { name: 'Papirer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Papirer' }).waitFor()
  await look(page, `${kommune}-papirer`)
  await page.locator('main a[href*="/papirer/"]').first().click()
  const pdf = page.getByRole('link', { name: 'Hent brevet' })
  await pdf.waitFor()
  await look(page, `${kommune}-brev`)
  const file = await page.evaluate(async (address) => {
    const answer = await fetch(address)
    return { type: answer.headers.get('content-type'), begins: (await answer.text()).slice(0, 5) }
  }, await pdf.getAttribute('href') ?? '')
  expect(file).toEqual({ type: 'application/pdf', begins: '%PDF-' })
}

/** The pass with its code for the forening. @param name as the card shows it, `Yara A.` */
export async function showPass(page: Page, kommune: string, name: string, look: Look): Promise<void> {
  await page.goto(`${addressesOf(kommune).family}/forloeb`)
  await page.getByRole('link', { name: 'Fritidspas' }).click()
  await page.getByRole('heading', { level: 1, name: `Fritidspas til ${name}` }).waitFor({ state: 'attached' })
  await page.getByRole('img', { name: 'Kode til foreningen' }).waitFor()
  await page.getByText('Gyldigt').first().waitFor()
  await look(page, `${kommune}-fritidspas`)
}

/** Finds an offer by its title and takes a place. @param costs what is said to be left to pay, `I betaler 0 kr.` */
export async function takePlace(page: Page, kommune: string, { child, offer, costs }: { child: string; offer: string; costs: string }, look: Look): Promise<void> {
  await page.goto(`${addressesOf(kommune).family}/forloeb`)
  await page.getByRole('link', { name: 'Find noget at gå til' }).click()
  await page.getByText(`til ${child}`).first().waitFor()
  await look(page, `${kommune}-find`)
  await page.getByRole('link', { name: offer }).first().click()
  await page.getByRole('heading', { level: 1, name: offer }).waitFor()
  await look(page, `${kommune}-tilbud`)
  await page.getByRole('link', { name: 'Tag en plads' }).click()
  await page.getByRole('heading', { level: 1, name: `Tag en plads til ${child}` }).waitFor()
  await page.getByText(costs).waitFor()
  await look(page, `${kommune}-tilmeld`)
  await page.getByRole('button', { name: 'Tag pladsen' }).click()
  await page.getByRole('heading', { level: 1, name: `${child} har en plads` }).waitFor()
  await look(page, `${kommune}-plads`)
}

/** "Hvordan går det?", answered from each SMS that came: no login, one tap. */
export async function answerAll(page: Page, messages: readonly { links: string[] }[], kommune: string, look: Look): Promise<void> {
  for (const [at, message] of messages.entries()) {
    await page.goto('about:blank')
    await page.goto(linkIn(message))
    const yes = page.getByRole('button', { name: 'Det går godt, vi er med' })
    await yes.waitFor()
    if (at === 0) await look(page, `${kommune}-svar`)
    await yes.click()
    await page.getByRole('heading', { name: 'Tak. Godt at høre!' }).waitFor()
    if (at === 0) await look(page, `${kommune}-tak`)
  }
}

/** Logs in and stands in one's own course. */
export const logInAsFamily = (page: Page, kommune: string, persona: string) => logIn(page, 'family', kommune, persona, `/${kommune}/forloeb`)
