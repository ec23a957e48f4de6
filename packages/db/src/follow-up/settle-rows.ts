import { addYears, type Day } from '@medspil/domain/day'
import type { CheckResult, FollowUpState } from '@medspil/domain/follow-up'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf } from '../days.ts'

/** A course that may be settled: it has answers, or its child has left. */
export interface SettleCourse {
  id: string
  childId: string
  ordningVersionId: string
  moved: boolean
  /** The 18th birthday when it has come; leisure support ends with it. */
  adultOn: Day | null
  checks: { checkId: string; dueOn: Day; state: FollowUpState; result: CheckResult | null; answeredAt: Date | null }[]
}

/** Open courses with a check that is over, or whose child has moved away or grown up. */
export async function loadCoursesToSettle(tx: Tx): Promise<SettleCourse[]> {
  const rows = await tx.db.$queryRaw<{ id: string; childId: string; ordningVersionId: string; livesHere: boolean; birthDay: Date }[]>`
    select c.id, c.child_id as "childId", c.ordning_version_id as "ordningVersionId", p.lives_in_kommune as "livesHere", p.birth_day as "birthDay"
    from course c join person p on p.kommune_id = c.kommune_id and p.id = c.child_id
    where c.kommune_id = ${tx.kommuneId}::uuid and c.state = 'open' and (
      not p.lives_in_kommune or p.birth_day <= ${dateOf(addYears(tx.now.day, -18))}
      or exists (select 1 from follow_up f where f.kommune_id = c.kommune_id and f.course_id = c.id and f.state in ('answered', 'task', 'reached', 'not-reached')))
    order by c.id`
  const checks = await tx.db.followUp.findMany({ where: { kommuneId: tx.kommuneId, courseId: { in: rows.map(({ id }) => id) } }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] })
  return rows.map(({ livesHere, birthDay, ...row }) => {
    const adultOn = addYears(dayOf(birthDay), 18)
    return {
      ...row, moved: !livesHere, adultOn: adultOn <= tx.now.day ? adultOn : null,
      checks: checks.filter(({ courseId }) => courseId === row.id).map(({ check, dueOn, state, result, answeredAt }) => ({
        checkId: check, dueOn: dayOf(dueOn), state: state as FollowUpState, result: result as CheckResult | null, answeredAt,
      })),
    }
  })
}

/** Closes a course. @returns false when it was closed before */
export async function closeCourse(tx: Tx, id: string, closedAs: string): Promise<boolean> {
  const { count } = await tx.db.course.updateMany({ where: { kommuneId: tx.kommuneId, id, state: { not: 'closed' } }, data: { state: 'closed', closedOn: dateOf(tx.now.day), closedAs } })
  return count === 1
}
