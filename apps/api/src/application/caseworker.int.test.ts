import { newId } from '@medspil/db'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makePerson, makeRelation } from '@medspil/testing/factories'
import { describe, expect, it } from 'vitest'
import { booksAgree, draftInput, makeWorld, reasons, rowsOf, submitInput, type World } from './world.test-kit.ts'

const test = withDatabase()
const desk = (world: World, on?: string) => world.as(world.staff.caseworker, on).application
const refused = (reason: string) => ({ cause: { whyNot: { reason } } })
const kontingent = (amount: bigint) => ({ kind: 'kontingent' as const, amount })

async function submitted(world: World, changes: object = {}): Promise<string> {
  const supports = [{ kind: 'kontingent', amount: 75_000n }]
  return (await world.as(world.guardian).application.submit(submitInput(world, { supports, ...changes }))).applicationId
}

async function judged(world: World, applicationId: string, result: 'met' | 'not-met' = 'met'): Promise<void> {
  await desk(world).judge({ requestId: newId(), applicationId, criterionId: 'needs-help-to-start', result, reason: 'Alma kender ingen i byen endnu.' })
}

describe('sagsbehandleren', () => {
  it('ser nærmeste frist først og kan læse sagen, og det står i loggen', async () => {
    const world = await makeWorld(test())
    const applicationId = await submitted(world)
    const { rows, counts } = await desk(world).inbox({ ordningKey: null })
    expect(rows).toMatchObject([{ applicationId, daysLeft: 10, asked: 75_000n, waitsFor: 'kommune' }])
    expect(counts).toMatchObject({ open: 1, overdue: 0 })
    const view = await desk(world).read({ applicationId })
    expect(view.counts).toEqual({ toYou: 1, notMet: 0, met: 7, unknown: 0 })
    expect(view.acts).toEqual(['judge', 'ask', 'hear', 'exempt', 'decide'])
    expect(view.lines).toMatchObject([{ kind: 'kontingent', asked: 75_000n, most: 150_000n }])
    expect(await rowsOf(world, 'read_log', "why = 'sagsbehandling' and actor_kind = 'caseworker'")).not.toHaveLength(0)
  })

  it('vurderer, ser brevet og giver: afgørelse, pas, brev, og bøgerne stemmer', async () => {
    const world = await makeWorld(test())
    const applicationId = await submitted(world)
    await expect(desk(world).decide(draftInput(applicationId, [kontingent(75_000n)]))).rejects.toMatchObject(refused('judgement-missing'))
    await judged(world, applicationId)
    const { requestId, ...draft } = draftInput(applicationId, [kontingent(75_000n)])
    const letter = await desk(world).previewLetter(draft)
    expect(letter).toMatchObject({ outcome: 'granted', kind: 'granted', faults: [] })
    const decided = await desk(world).decide({ requestId, ...draft })
    expect(decided).toMatchObject({ result: 'granted', state: 'granted' })
    expect(decided.letterIds).toHaveLength(1)
    const [sent] = await rowsOf(world, 'letter')
    expect(sent).toMatchObject({ content: { blocks: letter.blocks } })
    expect(await rowsOf(world, 'outbox_job', "name = 'send-letter'")).toHaveLength(1)
    expect(await rowsOf(world, 'audit_event', "event in ('application.decided', 'fritidspas.issued')")).toHaveLength(2)
    expect(await booksAgree(world)).toBe(true)
    await expect(desk(world).decide(draftInput(applicationId, [kontingent(75_000n)]))).rejects.toMatchObject(refused('application-not-there'))
    expect(await rowsOf(world, 'decision')).toHaveLength(1)
  })

  it('siger hver regel, der siger nej', async () => {
    const world = await makeWorld(test())
    const applicationId = await submitted(world)
    await expect(desk(world).judge({ requestId: newId(), applicationId, criterionId: 'not-active', result: 'met', reason: 'x' })).rejects.toMatchObject(refused('judgement-not-asked-for'))
    await judged(world, applicationId)
    const decide = (given: Parameters<typeof draftInput>[1], changes: object = {}) => desk(world).decide(draftInput(applicationId, given, changes))
    await expect(decide([kontingent(80_000n)])).rejects.toMatchObject(refused('more-than-asked-for'))
    await expect(decide([{ kind: 'kit', amount: 1n }])).rejects.toMatchObject(refused('support-not-asked-for'))
    await expect(decide([kontingent(0n)])).rejects.toMatchObject(refused('amount-needed'))
    await expect(decide([kontingent(1n), kontingent(1n)])).rejects.toMatchObject(refused('support-given-twice'))
    await expect(decide([kontingent(50_000n)], { reasons })).rejects.toMatchObject(refused('no-ground-for-less'))
    await expect(decide([])).rejects.toMatchObject(refused('no-ground-for-less'))
    expect(await rowsOf(world, 'decision')).toHaveLength(0)
  })

  it('afslår kun med de tre grunde, og aldrig på noget, familien ikke har set', async () => {
    const world = await makeWorld(test())
    const applicationId = await submitted(world, { answers: { activity: 'paying', paidByOthers: [] } })
    await judged(world, applicationId)
    await expect(desk(world).decide(draftInput(applicationId, []))).rejects.toMatchObject(refused('reasons-missing'))
    const decided = await desk(world).decide(draftInput(applicationId, [], { reasons, whatWouldChange: 'Hvis Alma stopper, så søg igen.' }))
    expect(decided).toMatchObject({ result: 'refused', state: 'refused', fritidspasId: null })
    expect(await rowsOf(world, 'decision')).toMatchObject([{ automatic: false, decider_id: world.staff.caseworker.id }])
    const [mine] = await world.as(world.guardian).application.mine()
    expect(mine).toMatchObject({ state: 'refused', next: { act: 'read-letter' } })
  })

  it('hører familien først, når skolen har sagt noget andet', async () => {
    const world = await makeWorld(test())
    const applicationId = await submitted(world)
    await judged(world, applicationId)
    await test().admin.query(`update application set facts = jsonb_set(facts, '{activity}', '{"value":"paying","from":[{"source":"school","on":"2026-08-03"}],"seenByParty":false}') where id = $1`, [applicationId])
    await expect(desk(world).decide(draftInput(applicationId, [], { reasons }))).rejects.toMatchObject(refused('hearing-needed'))
    await expect(desk(world).startHearing({ requestId: newId(), applicationId, criteria: ['findes-ikke'] })).rejects.toMatchObject(refused('facts-still-missing'))
    const heard = await desk(world).startHearing({ requestId: newId(), applicationId, criteria: ['not-active'] })
    expect(heard).toMatchObject({ state: 'hearing', hearing: { deadline: '2026-08-10', facts: [{ criterionId: 'not-active', source: 'skolen' }] } })
    await expect(desk(world).decide(draftInput(applicationId, [], { reasons }))).rejects.toMatchObject(refused('hearing-still-open'))
    const { hearing } = await world.as(world.guardian).application.show({ applicationId })
    await world.as(world.guardian).application.answer({ requestId: newId(), applicationId, to: 'hearing', id: hearing?.hearingId ?? '', says: 'Ja, hun går til fodbold.' })
    const decided = await desk(world).decide(draftInput(applicationId, [], { reasons, weighed: 'Derfor bygger vi på det.', whatWouldChange: 'Søg igen, hvis hun stopper.' }))
    expect(decided.result).toBe('refused')
    expect(JSON.stringify((await rowsOf(world, 'letter', "kind = 'refused'"))[0]?.['content'])).toContain('Ja, hun går til fodbold.')
    expect((await rowsOf(world, 'hearing'))[0]?.['answer_sealed']).not.toBeNull()
  })

  it('skriver, hvorfor der ikke høres, og en tom grund går ikke', async () => {
    const world = await makeWorld(test())
    const applicationId = await submitted(world)
    await expect(desk(world).exemptHearing({ requestId: newId(), applicationId, reason: '   ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect((await desk(world).exemptHearing({ requestId: newId(), applicationId, reason: 'Familien har selv sagt det i telefonen.' })).hearing?.exemptReason).toContain('telefonen')
  })

  it('spørger familien om én ting; svaret er forseglet og sagen går videre', async () => {
    const world = await makeWorld(test())
    const applicationId = await submitted(world)
    const asked = await desk(world).askForInfo({ requestId: newId(), applicationId, question: 'Hvilken svømmeklub?', by: '2026-08-10' })
    expect(asked.state).toBe('needs-info')
    const question = (await world.as(world.guardian).application.show({ applicationId })).asked[0]
    expect(await world.as(world.guardian).application.answer({ requestId: newId(), applicationId, to: 'question', id: question?.id ?? '', says: 'Delfinen' })).toMatchObject({ state: 'submitted' })
    await expect(world.as(world.guardian).application.answer({ requestId: newId(), applicationId, to: 'question', id: question?.id ?? '', says: 'Igen' })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(JSON.stringify((await rowsOf(world, 'application'))[0]?.['requested'])).not.toContain('Delfinen')
    expect((await desk(world).read({ applicationId })).asked).toMatchObject([{ answer: 'Delfinen' }])
  })

  it('tom pulje: ordningen lader ansøgningen vente, og den får, når der er penge', async () => {
    const world = await makeWorld(test(), { total: 0n })
    const applicationId = await submitted(world)
    await judged(world, applicationId)
    expect(await desk(world).decide(draftInput(applicationId, [kontingent(75_000n)]))).toMatchObject({ result: 'waiting-for-pool', decisionId: null })
    expect((await world.as(world.guardian).application.mine())[0]).toMatchObject({ state: 'waiting-for-pool', next: { act: 'wait-for-pool' } })
    await world.as(world.staff.administrator).pool.setTotal({ requestId: newId(), ordningId: world.ordningId, year: 2026, total: 80_000n })
    expect(await desk(world).decide(draftInput(applicationId, [kontingent(75_000n)]))).toMatchObject({ result: 'granted' })
    expect(await booksAgree(world)).toBe(true)
  })

  it('to sager om de sidste penge: én får dem, og puljen går aldrig i minus', async () => {
    const world = await makeWorld(test(), { total: 100_000n, change: (rules) => ({ ...rules, pass: rules.pass.kind === 'offered' ? { ...rules.pass, poolEmpty: 'stop' } : rules.pass }), whenEmpty: 'stop' })
    const first = await submitted(world)
    await judged(world, first)
    const second = await makeSibling(world)
    await judged(world, second)
    const outcomes = await Promise.allSettled([first, second].map((id) => desk(world).decide(draftInput(id, [kontingent(75_000n)]))))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await rowsOf(world, 'fritidspas')).toHaveLength(1)
    expect(await booksAgree(world)).toBe(true)
  })

  it('en forkert afgørelse får en ny, der nævner den gamle; intet rettes', async () => {
    const world = await makeWorld(test())
    const applicationId = await submitted(world)
    await judged(world, applicationId)
    const { decisionId } = await desk(world).decide(draftInput(applicationId, [kontingent(75_000n)]))
    await expect(desk(world).reconsider({ ...draftInput(applicationId, [], { reasons }), replacesId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await test().admin.query(`update application set facts = jsonb_set(facts, '{activity}', '{"value":"paying","from":[{"source":"family","on":"2026-08-03"}],"seenByParty":true}') where id = $1`, [applicationId])
    const again = await desk(world).reconsider({ ...draftInput(applicationId, [], { reasons, whatWouldChange: 'Søg igen.' }), replacesId: decisionId ?? '' })
    expect(again).toMatchObject({ result: 'withdrawn', state: 'withdrawn' })
    expect(await rowsOf(world, 'decision')).toMatchObject([{ id: decisionId, result: 'granted' }, { result: 'withdrawn', replaces_id: decisionId }])
    expect((await rowsOf(world, 'fritidspas')).map((row) => row['state'])).toEqual(['revoked'])
    expect(await rowsOf(world, 'course')).toMatchObject([{ state: 'closed', closed_as: 'withdrawn' }])
    expect(new Set((await rowsOf(world, 'follow_up')).map((row) => row['state']))).toEqual(new Set(['cancelled']))
    const [letter] = await rowsOf(world, 'letter', "kind = 'withdrawn'")
    expect(await rowsOf(world, 'outbox_job', `name = 'send-letter' and payload ->> 'letterId' = '${String(letter?.['id'])}'`)).toHaveLength(1)
    expect(await booksAgree(world)).toBe(true)
    await expect(desk(world).reconsider({ ...draftInput(applicationId, [], { reasons }), replacesId: decisionId ?? '' })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('andre roller og andre kommuner finder ingen sag', async () => {
    const [world, elsewhere] = [await makeWorld(test()), await makeWorld(test())]
    const applicationId = await submitted(world)
    for (const actor of [world.staff.leader, world.staff.administrator, world.staff.fagperson, elsewhere.staff.caseworker]) {
      await expect(world.as(actor).application.read({ applicationId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(world.as(actor).application.decide(draftInput(applicationId, []))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    expect((await desk(elsewhere).inbox({ ordningKey: null })).rows).toEqual([])
  })
})

/** A second child of the same family with an application of its own. */
async function makeSibling(world: World): Promise<string> {
  const childId = await test().database.asActor(job(world.kommune.id), { now: at('2026-08-03'), procedure: 'test' }, async (tx) => {
    const id = await makePerson(tx, { name: 'Bo Lund', birthDay: '2015-01-01' })
    await makeRelation(tx, { adultId: world.guardianId, childId: id })
    return id
  })
  return submitted(world, { childId })
}
