import type { GivenByMe } from '@medspil/contracts/application'
import { loadChildren, loadConsents, loadCourses, loadDecisions, loadGivenBy } from '@medspil/db/application'
import { loadOrdninger } from '@medspil/db/ordning'
import { allow, type Shell } from '../shell.ts'
import { statusOf } from './status.ts'

/** The children a fagperson gave to or nominated: four words and a date each, nothing of the assessment. */
export async function givenByMe(shell: Shell): Promise<GivenByMe[]> {
  await allow(shell, 'application.given-by-me')
  const { tx, now, actor } = shell
  const applications = await loadGivenBy(tx, actor.id ?? '')
  const ids = applications.map(({ id }) => id)
  const [courses, decisions] = [await loadCourses(tx, applications.map(({ courseId }) => courseId)), await loadDecisions(tx, ids)]
  const [children, consents, ordninger] = [await loadChildren(tx, applications.map(({ childId }) => childId), 'gav eller indstillede'), await loadConsents(tx, { applicationIds: ids }), await loadOrdninger(tx)]
  return applications.map((application) => {
    const course = courses.get(application.courseId) ?? null
    const { status, on } = statusOf(application, decisions.find(({ applicationId }) => applicationId === application.id) ?? null, course, now.day)
    const consent = consents.find(({ applicationId, recordedBy }) => applicationId === application.id && recordedBy === actor.id)
    return {
      applicationId: application.id, childId: application.childId, childName: children.find(({ id }) => id === application.childId)?.name ?? '',
      ordningName: ordninger.find(({ id }) => id === application.ordningId)?.name ?? '', status, statusOn: on, givenOn: application.submittedOn,
      ended: course?.state === 'closed' || ['refused', 'withdrawn', 'duplicate', 'moved-away'].includes(application.state),
      consentId: consent?.id ?? null, consentWithdrawn: consent?.withdrawnAt != null,
    }
  })
}
