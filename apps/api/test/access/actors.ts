import { newId } from '@medspil/db'
import type { Actor, ForeningLink, LinkPurpose, QuestionLink } from '@medspil/domain/access'
import type { TestDatabase } from '@medspil/testing/database'
import { sessionCookie } from '../../src/access/cookies.ts'
import { resolveActor } from '../../src/access/resolve-actor.ts'
import { hashOf, newToken } from '../../src/access/secrets.ts'
import { fakeGateways, testEnvironment } from '../../src/testing.ts'
import { now, type Town } from './people.ts'
import { holderOf, type World } from './world.ts'

/** Everybody who may ask, by what they are to the one child of the matrix. `abroad…` is the same kind in another kommune. */
export const actorNames = [
  'guardian', 'secondGuardian', 'withoutCustody', 'otherParent', 'youngPerson', 'fagperson', 'otherFagperson', 'caseworker', 'exCaseworker', 'fritidsvejleder', 'payer', 'otherPayer',
  'leader', 'administrator', 'guide', 'otherGuide', 'desk', 'teamLink', 'answerLink', 'activitiesLink', 'otherDesk', 'otherTeam', 'otherAnswer', 'otherActivities', 'questionLink', 'statusLink', 'visitor',
  'abroadGuardian', 'abroadFagperson', 'abroadCaseworker', 'abroadFritidsvejleder', 'abroadPayer', 'abroadLeader', 'abroadAdministrator', 'abroadGuide', 'abroadDesk', 'abroadQuestion', 'abroadVisitor',
] as const
export type ActorName = (typeof actorNames)[number]

/** Those who stand in a recorded relation to the child, or act on its case by their office. */
export const related: readonly ActorName[] = ['guardian', 'secondGuardian', 'fagperson', 'caseworker', 'fritidsvejleder', 'guide']
/** Those who hold a link or a volunteer's login: they may know least. */
export const outsiders = ['desk', 'teamLink', 'answerLink', 'activitiesLink', 'questionLink', 'guide'] as const satisfies readonly ActorName[]

/** Makes them all, with the rows that stand behind links. */
export async function actorsOf(test: TestDatabase, world: World): Promise<Record<ActorName, Actor>> {
  const { town, abroad, ids } = world
  const { staff } = town
  const asked = (at: Town, personId: string, purpose: LinkPurpose): QuestionLink => ({ kind: 'link', kommuneId: at.kommuneId, id: newId(), personId, purpose, subjectId: ids.followUp })
  const holder = (purpose: LinkPurpose, subjectId: string, foreningId = town.foreningId) => holderOf(world, purpose, subjectId, foreningId)
  const otherOffer = newId()
  const actors: Record<ActorName, Actor> = {
    guardian: town.guardian, secondGuardian: town.secondGuardian, withoutCustody: town.withoutCustody, otherParent: town.otherParent, youngPerson: town.youngPerson,
    fagperson: staff.fagperson, otherFagperson: staff.otherFagperson, caseworker: staff.caseworker, exCaseworker: await leaver(test, town), fritidsvejleder: staff.fritidsvejleder,
    payer: staff.payer, otherPayer: staff.otherPayer, leader: staff.leader, administrator: staff.administrator, guide: town.guide, otherGuide: town.otherGuide,
    desk: holder('forening-desk', town.foreningId), teamLink: holder('team-list', ids.teamOffer), answerLink: holder('signup-answer', ids.waitingSignup), activitiesLink: holder('program-activities', ids.draftProgram),
    otherDesk: holder('forening-desk', town.otherForeningId, town.otherForeningId), otherTeam: holder('team-list', otherOffer, town.otherForeningId), otherAnswer: holder('signup-answer', newId(), town.otherForeningId), otherActivities: holder('program-activities', ids.draftProgram, town.otherForeningId),
    questionLink: asked(town, town.guardian.id, 'follow-up'), statusLink: asked(town, town.otherParent.id, 'course-status'), visitor: { kind: 'visitor', kommuneId: town.kommuneId, id: null },
    abroadGuardian: abroad.guardian, abroadFagperson: abroad.staff.fagperson, abroadCaseworker: abroad.staff.caseworker, abroadFritidsvejleder: abroad.staff.fritidsvejleder, abroadPayer: abroad.staff.payer,
    abroadLeader: abroad.staff.leader, abroadAdministrator: abroad.staff.administrator, abroadGuide: abroad.guide,
    abroadDesk: { ...holder('forening-desk', abroad.foreningId, abroad.foreningId), kommuneId: abroad.kommuneId },
    abroadQuestion: asked(abroad, abroad.guardian.id, 'follow-up'), abroadVisitor: { kind: 'visitor', kommuneId: abroad.kommuneId, id: null },
  }
  for (const actor of Object.values(actors)) if (actor.kind === 'forening' || actor.kind === 'link') await plantLink(test, actor)
  return actors
}

/** Whom the gate takes a login for, before and after its employee has left: the same cookie, and then nobody. */
async function leaver(test: TestDatabase, { kommuneId, key }: Town): Promise<Actor> {
  const [id, secret] = [newId(), newToken()]
  await test.admin.query(
    `insert into staff (kommune_id, id, person_key, name, role, workplace, mail, phone, active) values ($1, $2, 'leaver', 'Stoppet Sagsbehandler', 'caseworker', 'Fritid', 'x@x.example', '+4512345678', true)`, [kommuneId, id])
  await test.admin.query(
    `insert into session (kommune_id, id, token_hash, app, person_key, staff_id, level, name, user_agent, created_at, seen_at, auth_at, expires_at)
     values ($1, $2, $3, 'desk', 'leaver', $4, 'substantial', 'Prøve', 'Prøve', $5, $5, $5, '2036-01-01')`, [kommuneId, newId(), hashOf(secret), id, now.at])
  const env = testEnvironment()
  const { host } = new URL(env.DESK_ORIGIN)
  const ask = async () => (await resolveActor({ database: test.database, env, clock: () => now, securityClock: () => now, gateways: fakeGateways().gateways },
    new Request(`http://${host}/trpc`, { headers: { host, cookie: `${sessionCookie('desk')}=${key}.${secret}` } }))).actor
  if ((await ask()).kind !== 'caseworker') throw new Error('the login must work before its employee leaves')
  await test.admin.query('update staff set active = false where id = $1', [id])
  return ask()
}

async function plantLink(test: TestDatabase, actor: ForeningLink | QuestionLink): Promise<void> {
  const isForening = actor.kind === 'forening'
  await test.admin.query('insert into link (kommune_id, id, token_hash, purpose, forening_id, person_id, subject_id, expires_at, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    actor.kommuneId, isForening ? actor.linkId : actor.id, hashOf(newId()), actor.purpose, isForening ? actor.id : null, isForening ? null : actor.personId, actor.subjectId, new Date(now.at.getTime() + 86_400_000), now.at,
  ])
}
