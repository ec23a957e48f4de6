import type { Tx } from '@medspil/db'
import { closeSettledTasks, loadFirstAnswers, loadOpenPasses, loadSignupsNotBegun, saveTask } from '@medspil/db/follow-up'
import { addDays } from '@medspil/domain/day'
import { firstTrainingTask, passUnusedTask } from '@medspil/domain/follow-up'
import { firstMeeting } from './anchor-days.ts'

/** Days before a pass nobody has used becomes a task: five weeks (product.md 1.3: a quarter of the passes were used). */
const unusedPassDays = 35

/** Turns silence into tasks, and ends those whose silence is over. A silent forening is the room forening's own. */
export async function findSilence(tx: Tx): Promise<void> {
  await closeSettledTasks(tx)
  await findMissedFirst(tx)
  await findUnusedPasses(tx)
}

async function findMissedFirst(tx: Tx): Promise<void> {
  const signups = await loadSignupsNotBegun(tx)
  const answered = await loadFirstAnswers(tx, signups.flatMap(({ courseId }) => courseId ?? []))
  for (const signup of signups) {
    const plannedOn = firstMeeting(signup)
    // The family is asked the day after the meeting and has that day to answer.
    const because = plannedOn && firstTrainingTask({ plannedOn, firstTraining: null, answered: signup.courseId !== null && answered.has(signup.courseId) }, addDays(tx.now.day, -1))
    if (because) await saveTask(tx, {
      key: `first-training-missing:${signup.id}`, childId: signup.childId, courseId: signup.courseId, signupId: signup.id, because, dueOn: tx.now.day, ownerRole: 'fritidsvejleder',
    })
  }
}

async function findUnusedPasses(tx: Tx): Promise<void> {
  for (const { id, childId, courseId, ...use } of await loadOpenPasses(tx)) {
    const because = passUnusedTask(use, unusedPassDays, tx.now.day)
    if (because) await saveTask(tx, { key: `pass-unused:${id}`, childId, courseId, because, dueOn: tx.now.day, ownerRole: 'fritidsvejleder' })
  }
}
