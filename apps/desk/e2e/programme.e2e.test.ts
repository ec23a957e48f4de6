import { countInDatabase, logIn, product } from '@medspil/testing/browser'
import { linkFragment } from '@medspil/testing/seeded'
import { describe, expect, it } from 'vitest'
import { addressesOf, openWorld } from './world.ts'

const { desk } = addressesOf('stevns')

/** Next year's holiday programme, from last year's: copied, organisers asked, described on a phone, read, published. */
describe('Et ferieprogram fra sidste års', () => {
  const world = openWorld()
  let program = ''
  let organiser = { id: '', name: '' }

  world.step('fritidsvejlederen kopierer programmet til en ny ferie', async () => {
    const [known] = await countInDatabase<{ id: string; forening: string; name: string }>(`
      select h.id, f.id as forening, f.name from holiday_program h join kommune k on k.id = h.kommune_id and k.key = 'stevns' join offer o on o.program_id = h.id and o.state = 'published' and o.cancelled_at is null
      join forening f on f.id = o.forening_id where h.holiday = 'summer' group by h.id, h.from_day, f.id, f.name order by h.from_day desc, count(*), f.name limit 1`)
    organiser = { id: known!.forening, name: known!.name }
    const page = await world.at('Maja', 'desk')
    await logIn(page, 'staff', 'stevns', 'stevns-fritidsvejleder')
    await page.goto(`${desk}/ferie/${known!.id}`)
    await page.getByRole('button', { name: 'Kopier til en ny ferie' }).click()
    await page.getByLabel('Det nye programs navn').fill('Aktiv Sommer, prøve')
    await page.getByRole('button', { name: 'Kopier programmet' }).click()
    await page.getByRole('heading', { level: 1, name: 'Aktiv Sommer, prøve' }).waitFor()
    program = page.url().split('/').at(-1)!
    await expect.poll(() => page.getByText('Kopieret fra').count()).toBe(1)
    await world.look(page, 'programme-copied')
  })

  world.step('og spørger en arrangør med et link', async () => {
    const page = await world.at('Maja', 'desk')
    await page.getByLabel('Find en arrangør').fill(organiser.name)
    await page.getByRole('checkbox', { name: organiser.name, exact: true }).check()
    await page.getByRole('button', { name: 'Send 1 link' }).click()
    await page.getByText('Linket er på vej').waitFor()
    // The sent link ends an older one, so the test's own may only take its place once it is there.
    await expect.poll(() => countInDatabase('select id from link where subject_id = $1', [program]), { timeout: 30_000 }).toHaveLength(1)
  })

  world.step('arrangøren ser sidste års aktivitet igennem på telefonen; det skrevne overlever, at siden lukkes', async () => {
    const page = await world.at('Arrangøren', 'phone')
    const address = `${product.desk}/l#${await linkFragment({ kommune: 'stevns', purpose: 'program-activities', subjectId: program, foreningId: organiser.id })}`
    await page.goto(address)
    await page.getByRole('heading', { name: 'Hvad vil I lave med børnene?' }).waitFor()
    await world.look(page, 'programme-organiser')
    await page.getByRole('button', { name: /^Se igennem/ }).first().click()
    await page.getByLabel('Hvad hedder aktiviteten?').fill('')
    await page.getByRole('button', { name: 'Send til kommunen' }).click()
    await page.getByRole('link', { name: 'Skriv, hvad aktiviteten hedder' }).waitFor()
    await page.getByLabel('Hvad hedder aktiviteten?').fill('Prøv noget nyt')
    await page.reload()
    await page.getByRole('button', { name: /^Se igennem/ }).first().click()
    await page.getByText('Her er det, du skrev sidst').waitFor()
    await expect.poll(() => page.getByLabel('Hvad hedder aktiviteten?').inputValue()).toBe('Prøv noget nyt')
    await world.look(page, 'programme-activity')
    await page.getByRole('button', { name: 'Send til kommunen' }).click()
    await page.getByRole('heading', { name: 'Aktiviteten er sendt' }).waitFor()
  })

  world.step('fritidsvejlederen læser den, tager den med og udgiver programmet', async () => {
    const page = await world.at('Maja', 'desk')
    await page.reload()
    await page.getByRole('heading', { name: 'Læs: Prøv noget nyt' }).waitFor()
    await world.look(page, 'programme-to-read')
    await page.getByRole('button', { name: 'Tag den med' }).click()
    await page.getByText('Prøv noget nyt er med i programmet').waitFor()
    await page.getByRole('button', { name: 'Udgiv programmet' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Udgiv programmet' }).click()
    await page.getByText('Aktiv Sommer, prøve er udgivet').waitFor()
    const [state] = await countInDatabase<{ state: string; published: number }>(`select h.state, count(o.id) filter (where o.state = 'published')::int as published from holiday_program h join offer o on o.program_id = h.id where h.id = $1 group by h.state`, [program])
    expect(state).toEqual({ state: 'published', published: 1 })
  })

  it('ingen side mangler noget', () => expect(world.faults).toEqual([]))
})
