import { audit, type Tx } from '@medspil/db'
import { closeCourse, type SettleCourse } from '@medspil/db/follow-up'
import { addDays, type Day } from '@medspil/domain/day'
import { type CheckResult, settle } from '@medspil/domain/follow-up'
import { nowAt } from '../clock.ts'
import { planReader } from './plan-of.ts'

/** Days a person has for the last task before the course is settled as unknown. */
const lastTaskDays = 28

/**
 * Closes a course that has reached the ordning's last check, or whose child has left (product.md 3a step 11). A stop
 * before that leaves it open, so that the child can begin on something else with what is left.
 */
export async function settleCourse(tx: Tx, course: SettleCourse): Promise<void> {
  const plan = await planReader(tx)(course.ordningVersionId)
  const lastCheck = plan?.checks.filter(({ countsAsKept }) => countsAsKept).at(-1)?.id
  const keptCheck = lastCheck === undefined ? null : resultOf(course, lastCheck, tx.now.day)
  const left = course.moved ? { why: 'moved' as const, on: tx.now.day } : course.adultOn && { why: 'aged-out' as const, on: course.adultOn }
  if (keptCheck === null && left === null) return
  const closedAs = settle({ keptCheck, stoppedOn: stoppedOn(course), left })
  if (await closeCourse(tx, course.id, closedAs)) await audit(tx, 'course.closed', { id: course.id, childId: course.childId }, { closedAs })
}

function resultOf({ checks }: SettleCourse, checkId: string, today: Day): CheckResult | null {
  const check = checks.find((one) => one.checkId === checkId)
  switch (check?.state) {
    case 'answered': case 'reached': return check.result
    case 'not-reached': return 'unknown'
    case 'task': return addDays(check.dueOn, lastTaskDays) < today ? 'unknown' : null
    default: return null
  }
}

/** The day of the newest word that the child stopped; null when a later one says that it is there. */
function stoppedOn({ checks }: SettleCourse): Day | null {
  const said = checks.flatMap(({ result, answeredAt }) => (answeredAt && (result === 'stopped' || result === 'active') ? [{ result, answeredAt }] : []))
  const newest = said.sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime()).at(-1)
  return newest?.result === 'stopped' ? nowAt(newest.answeredAt).day : null
}
