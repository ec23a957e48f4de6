import { newId } from '@medspil/db'
import { withDatabase } from '@medspil/testing/database'
import { beforeAll, describe, expect, it } from 'vitest'
import { holder, moneyOf, plantForeningWorld, plantRequest } from '../forening/forening.test-kit.ts'
import { callerAs } from '../testing.ts'
import { plantProgram, today, type World } from './signup.test-kit.ts'

const test = withDatabase()
let world: World
beforeAll(async () => { world = await plantForeningWorld(test()) })

const yes = (fee: bigint) => ({ kind: 'yes' as const, fee, periodFrom: '2026-03-10', periodTo: '2026-06-30' })
const at = (signupId: string, purpose: 'signup-answer' | 'forening-desk' = 'signup-answer') => callerAs(test().database, holder(world, purpose, purpose === 'forening-desk' ? world.foreningId : signupId), { now: today })
const answer = (signupId: string, said: Parameters<ReturnType<typeof at>['forening']['answerSignup']>[0]['answer']) => at(signupId).forening.answerSignup({ requestId: newId(), signupId, answer: said })
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)
const row = async (sql: string, values: unknown[]) => (await test().admin.query(sql, values)).rows[0]
const tasks = async (signupId: string) => (await test().admin.query('select kind, facts from task where signup_id = $1', [signupId])).rows
const jobs = async (name: string, field: string, value: string) => (await test().admin.query(`select payload from outbox_job where name = $1 and payload ->> $2 = $3`, [name, field, value])).rows

describe('foreningen svarer ja', () => {
  it('pengene går fra pas til krav, puljen bruger dem, og pladsen er bekræftet', async () => {
    const { signupId, passId } = await plantRequest(test(), world)
    const before = await moneyOf(test(), world, passId)
    expect(await answer(signupId, yes(75_000n))).toMatchObject({ state: 'answered', waitsForFamily: false, answer: yes(75_000n), displayName: 'Alma P.' })
    const after = await moneyOf(test(), world, passId)
    expect(after.purse).toEqual({ available: '25000', held: '0', spent: '75000' })
    expect(BigInt(after.pool.spent) - BigInt(before.pool.spent)).toBe(75_000n)
    expect(BigInt(before.pool.promised) - BigInt(after.pool.promised)).toBe(75_000n)
    expect(await row('select state, place, price, pass_pays, family_pays from signup where id = $1', [signupId])).toEqual({ state: 'confirmed', place: true, price: '75000', pass_pays: '75000', family_pays: '0' })
    const claim = await row('select id, state, amount, remittance, ordning_id from claim where signup_id = $1', [signupId])
    expect(claim).toMatchObject({ state: 'confirmed', amount: '75000', ordning_id: world.ordningId })
    expect(claim.remittance).toMatch(/^AP 03\.2026-06\.2026 F-\d{6}$/)
    expect(await row('select balance from ledger_account where key = $1', [`owed:${world.foreningId}:${claim.id}`])).toEqual({ balance: '75000' })
    expect(await jobs('tell-family', 'subjectId', signupId)).toContainEqual({ payload: expect.objectContaining({ purpose: 'receipt' }) })
    expect(await row("select actor_kind from audit_event where subject_id = $1 and event = 'signup.confirmed'", [signupId])).toEqual({ actor_kind: 'forening' })
  })

  it('et lavere kontingent giver resten tilbage til passet', async () => {
    const { signupId, passId } = await plantRequest(test(), world)
    await answer(signupId, yes(60_000n))
    expect((await moneyOf(test(), world, passId)).purse).toEqual({ available: '40000', held: '0', spent: '60000' })
  })

  it('ferieprogrammets pris står fast: en anden pris ville efterlade penge hos ingen', async () => {
    const { signupId } = await plantRequest(test(), world)
    const programId = await plantProgram(test(), world)
    await test().admin.query('update signup set program_id = $2 where id = $1', [signupId, programId])
    expect(await reasonOf(answer(signupId, yes(60_000n)))).toBe('holiday-price-stands')
    expect(await reasonOf(answer(signupId, yes(90_000n)))).toBe('holiday-price-stands')
    expect(await answer(signupId, yes(75_000n))).toMatchObject({ state: 'answered' })
  })

  it('en gratis plads bruger ingen penge', async () => {
    const { signupId, passId } = await plantRequest(test(), world)
    await answer(signupId, yes(0n))
    expect((await moneyOf(test(), world, passId)).purse).toEqual({ available: '100000', held: '0', spent: '0' })
    expect(await row('select count(*) from claim where signup_id = $1', [signupId])).toEqual({ count: '0' })
  })

  it('et højere kontingent venter på familiens nye ja, og passet betaler så det hele', async () => {
    const { signupId, passId, actor, childId } = await plantRequest(test(), world)
    expect(await answer(signupId, yes(90_000n))).toMatchObject({ waitsForFamily: true })
    expect((await moneyOf(test(), world, passId)).purse).toEqual({ available: '25000', held: '75000', spent: '0' })
    expect(await tasks(signupId)).toEqual([{ kind: 'fee-higher', facts: { fee: { $ore: '90000' }, agreed: { $ore: '75000' } } }])
    await callerAs(test().database, actor, { now: today }).forening.acceptFee({ requestId: newId(), childId, signupId })
    expect((await moneyOf(test(), world, passId)).purse).toEqual({ available: '10000', held: '0', spent: '90000' })
    expect(await row('select state, price, pass_pays from signup where id = $1', [signupId])).toEqual({ state: 'confirmed', price: '90000', pass_pays: '90000' })
  })

  it('rækker passet ikke til det højere kontingent, betaler familien resten', async () => {
    const { signupId, actor, childId, passId } = await plantRequest(test(), world, { granted: 80_000n })
    await answer(signupId, yes(90_000n))
    await callerAs(test().database, actor, { now: today }).forening.acceptFee({ requestId: newId(), childId, signupId })
    expect(await row('select price, pass_pays, family_pays from signup where id = $1', [signupId])).toEqual({ price: '90000', pass_pays: '75000', family_pays: '15000' })
    expect((await moneyOf(test(), world, passId)).purse).toEqual({ available: '5000', held: '0', spent: '75000' })
  })

  it('uden pas bekræftes pladsen uden krav, og siden er den samme', async () => {
    const [with_, without] = [await plantRequest(test(), world), await plantRequest(test(), world, { granted: null })]
    const pages = await Promise.all([with_, without].map(({ signupId }) => at(signupId).forening.openAnswer({})))
    expect({ ...pages[0], signupId: '' }).toEqual({ ...pages[1], signupId: '' })
    await answer(without.signupId, yes(75_000n))
    expect(await row('select count(*) from claim where signup_id = $1', [without.signupId])).toEqual({ count: '0' })
  })
})

describe('foreningen siger fuldt eller spørger', () => {
  it('fuldt: pengene er på passet igen, pladsen går til den næste, og et menneske foreslår noget andet', async () => {
    const { signupId, passId, offerId } = await plantRequest(test(), world)
    await answer(signupId, { kind: 'full' })
    expect((await moneyOf(test(), world, passId)).purse).toEqual({ available: '100000', held: '0', spent: '0' })
    expect(await row('select state, place from signup where id = $1', [signupId])).toEqual({ state: 'declined', place: false })
    expect(await row('select taken from offer where id = $1', [offerId])).toEqual({ taken: 0 })
    expect(await tasks(signupId)).toMatchObject([{ kind: 'forening-full' }])
    expect(await jobs('promote-from-list', 'offerId', offerId)).toHaveLength(1)
  })

  it('spørger: spørgsmålet er en opgave, linket kan stadig svare, men ikke spørge igen', async () => {
    const { signupId } = await plantRequest(test(), world)
    expect(await answer(signupId, { kind: 'asks', question: 'Kan barnet svømme?' })).toMatchObject({ state: 'asked' })
    expect(await tasks(signupId)).toEqual([{ kind: 'forening-asks', facts: { question: 'Kan barnet svømme?', askedOn: '2026-03-10' } }])
    expect(await reasonOf(answer(signupId, { kind: 'asks', question: 'Og hoppe?' }))).toBe('link-used-up')
    expect(await answer(signupId, yes(75_000n))).toMatchObject({ state: 'answered' })
  })

  it('efter et svar sker der ikke mere, heller ikke fra foreningens egen side', async () => {
    const { signupId } = await plantRequest(test(), world)
    await answer(signupId, { kind: 'full' })
    expect(await reasonOf(answer(signupId, yes(75_000n)))).toBe('link-used-up')
    expect(await reasonOf(at(signupId, 'forening-desk').forening.answerSignup({ requestId: newId(), signupId, answer: yes(75_000n) }))).toBe('link-used-up')
    expect(await at(signupId).forening.openAnswer({})).toMatchObject({ state: 'answered', answer: { kind: 'full' } })
  })

  it('er familien sprunget fra, er der intet at svare på', async () => {
    const { signupId, actor } = await plantRequest(test(), world)
    await callerAs(test().database, actor, { now: today }).signup.cancel({ requestId: newId(), signupId })
    expect(await at(signupId).forening.openAnswer({})).toMatchObject({ state: 'over' })
    expect(await reasonOf(answer(signupId, yes(75_000n)))).toBe('signup-move-impossible')
  })

  it.each([['slutter før det begynder', '2026-06-30', '2026-03-10'], ['findes ikke', '2026-02-31', '2026-06-30']])('en periode der %s, afvises', async (_name, periodFrom, periodTo) => {
    const { signupId } = await plantRequest(test(), world)
    expect(await reasonOf(answer(signupId, { kind: 'yes', fee: 100n, periodFrom, periodTo }))).toBe('BAD_REQUEST')
  })
})
