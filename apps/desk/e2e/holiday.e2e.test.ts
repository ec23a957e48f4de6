import { countInDatabase, logIn, type Page, product } from '@medspil/testing/browser'
import { logInSeeded } from '@medspil/testing/seeded'
import { describe, expect } from 'vitest'
import { clock } from './clock.ts'
import { type Activity, atStripe, cancel, expectState, findActivity, findInProgram, fits, inArabic, kroner, pay, signupOf, speak } from './holiday-acts.ts'
import { watchPost } from './post.ts'
import { logInAsStaff, nominate } from './staff-acts.ts'
import { addressesOf, openWorld } from './world.ts'

const { family, desk } = addressesOf('stevns')
/** Bjørk's number in the fictive register. */
const bjorksCpr = '6510164006'

describe('Aktiv Sommer: en familie med to børn', () => {
  const { at, look, faults, step } = openWorld()
  let activity: Activity
  let paymentId = ''

  step('Louise skriver Frida og Storm på venteliste sammen', async () => {
    activity = await findActivity('full activity for both', `o.taken = o.capacity and o.capacity between 6 and 24 and o.waiting = 0 and o.reserved = 0 and o.price > 0 and o.season_from > p.from_day and ${fits('Frida', 'Storm')}
      and not exists (select 1 from signup s join person c on c.id = s.child_id where s.offer_id = o.id and c.name like '% Krag')`)
    const page = await at('louise', 'phone')
    await logIn(page, 'family', 'stevns', 'louise', '/stevns/ferie')
    await findInProgram(page, activity, 'Frida', look)
    await page.getByRole('heading', { name: 'Fyldt lige nu' }).waitFor()
    await look(page, 'stevns-to-fyldt')
    await page.getByRole('link', { name: 'Skriv jer på venteliste' }).click()
    await page.getByRole('checkbox', { name: 'Storm' }).check()
    await page.getByText('Der er fyldt. I står i kø sammen.').waitFor()
    await look(page, 'stevns-to-tilmeld')
    await page.getByRole('button', { name: 'Skriv på venteliste' }).click()
    await page.getByRole('heading', { level: 1, name: /er nummer 1 i køen$/ }).waitFor()
    await page.getByText(/venter sammen/).waitFor()
    await look(page, 'stevns-to-venter')
  })

  step('To andre familier melder fra og får det hele tilbage, og først ved den anden rykker begge børn op', async () => {
    const others = await countInDatabase<{ signupId: string; guardianId: string; paymentId: string }>(`select s.id as "signupId", s.requested_by as "guardianId", l.payment_id as "paymentId" from signup s
      join payment_line l on l.kommune_id = s.kommune_id and l.signup_id = s.id and l.outcome = 'placed' where s.offer_id = $1 and s.state = 'confirmed' and s.group_id is null order by s.id limit 2`, [activity.id])
    expect(others).toHaveLength(2)
    const post = await watchPost()
    for (const [n, { signupId, guardianId, paymentId: theirs }] of others.entries()) {
      const page = await at(`other-${n}`, 'phone')
      await logInSeeded(page.context(), guardianId, await clock.offset())
      await cancel(page, signupId, /tilbage af de/, look, `stevns-anden-${n}`)
      await expect.poll(() => atStripe(theirs), { timeout: 60_000, interval: 500 }).toEqual({ charged: activity.price, back: activity.price })
      // One place is none for two who go together.
      if (n === 0) await expectState(activity, 'Storm', 'waiting')
    }
    const [told] = await post.wait('news of the places', ({ to, text }) => to === 'louise@familie.example' && text.includes('ledig plads'))
    expect(told?.text).not.toMatch(/Frida|Storm/)
    const page = await at('louise', 'phone')
    await page.reload()
    await page.getByRole('heading', { level: 1, name: /^Der er plads til (Frida og Storm|Storm og Frida)$/ }).waitFor()
    await look(page, 'stevns-to-tilbudt')
  })

  step('Louise siger ja, bliver afvist med ét kort og betaler med et andet', async () => {
    const page = await at('louise', 'phone')
    await page.getByRole('button', { name: 'Sig ja til pladserne' }).click()
    await page.getByRole('heading', { level: 1, name: /^Pladsen er holdt til/ }).waitFor()
    await look(page, 'stevns-to-holdt')
    paymentId = await pay(page, { sum: kroner(2 * activity.price), declinedFirst: true }, look, 'stevns-to')
    for (const child of ['Frida', 'Storm']) await expectState(activity, child, 'confirmed')
    expect(await atStripe(paymentId)).toEqual({ charged: 2 * activity.price, back: 0 })
    await page.goto(`${family}/ferie/${activity.programId}/vores`)
    await page.getByRole('link', { name: activity.title }).first().waitFor()
    await look(page, 'stevns-jeres-ferie')
    await look(await inArabic(page), 'stevns-jeres-ferie-ar')
    await speak(page, 'da')
  })

  step('Storm melder fra, og kun hans penge kommer tilbage', async () => {
    const page = await at('louise', 'phone')
    const { id } = await signupOf(activity, 'Storm')
    await cancel(page, id, new RegExp(`^I får ${kroner(activity.price).replace(/,00$/, '')}`), look, 'stevns-storm')
    await expect.poll(() => atStripe(paymentId), { timeout: 60_000, interval: 500 }).toEqual({ charged: 2 * activity.price, back: activity.price })
    await page.goto(`${family}/betaling/${paymentId}`)
    await page.getByText('Sendt tilbage').waitFor({ timeout: 30_000 })
    await look(page, 'stevns-storm-tilbage')
    await expectState(activity, 'Storm', 'cancelled-by-family')
    await expectState(activity, 'Frida', 'confirmed')
    const [books] = await countInDatabase<{ open: number }>(`select coalesce(sum(l.amount - l.refunded), 0)::int as open from payment_line l where l.payment_id = $1`, [paymentId])
    expect(books?.open).toBe(activity.price)
    await page.goto(`${family}/betalinger`)
    await page.getByRole('heading', { level: 1, name: 'Kvitteringer' }).waitFor()
    await look(page, 'stevns-kvitteringer')
  })

  step('Storms penge kommer retur fra banken, og fritidsvejlederen betaler dem på en anden måde', async () => {
    const stripe = await at('stripe', 'desk')
    await stripe.goto(`${product.standins}/stripe/payments`)
    await stripe.getByRole('listitem').filter({ hasText: paymentId }).getByRole('button', { name: 'Lad pengene komme retur' }).click()
    const page = await at('vejleder', 'desk')
    await logInAsStaff(page, 'stevns', 'fritidsvejleder', 'i-dag')
    const task = page.getByRole('listitem').filter({ hasText: `penge tilbage for ${activity.title}` })
    await expect.poll(async () => { await page.reload(); await page.getByRole('heading', { level: 1 }).waitFor(); return task.count() }, { timeout: 60_000, interval: 2_000 }).toBe(1)
    await look(page, 'stevns-retur-opgave')
    await task.getByRole('button', { name: /^Se, og betal/ }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText(`Storm til ${activity.title}`).waitFor()
    await look(page, 'stevns-retur')
    const paid = sheet.getByRole('button', { name: / er betalt$/ })
    await paid.click()
    await sheet.getByText('Skriv det, der finder betalingen igen').waitFor()
    await sheet.getByLabel('Bilag eller nummer').fill('NemKonto 4711')
    await paid.click()
    await page.getByText(/^Noteret: .* er betalt på anden måde/).waitFor()
    expect(await task.count()).toBe(0)
    await look(page, 'stevns-retur-noteret')
    await page.getByRole('button', { name: 'Fortryd' }).click()
    await task.getByRole('button', { name: /^Se, og betal/ }).click()
    await sheet.getByLabel('Bilag eller nummer').fill('NemKonto 4711')
    await paid.click()
    await page.getByText(/^Noteret: .* er betalt på anden måde/).waitFor()
    const [owed] = await countInDatabase<{ paid: number; share: number }>(`select (select balance from ledger_account a where a.kommune_id = p.kommune_id and a.key = 'paid-otherwise')::int as paid,
      (select coalesce(sum(balance), 0) from ledger_account a where a.kommune_id = p.kommune_id and a.key = 'co-payment:' || $2)::int as share from payment p where p.id = $1`, [paymentId, (await signupOf(activity, 'Storm')).id])
    expect(owed).toEqual({ paid: activity.price, share: 0 })
    const phone = await at('louise', 'phone')
    await phone.goto(`${family}/betaling/${paymentId}`)
    await phone.getByText('Betalt tilbage på en anden måde').first().waitFor()
    await look(phone, 'stevns-storm-anden-maade')
    await look(await inArabic(phone), 'stevns-storm-anden-maade-ar')
    await speak(phone, 'da')
  })

  step('Ingen side mangler noget', async () => {
    expect(faults).toEqual([])
  })
})

describe('Aktiv Sommer: en reserveret plads', () => {
  const { at, look, faults, step } = openWorld()
  let activity: Activity

  step('Pædagogen finder en aktivitet, der er fyldt for alle andre, og melder Bjørk til', async () => {
    activity = await findActivity('kept place', `o.reserved - o.reserved_taken > 0 and o.capacity = o.taken + o.reserved - o.reserved_taken and o.price = 0 and o.season_from > p.from_day + 4 and ${fits('Bjørk')}`)
    const page = await at('fagperson', 'phone')
    await logInAsStaff(page, 'stevns', 'fagperson', 'giv')
    await nominate(page, 'stevns', { cpr: bjorksCpr, child: 'Bjørk', ordning: 'Aktiv Sommer', guardian: 'Jens Ellevang' }, look)
    await page.goto(`${desk}/mine-boern`)
    await page.getByRole('link', { name: 'Ferieaktiviteter til Bjørk' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ferieaktiviteter til Bjørk' }).waitFor()
    await chooseSummer(page)
    await look(page, 'stevns-for-bjoerk')
    await page.getByLabel('Søg').fill(activity.title)
    await page.getByText(/holdt tilbage/).first().waitFor()
    await look(page, 'stevns-for-bjoerk-fundet')
    const post = await watchPost()
    await page.locator('tr').filter({ hasText: activity.title }).filter({ hasText: 'holdt tilbage' }).getByRole('button', { name: `Tilmeld Bjørk til ${activity.title}` }).click()
    await page.getByText(`Bjørk har en plads på ${activity.title}. Familien får besked.`).waitFor()
    await look(page, 'stevns-for-bjoerk-tilmeldt')
    const { state, reserved } = await signupOf(activity, 'Bjørk')
    expect([state, reserved]).toEqual(['confirmed', true])
    const [told] = await post.wait('news for Jens', ({ to, kind }) => to === 'modulus-11@familie.example' && kind === 'mail')
    expect(told?.text).not.toContain('Bjørk')
  })

  step('Jens ser pladsen som alle andre ser deres, og for andre er der fyldt', async () => {
    const page = await at('jens', 'phone')
    await logIn(page, 'family', 'stevns', 'modulus-11', `/stevns/ferie/${activity.programId}/vores`)
    await page.getByRole('link', { name: activity.title }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Bjørk har en plads' }).waitFor()
    await look(page, 'stevns-bjoerk-plads')
    expect(await page.locator('main').innerText()).not.toMatch(/reserver|holdt tilbage/i)
    const visitor = await at('visitor', 'phone')
    await visitor.goto(`${family}/find/${activity.id}`)
    await visitor.getByRole('heading', { name: 'Fyldt lige nu' }).waitFor()
    expect(await visitor.locator('main').innerText()).not.toMatch(/reserver|holdt tilbage/i)
  })

  step('Ingen side mangler noget', async () => {
    expect(faults).toEqual([])
  })
})

describe('Aktiv Sommer: en aktivitet med 30 børn bliver aflyst', () => {
  const { at, look, faults, step } = openWorld()

  step('Lederen aflyser, alle får besked én gang, og hver øre kommer tilbage', async () => {
    const activity = await findActivity('activity of 30 children', `o.taken >= 30 and o.waiting > 0 and o.price > 0`, 'o.taken desc, o.waiting desc')
    const before = await countInDatabase<{ id: string; state: string }>(`select id, state from signup where offer_id = $1 and state in ('seat-held', 'awaiting-payment', 'requested', 'confirmed', 'offered', 'waiting')`, [activity.id])
    const paid = await countInDatabase<{ paymentId: string; left: number }>(`select l.payment_id as "paymentId", (l.amount - l.refunded)::int as left from payment_line l join signup s on s.kommune_id = l.kommune_id and s.id = l.signup_id
      where s.offer_id = $1 and s.state in ('requested', 'confirmed') and l.outcome = 'placed'`, [activity.id])
    const waiting = before.filter(({ state }) => state === 'waiting').length
    expect(before.length - waiting).toBeGreaterThanOrEqual(30)
    expect(paid.length).toBeGreaterThanOrEqual(30)
    const sum = paid.reduce((total, { left }) => total + left, 0)

    const page = await at('leader', 'desk')
    await logInAsStaff(page, 'stevns', 'leader', `ferie/${activity.programId}`)
    await page.getByLabel('Find en aktivitet').fill(activity.title)
    await look(page, 'stevns-leder-program')
    await page.locator(`a[href$="/aktivitet/${activity.id}"]`).click()
    await page.getByRole('button', { name: 'Aflys aktiviteten' }).click()
    const dialog = page.getByRole('dialog', { name: `Aflys ${activity.title}?` })
    await dialog.getByText(`${before.length - waiting} børn mister pladsen, og ${waiting === 1 ? '1 barn' : `${waiting} børn`} på ventelisten får besked.`).waitFor()
    expect((await dialog.innerText()).replaceAll('.', '')).toContain(`får ${kroner(sum).replace(/,00$/, '')}`)
    await look(page, 'stevns-aflys')
    await dialog.getByLabel('Hvorfor bliver den ikke til noget?').fill('Instruktøren er blevet syg, og vi har ikke fundet en anden.')
    const post = await watchPost()
    const since = new Date(Date.now() + await clock.offset())
    await dialog.getByRole('button', { name: 'Aflys for alle' }).click()
    await page.getByText('Aktiviteten er aflyst. Vi er ved at sige det til alle.').waitFor()
    await look(page, 'stevns-aflyst-undervejs')
    await page.getByText('Aktiviteten er aflyst, og alle har fået besked.').waitFor({ timeout: 100_000 })
    await page.getByText(`${before.length} af ${before.length} har fået besked`).waitFor()
    await page.getByText(new RegExp(`^${paid.length} af ${paid.length} har fået pengene tilbage`)).waitFor()
    await look(page, 'stevns-aflyst')

    const after = await countInDatabase<{ id: string; state: string }>('select id, state from signup where id = any($1)', [before.map(({ id }) => id)])
    expect(after.filter(({ state }) => state !== 'cancelled-by-kommune')).toEqual([])
    for (const { paymentId, left } of paid) expect(await atStripe(paymentId)).toMatchObject({ back: left })
    const told = await countInDatabase<{ signupId: string; personId: string; mail: string | null; times: number }>(`select j.payload->>'subjectId' as "signupId", j.payload->>'personId' as "personId", p.mail, count(*)::int as times from outbox_job j
      join person p on p.kommune_id = j.kommune_id and p.id = (j.payload->>'personId')::uuid where j.name = 'tell-family' and j.done_at is not null and j.payload->>'subjectId' = any($1) and j.payload->>'purpose' = 'news' and j.at >= $2 group by 1, 2, 3`, [before.map(({ id }) => id), since])
    expect(new Set(told.map(({ signupId }) => signupId)).size, 'every family is told').toBe(before.length)
    expect(told.filter(({ times }) => times !== 1), 'and once').toEqual([])
    const mails = await post.arrived(({ kind }) => kind === 'mail')
    for (const mail of new Set(told.flatMap((one) => one.mail ?? []))) expect(mails.filter(({ to }) => to === mail).length, `mails to ${mail}`).toBe(told.filter((one) => one.mail === mail).length)
  })

  step('Ingen side mangler noget', async () => {
    expect(faults).toEqual([])
  })
})

/** The summer's programme, when the page opens with another one. */
async function chooseSummer(page: Page): Promise<void> {
  const chip = page.getByRole('button', { name: /^Aktiv Sommer/ })
  if ((await chip.getAttribute('aria-pressed')) !== 'true') await chip.click()
}
