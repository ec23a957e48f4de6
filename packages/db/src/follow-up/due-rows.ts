import type { CheckMarks, CheckResult, FollowUpState } from '@medspil/domain/follow-up'
import type { Day } from '@medspil/domain/day'
import { addDays } from '@medspil/domain/day'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf } from '../days.ts'
import type { StoredFollowUp } from './plan-rows.ts'

/** A follow-up with its course, as the worker steps it. */
export interface DueFollowUp extends StoredFollowUp {
  result: CheckResult | null
  reason: string | null
  answeredAt: Date | null
  courseState: string
  ordningVersionId: string
}

/** Days after an answer in which marks may still speak against it. */
const answerStandsAfter = 14

/**
 * Courses whose follow-ups may have to be planned: something happened to them lately, or a first training is known and no
 * check counts from it yet, as after a paper list that was typed in late.
 */
export async function loadCoursesToPlan(tx: Tx): Promise<string[]> {
  const since = dateOf(addDays(tx.now.day, -14))
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select c.id from course c where c.kommune_id = ${tx.kommuneId}::uuid and c.state = 'open' and (
      c.granted_on >= ${since} or c.first_training_on >= ${since}
      or (c.first_training_on is not null and not exists (select 1 from follow_up f where f.kommune_id = c.kommune_id and f.course_id = c.id and f.anchor = 'firstTraining'))
      or exists (select 1 from signup s where s.kommune_id = c.kommune_id and s.course_id = c.id and (s.created_at >= ${since} or s.answered_at >= ${since} or s.ended_on >= ${since})))
    order by c.id`
  return rows.map(({ id }) => id)
}

/** Ids of the follow-ups that something may happen to today, oldest first; a worker that was down finds all it missed. */
export async function loadDueIds(tx: Tx): Promise<string[]> {
  const answeredSince = new Date(tx.now.at.getTime() - answerStandsAfter * 86_400_000)
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select f.id from follow_up f join course c on c.kommune_id = f.kommune_id and c.id = f.course_id
    where f.kommune_id = ${tx.kommuneId}::uuid and c.state <> 'paused' and (
      (f.state in ('planned', 'due') and f.due_on <= ${dateOf(tx.now.day)}) or f.state in ('asked', 'unanswered')
      or (f.state = 'answered' and f.answered_at >= ${answeredSince} and c.state = 'open')
      or (c.state = 'closed' and f.state in ('planned', 'due', 'asked', 'unanswered', 'task')))
    order by f.due_on, f.id`
  return rows.map(({ id }) => id)
}

/** Locks follow-ups for stepping. One that another worker holds is left to that worker. */
export async function lockFollowUps(tx: Tx, ids: readonly string[]): Promise<DueFollowUp[]> {
  const rows = await tx.db.$queryRaw<(Omit<DueFollowUp, 'dueOn' | 'askedOn'> & { dueOn: Date; askedAt: Date | null })[]>`
    select f.id, f.course_id as "courseId", f.child_id as "childId", f."check" as "checkId", f.owner_role as owner, f.due_on as "dueOn", f.state,
      f.asked_at as "askedAt", f.result, f.reason, f.answered_at as "answeredAt", c.state as "courseState", c.ordning_version_id as "ordningVersionId"
    from follow_up f join course c on c.kommune_id = f.kommune_id and c.id = f.course_id
    where f.kommune_id = ${tx.kommuneId}::uuid and f.id = any(${[...ids]}::uuid[]) order by f.due_on, f.id for update of f skip locked`
  return rows.map(({ askedAt, dueOn, ...row }) => ({ ...row, dueOn: dayOf(dueOn), askedOn: askedAt && dayOf(askedAt) }))
}

/** What a step changes. */
export interface FollowUpChange {
  state: FollowUpState
  askedAt?: Date
  result?: CheckResult | null
  reason?: string | null
  answeredBy?: string | null
  answeredAt?: Date | null
}

/** Saves a step, unless somebody else took one first. @returns whether it was saved */
export async function changeFollowUp(tx: Tx, id: string, from: FollowUpState, change: FollowUpChange): Promise<boolean> {
  const { count } = await tx.db.followUp.updateMany({ where: { kommuneId: tx.kommuneId, id, state: from }, data: change })
  return count === 1
}

/** The marks of a course from a day on, each meeting as it was last marked. */
export async function loadMarksSince(tx: Tx, courseId: string, from: Day): Promise<CheckMarks> {
  const rows = await tx.db.$queryRaw<{ day: Date; mark: string }[]>`
    select distinct on (m.signup_id, m.day) m.day, m.mark from attendance_mark m join signup s on s.kommune_id = m.kommune_id and s.id = m.signup_id
    where m.kommune_id = ${tx.kommuneId}::uuid and s.course_id = ${courseId}::uuid and m.day >= ${dateOf(from)} and m.day <= ${dateOf(tx.now.day)}
    order by m.signup_id, m.day, m.marked_at desc, m.id desc`
  const present = rows.filter(({ mark }) => mark === 'present').map(({ day }) => dayOf(day)).sort()
  return { present: present.length, absent: rows.filter(({ mark }) => mark === 'absent').length, lastPresent: present.at(-1) ?? null }
}

/** The day of a stop nobody has taken back and after which the child has begun on nothing new; null when there is none. */
export async function loadStandingStop(tx: Tx, courseId: string): Promise<Day | null> {
  const rows = await tx.db.$queryRaw<{ day: Date }[]>`
    select f.answered_at as day from follow_up f
    where f.kommune_id = ${tx.kommuneId}::uuid and f.course_id = ${courseId}::uuid and f.result = 'stopped' and f.answered_at is not null
      and not exists (select 1 from follow_up g where g.kommune_id = f.kommune_id and g.course_id = f.course_id and g.result = 'active' and g.answered_at > f.answered_at)
      and not exists (select 1 from signup s where s.kommune_id = f.kommune_id and s.course_id = f.course_id and s.place and s.created_at > f.answered_at)
    order by f.answered_at limit 1`
  return rows[0] ? dayOf(rows[0].day) : null
}
