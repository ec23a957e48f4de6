import { countInDatabase, logIn } from '@medspil/testing/browser'
import { describe, expect } from 'vitest'
import { clock } from './clock.ts'
import { type Activity, cancel, expectState, findActivity, findInProgram, fits, kroner, pay, signupOf } from './holiday-acts.ts'
import { watchPost } from './post.ts'
import { decide, give, logInAsStaff, nominate } from './staff-acts.ts'
import { addressesOf, openWorld } from './world.ts'

/** Numbers in the fictive register. */
const [fridasCpr, hamzasCpr] = ['8401154028', '7606174009']

describe('Aktiv Sommer: den sidste plads, køen, og den næste rykker op', () => {
  const { at, look, faults, step } = openWorld()
  let activity: Activity

  step('Pædagogen indstiller Frida, og kommunen giver hende et pas til ferien', async () => {
    const fagperson = await at('fagperson', 'phone')
    await logInAsStaff(fagperson, 'stevns', 'fagperson', 'giv')
    const reference = await nominate(fagperson, 'stevns', { cpr: fridasCpr, child: 'Frida', ordning: 'Aktiv Sommer', guardian: 'Louise Krag' }, look)
    const caseworker = await at('caseworker', 'desk')
    await logInAsStaff(caseworker, 'stevns', 'caseworker', 'indbakke')
    await decide(caseworker, 'stevns', { reference, child: 'Frida', sum: '400 kr.', reasons: ['Frida kommer ikke afsted uden hjælp.'] }, look)
  })

  step('Frida får den sidste plads, ser prisen, før hun tager den, og betaler', async () => {
    activity = await findActivity('activity with one place left', `o.capacity - o.taken - o.reserved + o.reserved_taken = 1 and o.waiting = 0 and ${fits('Frida')} and o.price > 0
      and not exists (select 1 from signup s join person c on c.id = s.child_id where s.offer_id = o.id and c.name like '% Krag')`)
    const page = await at('louise', 'phone')
    await logIn(page, 'family', 'stevns', 'louise', '/stevns/ferie')
    await findInProgram(page, activity, 'Frida', look)
    await page.getByRole('heading', { name: '1 ledig plads' }).waitFor()
    await look(page, 'stevns-aktivitet')
    await page.getByRole('link', { name: 'Tag en plads' }).click()
    // What the family pays itself stands there before the place is taken.
    await page.getByText(/^I betaler \d/).waitFor()
    await look(page, 'stevns-tilmeld')
    await page.getByRole('button', { name: 'Tag pladsen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Pladsen er holdt til Frida' }).waitFor()
    await look(page, 'stevns-plads-holdt')
    await pay(page, { sum: kroner(activity.price) }, look, 'stevns-frida')
    await expectState(activity, 'Frida', 'confirmed')
  })

  step('Bjørk kommer på venteliste som nummer 1 og ser sin chance', async () => {
    const page = await at('jens', 'phone')
    await logIn(page, 'family', 'stevns', 'modulus-11', `/stevns/find/${activity.id}`)
    await page.getByRole('heading', { name: 'Fyldt lige nu' }).waitFor()
    await page.getByText('I bliver nummer 1.').waitFor()
    await look(page, 'stevns-fyldt')
    await page.getByRole('link', { name: 'Skriv jer på venteliste' }).click()
    await page.getByRole('button', { name: 'Skriv på venteliste' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bjørk er nummer 1 i køen' }).waitFor()
    await page.getByText('ud af 10 får en plads').waitFor()
    await look(page, 'stevns-venteliste')
  })

  step('Frida melder fra, og Bjørk får pladsen tilbudt, siger ja og betaler', async () => {
    const post = await watchPost()
    const page = await at('louise', 'phone')
    await cancel(page, (await signupOf(activity, 'Frida')).id, /tilbage af de/, look, 'stevns-frida')
    await look(page, 'stevns-meldt-fra')
    const [told] = await post.wait('news of the place', ({ to, text }) => to === 'modulus-11@familie.example' && text.includes('ledig plads'))
    expect(told?.text).not.toContain('Bjørk')
    const next = await at('jens', 'phone')
    await next.reload()
    await next.getByRole('heading', { level: 1, name: 'Der er en plads til Bjørk' }).waitFor()
    await look(next, 'stevns-tilbudt')
    await next.getByRole('button', { name: 'Sig ja til pladsen' }).click()
    await next.getByRole('heading', { level: 1, name: 'Pladsen er holdt til Bjørk' }).waitFor()
    await pay(next, { sum: kroner(activity.price) }, look, 'stevns-bjoerk')
    await expectState(activity, 'Bjørk', 'confirmed')
    const [full] = await countInDatabase<{ taken: number; capacity: number }>('select taken, capacity from offer where id = $1', [activity.id])
    expect(full?.taken).toBe(full?.capacity)
  })

  step('Ingen side mangler noget', async () => {
    expect(faults).toEqual([])
  })
})

describe('Fritidsguide: tre siger ja, en tur, og en attest der udløber', () => {
  const { at, look, faults, step } = openWorld()

  step('Hamza får et forløb, og fritidsvejlederen spørger Karim', async () => {
    const fagperson = await at('fagperson', 'phone')
    await logInAsStaff(fagperson, 'holstebro', 'fagperson', 'giv')
    await give(fagperson, 'holstebro', { cpr: hamzasCpr, child: 'Hamza', ordning: 'Guide to Move', guardian: 'Fatima Rashid', supports: ['Vejledning'] }, look)
    const page = await at('fritidsvejleder', 'desk')
    await logInAsStaff(page, 'holstebro', 'fritidsvejleder', 'boern')
    await page.getByLabel('Find et barn').fill('Hamza')
    const href = await page.getByRole('link', { name: 'Hamza Rashid' }).getAttribute('href')
    await page.goto(`${addressesOf('holstebro').desk.replace(/\/holstebro$/, '')}${href ?? ''}/guide`)
    await page.getByRole('button', { name: 'Fodbold' }).click()
    await page.getByRole('button', { name: 'Arabisk' }).click()
    await page.getByText('En, der kan lide fodbold. Gerne en, der kan arabisk.').waitFor()
    await look(page, 'holstebro-find-en-guide')
    await page.getByRole('button', { name: 'Spørg Karim' }).click()
    await page.getByRole('heading', { level: 1, name: 'Karim er spurgt' }).waitFor()
    await look(page, 'holstebro-guide-spurgt')
  })

  step('Karim siger ja, og Hamzas mor siger ja', async () => {
    const guide = await at('karim', 'phone')
    await logIn(guide, 'guide', 'holstebro', 'karim', '/holstebro/ture')
    await guide.getByRole('heading', { name: 'Vil du følges med Hamza?' }).waitFor()
    await look(guide, 'holstebro-karim-spurgt')
    await guide.getByRole('button', { name: 'Ja, det vil jeg gerne' }).click()
    await guide.getByText('Familien er spurgt').waitFor()
    const mother = await at('fatima', 'phone')
    await logIn(mother, 'family', 'holstebro', 'fatima', '/holstebro/guide')
    await mother.getByRole('heading', { name: 'Karim vil gerne følges med Hamza' }).waitFor()
    await look(mother, 'holstebro-mor-guide')
    await mother.getByRole('button', { name: 'Ja, det vil vi gerne' }).click()
    await mother.getByRole('heading', { name: 'Karim følges med Hamza' }).waitFor()
    await look(mother, 'holstebro-mor-foelges')
  })

  step('En tur bliver planlagt, gået og skrevet ind', async () => {
    const guide = await at('karim', 'phone')
    await plan(await clock.today(), '00:00')
    await guide.getByRole('button', { name: 'Hentet' }).click()
    await guide.getByRole('button', { name: 'Fremme' }).click()
    await guide.getByRole('button', { name: 'Hjemme' }).click()
    await guide.getByLabel('Hvor mange minutter brugte du?').fill('90')
    await look(guide, 'holstebro-tur-slut')
    await guide.getByRole('button', { name: 'Gem turen' }).click()
    await guide.getByText('1 time 30 min.').first().waitFor()
    await look(guide, 'holstebro-ture')
  })

  step('Attesten udløber, og turen i morgen stopper samme dag', async () => {
    const today = await clock.today()
    const tomorrow = new Date(Date.parse(`${today}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    await plan(tomorrow, '16:00')
    const desk = await at('fritidsvejleder', 'desk')
    await desk.goto(`${addressesOf('holstebro').desk}/guider`)
    await desk.getByRole('heading', { level: 1 }).waitFor()
    await look(desk, 'holstebro-guider')
    await desk.getByRole('button', { name: 'Skriv attesten ind for Karim Nasser' }).click()
    await fillDay(desk, 'Til og med hvilken dag gælder den?', today)
    await desk.getByRole('dialog').getByRole('button', { name: 'Gem' }).click()
    await desk.getByText('Attesten er skrevet ind').waitFor()
    await clock.forward({ days: 1 })
    const guide = await at('karim', 'phone')
    await expect.poll(async () => {
      await guide.goto(`${addressesOf('holstebro').desk}/ture`)
      await guide.getByText('Ingen nye ture lige nu.').waitFor()
      return guide.getByText('Aflyst').first().isVisible()
    }, { timeout: 60_000, interval: 2000 }).toBe(true)
    expect(await guide.getByRole('button', { name: 'Hentet' }).count()).toBe(0)
    await look(guide, 'holstebro-attest-udloebet')
  })

  step('Ingen side mangler noget', async () => {
    expect(faults).toEqual([])
  })

  async function plan(day: string, time: string) {
    const guide = await at('karim', 'phone')
    await guide.goto(`${addressesOf('holstebro').desk}/ture`)
    await guide.getByRole('button', { name: 'Planlæg en tur med Hamza' }).click()
    await fillDay(guide, 'Hvilken dag?', day)
    await guide.getByLabel('Hvornår mødes I?').fill(time)
    await guide.getByLabel('Hvor mødes I?').fill('Hjemme hos Hamza')
    await look(guide, `holstebro-planlaeg-tur-${time.slice(0, 2)}`)
    await guide.getByRole('dialog').getByRole('button', { name: 'Gem turen' }).click()
    await guide.getByText('Turen er planlagt').waitFor()
  }
})

/** Day, month and year in the three fields of a date. @param day ISO */
async function fillDay(page: Awaited<ReturnType<ReturnType<typeof openWorld>['at']>>, label: string, day: string) {
  const [year = '', month = '', date = ''] = day.split('-')
  const group = page.getByRole('group', { name: label })
  await group.getByLabel('Dag').fill(String(Number(date)))
  await group.getByLabel('Måned').fill(String(Number(month)))
  await group.getByLabel('År').fill(year)
}
