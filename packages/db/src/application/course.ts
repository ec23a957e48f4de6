import { yearOf, type Day } from '@medspil/domain/day'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOrNull, dayOf } from '../days.ts'

/** How far a child has come under one ordning. */
export interface StoredCourse {
  id: string; childId: string; ordningId: string; state: string; metOn: Day; grantedOn: Day | null; firstTrainingOn: Day | null
  closedOn: Day | null; closedAs: string | null; hasPass: boolean
}

/** The open course of a child under an ordning; made when the child is first met. @returns its id */
export async function openCourse(tx: Tx, child: { id: string; birthDay: Day; area: string | null }, at: { ordningId: string; versionId: string; newId: string }): Promise<string> {
  const known = await tx.db.course.findFirst({ where: { kommuneId: tx.kommuneId, childId: child.id, ordningId: at.ordningId, state: { not: 'closed' } }, select: { id: true } })
  if (known) return known.id
  await tx.db.course.createMany({ data: [{
    kommuneId: tx.kommuneId, id: at.newId, childId: child.id, ordningId: at.ordningId, ordningVersionId: at.versionId, state: 'open',
    hasGuidance: false, hasPass: false, area: child.area, birthYear: yearOf(child.birthDay), metOn: dateOf(tx.now.day),
  }] })
  return at.newId
}

/** Notes what a decision gave to the course. The first day of a grant stays the day of grant. */
export async function markCourseGranted(tx: Tx, id: string, given: { guidance: boolean; pass: boolean }): Promise<void> {
  const where = { kommuneId: tx.kommuneId, id }
  await tx.db.course.updateMany({ where, data: { ...(given.guidance && { hasGuidance: true }), ...(given.pass && { hasPass: true }) } })
  await tx.db.course.updateMany({ where: { ...where, grantedOn: null }, data: { grantedOn: dateOf(tx.now.day) } })
}

/** Courses by id. */
export async function loadCourses(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredCourse>> {
  const rows = await tx.db.course.findMany({ where: { kommuneId: tx.kommuneId, id: { in: [...ids] } } })
  return new Map(rows.map((row) => [row.id, {
    id: row.id, childId: row.childId, ordningId: row.ordningId, state: row.state, metOn: dayOf(row.metOn), grantedOn: dayOrNull(row.grantedOn),
    firstTrainingOn: dayOrNull(row.firstTrainingOn), closedOn: dayOrNull(row.closedOn), closedAs: row.closedAs, hasPass: row.hasPass,
  }]))
}

/** Which sign-up states the courses' living sign-ups are in, for what comes next. */
export async function loadSignupStates(tx: Tx, courseIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.db.signup.findMany({ where: { kommuneId: tx.kommuneId, courseId: { in: [...courseIds] } }, select: { courseId: true, state: true } })
  const states = new Map<string, string[]>()
  for (const { courseId, state } of rows) if (courseId) states.set(courseId, [...(states.get(courseId) ?? []), state])
  return states
}

/** Whether anything of a course still runs: a pass, a place or a number in a line, a guide, or another application's grant or question. */
export async function hasSomethingLeft(tx: Tx, courseId: string): Promise<boolean> {
  const where = { kommuneId: tx.kommuneId, courseId }
  return await tx.db.fritidspas.count({ where: { ...where, state: { in: ['issued', 'active', 'used-up'] } } }) > 0
    || await tx.db.signup.count({ where: { ...where, OR: [{ place: true }, { state: { in: ['wished', 'waiting'] } }] } }) > 0
    || await tx.db.guideMatch.count({ where: { ...where, state: { not: 'ended' } } }) > 0
    || await tx.db.application.count({ where: { ...where, state: { notIn: ['refused', 'withdrawn', 'duplicate', 'moved-away'] } } }) > 0
}

/** Takes a course up again that a withdrawal had closed: what is given anew goes on where it was. */
export async function reopenWithdrawnCourse(tx: Tx, id: string): Promise<void> {
  await tx.db.course.updateMany({ where: { kommuneId: tx.kommuneId, id, state: 'closed', closedAs: 'withdrawn' }, data: { state: 'open', closedOn: null, closedAs: null } })
}
