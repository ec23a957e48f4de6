import { countInDatabase, logIn } from '@medspil/testing/browser'
import { describe, expect } from 'vitest'
import { clock } from './clock.ts'
import { fits, inArabic } from './holiday-acts.ts'
import { watchPost } from './post.ts'
import { logInAsStaff } from './staff-acts.ts'
import { addressesOf, openWorld } from './world.ts'

const { family } = addressesOf('stevns')

/** Two activities of a programme that a child may wish and cannot both reach, each with a title of its own. */
const clashing = `select a.title as one, b.title as other from offer a join occurrence x on x.offer_id = a.id join occurrence y on y.day = x.day and y.time_from < x.time_to and x.time_from < y.time_to
  join offer b on b.id = y.offer_id and b.program_id = a.program_id and b.id <> a.id join person c on c.kommune_id = a.kommune_id and c.name = $2
  where a.program_id = $1 and not exists (select 1 from offer o where o.program_id = a.program_id and o.id not in (a.id, b.id) and o.title in (a.title, b.title)) and a.title <> b.title
    and not exists (select 1 from signup s where s.child_id = c.id and s.offer_id in (a.id, b.id) and s.state = 'wished')
    and (select bool_and(o.state = 'published' and ${fits('Storm')}) from offer o where o.id in (a.id, b.id))
  order by 1, 2 limit 1`

describe('Aktiv Vinterferie: ønsker og lodtrækning', () => {
  const { at, look, faults, step } = openWorld()
  let programId = ''
  let wished: string[] = []

  step('Louise rangerer ønsker for begge børn', async () => {
    const [program] = await countInDatabase<{ id: string }>(`select id from holiday_program where way = 'draw' and state = 'wishing' order by from_day limit 1`)
    programId = program?.id ?? ''
    const page = await at('louise', 'phone')
    await logIn(page, 'family', 'stevns', 'louise', `/stevns/ferie/${programId}`)
    await page.getByRole('link', { name: 'Vælg jeres ønsker' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ønsker' }).waitFor()
    await look(page, 'stevns-oensker-tom')
    await page.getByRole('button', { name: 'Frida', exact: true }).click()
    const add = page.getByRole('button', { name: /^Ønsk / })
    for (let n = 1; n <= 3; n += 1) {
      await add.first().click()
      await expect.poll(() => page.getByRole('button', { name: /^Tag .* væk$/ }).count()).toBe(n)
    }
    await page.getByRole('button', { name: /^Flyt .* op$/ }).nth(2).click()
    await page.getByText('Gemt', { exact: true }).waitFor()
    await look(page, 'stevns-oensker')
    await page.getByRole('button', { name: 'Storm', exact: true }).click()
    await page.getByText('Storm har ingen ønsker endnu').waitFor()
    await add.first().click()
    await page.getByText('Gemt', { exact: true }).waitFor()
    const wish = async (title: string) => {
      await page.getByLabel('Søg').fill(title)
      await page.getByRole('button', { name: `Ønsk ${title}`, exact: true }).click()
    }
    const [clash] = await countInDatabase<{ one: string; other: string }>(clashing, [programId, 'Storm Krag'])
    await wish(clash!.one)
    await wish(clash!.other)
    await page.getByText(`Kan ikke nås sammen med ${clash!.one}`).waitFor()
    await look(page, 'stevns-oensker-storm')
    await look(await inArabic(page), 'stevns-oensker-storm-ar')
    await page.context().clearCookies({ name: 'medspil-language' })
    await page.goto(`${family}/ferie/${programId}/oensker`)
    await page.getByRole('button', { name: 'Storm', exact: true }).click()
    for (const title of [clash!.one, clash!.other]) await page.getByRole('button', { name: `Tag ${title} væk`, exact: true }).click()
    await page.getByText('Gemt', { exact: true }).waitFor()
    wished = await wishesOf('Frida')
    expect(wished).toHaveLength(3)
    await page.getByRole('button', { name: 'Frida', exact: true }).click()
    await expect.poll(() => page.locator('ol.wishes b').allInnerTexts()).toEqual(wished)
  })

  step('Koordinatoren trækker lod, når der er lukket for ønsker', async () => {
    await clock.forward({ days: 13 })
    const post = await watchPost()
    const page = await at('coordinator', 'desk')
    await logInAsStaff(page, 'stevns', 'fritidsvejleder', `ferie/${programId}`)
    await page.getByRole('button', { name: 'Træk lod' }).click()
    const dialog = page.getByRole('dialog', { name: 'Træk lod nu' })
    await look(page, 'stevns-traek-lod')
    await dialog.getByRole('button', { name: 'Træk lod nu' }).click()
    await page.getByText(/^Der blev trukket lod/).waitFor()
    await page.getByText(/ønsker har fået svar, og familierne har fået besked\.$/).waitFor({ timeout: 100_000 })
    // The counts beside it are those after the draw.
    const [placed] = await countInDatabase<{ n: number }>('select sum(taken)::int as n from offer where program_id = $1', [programId])
    await expect.poll(() => page.locator('.kpis > div').filter({ hasText: 'Pladser taget' }).locator('.figure-num').innerText(), { timeout: 15_000 }).toBe(String(placed?.n))
    await look(page, 'stevns-lod-trukket')
    await post.wait('news for Louise', ({ to, kind }) => to === 'louise@familie.example' && kind === 'mail')
  })

  step('Louise ser, hvad der blev af hvert ønske, og hvorfor, og hendes telefon trækker lod igen', async () => {
    const page = await at('louise', 'phone')
    await page.goto(`${family}/ferie/${programId}/oensker`)
    await page.getByRole('heading', { level: 1, name: 'Lodtrækningen er holdt' }).waitFor()
    await page.getByRole('button', { name: 'Frida', exact: true }).click()
    await expect.poll(() => page.locator('ol.wishes b').allInnerTexts()).toEqual(wished)
    const [given] = await countInDatabase<{ n: number }>(`select count(*)::int as n from signup s join person c on c.kommune_id = s.kommune_id and c.id = s.child_id where s.program_id = $1 and c.name = 'Frida Krag' and s.drawn->>'kind' = 'given'`, [programId])
    await expect.poll(() => page.locator('ol.wishes .tag').filter({ hasText: /^Plads$/ }).count()).toBe(given?.n)
    await look(page, 'stevns-lod-svar')
    const ticket = /[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}/.exec(await page.locator('main').innerText())?.[0] ?? ''
    await page.getByRole('link', { name: 'Sådan trækker vi lod' }).click()
    await page.getByRole('button', { name: 'Kør igen' }).click()
    await page.getByText('Det blev det samme, tegn for tegn.').waitFor({ timeout: 30_000 })
    await page.getByLabel('Lod', { exact: true }).fill(ticket)
    await page.getByRole('status').getByRole('listitem').first().waitFor()
    await expect.poll(() => page.getByRole('status').getByRole('listitem').count()).toBe(wished.length)
    await look(page, 'stevns-lodtraekning')
    await look(await inArabic(page), 'stevns-lodtraekning-ar')
  })

  step('Ingen side mangler noget', async () => {
    expect(faults).toEqual([])
  })

  const wishesOf = async (child: string) => (await countInDatabase<{ title: string }>(`select o.title from signup s join offer o on o.kommune_id = s.kommune_id and o.id = s.offer_id join person c on c.kommune_id = s.kommune_id and c.id = s.child_id
    where s.program_id = $1 and c.name = $2 || ' Krag' and s.state = 'wished' order by s.wish_rank`, [programId, child])).map(({ title }) => title)
})
