import type { ActivityRow, OrganiserRow, ProgramDesk, ProgramFile, ProgramRow, OneProgram } from '@medspil/contracts/holiday-program/desk'
import { loadKommune } from '@medspil/db/access'
import { inKommunesName, loadForeninger } from '@medspil/db/forening'
import { type ActivityCounts, countWaiting, type DeskProgram, loadActivities, loadActivityCounts, loadAsked, loadDeskProgram, loadDeskPrograms, loadSchoolHolidays, type StoredActivity } from '@medspil/db/holiday-program'
import { loadOrdninger } from '@medspil/db/ordning'
import type { Day } from '@medspil/domain/day'
import { mayList } from '@medspil/domain/forening'
import { activityState, programMoves } from '@medspil/domain/holiday-program'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'
import { printedAddress } from './printed-address.ts'
import { localOf } from './program-clock.ts'
import { planText } from './program-plan.ts'

/** Every programme with what waits in it, and what a new one is made of. */
export async function listDeskPrograms(shell: Shell): Promise<ProgramDesk> {
  await allow(shell, 'holiday-program.desk')
  const { tx } = shell
  const counts = await loadActivityCounts(tx)
  const programs = (await loadDeskPrograms(tx)).map((program) => rowOf(program, counts.get(program.id) ?? [], tx.now.day))
  const ordninger = (await loadOrdninger(tx)).filter(({ versions }) => versions.some(({ state }) => state === 'published'))
  return { programs, ordninger: ordninger.map(({ id: ordningId, name }) => ({ ordningId, name })), holidays: await loadSchoolHolidays(tx) }
}

function rowOf({ id: programId, state, plan }: DeskProgram, activities: readonly ActivityCounts[], today: Day): ProgramRow {
  const { name, holiday, fromDay, toDay, way, opensAt } = plan
  const held = activities.filter(({ listed, isCancelled }) => listed === 'published' && !isCancelled)
  const sum = (count: (one: ActivityCounts) => number) => held.reduce((all, one) => all + count(one), 0)
  return {
    programId, name, holiday, fromDay, toDay, state, way, opensAt: localOf(opensAt), activities: activities.length, toRead: activities.filter(({ listed }) => listed === 'in-moderation').length,
    toDecide: held.filter((one) => stateOf(one, today) === 'below-minimum').length, places: sum(({ capacity }) => capacity), taken: sum(({ taken }) => taken),
  }
}

/** One programme: its plan, its activities as they stand today, and who may be asked to hold some. */
export async function readProgram(shell: Shell & Pick<Context, 'familyOrigin'>, { programId }: OneProgram): Promise<ProgramFile> {
  await allow(shell, 'holiday-program.desk')
  const { tx } = shell
  const program = await loadDeskProgram(tx, programId)
  if (!program) throw new NotFound('program')
  const activities = await loadActivities(tx, { programId })
  const { waiting, asked } = await inKommunesName(tx, async (job) => ({ waiting: await countWaiting(job, programId), asked: await loadAsked(job, programId) }))
  const copiedFrom = program.copiedFromId && (await loadDeskProgram(tx, program.copiedFromId))
  const ordning = (await loadOrdninger(tx)).find(({ id }) => id === program.ordningId)
  return {
    programId, ordningId: program.ordningId, ordningName: ordning?.name ?? '', state: program.state, plan: planText(program.plan), copiedFrom: copiedFrom ? copiedFrom.plan.name : null, today: tx.now.day,
    address: printedAddress(shell.familyOrigin, (await loadKommune(tx)).key),
    mayMoveTo: programMoves[program.state].filter((to) => to === 'draft' || to === 'published'),
    activities: activities.map((one) => activityRow(one, waiting.get(one.id) ?? 0, tx.now.day)),
    organisers: (await loadForeninger(tx)).filter(({ rules }) => rules.state !== 'closed').map((forening): OrganiserRow => ({
      foreningId: forening.id, name: forening.name, providerType: forening.rules.providerType, area: forening.area, mayList: mayList(forening.rules, '', tx.now.day).ok, hasContact: forening.contacts.length > 0,
      askedAt: asked.get(forening.id)?.toISOString() ?? null, activities: activities.filter(({ foreningId }) => foreningId === forening.id).length,
    })),
  }
}

/** An activity in the kommune's table. @param waiting children in its line */
export function activityRow(one: StoredActivity, waiting: number, today: Day): ActivityRow {
  const { id: offerId, title, pictogram, foreningId, foreningName, area, listed, ageFrom, ageTo, audience, sessions, price, capacity, taken, minimum, minimumDecidedOn, reserved, reservedTaken, reservedUntil, cancelReason, note } = one
  return {
    offerId, title, pictogram, organiserId: foreningId, organiserName: foreningName, area, listed, state: stateOf(one, today), ageFrom, ageTo, grades: audience.kind === 'grades' ? { from: audience.from, to: audience.to } : null,
    sessions, price, capacity, taken, waiting, minimum, minimumDecidedOn, reserved, reservedTaken, reservedUntil, cancelReason, note,
  }
}

/** What an activity is today. */
export const stateOf = ({ listed, isCancelled, capacity, taken, minimum, minimumDecidedOn, firstDay, lastDay }: ActivityCounts, today: Day) =>
  activityState({ published: listed === 'published', cancelled: isCancelled, capacity, taken, minimum, minimumDecidedOn, firstDay, lastDay }, today)
