import { countInDatabase, logIn, type Page, product } from '@medspil/testing/browser'
import { describe, expect } from 'vitest'
import { headingAfter } from './apply-acts.ts'
import { findActivity, fits } from './holiday-acts.ts'
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

describe('Aktiv Sommer, kun med tastaturet', () => {
  const { at, look, faults, step } = openWorld()
  const { family, desk } = addressesOf('stevns')

  step('Jens tager en plads til Bjørk, fortryder at melde fra, og melder så fra', async () => {
    const activity = await findActivity('free activity', `o.price = 0 and o.capacity - o.taken - o.reserved + o.reserved_taken > 1 and ${fits('Bjørk')}
      and not exists (select 1 from signup s join person c on c.kommune_id = s.kommune_id and c.id = s.child_id where s.offer_id = o.id and c.name = 'Bjørk Ellevang')`, 'o.season_from desc')
    const page = await at('jens', 'phone')
    let letThrough = () => {}
    const isLetThrough = new Promise<void>((resolve) => { letThrough = resolve })
    await page.route(/holidayProgram\.list/, async (route) => {
      await isLetThrough
      await route.continue()
    })
    await logIn(page, 'family', 'stevns', 'modulus-11', `/stevns/find/${activity.id}`)
    await page.getByRole('heading', { level: 1, name: activity.title }).waitFor()
    expect(await page.getByRole('link', { name: 'Tag en plads' }).count(), 'no way in that is taken away again, before it is known when the programme opens').toBe(0)
    letThrough()
    await press(page, /^Tag en plads$/)
    await expectFocus(page, /^Tag en plads til Bjørk$/)
    await press(page, /^(Tag pladsen|Tag begge pladser|Vi kan nå det: tag pladsen)$/)
    await expectFocus(page, /^Bjørk har en plads$/)
    await press(page, /^Meld Bjørk fra$/)
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Behold pladsen', includeHidden: true }).waitFor({ state: 'detached' })
    await expectFocus(page, /^Meld Bjørk fra$/)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await press(page, /^Ja, meld fra$/)
    await expectFocus(page, /^Bjørk er meldt fra$/)
    await look(page, 'tastatur-meldt-fra')
  })

  step('Jens ønsker til vinterferien og bytter om, uden at tastaturet mister sin plads', async () => {
    const [wishing] = await countInDatabase<{ id: string }>(`select p.id from holiday_program p join kommune k on k.id = p.kommune_id and k.key = 'stevns' where p.state = 'wishing' limit 1`)
    const page = await at('jens', 'phone')
    await page.goto(`${family}/ferie/${wishing!.id}/oensker`)
    await page.getByRole('heading', { level: 1, name: 'Ønsker' }).waitFor()
    await press(page, /^Ønsk /)
    await expectFocus(page, /^Ønsk /)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Flyt .* ned$/ }).nth(1).waitFor()
    await page.locator('h1').evaluate((heading: HTMLElement) => heading.focus())
    const first = await press(page, /^Flyt .* ned$/)
    await expect.poll(async () => (await focusedOn(page))?.name).toBe(first)
    await press(page, /^Tag .* væk$/)
    await expectFocus(page, /^Tag .* væk$/)
    await page.getByText('Gemt', { exact: true }).waitFor()
    await look(page, 'tastatur-oensker')
  })

  step('Fritidsvejlederen går ind og ud af reserverede pladser', async () => {
    const page = await at('vejleder', 'desk')
    await logInAsStaff(page, 'stevns', 'fritidsvejleder', 'ferie')
    await press(page, /^Aktiv Sommer \d{4}$/)
    await expectFocus(page, /^Aktiv Sommer \d{4}$/)
    await press(page, /^Reserver pladser på /)
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await expectFocus(page, /^Reserver pladser på /)
    expect(page.url()).toContain(`${desk}/ferie/`)
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

interface Focused { name: string; isSeen: boolean }

/** What the keyboard stands on, by its first line; null when that is nothing. */
const focusedOn = (page: Page) => page.evaluate((): Focused | null => {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [...element.labels ?? []].map(({ innerText }) => innerText) : [element.ariaLabel ?? element.innerText]
  const { outlineStyle, boxShadow } = getComputedStyle(element)
  const around = element instanceof HTMLInputElement ? getComputedStyle(element.labels?.[0] ?? element) : null
  return {
    name: labels.join(' ').replaceAll('\u00ad', '').trim().split('\n')[0] ?? '',
    isSeen: outlineStyle !== 'none' || boxShadow !== 'none' || (around !== null && (around.outlineStyle !== 'none' || around.boxShadow !== 'none')),
  }
})

/** Presses Tab until the thing with this name has the focus, and shows that the focus can be seen. @returns the whole name */
async function tabTo(page: Page, name: RegExp): Promise<string> {
  // What is still being fetched cannot be come to: first the page itself, then its parts.
  await page.locator('main h1').first().waitFor()
  await page.locator('.waiting').first().waitFor({ state: 'detached' })
  for (let at = 0; at < 120; at += 1) {
    await page.keyboard.press('Tab')
    const focused = await focusedOn(page)
    if (focused && name.test(focused.name)) {
      expect(focused.isSeen, `the focus on ${focused.name} can be seen`).toBe(true)
      return focused.name
    }
  }
  throw new Error(`Tab never came to ${name}`)
}

/** Goes to it and presses Enter. @returns its whole name */
async function press(page: Page, name: RegExp): Promise<string> {
  const found = await tabTo(page, name)
  await page.keyboard.press('Enter')
  return found
}

/** Where the keyboard must stand once an act has done its work. */
const expectFocus = (page: Page, name: RegExp): Promise<void> => expect.poll(async () => (await focusedOn(page))?.name ?? '', { timeout: 15_000 }).toMatch(name)
