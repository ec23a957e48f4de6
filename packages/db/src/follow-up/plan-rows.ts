import type { FollowUp, FollowUpState } from '@medspil/domain/follow-up'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf, dayOrNull } from '../days.ts'
import { newId } from '../new-id.ts'

/** A follow-up with its place in the house. */
export interface StoredFollowUp extends FollowUp { id: string; courseId: string; childId: string }

/** Holds off others who plan the same course until this transaction is over: two plans at once could ask twice. */
export async function lockPlan(tx: Tx, courseId: string): Promise<void> {
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`follow-up/${courseId}`}, 0))`
}

/** What a plan counts from, as it stands; null when the actor cannot see the course. */
export async function loadPlanFacts(tx: Tx, courseId: string) {
  const course = await tx.db.course.findUnique({
    where: { kommuneId_id: { kommuneId: tx.kommuneId, id: courseId } },
    select: { id: true, childId: true, state: true, ordningVersionId: true, grantedOn: true, firstTrainingOn: true },
  })
  if (!course) return null
  const signups = await tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, courseId }, orderBy: { createdAt: 'asc' },
    select: { state: true, createdAt: true, answeredAt: true, periodFrom: true, startedOn: true, endedOn: true, offer: {
      select: { weekday: true, seasonFrom: true, seasonTo: true, occurrences: { select: { day: true }, orderBy: { day: 'asc' } } },
    } },
  })
  const guides = await tx.db.guideMatch.count({ where: { kommuneId: tx.kommuneId, courseId, state: { in: ['active', 'fading'] } } })
  return {
    ...course, grantedOn: dayOrNull(course.grantedOn), firstTrainingOn: dayOrNull(course.firstTrainingOn), hasGuide: guides > 0,
    signups: signups.map(({ offer, ...signup }) => ({
      ...signup, periodFrom: dayOrNull(signup.periodFrom), startedOn: dayOrNull(signup.startedOn), endedOn: dayOrNull(signup.endedOn),
      weekday: offer.weekday, seasonFrom: dayOf(offer.seasonFrom), seasonTo: dayOf(offer.seasonTo), days: offer.occurrences.map(({ day }) => dayOf(day)),
    })),
  }
}
/** The facts of a plan. */
export type PlanFacts = NonNullable<Awaited<ReturnType<typeof loadPlanFacts>>>

/** All follow-ups of a course, by the day they are due. */
export async function loadFollowUps(tx: Tx, courseId: string): Promise<StoredFollowUp[]> {
  const rows = await tx.db.followUp.findMany({ where: { kommuneId: tx.kommuneId, courseId }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => ({
    id: row.id, courseId, childId: row.childId, checkId: row.check, owner: row.ownerRole, dueOn: dayOf(row.dueOn), state: row.state as FollowUpState,
    askedOn: row.askedAt && dayOf(row.askedAt),
  }))
}

/** Adds follow-ups that a course does not have yet. @param channel how the ordning asks */
export async function addFollowUps(
  tx: Tx, course: { id: string; childId: string }, followUps: readonly (FollowUp & { anchor: string })[], channel: string,
): Promise<void> {
  if (followUps.length === 0) return
  await tx.db.followUp.createMany({ skipDuplicates: true, data: followUps.map(({ checkId, owner, dueOn, state, anchor }) => ({
    kommuneId: tx.kommuneId, id: newId(), courseId: course.id, childId: course.childId, check: checkId, anchor, dueOn: dateOf(dueOn), state, ownerRole: owner, channel,
  })) })
}

/** Moves the day of a follow-up that nobody has begun on. */
export async function moveDueOn(tx: Tx, { id, dueOn }: Pick<StoredFollowUp, 'id' | 'dueOn'>): Promise<void> {
  await tx.db.followUp.updateMany({ where: { kommuneId: tx.kommuneId, id, state: 'planned' }, data: { dueOn: dateOf(dueOn) } })
}
