import type { MyApplication } from '@medspil/contracts/application'
import { type ChildFacts, loadApplicationsOf, loadChildren, loadCourses, loadDecisions, loadHearing, loadMyChildren, loadSignupStates, type StoredApplication } from '@medspil/db/application'
import { loadOrdninger } from '@medspil/db/ordning'
import type { Tx } from '@medspil/db'
import { firstNameOf } from '@medspil/domain/first-name'
import { allow, type Shell } from '../shell.ts'
import { nextActOf, statusOf } from './status.ts'

/** The family's applications, newest first, with the four words and what comes next. */
export async function myApplications(shell: Shell): Promise<MyApplication[]> {
  await allow(shell, 'application.mine')
  const children = await loadMyChildren(shell.tx)
  return viewsOf(shell.tx, await loadApplicationsOf(shell.tx, children.map(({ id }) => id), 'værge'))
}

/** Applications as the family's list shows them. */
export async function viewsOf(tx: Tx, applications: readonly StoredApplication[]): Promise<MyApplication[]> {
  const courseIds = applications.map(({ courseId }) => courseId)
  const decisions = await loadDecisions(tx, applications.map(({ id }) => id))
  const children = new Map((await loadChildren(tx, [...new Set(applications.map(({ childId }) => childId))], 'værge')).map((child): [string, ChildFacts] => [child.id, child]))
  const [courses, signups, ordninger] = [await loadCourses(tx, courseIds), await loadSignupStates(tx, courseIds), await loadOrdninger(tx)]
  const views: MyApplication[] = []
  for (const application of applications) {
    const ordning = ordninger.find(({ id }) => id === application.ordningId)
    const course = courses.get(application.courseId) ?? null
    const decision = decisions.find(({ applicationId }) => applicationId === application.id) ?? null
    const { status, steps } = statusOf(application, decision, course, tx.now.day)
    views.push({
      applicationId: application.id, reference: application.reference, childId: application.childId, childFirstName: firstNameOf(children.get(application.childId)?.name ?? ''),
      ordningKey: ordning?.key ?? '', ordningName: ordning?.name ?? '', state: application.state, status, steps, submittedOn: application.submittedOn, answerBy: application.answerBy,
      next: nextActOf(application, course, application.state === 'hearing' ? await loadHearing(tx, application.id) : null, signups.get(application.courseId) ?? []),
    })
  }
  return views
}
