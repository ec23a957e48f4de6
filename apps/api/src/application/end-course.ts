import { audit, type Tx } from '@medspil/db'
import { hasSomethingLeft, type StoredApplication } from '@medspil/db/application'
import { changeFollowUp, closeCourse, loadFollowUps } from '@medspil/db/follow-up'
import { moveFollowUp } from '@medspil/domain/follow-up'

/**
 * Closes the course of a withdrawn grant when nothing of it is left, and cancels what was to be asked. A place that a
 * forening has promised, a guide or another grant keeps it open; it is then settled like any other.
 */
export async function endWithdrawnCourse(tx: Tx, { courseId, childId }: StoredApplication): Promise<void> {
  if (await hasSomethingLeft(tx, courseId) || !(await closeCourse(tx, courseId, 'withdrawn'))) return
  for (const followUp of await loadFollowUps(tx, courseId)) {
    // What was answered stands as it was said.
    const moved = followUp.state === 'answered' ? null : moveFollowUp(followUp, 'cancelled')
    if (moved?.ok) await changeFollowUp(tx, followUp.id, followUp.state, { state: 'cancelled' })
  }
  await audit(tx, 'course.closed', { id: courseId, childId }, { closedAs: 'withdrawn' })
}
