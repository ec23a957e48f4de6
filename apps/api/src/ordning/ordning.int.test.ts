import { newId } from '@medspil/db'
import { rulesToJson } from '@medspil/domain/ordning'
import { withDatabase } from '@medspil/testing/database'
import { describe, expect, it } from 'vitest'
import { booksAgree, makeWorld, rowsOf, submitInput, type World } from '../application/world.test-kit.ts'

const test = withDatabase()
const admin = (world: World) => world.as(world.staff.administrator)

const draft = (world: World, changes: object = {}) => ({
  requestId: newId(), ordningId: world.ordningId, versionId: null, validFrom: '2027-01-01', validTo: null, source: 'Byrådet 2026',
  rules: rulesToJson(world.seed.versions.at(-1)!.rules), texts: { forWhom: 'Børn', gives: 'Et pas', aims: [], results: [] }, ...changes,
})

describe('ordninger', () => {
  it('forsiden siger for hvem, hvad, hvor længe og hvornår der kommer svar', async () => {
    const world = await makeWorld(test())
    const { ordninger, contact } = await world.as(world.guardian).ordning.published()
    expect(contact.phone).toBe('12 34 56 78')
    expect(ordninger).toMatchObject([{ key: 'hel-fritid', ages: { from: 2, to: 17 }, doors: { parent: true, youngPersonFrom: 15, fagperson: true }, months: [6, 12], answer: { workingDays: 10, by: '2026-08-17', isEksempel: true } }])
    expect(ordninger[0]?.questions.map(({ ask }) => ask)).toEqual(['age', 'judged', 'paid-by-others', 'paid-by-others', 'paid-by-others', 'activity', 'lives-here'])
  })

  it('den korte test siger aldrig nej og gemmer intet', async () => {
    const world = await makeWorld(test())
    const ask = (answers: object) => world.as(world.guardian).ordning.quickTest({ ordningKey: 'hel-fritid', ...answers })
    expect(await ask({ age: 10, livesHere: true, activity: 'none', says: { 'needs-help-to-start': true } })).toEqual({ answer: 'likely-yes', lookAt: [] })
    expect(await ask({ age: 18, livesHere: true, activity: 'paying' })).toMatchObject({ answer: 'a-person-will-look', lookAt: [{ criterionId: 'age', says: '2–17 år' }, {}, {}] })
    for (const table of ['application', 'audit_event', 'read_log', 'outbox_job', 'once']) expect(await rowsOf(world, table), table).toHaveLength(0)
  })

  it('en administrator skriver et udkast, sammenligner og udgiver; den gamle version står', async () => {
    const world = await makeWorld(test())
    const rules = { ...(rulesToJson(world.seed.versions.at(-1)!.rules) as object), familyPart: ['Familien sparer op.'] }
    const saved = await admin(world).ordning.saveDraft(draft(world, { rules }))
    expect(saved).toMatchObject({ number: 3, problems: [] })
    const compared = await admin(world).ordning.compare({ beforeId: world.versionId, afterId: saved.versionId })
    expect(compared.changes.map(({ path }) => path)).toEqual(['familyPart'])
    expect(await admin(world).ordning.publish({ requestId: newId(), versionId: saved.versionId })).toMatchObject({ state: 'published', number: 3 })
    await expect(admin(world).ordning.saveDraft(draft(world, { versionId: saved.versionId }))).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(admin(world).ordning.publish({ requestId: newId(), versionId: saved.versionId })).rejects.toMatchObject({ code: 'CONFLICT' })
    const [ordning] = await world.as(world.staff.caseworker).ordning.list()
    expect(ordning).toMatchObject({ current: world.versionId, versions: [{ number: 3 }, { number: 2 }] })
    expect((await world.as(world.staff.caseworker).ordning.version({ versionId: world.versionId })).number).toBe(2)
    expect(await rowsOf(world, 'audit_event', "event in ('ordning.drafted', 'ordning.published')")).toHaveLength(2)
  })

  it('det, der mangler, holder udkastet tilbage, med en sætning for hvert', async () => {
    const world = await makeWorld(test())
    const rules = { ...(rulesToJson(world.seed.versions.at(-1)!.rules) as object), owner: null }
    const saved = await admin(world).ordning.saveDraft(draft(world, { rules }))
    expect(saved.problems).toMatchObject([{ problem: 'value-missing', path: 'owner', detail: 'Der mangler et svar: afdeling.' }])
    await expect(admin(world).ordning.publish({ requestId: newId(), versionId: saved.versionId })).rejects.toMatchObject({ cause: { whyNot: { reason: 'ordning-not-publishable' } } })
    await expect(admin(world).ordning.saveDraft(draft(world, { rules: { owner: 'x' } }))).rejects.toMatchObject({ cause: { whyNot: { reason: 'rules-not-readable' } } })
  })

  it('at udgive kræver frisk bevis, og kun en administrator kan', async () => {
    const [world, elsewhere] = [await makeWorld(test()), await makeWorld(test())]
    const { versionId } = await admin(world).ordning.saveDraft(draft(world))
    const publish = (actor: Parameters<World['as']>[0]) => world.as(actor).ordning.publish({ requestId: newId(), versionId })
    await expect(publish({ ...world.staff.administrator, proofAge: 900 })).rejects.toMatchObject({ cause: { whyNot: { reason: 'proof-too-old' } } })
    await expect(publish(world.staff.caseworker)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(publish(elsewhere.staff.administrator)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(world.as(world.guardian).ordning.list()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('en prøve på nye regler viser kun tal og ændrer intet', async () => {
    const world = await makeWorld(test())
    await world.as(world.guardian).application.submit(submitInput(world, { supports: [{ kind: 'guidance' }] }))
    const before = await rowsOf(world, 'decision')
    const rules = { ...(rulesToJson(world.seed.versions.at(-1)!.rules) as object), guidance: { kind: 'notOffered' } }
    const tried = await admin(world).ordning.whatIf({ ordningId: world.ordningId, rules, from: '2026-01-01', to: '2026-12-31' })
    expect(tried).toMatchObject({ applications: 1, changed: 1, counts: { all: 0, none: 1 }, before: { all: 1 } })
    expect(JSON.stringify(tried)).not.toContain('Alma')
    expect(await rowsOf(world, 'decision')).toEqual(before)
    await expect(world.as(world.staff.caseworker).ordning.whatIf({ ordningId: world.ordningId, rules, from: '2026-01-01', to: '2026-12-31' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('puljen', () => {
  it('sættes op og ned i regnskabet, aldrig under det, der er lovet', async () => {
    const world = await makeWorld(test(), { total: 0n, change: (rules) => ({ ...rules, criteria: rules.criteria.filter(({ rule }) => rule.kind !== 'judged') }) })
    const set = (total: bigint, year = 2026) => admin(world).pool.setTotal({ requestId: newId(), ordningId: world.ordningId, year, total })
    expect(await set(200_000n)).toMatchObject({ total: 200_000n, free: 200_000n })
    await world.as(world.guardian).application.submit(submitInput(world, { supports: [{ kind: 'kontingent', amount: 75_000n }] }))
    expect(await world.as(world.staff.leader).pool.overview()).toMatchObject([{ year: 2026, total: 200_000n, promised: 75_000n, free: 125_000n, spent: 0n }])
    await expect(set(70_000n)).rejects.toMatchObject({ cause: { whyNot: { reason: 'pool-cut-below-promises' } } })
    expect(await set(80_000n)).toMatchObject({ free: 5_000n })
    expect(await booksAgree(world)).toBe(true)
    expect(await set(10_000n, 2027)).toMatchObject({ year: 2027, whenEmpty: 'queue' })
    expect(await rowsOf(world, 'pool')).toHaveLength(2)
    await expect(admin(world).pool.setTotal({ requestId: newId(), ordningId: newId(), year: 2026, total: 1n })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(world.as(world.staff.caseworker).pool.setTotal({ requestId: newId(), ordningId: world.ordningId, year: 2026, total: 1n })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
