import type { CopyProgram, ProgramCopied } from '@medspil/contracts/holiday-program/desk'
import { audit, newId } from '@medspil/db'
import { addActivities, addProgram, type DeskProgram, loadActivities, loadDeskProgram } from '@medspil/db/holiday-program'
import { addDays, day, isWithin } from '@medspil/domain/day'
import { copyShift, shiftLocal, shiftSession } from '@medspil/domain/holiday-program'
import type { Instant } from '@medspil/domain/signup'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { instantOf, localOf } from './program-clock.ts'
import { versionOn } from './save-program.ts'

/**
 * Makes a draft of an earlier programme in another holiday. Every day moves by whole weeks, every clock stays; activities
 * that were public come along as drafts, for their organisers to look through. Nobody's sign-up comes along.
 */
export async function copyProgram(shell: Shell, { requestId: id, programId, name, holiday, ...days }: CopyProgram): Promise<ProgramCopied> {
  await allow(shell, 'holiday-program.write')
  const { tx } = shell
  const [fromDay, toDay] = [day(days.fromDay), day(days.toDay)]
  if (toDay < fromDay) throw new Refused({ reason: 'holiday-days-turned' })
  const old = await loadDeskProgram(tx, programId)
  if (!old) throw new NotFound('program')
  const shift = copyShift(old.plan.fromDay, fromDay)
  const plan = { ...movedPlan(old.plan, shift), name, holiday, fromDay, toDay }
  await addProgram(tx, { id, ordningId: old.ordningId, ordningVersionId: await versionOn(tx, old.ordningId), copiedFromId: programId, plan })
  const activities = (await loadActivities(tx, { programId })).filter(({ listed, isCancelled }) => listed === 'published' && !isCancelled)
  const copies = activities.map(({ id: copiedFromId, foreningId, sessions, minimumDecidedOn, ...written }) => ({
    ...textOf(written), id: newId(), programId: id, foreningId, copiedFromId, holidayFrom: fromDay, listed: 'draft' as const,
    sessions: sessions.map((session) => shiftSession(session, shift)), minimumDecidedOn: minimumDecidedOn && addDays(minimumDecidedOn, shift),
  }))
  await addActivities(tx, copies)
  const outside = copies.flatMap(({ sessions }) => sessions).filter(({ day: on }) => !isWithin(on, fromDay, toDay)).length
  await audit(tx, 'program.copied', { id }, { from: programId, shift, activities: activities.length, outside })
  return { programId: id, activities: activities.length, outside }
}

type Activity = Awaited<ReturnType<typeof loadActivities>>[number]

const textOf = ({ title, activity, pictogram, description, audience, area, travel, price, capacity, minimum, equipment, accessibility, supportNeeds, languages }: Omit<Activity, 'id' | 'foreningId' | 'sessions' | 'minimumDecidedOn'>) =>
  ({ title, activity, pictogram, description, audience, area, travel, price, capacity, minimum, equipment, accessibility, supportNeeds, languages })

/** The same weekday and the same clock, so many days later. What was announced of chance belongs to the old draw. */
function movedPlan(plan: DeskProgram['plan'], shift: number): DeskProgram['plan'] {
  const moved = (at: Instant) => instantOf(shiftLocal(localOf(at), shift))
  return {
    ...plan, publicChance: null, opensAt: moved(plan.opensAt), closesAt: moved(plan.closesAt), wishesOpenAt: plan.wishesOpenAt && moved(plan.wishesOpenAt), wishesCloseAt: plan.wishesCloseAt && moved(plan.wishesCloseAt),
    stages: plan.stages.map(({ from, ...limits }) => ({ from: moved(from), ...limits })), answerBy: plan.answerBy && addDays(plan.answerBy, shift),
  }
}
