import { day, type Day } from '@medspil/domain/day'
import type { FamilyMember } from '@medspil/domain/access'
import { dateOf, newId, type Now } from '@medspil/db'
import { type TestDatabase, at, job } from '@medspil/testing/database'
import { makeFamily, makeForening, makeKommune, makeOffer, makeOrdning, makePerson, makePool, makeRelation } from '@medspil/testing/factories'
import { callerAs } from '../testing.ts'

/** The day these tests stand on, in the middle of a season. */
export const today = at('2026-03-10')

/** A moment so many hours after `today`. */
export const later = (hours: number): Now => {
  const moment = new Date(today.at.getTime() + hours * 3_600_000)
  return { at: moment, day: day(moment.toISOString().slice(0, 10)), hour: moment.getUTCHours() + 1 }
}

/** A kommune with an ordning and its pool. */
export interface World { kommuneId: string; ordningId: string; versionId: string; poolId: string; foreningId: string }

/** Plants the ground that sign-ups stand on. */
export async function plantWorld({ database, admin }: TestDatabase): Promise<World> {
  const { id: kommuneId } = await makeKommune(admin)
  return database.asActor(job(kommuneId), { now: today, procedure: 'plant' }, async (tx) => {
    const { ordningId, versionId } = await makeOrdning(tx, { rules: {} })
    return { kommuneId, ordningId, versionId, poolId: await makePool(tx, { ordningId }), foreningId: await makeForening(tx) }
  })
}

/** A family member as the login makes one, with one child. */
export async function plantFamily({ database }: TestDatabase, { kommuneId }: World, child: Parameters<typeof makeFamily>[1] = {}): Promise<{ childId: string; actor: FamilyMember }> {
  const { childId, guardianId } = await database.asActor(job(kommuneId), { now: today, procedure: 'plant' }, (tx) => makeFamily(tx, child))
  return { childId, actor: { kind: 'family', kommuneId, id: guardianId, name: 'Berit Prøve', birthDay: day('1988-03-02'), personKey: `person:${guardianId}` } }
}

/** A family with two children, as the login makes its grown-up. */
export async function plantSiblings(test: TestDatabase, world: World): Promise<{ actor: FamilyMember; alma: string; bo: string }> {
  const { childId: alma, actor } = await plantFamily(test, world)
  const bo = await test.database.asActor(job(world.kommuneId), { now: today, procedure: 'plant' }, async (tx) => {
    const id = await makePerson(tx, { name: 'Bo Prøve', birthDay: '2018-05-05' })
    await makeRelation(tx, { adultId: actor.id, childId: id })
    return id
  })
  return { actor, alma, bo }
}

/** Asks for both siblings at one activity. */
export const takeTogether = ({ database }: TestDatabase, { actor, alma, bo }: Awaited<ReturnType<typeof plantSiblings>>, offerId: string, requestId = newId()) =>
  callerAs(database, actor, { now: today }).signup.requestTogether({ requestId, offerId, acceptsClash: false, children: [alma, bo].map((childId) => ({ childId, signupId: newId() })) })

/** An offer of the world's forening. */
export async function plantOffer({ database }: TestDatabase, world: World, facts: Partial<Parameters<typeof makeOffer>[1]> = {}): Promise<string> {
  return database.asActor(job(world.kommuneId), { now: today, procedure: 'plant' }, (tx) => makeOffer(tx, { foreningId: world.foreningId, ...facts }))
}

/** A programme that is open from yesterday until the summer. */
export async function plantProgram({ admin }: TestDatabase, world: World, facts: { maxPerChild?: number; opensAt?: Date; offerHours?: number } = {}): Promise<string> {
  const id = newId()
  const opensAt = facts.opensAt ?? later(-24).at
  await admin.query(
    `insert into holiday_program (kommune_id, id, ordning_id, ordning_version_id, name, state, holiday, from_day, to_day, opens_at, closes_at, stages, offer_hours)
     values ($1, $2, $3, $4, 'Aktiv Sommer', 'opening', 'summer', '2026-07-01', '2026-07-31', $5, '2026-06-30T10:00:00Z', $6, $7)`,
    [world.kommuneId, id, world.ordningId, world.versionId, opensAt, JSON.stringify([{ from: opensAt.toISOString(), places: facts.maxPerChild ?? 2, waiting: null }]), facts.offerHours ?? 24],
  )
  return id
}

/** A pass with one purse for a forening's fee, straight into the tables, with its money moved from a funded pool. */
export async function plantPass({ admin }: TestDatabase, world: World, childId: string, granted: bigint, validTo: Day = day('2026-12-31')): Promise<string> {
  const [applicationId, decisionId, courseId, passId] = [newId(), newId(), newId(), newId()]
  const { kommuneId, ordningId, versionId, poolId } = world
  const run = (sql: string, values: unknown[]) => admin.query(sql, values)
  await run(`insert into course (kommune_id, id, child_id, ordning_id, ordning_version_id, state, has_guidance, has_pass, birth_year, met_on) values ($1,$2,$3,$4,$5,'open',false,true,2017,'2026-02-01')`,
    [kommuneId, courseId, childId, ordningId, versionId])
  await run(`insert into application (kommune_id, id, reference, child_id, ordning_id, ordning_version_id, course_id, door, state, language, facts, wishes, requested, child_view, reason_chips, created_at)
    values ($1,$2,$7,$3,$4,$5,$6,'family','granted','da','{}','{}','{}','','{}',now())`, [kommuneId, applicationId, childId, ordningId, versionId, courseId, `F-${applicationId}`])
  await run(`insert into decision (kommune_id, id, application_id, child_id, ordning_version_id, result, automatic, decider_name, decided_on, decided_at, legal_basis, law_text, considerations, individual_facts, child_view, appeal_text, items)
    values ($1,$2,$3,$4,$5,'granted',true,'prøve','2026-02-01',now(),'x','x','x','x','x','x','[]')`, [kommuneId, decisionId, applicationId, childId, versionId])
  const rules = { kindCeilings: {}, periodCeiling: null, togetherCeiling: null, providerTypes: ['approvedFolkeoplysende'] }
  await run(`insert into fritidspas (kommune_id, id, course_id, child_id, decision_id, pool_id, state, display_name, valid_from, valid_to, rules, used_by_kind, code_hash, code_sealed, issued_at)
    values ($1,$2,$3,$4,$5,$6,'active','Alma P.','2026-02-01',$7,$8,'{}',$9,'\\x00',now())`,
    [kommuneId, passId, courseId, childId, decisionId, poolId, dateOf(validTo), JSON.stringify(rules), Buffer.from(passId.replaceAll('-', ''), 'hex')])
  await run(`insert into purse (kommune_id, id, fritidspas_id, child_id, purse, pays, granted, available, held, spent, returned, eksempel, position) values ($1,$2,$3,$4,'kontingent','{kontingent}',$5,$5,0,0,0,false,0)`,
    [kommuneId, newId(), passId, childId, granted])
  await run(`insert into ledger_account (kommune_id, id, key, kind, balance, may_go_below_zero) values ($1,$2,$3,'purse',$4,false)`, [kommuneId, newId(), `purse:${passId}:kontingent`, granted])
  return passId
}
