import type { CheckResult, FollowUpState } from '@medspil/domain/follow-up'
import { logRead } from '../audit.ts'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf } from '../days.ts'

/** A follow-up as the one who answers it meets it. */
export interface AskedFollowUp { id: string; childId: string; courseId: string; checkId: string; state: FollowUpState; result: CheckResult | null; reason: string | null; answeredBy: string | null }

/** One follow-up; null when there is none that the actor may see. */
export async function loadFollowUp(tx: Tx, id: string): Promise<AskedFollowUp | null> {
  const row = await tx.db.followUp.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } } })
  return row && {
    id, childId: row.childId, courseId: row.courseId, checkId: row.check, state: row.state as FollowUpState, result: row.result as CheckResult | null, reason: row.reason, answeredBy: row.answeredBy,
  }
}

/** Notes that a link gave its answer. */
export async function useLink(tx: Tx, linkId: string): Promise<void> {
  await tx.db.link.updateMany({ where: { kommuneId: tx.kommuneId, id: linkId, usedAt: null }, data: { usedAt: tx.now.at } })
}

/** News of a course outside its plan: a dated entry beside the checks. @param source what told of it, unique within the course */
export async function addNews(tx: Tx, news: { id: string; courseId: string; childId: string; source: string; result: CheckResult; reason: string | null; ownerRole: string; answeredBy: string }): Promise<void> {
  const { source, id, courseId, childId, ...row } = news
  const said = { ...row, state: 'answered', answeredAt: tx.now.at }
  // The same task, recorded again after a slip, says it in the same entry.
  const again = await tx.db.followUp.updateMany({ where: { kommuneId: tx.kommuneId, courseId, check: 'news', anchor: source }, data: said })
  if (again.count === 0) await tx.db.followUp.createMany({ data: [{
    kommuneId: tx.kommuneId, id, courseId, childId, check: 'news', anchor: source, dueOn: dateOf(tx.now.day), channel: 'phone', ...said,
  }] })
}

/** Takes an outcome back that was recorded by mistake; a slip is no move in the life of a follow-up. */
export async function takeBackOutcome(tx: Tx, followUpId: string): Promise<void> {
  await tx.db.followUp.updateMany({
    where: { kommuneId: tx.kommuneId, id: followUpId, state: { in: ['reached', 'not-reached'] } },
    data: { state: 'task', result: 'unknown', reason: null, answeredBy: null, answeredAt: null },
  })
}

/** Takes news back that came of a task which is opened again: the entry stays and says nothing. */
export async function takeBackNews(tx: Tx, courseId: string, source: string): Promise<void> {
  await tx.db.followUp.updateMany({ where: { kommuneId: tx.kommuneId, courseId, check: 'news', anchor: source }, data: { state: 'cancelled', result: null, reason: null, answeredAt: null } })
}

/** The questions that wait for a child's family. */
export async function loadOpenQuestions(tx: Tx, childId: string) {
  await logRead(tx, [childId], 'own family', ['name'])
  const child = await tx.db.person.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: childId } }, select: { name: true } })
  const rows = await tx.db.followUp.findMany({
    where: { kommuneId: tx.kommuneId, childId, state: { in: ['asked', 'unanswered', 'task'] }, askedAt: { not: null }, result: null }, orderBy: [{ dueOn: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ id, askedAt }) => ({ followUpId: id, childId, name: child?.name ?? '', askedOn: dayOf(askedAt ?? tx.now.at) }))
}

/** Names of the children one person has been asked about and whose question is open or just answered, by child. */
export async function loadAskedNames(tx: Tx, personId: string): Promise<Map<string, string>> {
  const rows = await tx.db.$queryRaw<{ id: string; name: string }[]>`
    select distinct p.id, p.name from link l join follow_up f on f.kommune_id = l.kommune_id and f.id = l.subject_id
      join person p on p.kommune_id = f.kommune_id and p.id = f.child_id
    where l.kommune_id = ${tx.kommuneId}::uuid and l.person_id = ${personId}::uuid and l.purpose = 'follow-up' and l.revoked_at is null and l.expires_at > ${tx.now.at}`
  return new Map(rows.map(({ id, name }) => [id, name]))
}
