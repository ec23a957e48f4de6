import { newId } from '@medspil/db'
import { Cpr } from '@medspil/db/cpr'
import { day } from '@medspil/domain/day'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeStaff } from '@medspil/testing/factories'
import { describe, expect, it } from 'vitest'
import type { RegisteredPerson } from '../gateways/person-registry.ts'
import { booksAgree, makeWorld, rowsOf, submitInput, type World } from './world.test-kit.ts'

const test = withDatabase()
const childCpr = '6405164444'

const person = (digits: string, name: string, birthDay: string, kommuneKey: string): RegisteredPerson => {
  const cpr = Cpr.parse(digits)
  if (!cpr) throw new Error('not ten digits')
  return { cpr, name, birthDay: day(birthDay), gender: 'other', kommuneKey, address: 'Prøvevej 1', postcode: '4200', area: 'Område 1', school: 'Prøveskolen', phone: null, mail: null, nameProtected: false, addressProtected: false }
}

/** The registry knows Noah and his mother. */
function knowNoah(world: World, kommuneKey = world.kommune.key): void {
  const noah = person(childCpr, 'Noah Jepsen', '2016-05-04', kommuneKey)
  const lene = person('6203884444', 'Lene Jepsen', '1988-03-02', kommuneKey)
  world.gateways.people.set(childCpr, { person: noah, relations: [{ adult: lene, child: noah, kind: 'custody', livesWith: true, source: 'CPR', fromDay: day('2016-05-04'), toDay: null }] })
}

const find = (world: World) => world.as(world.staff.fagperson).application.findChild({ requestId: newId(), cpr: '640516-4444', purpose: 'grant' })

const giveInput = (world: World, childId: string, givenById: string, changes: object = {}) => ({
  requestId: newId(), childId, ordningKey: world.seed.key, supports: [{ kind: 'kontingent' as const, amount: 60_000n }], months: null,
  chips: ['not-active', 'economy-is-barrier', 'decisive-for-start'], line: 'Noah vil gerne til fodbold med Emil.',
  consent: { givenById, givenBy: null, givenOn: '2026-08-03', how: 'oral' as const, textShown: 'Må jeg give Noah et fritidspas?' },
  wishes: { activities: ['fodbold'], days: [], withWhom: 'Emil', note: null }, childView: 'Noah vil gerne spille fodbold.', openCase: false, ...changes,
})

async function found(world: World) {
  knowNoah(world)
  const child = await find(world)
  return { child, guardianId: child.guardians[0]?.personId ?? '' }
}

const refused = (reason: string) => ({ cause: { whyNot: { reason } } })

describe('fagpersonen', () => {
  it('finder barnet med CPR og ser navn, alder, forældre og sine døre, intet andet', async () => {
    const world = await makeWorld(test(), { ordning: 'guide-to-move' })
    const { child } = await found(world)
    expect(child).toMatchObject({ name: 'Noah Jepsen', age: 10, guardians: [{ name: 'Lene Jepsen' }], doors: [{ ordningKey: 'guide-to-move', door: 'grants' }], closed: [] })
    expect(child.doors[0]?.chips.map(({ criterionId }) => criterionId)).toEqual(['not-active', 'economy-is-barrier', 'decisive-for-start'])
    expect(JSON.stringify({ ...child, doors: [] })).not.toContain('4444')
    expect(await rowsOf(world, 'read_log', "actor_kind = 'fagperson'")).not.toHaveLength(0)
    expect(await rowsOf(world, 'child_access', "why = 'found'")).toHaveLength(1)
    expect((await find(world)).childId).toBe(child.childId)
    expect(await rowsOf(world, 'person', "name = 'Noah Jepsen'")).toMatchObject([{ address_sealed: expect.any(Buffer) as Buffer, cpr_sealed: expect.any(Buffer) as Buffer }])
  })

  it('at slå et barn op viser intet forløb; det, man selv gav, viser de fire ord og intet om sag, penge eller hold', async () => {
    const world = await makeWorld(test(), { ordning: 'guide-to-move' })
    const { child, guardianId } = await found(world)
    const me = world.as(world.staff.fagperson)
    await me.application.give(giveInput(world, child.childId, guardianId))
    const { courses, letters, call } = await me.followUp.course({ childId: child.childId })
    expect(courses).toMatchObject([{ status: 'granted', applications: [], passes: [], signups: [], followUps: [], tasks: [], guide: null }])
    expect([letters, call]).toEqual([[], null])
    expect((await me.followUp.children({ search: '' })).rows).toMatchObject([{ status: 'granted', activity: null }])
    const colleague = await world.test.database.asActor(job(world.kommune.id), { now: at('2026-08-03'), procedure: 'test' }, (tx) => makeStaff(tx, 'fagperson', { profession: 'lærer' }))
    await world.as(colleague).application.findChild({ requestId: newId(), cpr: childCpr, purpose: 'grant' })
    await expect(world.as(colleague).followUp.course({ childId: child.childId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await world.as(colleague).followUp.children({ search: '' })).toEqual({ rows: [], found: 0 })
  })

  it('det andet hjem får intet brev om et barn, hvis adresse er beskyttet', async () => {
    const world = await makeWorld(test(), { ordning: 'guide-to-move' })
    knowNoah(world)
    const noah = world.gateways.people.get(childCpr)!
    const henrik = person('6201824444', 'Henrik Jepsen', '1982-01-01', 'anden')
    world.gateways.people.set(childCpr, { person: { ...noah.person, addressProtected: true }, relations: [
      ...noah.relations, { adult: henrik, child: noah.person, kind: 'custody', livesWith: false, source: 'CPR', fromDay: day('2016-05-04'), toDay: null },
    ] })
    const child = await find(world)
    const lene = child.guardians.find(({ name }) => name === 'Lene Jepsen')!.personId
    await world.as(world.staff.fagperson).application.give(giveInput(world, child.childId, lene))
    expect((await rowsOf(world, 'letter')).map((row) => row['receiver_id'])).toEqual([lene])
  })

  it('et barn i en anden kommune, en voksen og et ukendt nummer er samme svar', async () => {
    const world = await makeWorld(test(), { ordning: 'guide-to-move' })
    await expect(find(world)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    knowNoah(world, 'anden')
    await expect(find(world)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await rowsOf(world, 'person', "name = 'Noah Jepsen'")).toHaveLength(0)
    world.gateways.away.add('registry')
    await expect(find(world)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  })

  it('giver passet på stedet: afgørelse i eget navn, samtykke, brev til moren, og bøgerne stemmer', async () => {
    const world = await makeWorld(test(), { ordning: 'guide-to-move' })
    const { child, guardianId } = await found(world)
    const given = await world.as(world.staff.fagperson).application.give(giveInput(world, child.childId, guardianId))
    expect(given).toMatchObject({ outcome: 'granted', granted: 60_000n, joined: false })
    expect(given.fritidspasId).not.toBeNull()
    expect(await rowsOf(world, 'decision')).toMatchObject([{ result: 'granted', automatic: false, decider_id: world.staff.fagperson.id }])
    expect(await rowsOf(world, 'consent')).toMatchObject([{ given_by: 'Lene Jepsen', form: 'oral', purpose: 'grant' }])
    expect((await rowsOf(world, 'letter')).map((row) => row['receiver_id'])).toEqual([guardianId])
    expect((await rowsOf(world, 'outbox_job')).map((row) => row['name']).sort()).toEqual(['send-letter', 'tell-family'])
    expect(JSON.stringify(await rowsOf(world, 'application'))).not.toContain('Emil.')
    expect(await booksAgree(world)).toBe(true)
    expect(await world.as(world.staff.fagperson).application.givenByMe()).toMatchObject([{ childName: 'Noah Jepsen', status: 'granted', ended: false }])
  })

  it('ordningen lader kun indstille: kommunen afgør, og familien kan tage sit ja tilbage', async () => {
    const world = await makeWorld(test(), { profession: 'skolepsykolog' })
    const { child, guardianId } = await found(world)
    expect(child.doors).toMatchObject([{ door: 'nominates' }])
    const given = await world.as(world.staff.fagperson).application.give(giveInput(world, child.childId, guardianId, { chips: ['needs-help-to-start', 'not-active'], months: 12 }))
    expect(given).toMatchObject({ outcome: 'received', answerBy: '2026-08-17', fritidspasId: null })
    const view = await world.as(world.staff.caseworker).application.read({ applicationId: given.applicationId })
    expect(view.fagperson).toMatchObject({ name: 'Lars Lærer', line: 'Noah vil gerne til fodbold med Emil.' })
    const [mine] = await world.as(world.staff.fagperson).application.givenByMe()
    await world.as(world.staff.fagperson).application.withdrawConsent({ requestId: newId(), childId: child.childId, consentId: mine?.consentId ?? '' })
    expect(await world.as(world.staff.fagperson).application.givenByMe()).toMatchObject([{ consentWithdrawn: true, ended: true }])
    expect(await rowsOf(world, 'application')).toMatchObject([{ state: 'withdrawn' }])
  })

  it('samtykke skal have alle sine dele, og en anden voksen er ikke forælder', async () => {
    const world = await makeWorld(test(), { ordning: 'guide-to-move' })
    const { child, guardianId } = await found(world)
    const give = (consent: object) => world.as(world.staff.fagperson).application.give(giveInput(world, child.childId, guardianId, { consent: { ...giveInput(world, '', guardianId).consent, ...consent } }))
    await expect(give({ givenOn: null })).rejects.toMatchObject(refused('consent-incomplete'))
    await expect(give({ how: null })).rejects.toMatchObject(refused('consent-incomplete'))
    await expect(give({ givenById: world.guardianId })).rejects.toMatchObject(refused('consent-incomplete'))
    await expect(give({ givenOn: '2026-08-04' })).rejects.toMatchObject(refused('consent-in-the-future'))
    expect(await rowsOf(world, 'application')).toHaveLength(0)
    expect(await rowsOf(world, 'child_access', "role is null")).toMatchObject([{ why: 'found' }])
  })

  it('en faggruppe, der ikke står på listen, får grunden at vide', async () => {
    const world = await makeWorld(test(), { ordning: 'guldpas', profession: 'lærer' })
    const { child, guardianId } = await found(world)
    expect(child).toMatchObject({ doors: [], closed: [{ whyNot: 'profession-not-listed' }] })
    await expect(world.as(world.staff.fagperson).application.give(giveInput(world, child.childId, guardianId))).rejects.toMatchObject(refused('profession-not-listed'))
  })

  it('mangler en grund, bliver det til en ansøgning, ikke et nej', async () => {
    const world = await makeWorld(test(), { ordning: 'guide-to-move' })
    const { child, guardianId } = await found(world)
    expect(await world.as(world.staff.fagperson).application.give(giveInput(world, child.childId, guardianId, { chips: ['not-active'] }))).toMatchObject({ outcome: 'received' })
    await expect(world.as(world.staff.fagperson).application.give(giveInput(world, child.childId, guardianId, { childView: '' }))).resolves.toMatchObject({ joined: true })
  })

  it('familien har søgt: samme sag, og fagpersonens ord kommer til', async () => {
    const world = await makeWorld(test())
    const { child, guardianId } = await found(world)
    const lene = { ...world.guardian, id: guardianId, name: 'Lene Jepsen', personKey: 'lene' }
    const { applicationId } = await world.as(lene).application.submit(submitInput(world, { childId: child.childId }))
    expect(await world.as(world.staff.fagperson).application.give(giveInput(world, child.childId, guardianId, { chips: ['needs-help-to-start'], months: 12 }))).toMatchObject({ applicationId, joined: true, outcome: 'received' })
    expect(await rowsOf(world, 'application')).toHaveLength(1)
  })

  it('et barn, man ikke har fundet, kan man ikke give noget', async () => {
    const world = await makeWorld(test())
    await expect(world.as(world.staff.fagperson).application.give(giveInput(world, world.childId, world.guardianId))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(world.as(world.guardian).application.findChild({ requestId: newId(), cpr: childCpr, purpose: 'grant' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
