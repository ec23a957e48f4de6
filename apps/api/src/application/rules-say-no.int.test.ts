import { newId } from '@medspil/db'
import { Cpr } from '@medspil/db/cpr'
import { saveEntries } from '@medspil/db/ledger'
import { lockFritidspas, saveFritidspas } from '@medspil/db/fritidspas'
import { personKeyOf } from '@medspil/db/person'
import type { StaffMember } from '@medspil/domain/access'
import { addDays, day } from '@medspil/domain/day'
import { entryForHold, hold } from '@medspil/domain/fritidspas'
import { ore } from '@medspil/ledger'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeChildAccess, makePerson, makeRelation, makeStaff } from '@medspil/testing/factories'
import { describe, expect, it } from 'vitest'
import { booksAgree, draftInput, makeWorld, reasons, rowsOf, submitInput, today, type World } from './world.test-kit.ts'

const test = withDatabase()
const refused = (reason: string) => ({ cause: { whyNot: { reason } } })
const desk = (world: World) => world.as(world.staff.caseworker).application
const inWorld = <T>(world: World, work: Parameters<ReturnType<typeof test>['database']['asActor']>[2]) =>
  test().database.asActor(job(world.kommune.id), { now: at(today), procedure: 'test' }, work) as Promise<T>

async function judgedApplication(world: World, changes: object): Promise<string> {
  const { applicationId } = await world.as(world.guardian).application.submit(submitInput(world, changes))
  await desk(world).judge({ requestId: newId(), applicationId, criterionId: 'needs-help-to-start', result: 'met', reason: 'Kender ingen i byen endnu.' })
  return applicationId
}

describe('reglerne siger nej og hvorfor', () => {
  it('over loftet kan ikke gives; op til loftet er et delvist ja med grunde', async () => {
    const world = await makeWorld(test())
    const applicationId = await judgedApplication(world, { supports: [{ kind: 'kontingent', amount: 200_000n }] })
    await expect(desk(world).decide(draftInput(applicationId, [{ kind: 'kontingent', amount: 200_000n }]))).rejects.toMatchObject(refused('above-ceiling'))
    const decided = await desk(world).decide(draftInput(applicationId, [{ kind: 'kontingent', amount: 150_000n }], { reasons, whatWouldChange: 'Et billigere hold.' }))
    expect(decided).toMatchObject({ result: 'partly-granted', state: 'partly-granted' })
    expect(await rowsOf(world, 'purse')).toMatchObject([{ granted: '150000' }])
    expect(await rowsOf(world, 'letter')).toMatchObject([{ kind: 'partly-granted' }])
    const again = await judgedApplication(world, { supports: [{ kind: 'kontingent', amount: 1_000n }] })
    await expect(desk(world).decide(draftInput(again, [{ kind: 'kontingent', amount: 1_000n }]))).rejects.toMatchObject(refused('above-ceiling'))
    expect(await booksAgree(world)).toBe(true)
  })

  it('i køen til puljen springes ingen over', async () => {
    const world = await makeWorld(test(), { total: 0n })
    const first = await judgedApplication(world, { supports: [{ kind: 'kontingent', amount: 75_000n }] })
    const bo = await inWorld<string>(world, async (tx) => {
      const id = await makePerson(tx, { name: 'Bo Lund', birthDay: '2015-01-01' })
      await makeRelation(tx, { adultId: world.guardianId, childId: id })
      return id
    })
    const second = await judgedApplication(world, { childId: bo, supports: [{ kind: 'kontingent', amount: 10_000n }] })
    await test().admin.query(`update application set created_at = created_at + interval '1 minute' where id = $1`, [second])
    const decide = (id: string, amount: bigint) => desk(world).decide(draftInput(id, [{ kind: 'kontingent', amount }]))
    await decide(first, 75_000n)
    await decide(second, 10_000n)
    await world.as(world.staff.administrator).pool.setTotal({ requestId: newId(), ordningId: world.ordningId, year: 2026, total: 20_000n })
    await expect(decide(second, 10_000n)).rejects.toMatchObject(refused('waiting-for-pool'))
    await world.as(world.staff.administrator).pool.setTotal({ requestId: newId(), ordningId: world.ordningId, year: 2026, total: 85_000n })
    expect(await decide(first, 75_000n)).toMatchObject({ result: 'granted' })
    expect(await decide(second, 10_000n)).toMatchObject({ result: 'granted' })
    expect(await booksAgree(world)).toBe(true)
  })

  it('et nyt og større ja giver ikke det samme to gange: det, foreningen er lovet, står', async () => {
    const world = await makeWorld(test())
    const paidByOthers = [{ purse: 'kit', funder: 'BROEN', amount: 64_000n }]
    const supports = [{ kind: 'kontingent', amount: 75_000n }, { kind: 'kit', amount: 60_000n }]
    const applicationId = await judgedApplication(world, { supports, answers: { activity: 'none', paidByOthers } })
    await expect(desk(world).decide(draftInput(applicationId, [{ kind: 'kontingent', amount: 75_000n }, { kind: 'kit', amount: 60_000n }]))).rejects.toMatchObject(refused('criteria-not-met'))
    const { decisionId, fritidspasId } = await desk(world).decide(draftInput(applicationId, [{ kind: 'kontingent', amount: 75_000n }], { reasons, whatWouldChange: 'Andet udstyr.' }))
    await inWorld(world, async (tx) => {
      const pass = await lockFritidspas(tx, fritidspasId ?? '')
      if (!pass) throw new Error('no pass')
      const answer = hold(pass, { id: newId(), signupId: newId(), kind: 'kontingent', amount: ore(50_000n), providerType: 'approvedFolkeoplysende', today: day(today), keptUntil: addDays(day(today), 14) })
      if (!answer.ok) throw new Error(answer.whyNot.reason)
      await saveFritidspas(tx, answer.fritidspas)
      await saveEntries(tx, [{ entry: entryForHold(newId(), pass, answer.hold.parts), subjectId: pass.id }])
    })
    await test().admin.query(`update application set facts = facts - 'paidByOthers' where id = $1`, [applicationId])
    const again = await desk(world).reconsider({ ...draftInput(applicationId, [{ kind: 'kontingent', amount: 75_000n }, { kind: 'kit', amount: 60_000n }]), replacesId: decisionId ?? '' })
    expect(again.result).toBe('granted')
    expect(await rowsOf(world, 'purse', `fritidspas_id = '${again.fritidspasId ?? ''}' order by position`)).toMatchObject([{ purse: 'kontingent', granted: '25000' }, { purse: 'kit', granted: '60000' }])
    expect(await rowsOf(world, 'purse', `fritidspas_id = '${fritidspasId ?? ''}'`)).toMatchObject([{ available: '0', held: '50000', returned: '25000' }])
    expect(await rowsOf(world, 'pool')).toMatchObject([{ promised: '135000' }])
    expect(await booksAgree(world)).toBe(true)
  })

  it('et nej siger hver oplysning én gang, og sagen viser vurderingen bagefter', async () => {
    const world = await makeWorld(test())
    const paidByOthers = (['kit', 'kontingent'] as const).map((purse) => ({ purse, funder: `BROEN ${purse}`, amount: 64_000n }))
    const supports = [{ kind: 'kontingent', amount: 75_000n }, { kind: 'kit', amount: 60_000n }]
    const applicationId = await judgedApplication(world, { supports, answers: { activity: 'none', paidByOthers } })
    expect(await desk(world).decide(draftInput(applicationId, [], { reasons, whatWouldChange: 'Andet udstyr.' }))).toMatchObject({ result: 'refused' })
    const [letter] = await rowsOf(world, 'letter', "kind = 'refused'")
    const texts = (letter!['content'] as { blocks: { texts: { says: string }[] }[] }).blocks.flatMap((block) => block.texts.map(({ says }) => says))
    expect(texts.filter((says) => says.includes('BROEN kit'))).toHaveLength(1)
    expect(new Set(texts).size).toBe(texts.length)
    const { criteria } = await desk(world).read({ applicationId })
    expect(criteria.find(({ criterionId }) => criterionId === 'not-paid-kit')?.facts[0]?.says).not.toContain('kontingent')
    expect(criteria.find(({ criterionId }) => criterionId === 'needs-help-to-start')).toMatchObject({ result: 'met', judgement: { result: 'met', reason: 'Kender ingen i byen endnu.' } })
  })

  it('habilitet: den, der selv er i familie med barnet, rører ikke sagen, og en kollega afgør den', async () => {
    const world = await makeWorld(test())
    const applicationId = await judgedApplication(world, { supports: [{ kind: 'kontingent', amount: 1_000n }] })
    const cpr = '6203881234'
    const own = await inWorld<StaffMember>(world, async (tx) => {
      // A father without custody: the registry ties him to the child, and he works at the desk.
      const fatherId = await makePerson(tx, { name: 'Far Prøve', cpr })
      await makeRelation(tx, { adultId: fatherId, childId: world.childId, kind: 'parent' })
      return makeStaff(tx, 'caseworker', { name: 'Far Prøve', personKey: personKeyOf(tx, Cpr.parse(cpr)!) })
    })
    const his = world.as(own).application
    const draft = () => draftInput(applicationId, [{ kind: 'kontingent', amount: 1_000n }])
    for (const act of [
      () => his.judge({ requestId: newId(), applicationId, criterionId: 'needs-help-to-start', result: 'met', reason: 'x' }), () => his.decide(draft()),
      () => his.askForInfo({ requestId: newId(), applicationId, question: 'Hvad?', by: '2026-08-10' }), () => his.exemptHearing({ requestId: newId(), applicationId, reason: 'x' }),
      () => his.startHearing({ requestId: newId(), applicationId, criteria: ['not-active'] }), () => his.reconsider({ ...draft(), replacesId: newId() }),
    ]) await expect(act()).rejects.toMatchObject(refused('own-interest'))
    expect(await rowsOf(world, 'decision')).toEqual([])
    expect(await desk(world).decide(draft())).toMatchObject({ result: 'granted' })
  })

  it('uden barnets egne ord gives intet efter barnets lov', async () => {
    const world = await makeWorld(test())
    const applicationId = await judgedApplication(world, { childView: '', supports: [{ kind: 'kontingent', amount: 1_000n }] })
    await expect(desk(world).decide(draftInput(applicationId, [{ kind: 'kontingent', amount: 1_000n }]))).rejects.toMatchObject(refused('child-view-missing'))
    expect(await desk(world).decide(draftInput(applicationId, [{ kind: 'kontingent', amount: 1_000n }], { childView: 'Alma sagde det til læreren.' }))).toMatchObject({ result: 'granted' })
  })

  it('mangler der et svar, siges hvilket; puljen, der stopper, siger det', async () => {
    const world = await makeWorld(test(), { total: 0n, change: (rules) => ({ ...rules, pass: rules.pass.kind === 'offered' ? { ...rules.pass, poolEmpty: 'stop' } : rules.pass }) })
    const applicationId = await judgedApplication(world, { answers: {}, supports: [{ kind: 'kontingent', amount: 1_000n }] })
    const decide = () => desk(world).decide(draftInput(applicationId, [{ kind: 'kontingent', amount: 1_000n }]))
    await expect(decide()).rejects.toMatchObject(refused('facts-still-missing'))
    const { asked } = await desk(world).askForInfo({ requestId: newId(), applicationId, question: 'Går Alma til noget?', by: '2026-08-10' })
    await world.as(world.guardian).application.answer({ requestId: newId(), applicationId, to: 'question', id: asked[0]?.id ?? '', says: 'Nej', answers: { activity: 'none' } })
    await expect(decide()).rejects.toMatchObject(refused('grant-above-pool'))
    expect(await rowsOf(world, 'decision')).toHaveLength(0)
  })

  it('guldpas: rådgiveren skal have den åbne sag, og skriftligt samtykke skal være skriftligt', async () => {
    const world = await makeWorld(test(), { ordning: 'guldpas', profession: 'familierådgiver' })
    await inWorld(world, (tx) => makeChildAccess(tx, { childId: world.childId, staffId: world.staff.fagperson.id, why: 'found' }))
    const input = {
      requestId: newId(), childId: world.childId, ordningKey: 'guldpas', supports: [{ kind: 'kontingent' as const, amount: 1_000n }], months: null, chips: [], line: null, childView: 'Alma vil gerne.', openCase: false,
      consent: { givenById: world.guardianId, givenBy: null, givenOn: today, how: 'oral' as const, textShown: 'Må jeg?' }, wishes: { activities: [], days: [], withWhom: null, note: null },
    }
    const give = (changes: object) => world.as(world.staff.fagperson).application.give({ ...input, requestId: newId(), ...changes })
    await expect(give({})).rejects.toMatchObject(refused('no-open-case'))
    const written = await makeWorld(test(), { profession: 'skolepsykolog', change: (rules) => ({ ...rules, pass: rules.pass.kind === 'offered' ? { ...rules.pass, by: [{ kind: 'fagpersonNominates', professions: { listed: [], open: true }, consent: 'written' }] } : rules.pass }) })
    await inWorld(written, (tx) => makeChildAccess(tx, { childId: written.childId, staffId: written.staff.fagperson.id, why: 'found' }))
    await expect(written.as(written.staff.fagperson).application.give({ ...input, childId: written.childId, ordningKey: 'hel-fritid', months: 12, consent: { ...input.consent, givenById: written.guardianId } })).rejects.toMatchObject(refused('consent-must-be-written'))
  })
})
