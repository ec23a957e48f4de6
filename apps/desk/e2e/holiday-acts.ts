import { countInDatabase, type Page, product } from '@medspil/testing/browser'
import { expect } from 'vitest'
import { addressesOf } from './world.ts'

type Look = (page: Page, name: string) => Promise<void>

/** An activity of a holiday programme; `price` in øre. */
export interface Activity { id: string; title: string; programId: string; price: number }

/** Birthdays of Stevns' children, as the register has them. */
const born = { Frida: '2015-01-24', Storm: '2017-05-14', Bjørk: '2016-10-05', Asger: '2016-03-11' } as const

/** Lets these children in on the activity's first day, by their age alone; `o` is the offer. */
export const fits = (...children: (keyof typeof born)[]): string =>
  ["o.admits->>'kind' = 'completed-years'", ...children.map((child) => `extract(year from age(o.season_from, date '${born[child]}')) between o.age_from and o.age_to`)].join(' and ')

/** The first activity of Stevns' open programme that the condition fits; `o` is the offer. */
export async function findActivity(what: string, where: string, order = 'o.title'): Promise<Activity> {
  const [found] = await countInDatabase<Activity>(`select o.id, o.title, o.program_id as "programId", o.price::int as price from offer o
    join kommune k on k.id = o.kommune_id and k.key = 'stevns' join holiday_program p on p.kommune_id = o.kommune_id and p.id = o.program_id and p.way = 'opening-minute' and p.state = 'opening'
    where o.state = 'published' and o.cancelled_at is null and (${where}) order by ${order}, o.id limit 1`)
  if (!found) throw new Error(`the seed holds no ${what}`)
  return found
}

/** Finds an activity among hundreds: the holidays, the programme, the child, a word. */
export async function findInProgram(page: Page, { id, title, programId }: Activity, child: string, look: Look): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Aktiviteter i ferien' }).waitFor()
  await look(page, 'stevns-ferie')
  await page.locator(`main a[href$="/ferie/${programId}"]`).click()
  await page.getByRole('button', { name: child, exact: true }).click()
  await page.getByText(`til ${child}`).first().waitFor()
  await look(page, 'stevns-program')
  await page.getByLabel('Søg').fill(title)
  await page.locator(`main a[href$="/find/${id}"]`).first().waitFor()
  await look(page, 'stevns-program-soegt')
  await page.locator(`main a[href$="/find/${id}"]`).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/**
 * Pays what is held: the page with the sum, Stripe's own page, and back. A card that is turned away comes first where asked for.
 * @param sum as the button at Stripe says it, `300,00`
 * @returns the payment's id
 */
export async function pay(page: Page, { sum, declinedFirst = false }: { sum: string; declinedFirst?: boolean }, look: Look, name: string): Promise<string> {
  await page.getByRole('link', { name: 'Betal nu' }).click()
  await page.getByRole('heading', { level: 1, name: 'Betal for pladserne' }).waitFor()
  await look(page, `${name}-betal`)
  await page.getByRole('button', { name: 'Betal med kort eller MobilePay' }).click()
  await page.waitForURL((url) => url.href.startsWith(product.standins))
  await page.getByRole('heading', { level: 1, name: `Betal ${sum} kr.` }).waitFor()
  if (declinedFirst) {
    await page.getByRole('button', { name: /^Kort, der bliver afvist/ }).click()
    await page.getByRole('alert').filter({ hasText: 'afvist' }).waitFor()
  }
  await page.getByRole('button', { name: `Betal ${sum} kr.` }).click()
  await page.waitForURL((url) => url.href.startsWith(product.family))
  await page.getByRole('heading', { level: 1, name: 'Betalt' }).waitFor({ timeout: 30_000 })
  await page.getByRole('heading', { name: 'Kvittering' }).waitFor()
  await look(page, `${name}-betalt`)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Gives a place back from its own page. @param says what the dialog says of the money; left out where none was paid */
export async function cancel(page: Page, signupId: string, says: RegExp | undefined, look: Look, name: string): Promise<void> {
  await page.goto(`${addressesOf('stevns').family}/tilmelding/${signupId}`)
  await page.getByRole('button', { name: /^Meld .+ fra$/ }).click()
  const dialog = page.getByRole('dialog', { name: /^Vil I melde .+ fra\?$/ })
  if (says) await dialog.getByText(says).waitFor()
  await look(page, `${name}-meld-fra`)
  await dialog.getByRole('button', { name: 'Ja, meld fra' }).click()
  await page.getByRole('heading', { level: 1, name: /er meldt fra$/ }).waitFor()
}

/** What stands at Stripe of a payment: what was charged and what went back, øre. */
export async function atStripe(paymentId: string): Promise<{ charged: number; back: number }> {
  const [payment] = await countInDatabase<{ session: string }>('select session_id as session from payment where id = $1', [paymentId])
  const answer = await fetch(`${product.standins}/stripe/control/checkout/${payment?.session ?? ''}`)
  if (!answer.ok) throw new Error(`payment ${paymentId} is not at Stripe: ${await answer.text()}`)
  const { charges, refunds } = await answer.json() as { charges: { amount: number; paid: boolean }[]; refunds: { amount: number; status: string }[] }
  const sum = (rows: { amount: number }[]) => rows.reduce((total, { amount }) => total + amount, 0)
  return { charged: sum(charges.filter(({ paid }) => paid)), back: sum(refunds.filter(({ status }) => status === 'succeeded')) }
}

/** A child's sign-up to an activity, as the database has it. @param child first name */
export async function signupOf(activity: Activity, child: string): Promise<{ id: string; state: string; reserved: boolean }> {
  const [row] = await countInDatabase<{ id: string; state: string; reserved: boolean }>(`select s.id, s.state, s.reserved from signup s join person c on c.kommune_id = s.kommune_id and c.id = s.child_id
    where s.offer_id = $1 and c.name like $2 || ' %' and (c.name like '% Krag' or c.name like '% Ellevang') order by s.created_at desc limit 1`, [activity.id, child])
  if (!row) throw new Error(`${child} has no sign-up to ${activity.title}`)
  return row
}

/** The place stands in the database as it should, at the latest when the worker has been there. */
export const expectState = (activity: Activity, child: string, state: string): Promise<void> =>
  expect.poll(async () => (await signupOf(activity, child)).state, { timeout: 60_000, interval: 500, message: `${child} in ${activity.title}` }).toBe(state)

/** Whole kroner and øre as Stripe's page and receipts say them. @param ore øre */
export const kroner = (ore: number): string => (ore / 100).toFixed(2).replace('.', ',')

/** The same page in another language, by its code. */
export async function speak(page: Page, language: string): Promise<void> {
  await page.context().addCookies([{ name: 'medspil-language', value: language, url: product.family }])
  await page.reload()
  await page.locator('h1').first().waitFor()
}

/** The same page as it is read from right to left. */
export async function inArabic(page: Page): Promise<Page> {
  await speak(page, 'ar')
  await page.locator('html[dir=rtl]').waitFor()
  return page
}
