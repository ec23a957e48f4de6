import { countInDatabase, product } from '@medspil/testing/browser'
import { describe, expect } from 'vitest'
import { apply, radio, takeQuickTest, write } from './apply-acts.ts'
import { clock } from './clock.ts'
import { answerAll, logInAsFamily, readLetter, showPass, takePlace } from './family-acts.ts'
import { markPresent, sayYes, seeMoney } from './forening-acts.ts'
import { linkIn, watchPost } from './post.ts'
import { expectSameCounts } from './report-acts.ts'
import { decide, give, logInAsStaff, prepare, release, seeCourse } from './staff-acts.ts'
import { openWorld } from './world.ts'

/** The two ways: the same ground from the place to the outcome, begun by a fagperson and by the family itself. */
const yara = { kommune: 'slagelse', parent: 'amira', child: 'Yara', shown: 'Yara A.', offer: 'Svømning, begynder', forening: 'Svømmeklubben Delfinen', ordning: 'Hel Fritid', kroner: '750', mail: 'formand-10203042@forening.example' }
const leyla = { kommune: 'holstebro', parent: 'aylin', child: 'Leyla', shown: 'Leyla D.', offer: 'Svømmeskole', forening: 'Svømmeklubben Storåen', ordning: 'Guide to Move', kroner: '600', mail: 'formand-10204238@forening.example' }
const ways = [yara, leyla]
type Way = typeof yara

/** Yara's number in the fictive register: 60 is added to the day, so nobody can have it. */
const yarasCpr = '7102174008'

describe('Hele vejen, to gange: fra mødt til stadig med efter 3 måneder', () => {
  const { at, look, faults, step } = openWorld()

  step('En fagperson giver Yara Hel Fritid', async () => {
    const post = await watchPost()
    const page = await at('fagperson', 'phone')
    await logInAsStaff(page, 'slagelse', 'fagperson', 'giv')
    await give(page, 'slagelse', { cpr: yarasCpr, child: 'Yara', ordning: 'Hel Fritid', guardian: 'Amira Ahmadi', months: '12' }, look)
    // The words name nobody: a phone lies open on a table.
    const [news] = await post.wait('news for Amira', ({ to, kind }) => to === 'amira@familie.example' && kind === 'mail')
    expect(news?.text).toContain('Der er nyt til dig')
    expect(news?.text).not.toContain('Yara')
  })

  step('Leylas mor ser, om de kan få det, og søger', async () => {
    const page = await at('aylin', 'phone')
    await takeQuickTest(page, 'holstebro', look)
    await page.getByRole('heading', { level: 1, name: /Det ligner et ja|Et menneske ser på det/ }).waitFor()
    const { reference, answerBy } = await apply(page, 'holstebro', { persona: 'Aylin Demir', child: 'Leyla Demir' }, [
      ['Hvem er det til?', radio('Mit barn')],
      ['Hvad siger barnet selv?', write('Jeg vil svømme ligesom Alma.')],
      ['Går barnet til noget nu?', radio('Nej')],
      ['Står prisen i vejen?', write('Vi er to børn og én løn.')],
      ['Er passet det, der skal til for at komme i gang?', write('Ja, ellers bliver det ikke til noget.')],
      ['Betaler andre for kontingent?', radio('Nej')],
      ['Hvad skal I bruge?', (shown) => shown.getByRole('checkbox', { name: 'Kontingent' }).check()],
      ['Hvad kan barnet lide?', (shown) => shown.getByRole('checkbox', { name: 'Svømning' }).check()],
      ['Hvilke dage passer bedst?', null],
      ['Vil barnet gerne have en med?', null],
    ], look)
    expect(reference).toMatch(/^\S{4,}$/)
    expect(answerBy).not.toBe('')
    const caseworker = await at('caseworker', 'desk')
    await logInAsStaff(caseworker, 'holstebro', 'caseworker', 'indbakke')
    await decide(caseworker, 'holstebro', { reference, child: 'Leyla', sum: '600 kr.', reasons: ['Familien har én løn til fire og har ikke råd til kontingentet.', 'Leyla kender et barn på holdet og begynder, når prisen ikke står i vejen.'] }, look)
  })

  for (const way of ways) {
    const { kommune, parent, child, shown, offer, mail } = way
    step(`${child}s familie læser brevet, ser passet og tager en plads`, async () => {
      const page = await at(parent, 'phone')
      await logInAsFamily(page, kommune, parent)
      await readLetter(page, kommune, look)
      await showPass(page, kommune, shown, look)
      const post = await watchPost()
      await takePlace(page, kommune, { child, offer, costs: 'I betaler 0 kr.' }, look)
      const [asked] = await post.wait('a question to the forening', ({ to, kind, subject }) => to === mail && kind === 'mail' && subject.includes(offer))
      expect(asked?.text).not.toContain(child)
      await sayYes(await at(`${kommune}-forening`, 'phone'), linkIn(asked!), shown, look, kommune)
    })
  }

  step('Holdene mødes, og trænerne sætter kryds fra linket i holdlisten', async () => {
    // The walks before this one went ahead in time and back again, and a list is sent once.
    const [meeting] = await countInDatabase<{ day: string }>(`select min(day)::text as day from (select o.day from occurrence o join offer f on f.id = o.offer_id
      where f.title = any($1) and o.day > $2::date and exists (select 1 from signup s join person c on c.kommune_id = s.kommune_id and c.id = s.child_id where s.offer_id = f.id and s.place and split_part(c.name, ' ', 1) = any($4))
        and not exists (select 1 from effect e where e.key = 'team-list:' || f.id || ':' || o.day) group by o.day having count(distinct f.title) = $3) both_teams`, [ways.map(({ offer }) => offer), await clock.today(), ways.length, ways.map(({ child }) => child)])
    if (!meeting?.day) throw new Error('the two teams meet on no coming day of their season')
    const post = await watchPost()
    await clock.to(meeting.day)
    for (const { kommune, mail, shown, offer } of ways) {
      const lists = await post.wait(`the team list of ${offer}`, ({ to, kind, subject }) => to === mail && kind === 'mail' && subject === 'Holdlisten er klar')
      await markOn(lists, { kommune, shown, offer })
    }
  })

  async function markOn(lists: readonly { links: string[] }[], { kommune, shown, offer }: Pick<Way, 'kommune' | 'shown' | 'offer'>) {
    const page = await at(`${kommune}-coach`, 'phone')
    // A forening with two teams that day gets a list for each.
    for (const list of lists) {
      await page.goto(linkIn(list))
      await page.getByRole('heading', { level: 1 }).waitFor()
      if ((await page.getByRole('heading', { level: 1 }).innerText()) === offer) return markPresent(page, linkIn(list), { child: shown, team: offer }, look, kommune)
    }
    throw new Error(`no list of ${offer}`)
  }

  for (const { kommune, forening, shown, mail, kroner } of ways) {
    step(`${forening} får pengene: en forbereder, og en anden frigiver`, async () => {
      const post = await watchPost()
      const preparer = await at(`${kommune}-preparer`, 'desk')
      await logInAsStaff(preparer, kommune, 'preparer', 'udbetaling')
      const reference = await prepare(preparer, kommune, forening, look)
      const payer = await at(`${kommune}-payer`, 'desk')
      await logInAsStaff(payer, kommune, 'payer', 'udbetaling')
      await release(payer, kommune, reference, look)
      const paid = await post.wait('the remittance', ({ to, kind, subject }) => to === mail && kind === 'mail' && subject === 'Der er penge på vej')
      await seeMoney(await at(`${kommune}-treasurer`, 'phone'), linkIn(paid[0]!), { child: shown, reference }, look, kommune)
      await expectTransfer(reference, forening, `${kroner},00`)
    })
  }

  step('Tre måneder senere svarer familierne fra linket i en sms', async () => {
    const post = await watchPost()
    await clock.forward({ months: 3, days: 3 })
    for (const { kommune, parent } of ways) {
      const phone = await phoneOf(kommune, parent)
      const asked = await post.wait(`a question to ${parent}`, ({ to, kind, text }) => kind === 'sms' && to === phone && text.includes('Hvordan går det?'))
      await answerAll(await at(`${parent}-sms`, 'phone'), asked, kommune, look)
    }
  })

  for (const { kommune, child, forening } of ways) {
    step(`${kommune}s fritidsvejleder ser, at ${child} er med efter 3 måneder`, async () => {
      const page = await at(`${kommune}-fritidsvejleder`, 'desk')
      await logInAsStaff(page, kommune, 'fritidsvejleder', 'i-dag')
      await seeCourse(page, kommune, { child, says: [forening, 'Første træning', 'Er med (familien, med link)'] }, look)
    })
  }

  step('Lederens tal er dem, databasen tæller til uden os', async () => {
    await clock.forward({ months: 1 })
    for (const { kommune, ordning } of ways) {
      const page = await at(`${kommune}-leader`, 'desk')
      await logInAsStaff(page, kommune, 'leader', 'tal')
      await expectSameCounts(page, { kommune, ordning, today: await clock.today() })
      await look(page, `${kommune}-tal`)
    }
  })

  step('Ingen side mangler noget: axe finder intet, og intet skubber siden til siden', async () => {
    expect(faults).toEqual([])
  })
})

/** The transfer stands at Stripe, to the forening's own account and for the whole sum. */
async function expectTransfer(reference: string, forening: string, sum: string): Promise<void> {
  const [paid] = await countInDatabase<{ account: string; payoutId: string }>(`select f.stripe_account_id as account, p.id as "payoutId" from payout p
    join payout_line l on l.kommune_id = p.kommune_id and l.payout_id = p.id join forening f on f.kommune_id = l.kommune_id and f.id = l.forening_id
    where p.reference = $1 and f.name = $2 limit 1`, [reference, forening])
  const stripe = await (await fetch(`${product.standins}/stripe`, { headers: { accept: 'text/html' } })).text()
  const rows = stripe.split('<tr>').filter((row) => row.includes(paid?.account ?? '?') && row.includes(paid?.payoutId ?? '?'))
  expect(rows.filter((row) => row.includes(sum)).length, `a transfer of ${sum} to ${forening}`).toBeGreaterThan(0)
}

async function phoneOf(kommune: string, parent: string): Promise<string> {
  const [row] = await countInDatabase<{ phone: string }>('select p.phone from person p join kommune k on k.id = p.kommune_id where k.key = $1 and p.mail = $2', [kommune, `${parent}@familie.example`])
  return row?.phone ?? ''
}
