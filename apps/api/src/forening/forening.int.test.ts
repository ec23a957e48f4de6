import { newId } from '@medspil/db'
import type { StaffMember } from '@medspil/domain/access'
import { foreningPoints } from '@medspil/domain/forening'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeForening, makeStaff } from '@medspil/testing/factories'
import { beforeAll, describe, expect, it } from 'vitest'
import { runTicks } from '../jobs/ticks.ts'
import { callerAs, fakeGateways, testEnvironment } from '../testing.ts'
import { today, type World } from '../signup/signup.test-kit.ts'
import { holder, moneyOf, plantForeningWorld, plantRequest, teamRow } from './forening.test-kit.ts'
import { settleWithdrawals } from '../subsidy/settle-withdrawals.ts'
import { remindForeninger, sendTeamLists } from './ticks.ts'

const test = withDatabase()
let world: World
let fritidsvejleder: StaffMember
beforeAll(async () => {
  world = await plantForeningWorld(test())
  fritidsvejleder = await asJob((tx) => makeStaff(tx, 'fritidsvejleder', { name: 'Ida Vejleder' }))
})

const asJob = <T>(work: Parameters<ReturnType<typeof test>['database']['asActor']>[2], now = today) => test().database.asActor(job(world.kommuneId), { now, procedure: 'test' }, work) as Promise<T>
const board = (foreningId = world.foreningId, now = today, gateways = fakeGateways().gateways) => callerAs(test().database, holder(world, 'forening-desk', foreningId, foreningId), { now, gateways })
const desk = (now = today) => callerAs(test().database, fritidsvejleder, { now })
const row = async (sql: string, values: unknown[]) => (await test().admin.query(sql, values)).rows[0]
const rows = async (sql: string, values: unknown[]) => (await test().admin.query(sql, values)).rows
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)

async function confirmed(fee = 75_000n, granted: bigint | null = 100_000n) {
  const request = await plantRequest(test(), world, { granted })
  await board().forening.answerSignup({ requestId: newId(), signupId: request.signupId, answer: { kind: 'yes', fee, periodFrom: '2026-03-10', periodTo: '2026-06-30' } })
  return request
}

describe('barnet kom aldrig', () => {
  it('kravet er ikke betalt: det falder, og pengene er på passet igen', async () => {
    const { signupId, passId, offerId } = await confirmed()
    const before = await moneyOf(test(), world, passId)
    expect(await board().forening.neverCame({ requestId: newId(), ...teamRow(world, { offerId, signupId }) })).toMatchObject({ money: 'not-owed', amount: 75_000n })
    const after = await moneyOf(test(), world, passId)
    expect(after.purse).toEqual({ available: '100000', held: '0', spent: '0' })
    expect(BigInt(before.pool.spent) - BigInt(after.pool.spent)).toBe(75_000n)
    expect(await row('select state, place from signup where id = $1', [signupId])).toEqual({ state: 'no-show', place: false })
    expect(await row('select state, reversal_why from claim where signup_id = $1', [signupId])).toEqual({ state: 'reversed', reversal_why: 'never-came' })
    expect(await row('select sum(balance)::text as sum from ledger_account where key like $1', [`owed:${world.foreningId}:%`])).toMatchObject({ sum: expect.any(String) })
    expect(await rows('select kind from task where signup_id = $1', [signupId])).toEqual([{ kind: 'never-came' }])
    expect(await row('select taken from offer where id = $1', [offerId])).toEqual({ taken: 0 })
    expect(await reasonOf(board().forening.neverCame({ requestId: newId(), ...teamRow(world, { offerId, signupId }) }))).toBe('signup-move-impossible')
  })

  it('kravet er betalt: kommunen beder om pengene igen, og intet flyttes før svaret', async () => {
    const { offerId, signupId, passId } = await confirmed()
    await test().admin.query("update claim set state = 'paid' where signup_id = $1", [signupId])
    expect(await board().forening.neverCame({ requestId: newId(), ...teamRow(world, { offerId, signupId }) })).toMatchObject({ money: 'asked-back', amount: 75_000n })
    expect(await row('select state, amount, cause, deadline::text as deadline from clawback where claim_id = (select id from claim where signup_id = $1)', [signupId])).toEqual({ state: 'proposed', amount: '75000', cause: 'never-came', deadline: '2026-03-24' })
    expect((await moneyOf(test(), world, passId)).purse).toEqual({ available: '25000', held: '0', spent: '75000' })
    expect((await board().forening.money()).askedBack).toMatchObject([{ amount: 75_000n, state: 'proposed' }])
  })

  it('træneren får det samme at vide om et barn med pas og et uden; kun kassereren ser, hvad pengene gør (rød tvilling)', async () => {
    const tell = async (by: 'team-list' | 'forening-desk', granted: bigint | null) => {
      const { offerId, signupId } = await confirmed(75_000n, granted)
      const { rowId: _own, ...said } = await callerAs(test().database, holder(world, by, by === 'team-list' ? offerId : world.foreningId), { now: today }).forening.neverCame({ requestId: newId(), ...teamRow(world, { offerId, signupId }) })
      return said
    }
    expect(await tell('team-list', 100_000n)).toEqual(await tell('team-list', null))
    expect(await tell('forening-desk', 100_000n)).not.toEqual(await tell('forening-desk', null))
  })

  it('kravet er på vej til banken: pengene venter, og en opgave husker det', async () => {
    const { offerId, signupId } = await confirmed()
    await test().admin.query("update claim set state = 'in-payout' where signup_id = $1", [signupId])
    expect(await board().forening.neverCame({ requestId: newId(), ...teamRow(world, { offerId, signupId }) })).toMatchObject({ money: 'waits' })
    expect(await row('select facts from task where signup_id = $1', [signupId])).toEqual({ facts: { saidOn: '2026-03-10', moneyWaits: true } })
  })
})

describe('foreningens egen side', () => {
  it('viser tilbud, børn der venter, erklæring og betaling', async () => {
    const { signupId } = await plantRequest(test(), world)
    const page = await board().forening.mine()
    expect(page).toMatchObject({ approval: 'approved', declaration: { year: 2026, isValid: true, validTo: '2026-12-31', askedYear: null }, payment: { rail: 'nemkonto', isReady: true } })
    expect(page.awaiting).toContainEqual({ signupId, displayName: 'Alma P.', offerTitle: 'Svømning, begynder', askedOn: '2026-03-10', hasAsked: false })
  })

  it('erklæringen gives én gang for året, fra november for det næste, og ved nytår mangler den', async () => {
    const foreningId = await asJob<string>((tx) => makeForening(tx, { declaredYear: null }))
    expect((await board(foreningId).forening.mine()).declaration).toMatchObject({ isValid: false, askedYear: 2026 })
    const give = (year: number, now = today) => board(foreningId, now).forening.declare({ requestId: newId(), year, declaredBy: 'Helle Vandborg', isTrue: true })
    expect((await give(2026)).declaration).toMatchObject({ isValid: true, declaredBy: 'Helle Vandborg', declaredOn: '2026-03-10', askedYear: null })
    expect(await reasonOf(give(2026))).toBe('declaration-not-asked')
    expect(await reasonOf(give(2027))).toBe('declaration-not-asked')
    expect((await board(foreningId, at('2027-01-01')).forening.mine()).declaration).toMatchObject({ isValid: false, askedYear: 2027 })
    expect((await give(2027, at('2026-11-05'))).declaration.askedYear).toBeNull()
    expect((await board(foreningId, at('2027-01-01')).forening.mine()).declaration).toMatchObject({ year: 2027, isValid: true })
  })

  it('kassererens side har beløb, periode og reference, men intet om hvorfor', async () => {
    await confirmed(60_000n)
    const line = (await board().forening.money()).unpaid.find(({ amount }) => amount === 60_000n)
    expect(line).toMatchObject({ displayName: 'Alma P.', state: 'confirmed', missing: null, periodFrom: '2026-03-10' })
    expect(Object.keys(line ?? {}).sort()).toEqual(['amount', 'claimId', 'displayName', 'missing', 'offerTitle', 'periodFrom', 'periodTo', 'reference', 'state'])
    expect((await board(world.foreningId, at('2027-02-01')).forening.money()).unpaid.find(({ claimId }) => claimId === line?.claimId)?.missing).toBe('forening-declaration-missing')
  })

  it('betalingsoplysninger gives hos Stripe, og skiftet huskes med sin dag', async () => {
    const foreningId = await asJob<string>((tx) => makeForening(tx))
    const { gateways } = fakeGateways()
    const ask = () => board(foreningId, today, gateways).forening.openPayee({ requestId: newId() })
    expect((await ask()).url).toMatch(/^https:\/\/connect\.example\//)
    const first = await row('select stripe_account_id, payouts_enabled, payee_changed_on::text as on from forening where id = $1', [foreningId])
    expect(first).toMatchObject({ payouts_enabled: false, on: '2026-03-10' })
    await ask()
    expect(await row('select stripe_account_id from forening where id = $1', [foreningId])).toEqual({ stripe_account_id: first.stripe_account_id })
    // Where Stripe leads back to is ours to say: a caller that names a page of its own is refused.
    const elsewhere = { requestId: newId(), returnUrl: 'https://evil.example/l' } as { requestId: string }
    expect(await reasonOf(board(foreningId).forening.openPayee(elsewhere))).toBe('BAD_REQUEST')
  })
})

describe('tilbud', () => {
  const team = { title: 'Judo for nybegyndere', activity: 'judo', description: 'Vi begynder forfra.', ageFrom: 7, ageTo: 10, weekday: 3, timeFrom: '16:00', timeTo: '17:00', place: 'Hallen', area: 'Område 1', travel: '', seasonFrom: '2026-03-01', seasonTo: '2026-06-30', capacity: 12, trialFree: true, supportNeeds: [], pictogram: 'kampsport', price: 65_000n }

  it('foreningen udgiver selv, kommunen ser det igennem, og først da er det offentligt', async () => {
    const { offerId, state } = await board().forening.saveOffer({ requestId: newId(), offerId: null, ...team })
    expect(state).toBe('in-moderation')
    expect((await desk().forening.inModeration()).map((offer) => offer.offerId)).toContain(offerId)
    expect(await desk().forening.moderateOffer({ requestId: newId(), offerId, verdict: { kind: 'send-back', note: 'Skriv, hvor I mødes.' } })).toEqual({ offerId, state: 'sent-back' })
    expect(await board().forening.readOffer({ offerId })).toMatchObject({ state: 'sent-back', moderationNote: 'Skriv, hvor I mødes.' })
    await board().forening.saveOffer({ requestId: newId(), offerId, ...team, place: 'Hallen, indgang B' })
    expect(await desk().forening.moderateOffer({ requestId: newId(), offerId, verdict: { kind: 'publish' } })).toEqual({ offerId, state: 'published' })
    expect((await board().forening.saveOffer({ requestId: newId(), offerId, ...team, price: 70_000n })).state).toBe('in-moderation')
  })

  it('uden godkendelse eller årets erklæring kan intet udgives', async () => {
    const [unapproved, undeclared] = await Promise.all([asJob<string>((tx) => makeForening(tx, { approval: 'applied' })), asJob<string>((tx) => makeForening(tx, { declaredYear: null }))])
    const save = (foreningId: string) => reasonOf(board(foreningId).forening.saveOffer({ requestId: newId(), offerId: null, ...team }))
    expect(await save(unapproved)).toBe('forening-not-approved')
    expect(await save(undeclared)).toBe('forening-declaration-missing')
  })

  it('pladser, som børn har, kan ikke fjernes, og naboens tilbud kan ikke ændres', async () => {
    const { offerId } = await plantRequest(test(), world)
    await test().admin.query('update offer set capacity = 12 where id = $1', [offerId])
    const second = await asJob<string>((tx) => makeForening(tx))
    expect(await reasonOf(board(second).forening.saveOffer({ requestId: newId(), offerId, ...team }))).toBe('NOT_FOUND')
    await plantRequest(test(), world, { offerId })
    expect(await reasonOf(board().forening.saveOffer({ requestId: newId(), offerId, ...team, capacity: 1 }))).toBe('fewer-places-than-children')
  })
})

describe('fritidsvejlederens godkendelse', () => {
  const all = foreningPoints.map((point) => ({ point, isMet: true, waivedBecause: null as string | null }))

  it('hvert krav er opfyldt eller fraveget skriftligt, ellers bliver foreningen ikke godkendt', async () => {
    const foreningId = await asJob<string>((tx) => makeForening(tx, { approval: 'applied', declaredYear: null }))
    const approve = (checklist: typeof all) => desk().forening.approve({ requestId: newId(), foreningId, to: 'approved', checklist, limitedTo: null })
    expect(await reasonOf(approve(all.with(3, { point: 'paying-members', isMet: false, waivedBecause: null })))).toBe('forening-points-open')
    const file = await approve(all.with(3, { point: 'paying-members', isMet: false, waivedBecause: 'Ny forening' }))
    expect(file).toMatchObject({ approval: 'approved', approvedOn: '2026-03-10', approvedBy: 'Ida Vejleder' })
    expect(file.checklist[3]).toEqual({ point: 'paying-members', isMet: false, waivedBecause: 'Ny forening' })
    expect((await desk().forening.list()).find((forening) => forening.foreningId === foreningId)).toMatchObject({ approval: 'approved', declaration: { isValid: false } })
    expect(await reasonOf(desk().forening.approve({ requestId: newId(), foreningId, to: 'applied', checklist: [], limitedTo: null }))).toBe('forening-move-impossible')
  })

  it('et nyt link sendes til dem, der står på foreningen', async () => {
    expect(await desk().forening.sendLink({ requestId: newId(), foreningId: world.foreningId, offerId: null })).toEqual({ done: true })
    expect(await rows("select payload from outbox_job where name = 'tell-forening' and payload ->> 'subjectId' = $1", [world.foreningId])).toHaveLength(1)
  })
})

describe('tiden går', () => {
  const tick = (now: ReturnType<typeof at>) => {
    const { gateways } = fakeGateways()
    const parts = { asActor: test().database.asActor, pool: test().database.pool, env: testEnvironment(), clock: () => now, gateways }
    return runTicks(parts, test().database, { remindForeninger, sendTeamLists })
  }

  it('efter fem dage mindes foreningen én gang, efter ti får et menneske opgaven', async () => {
    const { signupId } = await plantRequest(test(), world)
    const reminders = () => rows("select 1 from outbox_job where name = 'ask-forening' and payload ->> 'signupId' = $1 and payload ->> 'purpose' = 'reminder'", [signupId])
    await tick(at('2026-03-14'))
    expect(await reminders()).toHaveLength(0)
    for (const day of ['2026-03-15', '2026-03-16']) await tick(at(day))
    expect(await reminders()).toHaveLength(1)
    for (const day of ['2026-03-20', '2026-03-21']) await tick(at(day))
    expect(await rows("select facts from task where signup_id = $1 and kind = 'forening-silent'", [signupId])).toEqual([{ facts: { askedOn: '2026-03-10' } }])
  })

  it('holdlisten sendes én gang på holdets dag, efter middag', async () => {
    const { offerId } = await confirmed()
    const sent = () => rows("select 1 from outbox_job where name = 'tell-forening' and payload ->> 'subjectId' = $1 and payload ->> 'purpose' = 'team-list'", [offerId])
    await tick(at('2026-03-17', 9))
    expect(await sent()).toHaveLength(0)
    for (const hour of [13, 14]) await tick(at('2026-03-17', hour))
    await tick(at('2026-03-18', 14))
    expect(await sent()).toHaveLength(1)
  })
})

describe('familien melder fra efter foreningens ja', () => {
  const settle = (now: typeof today) => runTicks({ ...test().database, env: testEnvironment(), clock: () => now, gateways: fakeGateways().gateways }, test().database, { 'settle-withdrawals': settleWithdrawals })
  const withdraw = ({ actor, signupId }: Awaited<ReturnType<typeof confirmed>>, now = today) => callerAs(test().database, actor, { now }).signup.cancel({ requestId: newId(), signupId })
  const clawbacks = (signupId: string) => rows('select state, amount, cause from clawback where claim_id = (select id from claim where signup_id = $1)', [signupId])

  it('før perioden: kravet falder helt, pengene er på passet, og en gang til gør intet', async () => {
    const request = await confirmed()
    await withdraw(request, at('2026-03-09'))
    for (const now of [today, today]) await settle(now)
    expect((await moneyOf(test(), world, request.passId)).purse).toEqual({ available: '100000', held: '0', spent: '0' })
    expect(await row('select state, reversal_why from claim where signup_id = $1', [request.signupId])).toEqual({ state: 'reversed', reversal_why: 'withdrew' })
    expect(await row('select state from hold where signup_id = $1', [request.signupId])).toEqual({ state: 'released' })
    expect(await clawbacks(request.signupId)).toEqual([])
  })

  it('midt i perioden: de ubrugte dage kommer tilbage, én gang', async () => {
    const request = await confirmed()
    await withdraw(request, at('2026-04-08'))
    for (const now of [at('2026-04-08'), at('2026-04-09')]) await settle(now)
    // 30 of 113 days are used; the forening keeps what cannot be split.
    expect(await row('select state, amount from claim where signup_id = $1', [request.signupId])).toEqual({ state: 'confirmed', amount: '19912' })
    expect((await moneyOf(test(), world, request.passId)).purse).toEqual({ available: '80088', held: '0', spent: '19912' })
  })

  it('kravet er betalt: foreningen bliver spurgt om pengene, én gang', async () => {
    const request = await confirmed()
    await test().admin.query("update claim set state = 'paid' where signup_id = $1", [request.signupId])
    await withdraw(request, at('2026-04-08'))
    for (const now of [at('2026-04-08'), at('2026-04-09')]) await settle(now)
    expect(await clawbacks(request.signupId)).toEqual([{ state: 'proposed', amount: '55088', cause: 'withdrew' }])
  })

  it('kravet er på vej til banken: intet sker, før banken har svaret', async () => {
    const request = await confirmed()
    const set = (state: string) => test().admin.query('update claim set state = $2 where signup_id = $1', [request.signupId, state])
    await set('in-payout')
    await withdraw(request, at('2026-04-08'))
    await settle(at('2026-04-08'))
    expect(await clawbacks(request.signupId)).toEqual([])
    await set('paid')
    await settle(at('2026-04-09'))
    expect(await clawbacks(request.signupId)).toHaveLength(1)
  })

  it('reglen er den ordnings og den versions, som barnets forløb følger', async () => {
    const request = await confirmed()
    const change = (value: string) => test().admin.query(`update ordning_version set rules = jsonb_set(rules, '{pass,noShow,withdrew}', to_jsonb($2::text)) where id = $1`, [world.versionId, value])
    await change('fee-stands')
    await withdraw(request, at('2026-04-08'))
    await settle(at('2026-04-08'))
    await change('unused-days-come-back')
    await settle(at('2026-04-09'))
    expect(await row('select state, amount from claim where signup_id = $1', [request.signupId])).toEqual({ state: 'confirmed', amount: '75000' })
  })
})
