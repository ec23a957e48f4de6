import { type Page, product } from '@medspil/testing/browser'
import { describe, expect } from 'vitest'
import { headingAfter } from './apply-acts.ts'
import { logInAsStaff } from './staff-acts.ts'
import { addressesOf, openWorld } from './world.ts'

/** Noah's number in the fictive register. */
const noahsCpr = '8204164003'

describe('Kun med tastaturet: Tab, Mellemrum, piletaster og Enter', () => {
  const { at, look, faults, step } = openWorld()

  step('Freja på 15 søger selv', async () => {
    const page = await at('freja', 'phone')
    await page.goto(`${addressesOf('slagelse').family}/ansoeg`)
    await page.getByRole('heading', { level: 1, name: 'Søg om hjælp til fritiden' }).waitFor()
    await tabTo(page, /^(Begynd|Fortsæt ansøgning)$/)
    await page.keyboard.press('Enter')
    let last = 'Søg om hjælp til fritiden'
    for (let at = 0; at < 20; at += 1) {
      last = await headingAfter(page, last)
      if (last === 'Tjek dine svar') break
      await answerByKeys(page, last)
    }
    await look(page, 'tastatur-tjek')
    await tabTo(page, /^Log ind med MitID$/)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.href.startsWith(product.standins))
    await tabTo(page, /^Freja Holst/)
    await page.keyboard.press('Enter')
    await page.getByText('Det ved vi fra MitID').waitFor()
    await tabTo(page, /^Send ansøgning$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Vi har fået ansøgningen|kan få det/ }).waitFor()
    await look(page, 'tastatur-kvittering')
  })

  step('Sundhedsplejersken giver Noah Guide to Move', async () => {
    const page = await at('fagperson', 'desk')
    await logInAsStaff(page, 'holstebro', 'fagperson', 'giv')
    await tabTo(page, /^Barnets CPR-nummer/)
    await page.keyboard.type(noahsCpr)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Giv Noah Guide to Move' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName), 'the new step has the focus').toBe('H1')
    for (const reason of [/^Går ikke til noget/, /^Prisen står i vejen$/, /^Passet er det/]) {
      await tabTo(page, reason)
      await page.keyboard.press('Space')
    }
    await tabTo(page, /^Hvad siger Noah selv/)
    await page.keyboard.type('Jeg vil spille fodbold med Emil.')
    await tabTo(page, /^(Anders|Lene) Jepsen$/)
    await page.keyboard.press('Space')
    await tabTo(page, /^Mundtligt$/)
    await page.keyboard.press('Space')
    await look(page, 'tastatur-giv')
    await tabTo(page, /^Giv Noah det$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Noah har fået det' }).waitFor()
    await look(page, 'tastatur-givet')
  })

  step('Ingen side mangler noget', async () => {
    expect(faults).toEqual([])
  })
})

/** How each question of Hel Fritid is answered by keys; one that is not here is gone past. */
const keys: Record<string, { to: RegExp; press: string }> = {
  'Hvem er det til?': { to: /^Mit barn$/, press: 'ArrowDown' },
  'Går du til noget nu?': { to: /^Nej$/, press: 'Space' },
  'Hvad skal I bruge?': { to: /^Kontingent/, press: 'Space' },
  'Hvor længe?': { to: /^6 måneder$/, press: 'ArrowDown' },
}

async function answerByKeys(page: Page, question: string): Promise<void> {
  const known = keys[question] ?? (question.startsWith('Betaler andre') ? { to: /^Ja$/, press: 'ArrowDown' } : undefined)
  if (known) {
    await tabTo(page, known.to)
    await page.keyboard.press(known.press)
  }
  await tabTo(page, /^(Næste|Spring over)$/)
  await page.keyboard.press('Enter')
}

/** Presses Tab until the thing with this name has the focus, and shows that the focus can be seen. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let at = 0; at < 80; at += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [...element.labels ?? []].map(({ innerText }) => innerText) : [element.innerText]
      const { outlineStyle, boxShadow } = getComputedStyle(element)
      const around = element instanceof HTMLInputElement ? getComputedStyle(element.labels?.[0] ?? element) : null
      return { name: labels.join(' ').replaceAll('\u00ad', '').trim(), isSeen: outlineStyle !== 'none' || boxShadow !== 'none' || (around !== null && (around.outlineStyle !== 'none' || around.boxShadow !== 'none')) }
    })
    if (focused && name.test(focused.name.split('\n')[0] ?? '')) {
      expect(focused.isSeen, `the focus on ${focused.name} can be seen`).toBe(true)
      return
    }
  }
  throw new Error(`Tab never came to ${name}`)
}
