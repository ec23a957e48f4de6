import type { ChildInput, ChildView, CourseTask, CourseView } from '@medspil/contracts/follow-up'
import { type ChildCourses, loadChildCourses, loadContacts, loadFollowedChildren, loadMeetings, loadTasksOf, type StoredTask } from '@medspil/db/follow-up'
import { dayOf, dayOrNull, groupBy } from '@medspil/db'
import { completedYears } from '@medspil/domain/day'
import { firstNameOf } from '@medspil/domain/first-name'
import { NotFound } from '../errors.ts'
import { nowAt } from '../clock.ts'
import { allow, type Shell } from '../shell.ts'
import { callView } from './call-view.ts'
import { courseStatus } from './course-status.ts'
import { followedCourses, viewForFagperson } from './for-fagperson.ts'

type Course = ChildCourses['courses'][number]
type Meetings = ReadonlyMap<string, Awaited<ReturnType<typeof loadMeetings>>>

/** Barnets forløb: the whole way from met to still there, on one page. */
export async function readChild(shell: Shell, { childId }: ChildInput): Promise<ChildView> {
  await allow(shell, 'follow-up.read-course', { childId })
  const { tx, now, actor } = shell
  const followed = await followedCourses(shell)
  const child = (await loadFollowedChildren(tx, [childId], 'follow-up', ['school', 'language'])).get(childId)
  if (!child) throw new NotFound()
  const all = await loadChildCourses(tx, childId, 'follow-up')
  const contacts = await loadContacts(tx, [childId])
  const meetings: Meetings = groupBy(await loadMeetings(tx, all.signups.map(({ id }) => id)), ({ signupId }) => signupId)
  const tasks = await loadTasksOf(tx, childId)
  const view: ChildView = {
    childId, name: child.name, firstName: firstNameOf(child.name), age: completedYears(child.birthDay, now.day), school: child.school, language: child.language,
    contactBarred: child.contactBarred, call: child.contactBarred ? null : callView(contacts.get(childId)),
    courses: all.courses.map((course) => courseView(course, all, meetings, tasks, shell)),
    letters: all.letters.map(({ id, title, state, createdAt }) => ({ letterId: id, title, state, createdAt: createdAt.toISOString() })),
  }
  const shown = followed ? viewForFagperson(view, followed, tasks, actor.id ?? '') : view
  if (!shown) throw new NotFound('follow-up.read-course')
  return shown
}

function courseView(course: Course, all: ChildCourses, meetings: Meetings, tasks: readonly StoredTask[], { now }: Shell): CourseView {
  const ordning = all.ordninger.find(({ id }) => id === course.ordningId)
  const own = <T extends { courseId: string | null }>(rows: readonly T[]): T[] => rows.filter(({ courseId }) => courseId === course.id)
  const days = { grantedOn: dayOrNull(course.grantedOn), firstTrainingOn: dayOrNull(course.firstTrainingOn) }
  const guide = own(all.guides)[0]
  return {
    courseId: course.id, ordningKey: ordning?.key ?? '', ordningName: ordning?.name ?? '', state: course.state as CourseView['state'], status: courseStatus(days, now.day),
    hasGuidance: course.hasGuidance, hasPass: course.hasPass, metOn: dayOf(course.metOn), ...days, closedOn: dayOrNull(course.closedOn), closedAs: course.closedAs,
    applications: own(all.applications).map(applicationView), passes: course.passes.map(passView),
    signups: own(all.signups).map((signup) => signupView(signup, meetings)), followUps: own(all.followUps).filter(({ state }) => state !== 'cancelled').map(followUpView),
    tasks: own(tasks).map(taskView), guide: guide ? { state: guide.state, since: nowAt(guide.proposedAt).day } : null,
  }
}

function applicationView({ id, reference, state, submittedAt, decisions }: ChildCourses['applications'][number]): CourseView['applications'][number] {
  return {
    applicationId: id, reference, state, submittedOn: submittedAt && nowAt(submittedAt).day,
    decisions: decisions.map((one) => ({ decisionId: one.id, result: one.result, on: dayOf(one.decidedOn), by: one.deciderName, automatic: one.automatic })),
  }
}

function passView({ id, state, validFrom, validTo, purses }: Course['passes'][number]): CourseView['passes'][number] {
  return {
    fritidspasId: id, state: state as CourseView['passes'][number]['state'], validFrom: dayOf(validFrom), validTo: dayOf(validTo),
    purses: purses.map(({ purse, pays, granted, available, held, spent, returned, eksempel }) => ({ purse, pays, granted, available, held, spent, returned, isEksempel: eksempel }) as CourseView['passes'][number]['purses'][number]),
  }
}

function signupView(signup: ChildCourses['signups'][number], meetings: Meetings): CourseView['signups'][number] {
  const { id, offer, state, createdAt, answeredAt, startedOn, endedOn, endReason, passPays, familyPays } = signup
  return {
    signupId: id, offerTitle: offer.title, foreningName: offer.forening.name, pictogram: offer.pictogram, state, createdAt: createdAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null, startedOn: dayOrNull(startedOn), endedOn: dayOrNull(endedOn), endReason, passPays, familyPays,
    meetings: (meetings.get(id) ?? []).map(({ on, presence }) => ({ on, presence })),
  }
}

function followUpView(row: ChildCourses['followUps'][number]): CourseView['followUps'][number] {
  return {
    followUpId: row.id, checkId: row.check, dueOn: dayOf(row.dueOn), state: row.state, result: row.result, reason: row.reason, answeredBy: row.answeredBy,
    answeredAt: row.answeredAt?.toISOString() ?? null, askedAt: row.askedAt?.toISOString() ?? null, ownerRole: row.ownerRole,
  }
}

function taskView({ id, because, dueOn, state, outcome, note, doneAt }: StoredTask): CourseTask {
  return { taskId: id, because, dueOn, state, outcome, note, doneAt: doneAt?.toISOString() ?? null }
}
