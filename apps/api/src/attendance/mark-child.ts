import type { MarkInput, MarkTaken } from '@medspil/contracts/attendance'
import { audit } from '@medspil/db'
import { addMark, findOnTeam, loadMarks, lockMarkedSignup, type MarkedSignup, occurrenceOf, saveFirstTraining, saveStart } from '@medspil/db/attendance'
import { addTask, inKommunesName } from '@medspil/db/forening'
import { earlySignal, firstTraining, shownMarks, takeMark, type Mark, type ShownMark } from '@medspil/domain/attendance'
import { instant } from '@medspil/domain/signup'
import { NotFound, Refused } from '../errors.ts'
import { planCourseFollowUps } from '../follow-up/index.ts'
import { holderOf } from '../forening/index.ts'
import { allow, type Shell } from '../shell.ts'
import { markShown } from './list-team.ts'
import { closesAt, reachedTeam } from './team.ts'

/**
 * One child came or did not. The mark's id was made on the phone, so that a mark sent three times counts once; undoing is
 * a new mark. The first present is the first training; a row of absences gives a person a task.
 * @throws Refused when the list has closed, or the child has no place
 */
export async function markChild(shell: Shell, input: MarkInput): Promise<MarkTaken> {
  await allow(shell, 'attendance.mark')
  const { tx, now } = shell
  const holder = holderOf(shell.actor, 'team-list', 'forening-desk')
  const { isHoliday, meetings } = await reachedTeam(tx, holder, input.offerId)
  const signupId = await findOnTeam(tx, input.offerId, input.rowId)
  const signup = signupId && await lockMarkedSignup(tx, signupId)
  if (!signup) throw new NotFound('link subject')
  const meeting = meetings.find(({ day: one, timeFrom }) => one === input.day && (input.timeFrom === undefined || timeFrom === input.timeFrom))
  if (!meeting) throw new NotFound('day')
  const on = meeting.day
  const timeFrom = isHoliday ? meeting.timeFrom : null
  const occurrenceId = occurrenceOf(on, timeFrom)
  if (signup.state !== 'confirmed' && signup.state !== 'started' && signup.state !== 'ended' && !(isHoliday && signup.state === 'requested')) throw new Refused({ reason: 'signup-move-impossible', from: signup.state, to: 'started' })

  const before = (await loadMarks(tx, [signup.id])).get(signup.id) ?? []
  // A phone's clock may be ahead; no mark is made later than now.
  const markedAt = new Date(Math.min(Date.parse(input.markedAt), now.at.getTime()))
  const mark: Mark = { markId: input.requestId, occurrenceId, day: on, presence: input.mark, markedAt: instant(markedAt.toISOString()), source: 'link' }
  const taken = takeMark(before, mark, { today: now.day, closesAt: instant(closesAt(on).toISOString()) })
  if (!taken.ok) throw new Refused(taken.whyNot)
  const marks = taken.isNew ? [...before, mark] : before
  if (taken.isNew) {
    await addMark(tx, mark, { signupId: signup.id, childId: signup.childId, foreningId: holder.id, timeFrom })
    await audit(tx, 'attendance.marked', { id: signup.id, childId: signup.childId }, { day: on, mark: input.mark })
    // Who came is a fact; whether the pass pays is still the forening's to say.
    if (signup.state !== 'requested') await follow(shell, signup, shownMarks(marks))
  }
  return { rowId: input.rowId, day: on, mark: markShown(marks.filter((one) => one.occurrenceId === occurrenceId)) }
}

/** What a mark means for the course: the first training found, moved or taken back, and the early signal of a child leaving. */
async function follow({ tx }: Shell, { id, childId, courseId, state, startedOn }: MarkedSignup, shown: readonly ShownMark[]): Promise<void> {
  const first = firstTraining(shown)?.day ?? null
  const signal = earlySignal(shown)
  await inKommunesName(tx, async (kommune) => {
    if (first !== startedOn && state !== 'ended') {
      await saveStart(kommune, id, first)
      if (courseId && await saveFirstTraining(kommune, courseId, startedOn)) await planCourseFollowUps({ tx: kommune }, courseId)
    }
    if (courseId && signal && state !== 'ended')
      await addTask(kommune, { key: `absent-in-a-row:${id}:${signal.since}`, childId, courseId, signupId: id, because: { reason: 'absent-in-a-row', ...signal }, dueOn: tx.now.day })
  })
  if (first !== startedOn) await audit(tx, 'signup.first-training', { id, childId }, { day: first })
}
