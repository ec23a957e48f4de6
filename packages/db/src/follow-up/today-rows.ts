import { addDays, type Day } from '@medspil/domain/day'
import type { Ore } from '@medspil/ledger'
import { logRead } from '../audit.ts'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf, dayOrNull } from '../days.ts'

/** A child as the one who follows up needs it. */
export interface FollowedChild { id: string; name: string; birthDay: Day; school: string | null; language: string; contactBarred: boolean }

/** Children by id, logged as read. @param fields what else of them is shown beside the name */
export async function loadFollowedChildren(tx: Tx, ids: readonly string[], why: string, fields: readonly string[]): Promise<Map<string, FollowedChild>> {
  await logRead(tx, ids, why, ['name', 'age', ...fields])
  const rows = await tx.db.person.findMany({
    where: { kommuneId: tx.kommuneId, id: { in: [...new Set(ids)] } }, select: { id: true, name: true, birthDay: true, school: true, language: true, contactBarred: true },
  })
  return new Map(rows.map((row) => [row.id, { ...row, birthDay: dayOf(row.birthDay) }]))
}

/** A living or the newest sign-up of each child, with what a task says of it. */
export async function loadActivities(tx: Tx, childIds: readonly string[]) {
  const rows = await tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, childId: { in: [...new Set(childIds)] } }, orderBy: [{ place: 'asc' }, { createdAt: 'asc' }],
    select: { id: true, childId: true, courseId: true, state: true, place: true, offer: { select: { title: true, activity: true, pictogram: true, foreningId: true, forening: { select: { name: true } } } } },
  })
  return rows
}
/** A sign-up as a task says it. */
export type FollowedSignup = Awaited<ReturnType<typeof loadActivities>>[number]

/** One phone number per forening, the chair's first; empty for those who may not see contacts. */
export async function loadForeningPhones(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.db.foreningContact.findMany({ where: { kommuneId: tx.kommuneId, foreningId: { in: [...new Set(ids)] } }, orderBy: [{ role: 'desc' }, { id: 'asc' }], select: { foreningId: true, phone: true } })
  return new Map(rows.flatMap(({ foreningId, phone }) => (phone ? [[foreningId, phone] as const] : [])))
}

/** The newest mark of every meeting of these sign-ups, oldest meeting first. */
export async function loadMeetings(tx: Tx, signupIds: readonly string[]) {
  const rows = await tx.db.$queryRaw<{ signupId: string; day: Date; presence: 'present' | 'absent' | 'unknown' }[]>`
    select distinct on (m.signup_id, m.day) m.signup_id as "signupId", m.day, m.mark as presence from attendance_mark m
    where m.kommune_id = ${tx.kommuneId}::uuid and m.signup_id = any(${[...new Set(signupIds)]}::uuid[]) order by m.signup_id, m.day, m.marked_at desc, m.id desc`
  return rows.map(({ signupId, day, presence }) => ({ signupId, on: dayOf(day), presence }))
}

/** What is free on the children's passes, øre, by child. */
export async function loadLeftOnPasses(tx: Tx, childIds: readonly string[]): Promise<Map<string, Ore>> {
  const rows = await tx.db.$queryRaw<{ childId: string; left: bigint }[]>`
    select f.child_id as "childId", sum(p.available)::bigint as left from fritidspas f join purse p on p.kommune_id = f.kommune_id and p.fritidspas_id = f.id
    where f.kommune_id = ${tx.kommuneId}::uuid and f.state in ('issued', 'active') and f.child_id = any(${[...new Set(childIds)]}::uuid[]) group by 1`
  return new Map(rows.map(({ childId, left }) => [childId, left as Ore]))
}

/** The actor's open courses, with the last check that is over, for counting. */
export async function loadCourseStates(tx: Tx, childIds?: readonly string[]) {
  const rows = await tx.db.course.findMany({
    where: { kommuneId: tx.kommuneId, ...(childIds && { childId: { in: [...childIds] } }) }, orderBy: [{ metOn: 'desc' }, { id: 'asc' }],
    select: { id: true, childId: true, ordningId: true, state: true, metOn: true, grantedOn: true, firstTrainingOn: true, closedAs: true },
  })
  const names = await tx.db.ordning.findMany({ where: { kommuneId: tx.kommuneId }, select: { id: true, name: true } })
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...row, metOn: dayOf(row.metOn), grantedOn: dayOrNull(row.grantedOn), firstTrainingOn: dayOrNull(row.firstTrainingOn), ordningName: nameOf.get(row.ordningId) ?? '',
  }))
}

/** Questions that go out by themselves from a day on, at most a hundred. */
export async function loadPlannedQuestions(tx: Tx, from: Day, days: number) {
  const rows = await tx.db.followUp.findMany({
    where: { kommuneId: tx.kommuneId, state: { in: ['planned', 'due'] }, channel: 'link', dueOn: { gte: dateOf(from), lte: dateOf(addDays(from, days)) } },
    orderBy: [{ dueOn: 'asc' }, { check: 'asc' }, { id: 'asc' }], take: 100, select: { childId: true, check: true, dueOn: true },
  })
  return rows.map(({ childId, check, dueOn }) => ({ childId, checkId: check, on: dayOf(dueOn) }))
}
