import { type Mark, meetingId, type Presence } from '@medspil/domain/attendance'
import type { Day } from '@medspil/domain/day'
import { instant, type SignupState } from '@medspil/domain/signup'
import type { Tx } from './as-actor.ts'
import { logRead } from './audit.ts'
import { dateOf, dayOf, dayOrNull } from './days.ts'
import { teamRowId } from './keyring.ts'

/** A team with what tells its days and meetings; null when unknown. */
export async function loadTeam(tx: Tx, offerId: string) {
  const row = await tx.db.offer.findUnique({
    where: { kommuneId_id: { kommuneId: tx.kommuneId, id: offerId } },
    select: {
      id: true, foreningId: true, programId: true, title: true, weekday: true, timeFrom: true, timeTo: true, place: true, seasonFrom: true, seasonTo: true,
      occurrences: { select: { day: true, timeFrom: true, timeTo: true, place: true }, orderBy: [{ day: 'asc' }, { timeFrom: 'asc' }] },
    },
  })
  if (!row) return null
  const { occurrences, ...team } = row
  const meetings = occurrences.map((one) => ({ ...one, day: dayOf(one.day) }))
  return { ...team, seasonFrom: dayOf(row.seasonFrom), seasonTo: dayOf(row.seasonTo), meetings, days: meetings.map(({ day }) => day) }
}

/**
 * The children with a place on a team, by short name, logged as read. The same for each, whoever pays: at a holiday activity
 * also those whose place waits for the forening's word on the pass's money, since they come on the day like the others. By
 * name, and children of one name by their rows' ids: in what order they signed up is not to be seen.
 */
export async function loadTeamChildren(tx: Tx, offerId: string, isHoliday: boolean) {
  const rows = await tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, offerId, state: { in: [...(isHoliday ? ['requested'] : []), 'confirmed', 'started'] } }, select: { id: true, childId: true, displayName: true },
  })
  await logRead(tx, rows.map(({ childId }) => childId), 'signed-up-here', ['displayName', 'attendance'])
  return rows.map(({ id, displayName }) => ({ signupId: id, rowId: teamRowId(tx.keys, tx.kommuneId, { offerId, signupId: id }), displayName }))
    .sort((a, b) => a.displayName.localeCompare(b.displayName, 'da') || (a.rowId < b.rowId ? -1 : 1))
}

/** The sign-up behind a row of an offer's list, also a row read before the master key was changed; null when there is none. */
export async function findOnTeam(tx: Tx, offerId: string, rowId: string): Promise<string | null> {
  const rows = await tx.db.signup.findMany({ where: { kommuneId: tx.kommuneId, offerId }, select: { id: true } })
  return rows.find(({ id }) => tx.keys.held.some((keyId) => teamRowId(tx.keys, tx.kommuneId, { offerId, signupId: id }, keyId) === rowId))?.id ?? null
}

/** A child's place on a team, locked: two marks at once must both count. Null when it is not the actor's to see. */
export async function lockMarkedSignup(tx: Tx, id: string) {
  await tx.db.$queryRaw`select 1 from signup where kommune_id = ${tx.kommuneId}::uuid and id = ${id}::uuid for no key update`
  const row = await tx.db.signup.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: { id: true, childId: true, courseId: true, offerId: true, state: true, startedOn: true } })
  return row && { ...row, state: row.state as SignupState, startedOn: dayOrNull(row.startedOn) }
}
export type MarkedSignup = NonNullable<Awaited<ReturnType<typeof lockMarkedSignup>>>

/** Every mark of some sign-ups, or of one day of them, by sign-up. */
export async function loadMarks(tx: Tx, signupIds: readonly string[], on?: Day): Promise<Map<string, Mark[]>> {
  const rows = await tx.db.attendanceMark.findMany({ where: { kommuneId: tx.kommuneId, signupId: { in: [...signupIds] }, ...(on && { day: dateOf(on) }) }, orderBy: { id: 'asc' } })
  const marks = new Map<string, Mark[]>()
  for (const { id, signupId, day, timeFrom, mark, markedAt, source } of rows)
    marks.set(signupId, [...(marks.get(signupId) ?? []), { markId: id, occurrenceId: occurrenceOf(dayOf(day), timeFrom), day: dayOf(day), presence: mark as Presence, markedAt: instant(markedAt.toISOString()), source: source as Mark['source'] }])
  return marks
}

/** What names a meeting in its marks. A season team meets once a day, so its day does; `timeFrom` is then null. */
export const occurrenceOf = (on: Day, timeFrom: string | null): string => (timeFrom === null ? on : meetingId({ day: on, timeFrom }))

/** Adds a mark; the ones before it stay. */
export async function addMark(tx: Tx, mark: Mark, about: { signupId: string; childId: string; foreningId: string; timeFrom: string | null }): Promise<void> {
  await tx.db.attendanceMark.createMany({ data: [{
    kommuneId: tx.kommuneId, id: mark.markId, ...about, day: dateOf(mark.day), mark: mark.presence, source: mark.source, markedBy: null, markedAt: new Date(mark.markedAt),
  }] })
}

/** The first training of a sign-up as the marks now tell it; null takes a start back that was marked by mistake. */
export async function saveStart(tx: Tx, signupId: string, startedOn: Day | null): Promise<void> {
  await tx.db.signup.updateMany({ where: { kommuneId: tx.kommuneId, id: signupId }, data: { state: startedOn ? 'started' : 'confirmed', startedOn: startedOn && dateOf(startedOn) } })
}

/**
 * Sets the first training of a course to the earliest of its sign-ups'. A day that somebody else gave, such as the family,
 * stays unless a mark is earlier. @param before what this sign-up said until now
 * @returns whether it changed
 */
export async function saveFirstTraining(tx: Tx, courseId: string, before: Day | null): Promise<boolean> {
  const course = await tx.db.course.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: courseId } }, select: { firstTrainingOn: true } })
  const known = dayOrNull(course.firstTrainingOn)
  const first = await tx.db.signup.aggregate({ where: { kommuneId: tx.kommuneId, courseId, startedOn: { not: null } }, _min: { startedOn: true } })
  const marked = dayOrNull(first._min.startedOn)
  const next = known === null || known === before ? marked : marked !== null && marked < known ? marked : known
  if (next === known) return false
  await tx.db.course.updateMany({ where: { kommuneId: tx.kommuneId, id: courseId }, data: { firstTrainingOn: next && dateOf(next) } })
  return true
}
