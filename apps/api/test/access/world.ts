import { dateOf, newId, teamRowId } from '@medspil/db'
import { Cpr } from '@medspil/db/cpr'
import { commitDraw, loadDraw, saveHeldDraw } from '@medspil/db/holiday-program'
import type { Actor, ForeningLink, LinkPurpose } from '@medspil/domain/access'
import { addDays, day } from '@medspil/domain/day'
import { commitmentOf, drawRule } from '@medspil/domain/holiday-program'
import type { TestDatabase } from '@medspil/testing/database'
import { makeChildAccess, makeForening, makeOffer } from '@medspil/testing/factories'
import { hashOf } from '../../src/access/secrets.ts'
import { checkClaims } from '../../src/subsidy/check-claims.ts'
import { callerAs, fakeGateways, type FakeWorld, testEnvironment } from '../../src/testing.ts'
import { notePaid, plantOwed } from './owed-refunds.ts'
import { addChild, addOtherFamily, canaries, now, plantTown, type Town } from './people.ts'

/** The one world of the matrix: a town where every procedure has something to be asked about, and a town abroad. */
export interface World {
  town: Town
  abroad: Town
  gateways: FakeWorld
  /** Ids of all that was planted, by name. */
  ids: Record<Thing, string>
  linesHash: string
  draftRules: unknown
  cardCode: string
  /** Lets one more family into the friend group. */
  friendCode: string
  as(actor: Actor): ReturnType<typeof callerAs>
}

const things = [
  'openChild', 'askedChild', 'grantedChild', 'newChild', 'placedChild', 'dearChild', 'otherChild', 'newForening', 'openApplication', 'askedApplication', 'question', 'grantedApplication', 'decision', 'pass', 'letter',
  'offer', 'teamOffer', 'freeOffer', 'moderatedOffer', 'waitingSignup', 'offeredSignup', 'dearSignup', 'placedSignup', 'confirmedSignup', 'confirmedRow', 'claim', 'payout', 'clawback',
  'consent', 'givenApplication', 'task', 'doneTask', 'deskTask', 'owedTask', 'notedTask', 'followUp', 'proposedMatch', 'acceptedMatch', 'activeMatch', 'trip', 'program', 'holidayOffer', 'heldSignup', 'payment', 'careOffer', 'careSignup', 'draftProgram', 'draftActivity', 'wishProgram', 'drawProgram', 'heldProgram', 'overProgram', 'wishOffer', 'friendGroup', 'link', 'session', 'draftVersion',
] as const
type Thing = (typeof things)[number]

const wishes = { activities: ['svømning'], days: [], withWhom: null, note: null }
const support = [{ kind: 'kontingent' as const, amount: 75_000n }]

/** What a family sends for a child. */
export const applicationFor = (childId: string) => ({
  childId, ordningKey: 'hel-fritid', supports: support, start: null, months: 12, activity: 'svømning', answers: { activity: 'none' as const, paidByOthers: [], income: BigInt(canaries.income) },
  wishes, childView: 'Vil gerne svømme.', language: 'da' as const,
})
/** What a fagperson writes when giving or nominating. */
export const giftFor = (childId: string, guardianId: string) => ({
  childId, ordningKey: 'hel-fritid', supports: support, months: 12, chips: ['not-active'], line: canaries.reason,
  consent: { givenById: guardianId, givenBy: null, givenOn: '2026-08-03', how: 'oral' as const, textShown: 'Må jeg give et fritidspas?' }, wishes, childView: 'Vil gerne svømme.', openCase: false,
})
/** A caseworker's full yes. */
export const draftFor = (applicationId: string) => ({ applicationId, given: support, reasons: null, weighed: '', whatWouldChange: '', childView: '' })

/** A programme of the autumn holiday without a fault, and an activity of it. */
export const autumnPlan = {
  name: 'Aktiv Efterår', holiday: 'autumn' as const, fromDay: '2026-10-10', toDay: '2026-10-18', way: 'opening-minute' as const, opensAt: '2026-09-07T09:00', closesAt: '2026-10-04T23:59', wishesOpenAt: null, wishesCloseAt: null,
  mostWishes: 8, loserNumbers: 0, publicChance: null, stages: [{ from: '2026-09-07T09:00', places: 2, waiting: null }], refundRule: [{ untilDays: 7, percent: 100 }],
  travelMinutes: { samePlace: 0, sameArea: 15, otherArea: 30 }, groupTooLarge: 'pass-over' as const, seatMinutes: 30, payHours: 72, offerHours: 24, careOpensDays: 3, careErasedDays: 14, noShowText: '', answerBy: '2026-09-01',
}
export const autumnActivity = {
  title: 'Klatring', activity: 'klatring', pictogram: 'klatring', description: 'Vi klatrer.', audience: { kind: 'ages' as const, from: 8, to: 12 }, sessions: [{ day: '2026-10-13', timeFrom: '10:00', timeTo: '12:00', place: 'Hallen' }],
  area: 'Område 1', travel: '', price: 5_000n, capacity: 8, minimum: 3, minimumDecidedOn: '2026-10-01', equipment: '', accessibility: 'Der er ingen trin.', supportNeeds: [], languages: ['dansk'],
}

/** Builds it by the product's own verbs wherever there is one. */
export async function plantMatrixWorld(test: TestDatabase): Promise<World> {
  const gateways = fakeGateways()
  const [town, abroad] = [await plantTown(test, 'Her'), await plantTown(test, 'Ude')]
  const as = (actor: Actor) => callerAs(test.database, actor, { now, gateways: gateways.gateways })
  const ids = {} as Record<Thing, string>
  const world: World = { town, abroad, gateways, ids, linesHash: '', draftRules: null, cardCode: '', friendCode: '', as }
  ids.otherChild = await addOtherFamily(town)
  ids.newForening = await town.inTx((tx) => makeForening(tx, { name: 'Ny Forening', approval: 'applied' }))
  await plantApplications(world)
  await plantPlaces(test, world)
  await plantFriends(world)
  await plantDraftProgram(world)
  await plantMoney(test, world)
  await plantCourse(world)
  await plantDoors(test, world)
  return world
}

async function newOpenChild(world: World, name: string): Promise<{ childId: string; applicationId: string }> {
  const { town, as } = world
  const childId = await addChild(town, name)
  const { applicationId } = await as(town.guardian).application.submit({ requestId: newId(), ...applicationFor(childId) })
  await town.inTx((tx) => makeChildAccess(tx, { childId, staffId: town.staff.fagperson.id }))
  return { childId, applicationId }
}

/** A child with an open pass, granted by a caseworker. */
async function newGrantedChild(world: World, name: string) {
  const { town, as } = world
  const { childId, applicationId } = await newOpenChild(world, name)
  const desk = as(town.staff.caseworker).application
  await desk.judge({ requestId: newId(), applicationId, criterionId: 'needs-help-to-start', result: 'met', reason: canaries.reason })
  const decided = await desk.decide({ requestId: newId(), ...draftFor(applicationId) })
  return { childId, applicationId, decisionId: decided.decisionId!, passId: decided.fritidspasId!, letterId: decided.letterIds[0]! }
}

async function plantApplications(world: World): Promise<void> {
  const { town, ids, as } = world
  const open = await newOpenChild(world, 'Alma')
  Object.assign(ids, { openChild: open.childId, openApplication: open.applicationId, newChild: await addChild(town, 'Emil') })
  await as(town.staff.caseworker).application.judge({ requestId: newId(), applicationId: ids.openApplication, criterionId: 'needs-help-to-start', result: 'met', reason: canaries.reason })
  const asked = await newOpenChild(world, 'Bo')
  const view = await as(town.staff.caseworker).application.askForInfo({ requestId: newId(), applicationId: asked.applicationId, question: 'Hvilken forening?', by: '2026-08-10' })
  Object.assign(ids, { askedChild: asked.childId, askedApplication: asked.applicationId, question: view.asked[0]!.id })
  const granted = await newGrantedChild(world, 'Carla')
  Object.assign(ids, { grantedChild: granted.childId, grantedApplication: granted.applicationId, decision: granted.decisionId, pass: granted.passId, letter: granted.letterId })
  const [pass] = await as(town.guardian).fritidspas.show({ childId: granted.childId })
  world.cardCode = pass!.code!
  const given = await as(town.staff.fagperson).application.give({ requestId: newId(), ...giftFor(await givenChild(world), town.guardian.id) })
  ids.givenApplication = given.applicationId
  const [mine] = await as(town.staff.fagperson).application.givenByMe()
  ids.consent = mine!.consentId!
  await town.inTx((tx) => tx.db.letter.updateMany({ where: { kommuneId: tx.kommuneId }, data: { sentAt: now.at, state: 'sent' } }))
}

async function givenChild({ town, ids }: World): Promise<string> {
  const childId = await addChild(town, 'Dina')
  ids.placedChild = childId
  await town.inTx((tx) => makeChildAccess(tx, { childId, staffId: town.staff.fagperson.id }))
  return childId
}

async function plantPlaces(test: TestDatabase, world: World): Promise<void> {
  const { town, ids, as } = world
  const offer = (facts: object) => town.inTx((tx) => makeOffer(tx, { foreningId: town.foreningId, weekday: 1, seasonFrom: '2026-07-06', seasonTo: '2027-06-28', ...facts }))
  Object.assign(ids, {
    offer: await offer({ title: 'Hold A' }), teamOffer: await offer({ title: 'Hold B', weekday: 1 }), freeOffer: await offer({ title: 'Hold C', weekday: 5 }),
    moderatedOffer: await offer({ title: 'Hold D', state: 'in-moderation' }),
  })
  const ask = async (childId: string, offerId: string) => (await as(town.guardian).signup.request({ requestId: newId(), childId, offerId, acceptsClash: true })).signupId
  const answers = (signupId: string, fee: bigint) => as(holderOf(world, 'forening-desk', town.foreningId)).forening
    .answerSignup({ requestId: newId(), signupId, answer: { kind: 'yes', fee, periodFrom: '2026-08-03', periodTo: '2026-12-31' } })
  ids.waitingSignup = await ask(ids.grantedChild, ids.offer)
  ids.dearChild = (await newGrantedChild(world, 'Frida')).childId
  ids.dearSignup = await ask(ids.dearChild, ids.offer)
  await answers(ids.dearSignup, 90_000n)
  for (const [name, thing] of [['Gerda', 'confirmedSignup'], ['Hugo', 'placedSignup']] as const) {
    ids[thing] = await ask((await newGrantedChild(world, name)).childId, ids.teamOffer)
    await answers(ids[thing], 75_000n)
  }
  ids.confirmedRow = teamRowId(test.keys, town.kommuneId, { offerId: ids.teamOffer, signupId: ids.confirmedSignup })
  ids.offeredSignup = await ask((await newGrantedChild(world, 'Ida')).childId, ids.freeOffer)
  await test.admin.query(`update signup set state = 'offered', offered_at = $2, offer_deadline_at = $3 where id = $1`, [ids.offeredSignup, now.at, new Date(now.at.getTime() + 86_400_000)])
  ids.program = newId()
  await test.admin.query(
    `insert into holiday_program (kommune_id, id, ordning_id, ordning_version_id, name, state, holiday, from_day, to_day, opens_at, closes_at, stages, offer_hours)
     values ($1, $2, $3, $4, 'Aktiv Efterår', 'opening', 'autumn', '2026-10-10', '2026-10-18', $5, '2026-09-30T10:00:00Z', '[]', 24)`, [town.kommuneId, ids.program, town.ordningId, town.versionId, now.at])
  ids.overProgram = newId()
  await test.admin.query(
    `insert into holiday_program (kommune_id, id, ordning_id, ordning_version_id, name, state, holiday, from_day, to_day, opens_at, closes_at, stages, offer_hours)
     values ($1, $2, $3, $4, 'Aktiv Påske', 'finished', 'easter', '2026-03-28', '2026-04-06', '2026-03-01T10:00:00Z', '2026-03-20T10:00:00Z', '[]', 24)`, [town.kommuneId, ids.overProgram, town.ordningId, town.versionId])
  ids.wishProgram = newId()
  ids.drawProgram = newId()
  ids.heldProgram = newId()
  for (const [id, closes] of [[ids.wishProgram, '2026-09-01T10:00:00Z'], [ids.drawProgram, '2026-08-02T10:00:00Z'], [ids.heldProgram, '2026-08-02T10:00:00Z']])
    await test.admin.query(
      `insert into holiday_program (kommune_id, id, ordning_id, ordning_version_id, name, state, holiday, from_day, to_day, way, opens_at, closes_at, wishes_open_at, wishes_close_at, stages, offer_hours)
       values ($1, $2, $3, $4, 'Aktiv Vinter', 'wishing', 'winter', '2027-02-10', '2027-02-18', 'draw', '2026-09-20T10:00:00Z', '2026-12-30T10:00:00Z', '2026-08-01T10:00:00Z', $5, '[]', 24)`,
      [town.kommuneId, id, town.ordningId, town.versionId, closes])
  ids.wishOffer = await offer({ title: 'Klatring i ferien', programId: ids.wishProgram, price: 0n, priceKind: 'activity', seasonFrom: '2027-02-12', seasonTo: '2027-02-12' })
  await town.inTx(async (tx) => {
    const commitment = commitmentOf('ab'.repeat(32))
    for (const programId of [ids.wishProgram, ids.drawProgram, ids.heldProgram])
      await commitDraw(tx, { id: newId(), programId, rule: drawRule, commitment }, { seed: 'ab'.repeat(32), ticketKey: 'cd'.repeat(32) })
    const held = await loadDraw(tx, ids.heldProgram)
    await saveHeldDraw(tx, held!.id, { seed: 'ab'.repeat(32), record: '{}', result: '{}', drawnBy: null })
  })
  ids.holidayOffer = await offer({ title: 'Kajak i ferien', programId: ids.program, price: 10_000n, priceKind: 'activity', seasonFrom: '2026-10-12', seasonTo: '2026-10-13', timeFrom: '08:00', timeTo: '09:00' })
  ids.heldSignup = await ask((await newOpenChild(world, 'Jonna')).childId, ids.holidayOffer)
  ids.payment = (await as(town.guardian).payment.start({ requestId: newId(), signupIds: [ids.heldSignup] })).id
  ids.careOffer = await offer({ title: 'Bål i ferien', programId: ids.program, price: 0n, priceKind: 'activity', seasonFrom: '2026-10-12', seasonTo: '2026-10-12', occurrences: [{ day: '2026-10-12', timeFrom: '10:00', timeTo: '12:00', place: 'Skoven' }] })
  ids.careSignup = await ask((await newOpenChild(world, 'Kirsten')).childId, ids.careOffer)
  for (const signupId of [ids.heldSignup, ids.careSignup])
    await as(town.guardian).care.save({ requestId: newId(), signupId, note: { allergies: 'nødder', medicine: null, fetchedBy: 'Mormor', emergencyPhone: '12 34 56 78', photoConsent: true } })
}

/** Two families whose children go along together, and a code for a third. */
async function plantFriends(world: World): Promise<void> {
  const { town, ids, as } = world
  const [mine, theirs] = [as(town.guardian).holidayProgram, as(town.otherParent).holidayProgram]
  const programId = ids.program
  ids.friendGroup = newId()
  await mine.makeFriendGroup({ requestId: ids.friendGroup, programId, childId: ids.grantedChild, agrees: true })
  const codes = async () => (await mine.friends({ programId })).groups[0]!.codes
  await theirs.joinFriends({ requestId: newId(), code: (await codes())[0]!, childId: ids.otherChild, agrees: true })
  await mine.inviteFriend({ requestId: newId(), groupId: ids.friendGroup })
  world.friendCode = (await codes())[0]!
}

/** A programme on its way, with an organiser's draft in it. */
async function plantDraftProgram(world: World): Promise<void> {
  const { town, ids, as } = world
  ids.draftProgram = (await as(town.staff.administrator).holidayProgram.save({ requestId: newId(), programId: null, ordningId: town.ordningId, plan: autumnPlan })).programId
  await as(town.staff.fritidsvejleder).holidayProgram.inviteOrganisers({ requestId: newId(), programId: ids.draftProgram, foreningIds: [town.foreningId] })
  ids.draftActivity = (await as(holderOf(world, 'forening-desk', town.foreningId)).holidayProgram.saveActivity({ requestId: newId(), programId: ids.draftProgram, ...autumnActivity, offerId: null, ask: false })).offerId
}

/** The holder of a forening's link in the town. */
export const holderOf = ({ town }: Pick<World, 'town'>, purpose: LinkPurpose, subjectId: string, foreningId = town.foreningId): ForeningLink =>
  ({ kind: 'forening', kommuneId: town.kommuneId, id: foreningId, name: 'Her Svømmeforening', linkId: newId(), purpose, subjectId })

async function plantMoney(test: TestDatabase, world: World): Promise<void> {
  const { town, ids, as } = world
  await checkClaims({ asActor: test.database.asActor, pool: test.database.pool, env: testEnvironment(), clock: () => now, gateways: world.gateways.gateways, kommuneId: town.kommuneId, inTx: town.inTx })
  const { ready } = await as(town.staff.payer).subsidy.ready()
  const [first, second] = ready.map(({ claimId }) => claimId)
  ids.claim = first!
  const payout = await as(town.staff.payer).subsidy.prepare({ requestId: newId(), claimIds: [second!] })
  Object.assign(ids, { payout: payout.payoutId })
  world.linesHash = payout.linesHash
  ids.clawback = newId()
  await town.inTx(async (tx) => {
    const claim = await tx.db.claim.findFirstOrThrow({ where: { kommuneId: tx.kommuneId, id: ids.claim } })
    await tx.db.clawback.createMany({ data: [{
      kommuneId: tx.kommuneId, id: ids.clawback, claimId: claim.id, foreningId: claim.foreningId, childId: claim.childId, amount: 1_000n, parts: claim.parts as object, toPurse: true, cause: 'never-came',
      reason: 'Kom aldrig.', state: 'proposed', proposedAt: now.at, deadline: dateOf(addDays(now.day, 14)),
    }] })
  })
}

async function plantCourse(world: World): Promise<void> {
  const { town, ids } = world
  await town.inTx(async (tx) => {
    const { kommuneId } = tx
    const course = await tx.db.course.findFirstOrThrow({ where: { kommuneId, childId: ids.grantedChild } })
    ids.followUp = newId()
    await tx.db.followUp.createMany({ data: [{ kommuneId, id: ids.followUp, courseId: course.id, childId: ids.grantedChild, check: 'extra', anchor: 'grant', dueOn: dateOf(now.day), state: 'asked', askedAt: now.at, ownerRole: 'fritidsvejleder', channel: 'link' }] })
    const task = async (facts: object) => {
      const id = newId()
      await tx.db.task.createMany({ data: [{
        kommuneId, id, childId: ids.grantedChild, courseId: course.id, kind: 'forening-silent', facts: { askedOn: '2026-08-01' }, dueOn: dateOf(now.day), ownerRole: 'fritidsvejleder', state: 'open', createdAt: now.at, key: id, ...facts,
      }] })
      return id
    }
    ids.task = await task({})
    ids.doneTask = await task({ state: 'done', outcome: 'done', doneAt: now.at, doneBy: town.staff.fritidsvejleder.id })
    ids.deskTask = newId()
    await tx.db.task.createMany({ data: [{
      kommuneId, id: ids.deskTask, offerId: ids.holidayOffer, kind: 'minimum-not-reached', facts: { offerId: ids.holidayOffer, programId: ids.program, title: 'Kajak', minimum: 4, decidedOn: '2026-10-01' },
      dueOn: dateOf(now.day), ownerRole: 'fritidsvejleder', state: 'open', createdAt: now.at, key: ids.deskTask,
    }] })
    ids.owedTask = await plantOwed(tx, world, 4_000n)
    ids.notedTask = await plantOwed(tx, world, 3_000n)
    await notePaid(tx, world, 3_000n)
    // A guide is for children with guldpas: a second course of the same child.
    const goldCourse = newId()
    await tx.db.course.createMany({ data: [{ kommuneId, id: goldCourse, childId: ids.grantedChild, ordningId: town.guldpasId, ordningVersionId: town.guldpasVersionId, state: 'open', hasGuidance: true, hasPass: true, birthYear: 2016, metOn: dateOf(now.day) }] })
    await tx.db.course.createMany({ data: [{ kommuneId, id: newId(), childId: ids.newChild, ordningId: town.guldpasId, ordningVersionId: town.guldpasVersionId, state: 'open', hasGuidance: true, hasPass: true, birthYear: 2016, metOn: dateOf(now.day) }] })
    await makeChildAccess(tx, { childId: ids.newChild, staffId: town.staff.fritidsvejleder.id })
    const match = async (state: string, stage = 'escorted') => {
      const id = newId()
      await tx.db.guideMatch.createMany({ data: [{
        kommuneId, id, guideId: town.guide.id, childId: ids.grantedChild, courseId: goldCourse, state, stage, weekday: 1, wishes: { gender: null, languages: [], interests: [], ageFrom: null, ageTo: null }, reasons: [],
        proposedBy: town.staff.fritidsvejleder.id, proposedAt: now.at, permissionBy: town.guardian.id, maxUntil: dateOf(addDays(now.day, 90)),
      }] })
      return id
    }
    Object.assign(ids, { proposedMatch: await match('proposed'), acceptedMatch: await match('accepted-by-guide'), activeMatch: await match('active'), trip: newId() })
    await tx.db.escort.createMany({ data: [{ kommuneId, id: ids.trip, guideMatchId: ids.activeMatch, childId: ids.grantedChild, day: dateOf(now.day), meetAt: '15:45', place: 'Ved skolen', state: 'planned', stage: 'escorted' }] })
  })
}

async function plantDoors(test: TestDatabase, world: World): Promise<void> {
  const { town, ids, as } = world
  const published = await as(town.staff.administrator).ordning.version({ versionId: town.versionId })
  world.draftRules = published.rules
  ids.draftVersion = (await as(town.staff.administrator).ordning.saveDraft({
    requestId: newId(), ordningId: town.ordningId, versionId: null, validFrom: '2027-01-01', validTo: null, rules: published.rules, texts: published.texts, source: 'Udkast',
  })).versionId
  Object.assign(ids, { link: newId(), session: newId() })
  const later = new Date(now.at.getTime() + 8 * 3_600_000)
  await test.admin.query(`insert into link (kommune_id, id, token_hash, purpose, forening_id, subject_id, expires_at, created_at) values ($1, $2, $3, 'team-list', $4, $5, $6, $7)`,
    [town.kommuneId, ids.link, hashOf('link'), town.foreningId, ids.offer, later, now.at])
  const session = (id: string, app: string, personKey: string, personId: string | null, staffId: string | null) => test.admin.query(
    `insert into session (kommune_id, id, token_hash, app, person_key, person_id, staff_id, level, name, user_agent, created_at, seen_at, auth_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'substantial', 'Prøve', 'Prøve', $8, $8, $8, '2036-01-01')`, [town.kommuneId, id, hashOf(personKey), app, personKey, personId, staffId, now.at])
  await session(ids.session, 'family', town.guardian.personKey, town.guardian.id, null)
  await session(newId(), 'desk', town.staff.caseworker.personKey, null, town.staff.caseworker.id)
  const cpr = Cpr.parse(canaries.cpr)!
  const child = { cpr, name: 'Noah Jepsen', birthDay: day('2016-05-04'), gender: 'other', kommuneKey: town.key, address: canaries.address, postcode: '4200', area: 'Område 1', school: 'Prøveskolen', phone: null, mail: null, nameProtected: false, addressProtected: true }
  world.gateways.people.set(canaries.cpr, { person: child as never, relations: [] })
  // Found once already, so that the second step of a look-up can be tried on its own.
  await as(town.staff.otherFagperson).application.findChild({ requestId: newId(), cpr: canaries.cpr, purpose: 'nominate' })
}
