import type { MeetingView, TaskView, TodayView } from '@medspil/contracts/follow-up'
import { groupBy } from '@medspil/db'
import {
  type FollowedSignup, loadActivities, loadContacts, loadCourseStates, loadFollowedChildren, loadForeningPhones, loadLeftOnPasses, loadMeetings, loadOpenTasks, type StoredTask,
} from '@medspil/db/follow-up'
import { completedYears } from '@medspil/domain/day'
import { overdueBy, sortTasks } from '@medspil/domain/follow-up'
import { isStaff } from '@medspil/domain/access'
import { firstNameOf } from '@medspil/domain/first-name'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { callView } from './call-view.ts'
import { courseStatus } from './course-status.ts'
import { readUpcoming } from './read-upcoming.ts'

/** Dots of a task row. */
const meetingsShown = 8

/** The tasks of the one who asks, in the order to take them, and what happens without anybody. */
export async function readToday(shell: Shell): Promise<TodayView> {
  await allow(shell, 'follow-up.today')
  const { tx, actor, now } = shell
  if (!isStaff(actor)) throw new NotFound()
  const stored = await loadOpenTasks(tx, actor.kind, actor.id)
  const courses = await loadCourseStates(tx)
  const ordningOf = new Map(courses.map(({ id, ordningName }) => [id, ordningName]))
  const tasks = sorted(await viewsOf(shell, stored, ordningOf), stored, shell)
  const open = courses.filter(({ state }) => state !== 'closed')
  const counts = { received: 0, granted: 0, 'under-way': 0, 'after-three-months': 0 }
  for (const course of open) counts[courseStatus(course, now.day)] += 1
  return {
    day: now.day, ordningNames: [...new Set(open.map(({ ordningName }) => ordningName))].sort(), tasks, overdue: tasks.filter((task) => task.overdueBy > 0).length, counts,
    upcoming: await readUpcoming(tx),
  }
}

function sorted(views: readonly TaskView[], stored: readonly StoredTask[], { now }: Shell): TaskView[] {
  const byId = new Map(views.map((view) => [view.taskId, view]))
  return sortTasks(stored.map(({ id, childId, ownerRole, dueOn, because }) => ({ taskId: id, childId, owner: ownerRole, dueOn, because })), now.day)
    .flatMap(({ taskId }) => byId.get(taskId) ?? [])
}

async function viewsOf({ tx, now }: Shell, tasks: readonly StoredTask[], ordningOf: ReadonlyMap<string, string>): Promise<TaskView[]> {
  const childIds = tasks.map(({ childId }) => childId)
  const children = await loadFollowedChildren(tx, childIds, 'follow-up', ['contact', 'attendance', 'fritidspas'])
  const contacts = await loadContacts(tx, childIds)
  const signups = await loadActivities(tx, childIds)
  const phones = await loadForeningPhones(tx, signups.map(({ offer }) => offer.foreningId))
  const meetings = groupBy(await loadMeetings(tx, signups.map(({ id }) => id)), ({ signupId }) => signupId)
  const left = await loadLeftOnPasses(tx, childIds)
  return tasks.flatMap((task): TaskView[] => {
    const child = children.get(task.childId)
    if (!child) return []
    const signup = signupOf(task, signups)
    return [{
      taskId: task.id, childId: child.id, childName: child.name, firstName: firstNameOf(child.name), age: completedYears(child.birthDay, now.day),
      ordningName: (task.courseId && ordningOf.get(task.courseId)) ?? null, activity: signup && activityOf(signup, phones), dueOn: task.dueOn,
      overdueBy: overdueBy({ taskId: task.id, childId: child.id, owner: task.ownerRole, dueOn: task.dueOn, because: task.because }, now.day), because: task.because,
      call: child.contactBarred ? null : callView(contacts.get(child.id)), left: left.get(child.id) ?? null, meetings: lastMeetings(meetings.get(signup?.id ?? '')),
    }]
  })
}

/** The sign-up a task is about; else the child's newest that still holds a place. */
function signupOf({ signupId, childId, courseId }: StoredTask, signups: readonly FollowedSignup[]): FollowedSignup | null {
  const own = signups.filter((signup) => signup.childId === childId)
  return own.find(({ id }) => id === signupId) ?? own.filter((signup) => courseId === null || signup.courseId === courseId).at(-1) ?? null
}

function activityOf({ offer }: FollowedSignup, phones: ReadonlyMap<string, string>): TaskView['activity'] {
  return { title: offer.title, name: offer.activity, pictogram: offer.pictogram, foreningName: offer.forening.name, foreningPhone: phones.get(offer.foreningId) ?? null }
}

function lastMeetings(rows: readonly (MeetingView & { signupId: string })[] = []): MeetingView[] {
  return rows.slice(-meetingsShown).map(({ on, presence }) => ({ on, presence }))
}
