import { countInDatabase, logIn, type Page, product } from '@medspil/testing/browser'
import { linkFragment } from '@medspil/testing/seeded'
import { describe, expect } from 'vitest'
import { clock } from './clock.ts'
import { type Activity, findActivity, fits, signupOf } from './holiday-acts.ts'
import { addressesOf, openWorld } from './world.ts'

const { family } = addressesOf('stevns')
/** Everything the pages ask the server. */
const calls = /\/trpc\//
/** What the family writes to the activity's adults, and nobody else may ever read. */
const allergy = 'Kan ikke tåle jordnødder'

describe('Aktiv Sommer: arrangøren sætter kryds uden net', () => {
  const { at, look, faults, step } = openWorld()
  let activity: Activity
  let link = ''
  let children: string[] = []

  step('Jens tager en plads til Bjørk og skriver, hvad de voksne skal vide', async () => {
    activity = await findActivity('free activity with room', `o.price = 0 and o.capacity - o.taken - o.reserved + o.reserved_taken > 0 and o.taken between 3 and 16 and ${fits('Bjørk')} and (select count(distinct s.display_name) = count(*) from signup s where s.offer_id = o.id and s.place)
      and not exists (select 1 from signup s join occurrence theirs on theirs.offer_id = s.offer_id join occurrence ours on ours.offer_id = o.id and ours.day = theirs.day join person c on c.id = s.child_id where c.name = 'Bjørk Ellevang' and s.place)`, 'o.season_from')
    const page = await at('jens', 'phone')
    await logIn(page, 'family', 'stevns', 'modulus-11', `/stevns/find/${activity.id}/tilmeld`)
    await page.getByText('Det er gratis.').waitFor()
    await page.getByRole('button', { name: 'Tag pladsen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bjørk har en plads' }).waitFor()
    await look(page, 'stevns-sommer-plads')
    await page.locator('main a[href$="/oplysninger"]').click()
    await page.getByRole('heading', { level: 1, name: 'Hvad skal de voksne vide om Bjørk?' }).waitFor()
    await page.getByLabel('Hvem kan de ringe til den dag?').fill('20 30 40 50')
    await page.getByLabel(/^Er der noget, Bjørk ikke kan tåle/).fill(allergy)
    await look(page, 'stevns-oplysninger')
    await page.getByRole('button', { name: 'Gem til de voksne' }).click()
    await page.getByText('Det er gemt').waitFor()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look(page, 'stevns-dage')
  })

  step('På dagen åbner arrangøren listen, med det, de voksne skal vide', async () => {
    const [organiser] = await countInDatabase<{ id: string; day: string }>('select forening_id as id, season_from::text as day from offer where id = $1', [activity.id])
    // Before the hour at which lists are sent: a sent one would end the link that the test makes itself.
    await clock.forward({ days: Math.round((Date.parse(organiser?.day ?? '') - Date.parse(await clock.today())) / 86_400_000) - 1, hours: 16 })
    const page = await at('organiser', 'phone')
    link = `${product.desk}/l#${await linkFragment({ kommune: 'stevns', purpose: 'team-list', subjectId: activity.id, foreningId: organiser!.id })}`
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: activity.title }).waitFor()
    const note = page.locator('details.care summary').filter({ hasText: 'Allergi' })
    await note.waitFor()
    await look(page, 'stevns-dagsliste')
    await note.click()
    await page.getByText(allergy).first().waitFor()
    await look(page, 'stevns-dagsliste-allergi')
    children = (await page.getByRole('button', { name: /: Mødt$/ }).evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''))).map((label) => label.replace(/: Mødt$/, ''))
    expect(children.length).toBeGreaterThanOrEqual(4)
    expect(new Set(children).size, 'no two children of one name').toBe(children.length)
    // The page and its files are put on the phone when the list has been seen once.
    await expect.poll(() => page.evaluate(async () => Boolean(await (await caches.open('medspil-link')).match('/l')) && navigator.serviceWorker.controller !== null)).toBe(true)
  })

  step('Uden net bliver krydsene på telefonen, også når siden hentes igen, og allergien gør ikke', async () => {
    const page = await at('organiser', 'phone')
    await page.context().setOffline(true)
    // A page that is fetched again is a new one to Chromium, and reaches the net for a moment before it is taken away too.
    await page.context().route(calls, (route) => route.abort('internetdisconnected'))
    for (const child of children) await mark(page, child, 'Mødt')
    // One was not there after all: what arrives is the last word.
    const [away, ...here] = children
    await mark(page, away!, 'Ikke mødt')
    await page.getByText(`${children.length} kryds er gemt på telefonen.`).waitFor()
    await look(page, 'stevns-uden-net')
    expect(await marks()).toEqual([])
    // Chromium lets a page that is fetched again reach the net for a moment, so that a mark or two may arrive already.
    await page.reload()
    await page.getByText('Intet net lige nu.').waitFor({ timeout: 30_000 })
    await look(page, 'stevns-uden-net-hentet-igen')
    expect(await page.locator('body').innerText()).not.toContain(allergy)
    for (const said of [`${away}: Ikke mødt`, ...here.map((child) => `${child}: Mødt`)]) expect(await page.getByRole('button', { name: said }).getAttribute('aria-pressed')).toBe('true')
  })

  step('Nettet kommer igen, og hvert kryds kommer frem én gang', async () => {
    const page = await at('organiser', 'phone')
    await page.context().unroute(calls)
    await page.context().setOffline(false)
    await expect.poll(async () => (await marks()).length, { timeout: 30_000, interval: 500 }).toBe(children.length)
    await page.getByText('Intet net lige nu.').waitFor({ state: 'detached' })
    await look(page, 'stevns-med-net')
    await page.reload()
    await page.getByText(`${children.length} af ${children.length} er sat.`).waitFor()
    await expectOnce()
  })

  step('Går svaret tabt på vejen, sendes krydset igen og tæller stadig én gang', async () => {
    const page = await at('organiser', 'phone')
    let sent = 0
    page.on('request', (request) => { sent += request.url().includes('attendance.mark') ? 1 : 0 })
    await page.evaluate(loseOneAnswer)
    await mark(page, children[0]!, 'Mødt')
    // The page tries again by itself.
    await expect.poll(() => sent, { timeout: 30_000 }).toBe(2)
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('medspil-marks:')).length), { timeout: 30_000 }).toBe(0)
    const { id } = await signupOf(activity, 'Bjørk')
    const all = await marks()
    expect(all).toHaveLength(children.length + 1)
    expect(all.filter(({ mark: said }) => said === 'present')).toHaveLength(children.length)
    expect(all.some(({ signupId }) => signupId === id)).toBe(true)
    await page.goto(`${family}/`)
    await page.goto(link)
    await page.getByText(`${children.length} af ${children.length} er sat.`).waitFor()
    await look(page, 'stevns-alle-sat')
  })

  step('Ingen side mangler noget', async () => {
    expect(faults).toEqual([])
  })

  const marks = () => countInDatabase<{ signupId: string; mark: string }>('select m.signup_id as "signupId", m.mark from attendance_mark m join signup s on s.kommune_id = m.kommune_id and s.id = m.signup_id where s.offer_id = $1', [activity.id])

  async function expectOnce() {
    const all = await marks()
    expect(all).toHaveLength(children.length)
    expect(new Set(all.map(({ signupId }) => signupId)).size).toBe(children.length)
    expect(all.filter(({ mark: said }) => said === 'absent')).toHaveLength(1)
  }
})

/** Runs in the page: the server does the next mark, and its answer never comes. */
function loseOneAnswer(): void {
  const real = globalThis.fetch
  globalThis.fetch = async (...given) => {
    const answer = await real(...given)
    if (!answer.url.includes('attendance.mark')) return answer
    globalThis.fetch = real
    throw new TypeError('Failed to fetch')
  }
}

async function mark(page: Page, child: string, said: 'Mødt' | 'Ikke mødt'): Promise<void> {
  const button = page.getByRole('button', { name: `${child}: ${said}`, exact: true })
  await button.click()
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true')
}
