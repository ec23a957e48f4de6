import { logIn, type Page } from '@medspil/testing/browser'
import { expect } from 'vitest'
import { addressesOf } from './world.ts'

type Look = (page: Page, name: string) => Promise<void>

/** Logs in with MitID Erhverv to a page of the desk. */
export const logInAsStaff = (page: Page, kommune: string, role: string, path: string) => logIn(page, 'staff', kommune, `${kommune}-${role}`, `/${kommune}/${path}`)

interface Gift { cpr: string; child: string; ordning: string; guardian: string; months?: string; supports?: string[] }

/** A fagperson's gift: the child found by its number, then one page. The answer comes at once. */
export async function give(page: Page, kommune: string, { cpr, child, ordning, guardian, months, supports = [] }: Gift, look: Look): Promise<void> {
  await page.goto(`${addressesOf(kommune).desk}/giv`)
  await page.getByLabel('Barnets CPR-nummer').fill(cpr)
  await look(page, `${kommune}-giv-find`)
  await page.getByRole('button', { name: 'Find barnet' }).click()
  await page.getByRole('heading', { level: 1, name: `Giv ${child} ${ordning}` }).waitFor()
  for (const support of supports) await page.getByRole('checkbox', { name: support }).check()
  if (months) await page.getByRole('radio', { name: `${months} måneder` }).check()
  for (const reason of await page.getByRole('group', { name: 'Hvorfor?' }).getByRole('checkbox').all()) await reason.check()
  await page.getByLabel(`Hvad siger ${child} selv?`).fill('Jeg vil gerne svømme sammen med de andre.')
  await page.getByRole('radio', { name: guardian }).check()
  await page.getByRole('radio', { name: 'Mundtligt' }).check()
  await look(page, `${kommune}-giv`)
  await page.getByRole('button', { name: `Giv ${child} det` }).click()
  await page.getByRole('heading', { level: 1, name: `${child} har fået det` }).waitFor()
  await page.getByText('Passet virker nu.').waitFor()
  await look(page, `${kommune}-givet`)
}

/** A fagperson's nomination: the kommune answers the family. @returns the case number */
export async function nominate(page: Page, kommune: string, { cpr, child, ordning, guardian }: Gift, look: Look): Promise<string> {
  await page.goto(`${addressesOf(kommune).desk}/giv`)
  await page.getByLabel('Barnets CPR-nummer').fill(cpr)
  await page.getByRole('button', { name: 'Find barnet' }).click()
  await page.getByRole('heading', { level: 1, name: `Indstil ${child} til ${ordning}` }).waitFor()
  await page.getByLabel(`Hvad siger ${child} selv?`).fill('Jeg vil gerne prøve at ride.')
  await page.getByRole('radio', { name: guardian }).check()
  await page.getByRole('radio', { name: 'Mundtligt' }).check()
  await look(page, `${kommune}-indstil`)
  await page.getByRole('button', { name: `Send ${child}s indstilling` }).click()
  await page.getByRole('heading', { level: 1, name: 'Kommunen har fået det' }).waitFor()
  return /\d{4}-\d{3,}/.exec(await page.locator('main').innerText())?.[0] ?? ''
}

/** Decides an application: each judgement with a reason, the letter as it will be read, and the sending. */
export async function decide(page: Page, kommune: string, { reference, child, sum, reasons }: { reference: string; child: string; sum: string; reasons: readonly string[] }, look: Look): Promise<void> {
  await page.goto(`${addressesOf(kommune).desk}/indbakke`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await look(page, `${kommune}-indbakke`)
  await page.locator('li, section').filter({ hasText: reference }).last().getByRole('link', { name: /Læs/ }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(child) }).waitFor()
  await look(page, `${kommune}-ansoegning`)
  for (const [at, reason] of reasons.entries()) {
    await page.getByRole('radio', { name: 'Opfyldt', exact: true }).nth(at).check()
    await page.getByLabel('Din begrundelse').nth(at).fill(reason)
    await page.getByRole('button', { name: 'Gem vurderingen' }).click()
    await expect.poll(() => page.getByText(/^Gemt\./).count(), { timeout: 15_000 }).toBe(at + 1)
  }
  await page.locator('.letter').getByText(sum).first().waitFor()
  await look(page, `${kommune}-afgoerelse`)
  await page.getByRole('button', { name: 'Send afgørelsen' }).click()
  const dialog = page.getByRole('dialog', { name: `Send til ${child}s familie?` })
  await dialog.getByRole('button', { name: 'Send til familien' }).click()
  await page.getByRole('heading', { level: 1, name: `${child} har fået det hele` }).waitFor()
  await page.getByText('Fritidspasset er klar.').waitFor()
  await look(page, `${kommune}-sendt`)
}

/** Prepares a payout of everything that is ready, once the forening's claim is among it. @returns its reference */
export async function prepare(page: Page, kommune: string, forening: string, look: Look): Promise<string> {
  const ready = page.getByRole('table', { name: 'Krav, der er klar til udbetaling' })
  // The claim is tested by the worker's next tick.
  await expect.poll(async () => {
    await page.goto(`${addressesOf(kommune).desk}/udbetaling`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return ready.getByText(forening).first().isVisible()
  }, { timeout: 60_000, interval: 2000 }).toBe(true)
  await look(page, `${kommune}-udbetaling`)
  await page.getByRole('button', { name: /^Send .* til frigivelse$/ }).click()
  const heading = page.getByRole('heading', { level: 1, name: /^Udbetaling / })
  await page.waitForURL(/\/udbetaling\/[0-9a-f-]{36}$/)
  await heading.waitFor()
  await look(page, `${kommune}-udbetaling-forberedt`)
  return (await heading.innerText()).replace('Udbetaling ', '').trim()
}

/** Another person releases it, showing the login anew where it has grown old, and sees it paid. */
export async function release(page: Page, kommune: string, reference: string, look: Look): Promise<void> {
  await page.goto(`${addressesOf(kommune).desk}/udbetaling`)
  await page.getByRole('link', { name: reference }).click()
  await page.getByRole('heading', { level: 1, name: 'Godkend udbetaling' }).waitFor()
  await look(page, `${kommune}-frigiv`)
  await page.getByRole('button', { name: /^Frigiv / }).click()
  await page.getByText('Alle linjer er betalt.').waitFor({ timeout: 60_000 })
  await look(page, `${kommune}-betalt`)
}

/** The whole way of one child, as its fritidsvejleder sees it. */
export async function seeCourse(page: Page, kommune: string, { child, says }: { child: string; says: readonly string[] }, look: Look): Promise<void> {
  await page.goto(`${addressesOf(kommune).desk}/i-dag`)
  await page.getByRole('heading', { level: 1, name: /venter på dig i dag/ }).waitFor()
  await look(page, `${kommune}-i-dag`)
  await page.goto(`${addressesOf(kommune).desk}/boern`)
  await page.getByLabel('Find et barn').fill(child)
  await page.getByRole('link', { name: new RegExp(child) }).first().click()
  await page.getByRole('heading', { name: 'Hele vejen' }).waitFor()
  for (const said of says) await page.getByText(said).first().waitFor()
  await look(page, `${kommune}-barnet`)
}
