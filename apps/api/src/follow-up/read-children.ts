import type { ChildrenInput, ChildrenView } from '@medspil/contracts/follow-up'
import { loadActivities, loadCourseStates, loadFollowedChildren, loadNextOf, searchOwnChildren } from '@medspil/db/follow-up'
import { completedYears } from '@medspil/domain/day'
import { allow, type Shell } from '../shell.ts'
import { courseStatus } from './course-status.ts'
import { followedCourses, rowForFagperson } from './for-fagperson.ts'

const shownAtMost = 100

/** The children one stands in a relation to, found by name. */
export async function readChildren(shell: Shell, { search }: ChildrenInput): Promise<ChildrenView> {
  await allow(shell, 'follow-up.children')
  const { tx, now } = shell
  const followed = await followedCourses(shell)
  const { ids, found } = await searchOwnChildren(tx, search, shownAtMost)
  const children = await loadFollowedChildren(tx, ids, 'follow-up', ['course'])
  const courses = await loadCourseStates(tx, ids)
  const signups = await loadActivities(tx, ids)
  const { nextOn, openTasks } = await loadNextOf(tx, ids)
  const rows = ids.flatMap((id) => {
    const child = children.get(id)
    const course = courses.find((one) => one.childId === id && (followed === null || followed.has(one.id)))
    if (!child || !course) return []
    const row = {
      childId: id, name: child.name, age: completedYears(child.birthDay, now.day), ordningName: course.ordningName, status: courseStatus(course, now.day), closedAs: course.closedAs,
      activity: signups.findLast(({ childId, place }) => childId === id && place)?.offer.title ?? null, nextOn: nextOn.get(id) ?? null, openTasks: openTasks.get(id) ?? 0,
    }
    return [followed ? rowForFagperson(row) : row]
  })
  return { rows, found: followed ? rows.length : found }
}
