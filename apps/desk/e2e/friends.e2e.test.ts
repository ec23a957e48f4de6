import { countInDatabase, logIn, type Page } from '@medspil/testing/browser'
import { describe, expect } from 'vitest'
import { type Activity, cancel, findActivity, fits, inArabic } from './holiday-acts.ts'
import { addressesOf, openWorld } from './world.ts'

const { family } = addressesOf('stevns')

describe('Venner: børn fra to familier går sammen', () => {
  const { at, look, faults, step } = openWorld()
  let activity: Activity
  let wishes = ''

  step('Trine laver en gruppe for Asger og får en kode, som hun selv giver videre', async () => {
    activity = await findActivity('activity for two friends', `o.capacity - o.taken - o.reserved >= 4 and o.waiting = 0 and o.price > 0 and ${fits('Asger', 'Bjørk')}
      and not exists (select 1 from signup s join person c on c.kommune_id = s.kommune_id and c.id = s.child_id join offer h on h.kommune_id = s.kommune_id and h.id = s.offer_id
        where s.place and c.name in ('Asger Holm', 'Bjørk Ellevang') and h.season_from <= o.season_to and h.season_to >= o.season_from)`)
    const page = await at('trine', 'phone')
    await logIn(page, 'family', 'stevns', 'trine', `/stevns/ferie/${activity.programId}`)
    await page.getByRole('link', { name: 'Gå sammen med venner' }).click()
    await page.getByRole('heading', { level: 1, name: 'Venner sammen' }).waitFor()
    await look(page, 'venner-ingen')
    await makeGroup(page, 'Asger')
    await look(page, 'venner-kode')
  })

  step('Jens åbner linket, logger ind, ser hvem der inviterer og til hvad, og siger ja for Bjørk', async () => {
    const code = await codeOn(await at('trine', 'phone'))
    const page = await at('jens', 'phone')
    await page.goto(`${family}/ferie/${activity.programId}/venner#${code}`)
    await page.getByRole('link', { name: 'Log ind med MitID' }).waitFor()
    // The secret is out of the address before a login could carry it along.
    await expect.poll(() => page.url()).not.toContain(code)
    await logIn(page, 'family', 'stevns', 'modulus-11', `/stevns/ferie/${activity.programId}/venner`)
    await page.getByRole('heading', { name: 'Invitation fra Asger H.' }).waitFor()
    await look(page, 'venner-invitation')
    await look(await inArabic(page), 'venner-invitation-ar')
    await page.context().clearCookies({ name: 'medspil-language' })
    await page.reload()
    await page.getByRole('button', { name: 'Ja, gå med' }).click()
    await page.getByRole('heading', { name: 'Bjørk og Asger H.' }).waitFor()
    expect(await page.locator('main').innerText()).not.toContain('Holm')
    await look(page, 'venner-med')
    await page.goto(`${family}/ferie/${activity.programId}/venner#${code}`)
    await page.getByText('Koden virker ikke.').waitFor()
    await look(page, 'venner-brugt-kode')
  })

  step('Trine tager pladser til begge; hun ser kun Asgers, og Jens har tid til at betale for Bjørk', async () => {
    const page = await at('trine', 'phone')
    await page.goto(`${family}/find/${activity.id}/tilmeld`)
    await page.getByRole('heading', { name: 'Sammen med Bjørk E.' }).waitFor()
    await look(page, 'venner-tilmeld')
    await page.getByRole('button', { name: 'Tag 2 pladser sammen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Pladsen er holdt til Asger' }).waitFor()
    expect(await page.locator('main').innerText()).not.toContain('Bjørk')
    await look(page, 'venner-trines-plads')
    const placed = await countInDatabase<{ child: string; by: string; minutes: number; together: string }>(`select c.name as child, a.name as by, round(extract(epoch from s.held_until - s.created_at) / 60)::int as minutes, s.group_id as together
      from signup s join person c on c.kommune_id = s.kommune_id and c.id = s.child_id join person a on a.kommune_id = s.kommune_id and a.id = s.requested_by where s.offer_id = $1 and s.state = 'seat-held' and c.name in ('Asger Holm', 'Bjørk Ellevang') order by c.name`, [activity.id])
    expect(placed.map(({ child, by }) => [child, by])).toEqual([['Asger Holm', 'Trine Holm'], ['Bjørk Ellevang', 'Jens Ellevang']])
    expect(placed[0]!.together).toBe(placed[1]!.together)
    expect(placed[1]!.minutes).toBeGreaterThan(placed[0]!.minutes)
    const friend = await at('jens', 'phone')
    await friend.goto(`${family}/ferie/${activity.programId}/vores`)
    await friend.getByText('plads er holdt, mens I betaler').waitFor()
    await look(friend, 'venner-jens-plads')
  })

  step('Jens går ud af gruppen med ét tryk og kommer med igen med ét', async () => {
    const page = await at('jens', 'phone')
    await page.goto(`${family}/ferie/${activity.programId}/venner`)
    await page.getByRole('button', { name: 'Gå ud af gruppen' }).click()
    await page.getByRole('heading', { name: 'I er gået ud af gruppen' }).waitFor()
    await look(page, 'venner-ude')
    const other = await at('trine', 'phone')
    await other.goto(`${family}/ferie/${activity.programId}/venner`)
    await other.getByText('Gået ud', { exact: true }).waitFor()
    await look(other, 'venner-en-er-gaaet')
    await page.getByRole('button', { name: 'Gå med igen' }).click()
    await page.getByRole('heading', { name: 'Bjørk og Asger H.' }).waitFor()
  })

  step('I programmet med lodtrækning ønsker de det samme sammen, hver for sig', async () => {
    const [program] = await countInDatabase<{ id: string }>(`select id from holiday_program where way = 'draw' and state = 'wishing' order by from_day limit 1`)
    const [wished] = await countInDatabase<{ id: string; title: string }>(`select o.id, o.title from offer o where o.program_id = $1 and o.state = 'published' and o.cancelled_at is null and ${fits('Asger', 'Bjørk')} and o.capacity > 2
      and not exists (select 1 from offer x where x.program_id = o.program_id and x.id <> o.id and x.title = o.title)
      and not exists (select 1 from signup s join person c on c.kommune_id = s.kommune_id and c.id = s.child_id where s.offer_id = o.id and c.name in ('Asger Holm', 'Bjørk Ellevang')) order by o.title limit 1`, [program?.id])
    wishes = `${family}/ferie/${program?.id}`
    const [trine, jens] = [await at('trine', 'phone'), await at('jens', 'phone')]
    await trine.goto(`${wishes}/venner`)
    await makeGroup(trine, 'Asger')
    await look(trine, 'venner-oensker-gruppe')
    await jens.goto(`${wishes}/venner`)
    await jens.getByLabel('Koden fra jeres venner').fill((await codeOn(trine)).toUpperCase())
    await jens.getByRole('button', { name: 'Se invitationen' }).click()
    await jens.getByRole('button', { name: 'Ja, gå med' }).click()
    await jens.getByRole('heading', { name: 'Bjørk og Asger H.' }).waitFor()
    for (const [page, child] of [[trine, 'Asger'], [jens, 'Bjørk']] as const) {
      await page.goto(`${wishes}/oensker`)
      const chip = page.getByRole('button', { name: child, exact: true })
      await page.getByRole('heading', { level: 1, name: 'Ønsker' }).waitFor()
      if (await chip.count() > 0) await chip.click()
      await page.getByLabel('Søg').fill(wished!.title)
      await page.getByRole('button', { name: `Ønsk ${wished!.title}` }).first().click()
      await page.getByRole('listitem').filter({ hasText: wished!.title }).getByRole('button', { name: 'Kun sammen med venner' }).click()
      await page.getByText('Gemt', { exact: true }).waitFor()
    }
    await look(jens, 'venner-oensker')
    const tied = await countInDatabase<{ child: string; tie: string | null }>(`select c.name as child, s.group_id as tie from signup s join person c on c.kommune_id = s.kommune_id and c.id = s.child_id
      where s.offer_id = $1 and s.state = 'wished' and c.name in ('Asger Holm', 'Bjørk Ellevang') order by 1`, [wished?.id])
    expect(tied.map(({ child }) => child)).toEqual(['Asger Holm', 'Bjørk Ellevang'])
    expect(tied[0]!.tie).not.toBeNull()
    expect(tied[1]!.tie).toBe(tied[0]!.tie)
  })

  step('På en stor skærm og fra højre mod venstre', async () => {
    const page = await at('trine-desk', 'desk')
    await logIn(page, 'family', 'stevns', 'trine', `/stevns/ferie/${activity.programId}/venner`)
    await page.getByRole('heading', { level: 1, name: 'Venner sammen' }).waitFor()
    await look(page, 'venner-stor')
    await page.goto(`${family}/find/${activity.id}/tilmeld`)
    await page.getByRole('heading', { name: 'Sammen med Bjørk E.' }).waitFor()
    await look(page, 'venner-tilmeld-stor')
    await page.goto(`${family}/ferie/${activity.programId}/venner`)
    await look(await inArabic(page), 'venner-stor-ar')
  })

  step('Begge giver pladsen tilbage, hver sin', async () => {
    for (const [name, child] of [['trine', 'Asger Holm'], ['jens', 'Bjørk Ellevang']] as const) {
      const [held] = await countInDatabase<{ id: string }>(`select s.id from signup s join person c on c.kommune_id = s.kommune_id and c.id = s.child_id where s.offer_id = $1 and s.state = 'seat-held' and c.name = $2`, [activity.id, child])
      await cancel(await at(name, 'phone'), held!.id, undefined, look, `venner-${name}`)
    }
  })

  step('Ingen side mangler noget', async () => {
    expect(faults).toEqual([])
  })
})

/** Begins a group with one of the children, from the page of friends. */
async function makeGroup(page: Page, child: string): Promise<void> {
  await page.getByRole('button', { name: 'Lav en gruppe' }).click()
  await page.getByRole('radio', { name: child }).check()
  await page.getByRole('button', { name: 'Ja, lav gruppen' }).click()
  await page.getByRole('heading', { name: 'Inviter vennens familie' }).waitFor()
}

/** The code that stands on the page. */
async function codeOn(page: Page): Promise<string> {
  return page.locator('main').getByText(/^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/).first().innerText()
}
