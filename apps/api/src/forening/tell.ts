import { enqueue, type Tx } from '@medspil/db'
import { addTask, type AskedSignup, loadFamilyToTell } from '@medspil/db/forening'
import type { TaskReason } from '@medspil/domain/follow-up'

/** Tells the family of a sign-up that there is news; the words name nobody. Run in the kommune's name. */
export async function tellFamily(tx: Tx, signup: AskedSignup, purpose: 'news' | 'receipt'): Promise<void> {
  for (const personId of await loadFamilyToTell(tx, signup)) await enqueue(tx, 'tell-family', { personId, childId: signup.childId, purpose, subjectId: signup.id })
}

/** Asks the fritidsvejledere to act, once per sign-up and reason. A child without a course has nobody to follow it. */
export async function askFritidsvejleder(tx: Tx, signup: Pick<AskedSignup, 'id' | 'childId' | 'courseId'>, because: TaskReason): Promise<void> {
  if (signup.courseId === null) return
  await addTask(tx, { key: `${because.reason}:${signup.id}`, childId: signup.childId, courseId: signup.courseId, signupId: signup.id, because, dueOn: tx.now.day })
}
