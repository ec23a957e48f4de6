import type { Day } from '@medspil/domain/day'
import type { TaskReason } from '@medspil/domain/follow-up'
import { toJson } from '../json.ts'
import type { Tx } from '../as-actor.ts'
import { dateOf } from '../days.ts'
import { newId } from '../new-id.ts'

/**
 * Gives the fritidsvejledere a task with its reason. The key makes it at most one.
 * @param task.key what the task is about, unique for ever, such as `forening-full:<sign-up>`
 */
export async function addTask(tx: Tx, task: { key: string; childId: string; courseId: string | null; signupId: string; because: TaskReason; dueOn: Day }): Promise<void> {
  const { reason, ...facts } = task.because
  await tx.db.task.createMany({ skipDuplicates: true, data: [{
    kommuneId: tx.kommuneId, id: newId(), key: task.key, childId: task.childId, courseId: task.courseId, signupId: task.signupId, kind: reason, facts: toJson(facts),
    dueOn: dateOf(task.dueOn), ownerRole: 'fritidsvejleder', state: 'open', createdAt: tx.now.at,
  }] })
}
