import type { CourseFollowUp, CourseSignup, CourseView, TaskView } from '@medspil/contracts/follow-up'
import type { PictogramName } from '@medspil/ui'
import { sayCheck, sayTimes, sayWhy, stopWords } from '../follow-up/task-words.ts'
import { answeredWords, closedWords, decisionWords, outcomeWords, resultWords, signupWords } from './words.ts'

/** One thing that happened, or will. `on` ISO. */
export interface Entry { key: string; on: string; pictogram: PictogramName; title: string; text: string }

const copenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })
const dayOf = (moment: string) => copenhagen.format(new Date(moment))

/** The whole way of a course, the newest first; what is still to come stands by itself. */
export function timelineOf(course: CourseView, firstName: string): { past: Entry[]; coming: Entry[] } {
  const past: Entry[] = [
    { key: 'met', on: course.metOn, pictogram: 'familie', title: 'Mødt', text: course.ordningName },
    ...course.applications.flatMap((application): Entry[] => [
      ...(application.submittedOn ? [{ key: application.applicationId, on: application.submittedOn, pictogram: 'papir' as const, title: 'Ansøgning', text: application.reference }] : []),
      ...application.decisions.map((one) => ({
        key: one.decisionId, on: one.on, pictogram: 'brev' as const, title: decisionWords[one.result] ?? one.result, text: one.automatic ? 'Klart ja efter reglerne' : one.by,
      })),
    ]),
    ...course.passes.map((pass): Entry => ({ key: pass.fritidspasId, on: pass.validFrom, pictogram: 'pas', title: 'Fritidspas', text: 'Passet gælder fra denne dag' })),
    ...course.signups.flatMap(signupEntries),
    ...(course.firstTrainingOn ? [{ key: 'first', on: course.firstTrainingOn, pictogram: 'gang' as const, title: 'Første træning', text: `${firstName} er begyndt` }] : []),
    ...course.followUps.filter(({ state }) => state !== 'planned' && state !== 'due').map(checkEntry),
    ...course.tasks.map((task): Entry => ({
      key: task.taskId, on: task.doneAt ? dayOf(task.doneAt) : task.dueOn, pictogram: task.state === 'open' ? 'pen' : 'check', title: task.state === 'open' ? 'Opgave' : `Opgave: ${outcomeWords[task.outcome ?? ''] ?? 'klaret'}`,
      text: [sayWhy({ because: task.because, firstName, activity: activityOf(course), left: null }, task.dueOn), task.note].filter(Boolean).join(' ”') + (task.note ? '”' : ''),
    })),
    ...(course.closedOn ? [{ key: 'closed', on: course.closedOn, pictogram: 'laas' as const, title: `Afsluttet: ${closedWords[course.closedAs ?? ''] ?? ''}`, text: '' }] : []),
  ]
  const coming = course.followUps.filter(({ state }) => state === 'planned' || state === 'due')
    .map((check): Entry => ({ key: check.followUpId, on: check.dueOn, pictogram: 'ur', title: sayCheck(check.checkId), text: 'Vi spørger, hvordan det går' }))
  return { past: past.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)), coming }
}

/** What a task of the course is about: its newest team. */
function activityOf({ signups }: CourseView): TaskView['activity'] {
  const newest = signups.at(-1)
  return newest ? { title: newest.offerTitle, name: newest.offerTitle, pictogram: newest.pictogram, foreningName: newest.foreningName, foreningPhone: null } : null
}

function signupEntries(signup: CourseSignup): Entry[] {
  const about = `${signup.offerTitle}, ${signup.foreningName}`
  const asked: Entry = { key: signup.signupId, on: dayOf(signup.createdAt), pictogram: 'pen', title: 'Tilmeldt', text: `${about}: ${signupWords[signup.state] ?? signup.state}` }
  const ended: Entry[] = signup.endedOn ? [{ key: `${signup.signupId}/end`, on: signup.endedOn, pictogram: 'kryds', title: 'Slut', text: about }] : []
  return [asked, ...ended]
}

function checkEntry(check: CourseFollowUp): Entry {
  const by = check.answeredBy ? ` (${answeredWords[check.answeredBy] ?? check.answeredBy})` : ''
  const reason = check.reason && check.reason in stopWords ? `: ${stopWords[check.reason as keyof typeof stopWords].toLowerCase()}` : ''
  const said = check.result && check.state !== 'task' ? `${resultWords[check.result] ?? check.result}${reason}${by}` : check.state === 'asked' ? 'Spurgt, intet svar endnu' : 'Intet svar. Et menneske ringer.'
  const on = check.answeredAt ?? check.askedAt
  return { key: check.followUpId, on: on ? dayOf(on) : check.dueOn, pictogram: 'spoerg', title: sayCheck(check.checkId), text: said }
}

/** `Mødt 6 gange, væk 2 gange`. */
export function sayMeetings({ meetings }: Pick<CourseSignup, 'meetings'>): string {
  const count = (presence: string) => meetings.filter((meeting) => meeting.presence === presence).length
  const away = count('absent')
  return `Mødt ${sayTimes(count('present'))}${away > 0 ? `, væk ${sayTimes(away)}` : ''}`
}
