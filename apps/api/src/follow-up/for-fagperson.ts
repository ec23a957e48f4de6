import type { ChildRow, ChildView } from '@medspil/contracts/follow-up'
import { loadCoursesGivenBy, type StoredTask } from '@medspil/db/follow-up'
import type { Shell } from '../shell.ts'

/**
 * The courses a fagperson may follow: those they gave or nominated to themselves. A child that was only looked up has none
 * for them, and neither has what others gave it (product.md 2: not the family's other support).
 * @returns null for every other role, which follows all courses of its children
 */
export async function followedCourses({ tx, actor }: Pick<Shell, 'tx' | 'actor'>): Promise<ReadonlySet<string> | null> {
  return actor.kind === 'fagperson' ? loadCoursesGivenBy(tx, actor.id) : null
}

/**
 * A child's page as a fagperson reads it: the four words with their dates, and the tasks of their own desk. The case,
 * the money, the teams, the letters and what others wrote are not on it.
 * @returns null when there is nothing of the child for them to follow
 */
export function viewForFagperson(view: ChildView, followed: ReadonlySet<string>, tasks: readonly StoredTask[], staffId: string): ChildView | null {
  const own = new Set(tasks.filter(({ ownerRole, ownerId }) => ownerId === staffId || (ownerId === null && ownerRole === 'fagperson')).map(({ id }) => id))
  const courses = view.courses.map((course) => ({ ...course, tasks: course.tasks.filter(({ taskId }) => own.has(taskId)) }))
    .filter(({ courseId, tasks: handed }) => followed.has(courseId) || handed.length > 0)
    .map((course) => ({ ...course, closedAs: null, applications: [], passes: [], signups: [], followUps: [], guide: null }))
  const hasTask = courses.some((course) => course.tasks.some(({ state }) => state === 'open'))
  return courses.length === 0 ? null : { ...view, courses, letters: [], call: hasTask ? view.call : null }
}

/** A row of the list as a fagperson reads it: the word, not the team nor how it ended. */
export function rowForFagperson(row: ChildRow): ChildRow {
  return { ...row, activity: null, closedAs: null, nextOn: null, openTasks: 0 }
}
