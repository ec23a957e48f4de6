import type { Page } from '@medspil/testing/browser'

type Look = (page: Page, name: string) => Promise<void>

/** The forening's yes from the link in its mail: fee and period as agreed, two taps. @param child `Yara A.` */
export async function sayYes(page: Page, link: string, child: string, look: Look, name: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('heading', { name: `Kan ${child} begynde hos jer?` }).waitFor()
  await look(page, `${name}-forening-svar`)
  await page.getByRole('button', { name: 'Ja, der er plads' }).click()
  await page.getByRole('heading', { name: `${child} får pladsen` }).waitFor()
  await look(page, `${name}-forening-ja`)
  await page.getByRole('button', { name: 'Bekræft pladsen' }).click()
  await page.getByRole('heading', { name: `${child} har fået pladsen` }).waitFor()
  await look(page, `${name}-forening-kvittering`)
}

/** The coach's list of today: one tap for the child. */
export async function markPresent(page: Page, link: string, { child, team }: { child: string; team: string }, look: Look, name: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: team }).waitFor()
  const present = page.getByRole('button', { name: `${child}: Mødt` })
  await present.click()
  await page.getByText(`${child} er mødt`).waitFor()
  await look(page, `${name}-dagens-hold`)
  await page.getByRole('button', { name: 'Færdig for i dag' }).click()
  await page.getByText('Det er sendt.').waitFor()
}

/** The board's own page from the link in "Der er penge på vej": what was paid, for which child and season. */
export async function seeMoney(page: Page, link: string, { child, reference }: { child: string; reference: string }, look: Look, name: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('heading', { name: 'Penge' }).waitFor()
  await look(page, `${name}-forening`)
  await page.getByRole('button', { name: 'Se, hvad der er betalt' }).click()
  const payout = page.getByRole('table', { name: `Udbetaling ${reference}` })
  await payout.getByText(child).waitFor()
  await look(page, `${name}-forening-penge`)
}
