import type { Page } from '@medspil/testing/browser'
import { expect } from 'vitest'
import { countFigures } from './count-figures.ts'

/** Fewest children a count may tell of. */
const cellLimit = 5

interface Asked { kommune: string; ordning: string; today: string }

/** The leader's page tells the same as the database does, cell by cell, for one ordning and each year it has. */
export async function expectSameCounts(page: Page, { ordning, ...asked }: Asked): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByLabel('Ordning').selectOption({ label: ordning })
  const years = await page.getByLabel('Mødt i').locator('option').allInnerTexts()
  expect(years.length).toBeGreaterThan(0)
  for (const year of years.map(Number).sort()) {
    await page.getByLabel('Mødt i').selectOption(String(year))
    await page.getByText(`${ordning} · børn mødt i ${year}`).waitFor()
    await expectSameYear(page, { ...asked, ordning, year })
  }
}

async function expectSameYear(page: Page, asked: Asked & { year: number }): Promise<void> {
  const counted = await countFigures(asked)
  const shown = await rowsOf(page, 'Trin i forløbet, med antal')
  const { met, granted, signedUp, redeemed, begun } = counted.stages
  const wanted: [string, (number | null)[]][] = [
    ['Mødt', [met]], ['Bevilget', [granted]], ['Tilmeldt', [signedUp]], ['Indløst', [redeemed]], ['Første træning', [begun]],
    ...counted.checks.map(({ months, active, stopped, unknown, notYetDue }): [string, number[]] => [months === 6 ? 'Et halvt år' : `${months} måneder`, [active, stopped, unknown, notYetDue]]),
  ]
  const cells = wanted.flatMap(([row, counts]) => counts.map((count, at) => ({ row, count, text: shown.get(row)?.[at] })))
  const hidden = cells.filter(({ text }) => text === 'Skjult')
  for (const { row, count, text } of cells.filter((cell) => !hidden.includes(cell))) expect(`${row} ${asked.year}: ${text?.replace('.', '')}`).toBe(`${row} ${asked.year}: ${count}`)
  // What is hidden is small itself, or keeps a small one from being told by its neighbours.
  if (hidden.length > 0) expect(hidden.some(({ count }) => (count ?? 0) < cellLimit), 'something hidden, and nothing small').toBe(true)
}

/** A table's rows by their first cell. */
async function rowsOf(page: Page, caption: string): Promise<Map<string, string[]>> {
  const rows = await page.getByRole('table', { name: caption }).getByRole('row').all()
  const texts = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()))
  return new Map(texts.map(([name = '', ...cells]) => [name.trim(), cells.map((cell) => cell.trim())]))
}
