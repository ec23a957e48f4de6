import type { Meeting } from '@medspil/domain/attendance'
import type { Day } from '@medspil/domain/day'
import type { SignupState } from '@medspil/domain/signup'
import type { Tx } from './as-actor.ts'
import { logRead } from './audit.ts'
import { dateOf, dayOf } from './days.ts'
import { groupBy } from './group-by.ts'
import { newId } from './new-id.ts'

/** States in which a child is expected at its holiday activity. */
const coming = ['requested', 'confirmed', 'started']

/** Days on which families have said that their child stays away, by sign-up; taken back ones left out. */
export async function loadNotices(tx: Tx, signupIds: readonly string[]): Promise<Map<string, ReadonlySet<Day>>> {
  const rows = await tx.db.absenceNotice.findMany({ where: { kommuneId: tx.kommuneId, signupId: { in: [...signupIds] }, takenBack: null }, select: { signupId: true, day: true } })
  return new Map([...groupBy(rows, ({ signupId }) => signupId)].map(([id, of]) => [id, new Set(of.map(({ day }) => dayOf(day)))]))
}

/** Says that a child stays away on a day, or takes it back. The first word's moment stays. */
export async function saveNotice(tx: Tx, signup: { id: string; childId: string }, on: Day, isAway: boolean): Promise<void> {
  const key = { kommuneId: tx.kommuneId, signupId: signup.id, day: dateOf(on) }
  const changed = await tx.db.absenceNotice.updateMany({ where: key, data: { takenBack: isAway ? null : tx.now.at, writtenBy: tx.actor.id } })
  if (changed.count === 0 && isAway) await tx.db.absenceNotice.createMany({ data: [{ ...key, id: newId(), childId: signup.childId, writtenBy: tx.actor.id, at: tx.now.at }] })
}

/** A holiday sign-up with its meetings. */
export interface HolidayPlace {
  signupId: string; childId: string; childName: string; courseId: string | null; programId: string; state: SignupState; requestedBy: string | null; requestedKind: string; lastDay: Day
  offer: { id: string; title: string; activity: string; pictogram: string; area: string; place: string; foreningName: string }
  meetings: Meeting[]
}

/** The holiday places of the actor's children, or of one of them or one sign-up, logged as read. */
export async function loadOwnPlaces(tx: Tx, of: { signupId?: string | undefined; childId?: string | undefined } = {}): Promise<HolidayPlace[]> {
  const places = await loadPlaces(tx, { state: { in: coming }, ...(of.signupId && { id: of.signupId }), ...(of.childId && { childId: of.childId }) })
  await logRead(tx, places.map(({ childId }) => childId), 'own-family', ['name', 'signup'])
  return places
}

/** One holiday sign-up of the actor's children in whatever state, logged as read; null when it is not theirs. */
export async function loadOwnPlace(tx: Tx, signupId: string): Promise<HolidayPlace | null> {
  const [place] = await loadPlaces(tx, { id: signupId })
  if (!place) return null
  await logRead(tx, [place.childId], 'own-family', ['name', 'signup'])
  return place
}

/** Holiday places that meet on a day, for the worker. */
export async function loadPlacesOn(tx: Tx, on: Day): Promise<HolidayPlace[]> {
  return loadPlaces(tx, { state: { in: coming }, offer: { cancelledAt: null, occurrences: { some: { day: dateOf(on) } } } })
}

/** Holiday places that still stand although their activity's last day is before a day, for the worker. */
export async function loadPlacesOver(tx: Tx, before: Day): Promise<HolidayPlace[]> {
  return loadPlaces(tx, { state: { in: ['confirmed', 'started'] }, offer: { seasonTo: { lt: dateOf(before) } } })
}

/** Holiday places that ended between two days (both included) with the child having come, for the worker. */
export async function loadPlacesEnded(tx: Tx, from: Day, to: Day): Promise<HolidayPlace[]> {
  return loadPlaces(tx, { state: 'ended', startedOn: { not: null }, offer: { seasonTo: { gte: dateOf(from), lte: dateOf(to) } } })
}

/** Children among these with a place or a number at a season team. */
export async function loadBusyChildren(tx: Tx, childIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.db.signup.findMany({ where: { kommuneId: tx.kommuneId, childId: { in: [...childIds] }, programId: null, OR: [{ place: true }, { state: 'waiting' }] }, select: { childId: true } })
  return new Set(rows.map(({ childId }) => childId))
}

/** Children with a place at another activity of the same programme, as `programme/child`. */
export async function loadStillComing(tx: Tx, of: readonly { programId: string; childId: string }[]): Promise<ReadonlySet<string>> {
  const rows = await tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, place: true, programId: { in: of.map(({ programId }) => programId) }, childId: { in: of.map(({ childId }) => childId) } }, select: { programId: true, childId: true },
  })
  return new Set(rows.map(({ programId, childId }) => `${programId}/${childId}`))
}

/** Published holiday activities with children and a meeting on or after a day, for the worker. */
export async function loadActivities(tx: Tx, from: Day): Promise<{ id: string; foreningId: string; days: Day[] }[]> {
  const rows = await tx.db.offer.findMany({
    where: { kommuneId: tx.kommuneId, programId: { not: null }, state: 'published', cancelledAt: null, seasonTo: { gte: dateOf(from) }, signups: { some: { state: { in: coming } } } },
    select: { id: true, foreningId: true, occurrences: { select: { day: true } } }, orderBy: { id: 'asc' },
  })
  return rows.map(({ id, foreningId, occurrences }) => ({ id, foreningId, days: occurrences.map(({ day }) => dayOf(day)) }))
}

/** The end of a place whose activity is over. */
export async function saveEnd(tx: Tx, signupId: string, state: 'ended' | 'no-show', lastDay: Day): Promise<void> {
  await tx.db.signup.updateMany({ where: { kommuneId: tx.kommuneId, id: signupId }, data: { state, place: false, endedOn: dateOf(lastDay), endReason: state === 'ended' ? 'activity-over' : 'never-came' } })
}

/** Whether a child's place is kept secret: its own protection, or that of an adult it lives with. */
export async function loadSheltered(tx: Tx, childIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`select c as id from unnest(${[...new Set(childIds)]}::uuid[]) c where medspil.is_sheltered(c)`
  return new Set(rows.map(({ id }) => id))
}

async function loadPlaces(tx: Tx, where: NonNullable<NonNullable<Parameters<Tx['db']['signup']['findMany']>[0]>['where']>): Promise<HolidayPlace[]> {
  const rows = await tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, programId: { not: null }, ...where }, orderBy: { id: 'asc' },
    select: {
      id: true, childId: true, courseId: true, programId: true, state: true, requestedBy: true, requestedKind: true, child: { select: { name: true } },
      offer: { select: {
        id: true, title: true, activity: true, pictogram: true, area: true, place: true, seasonTo: true, forening: { select: { name: true } },
        occurrences: { select: { day: true, timeFrom: true, timeTo: true, place: true }, orderBy: [{ day: 'asc' }, { timeFrom: 'asc' }] },
      } },
    },
  })
  return rows.map(({ id, child, offer: { occurrences, forening, seasonTo, ...offer }, programId, state, ...row }) => ({
    ...row, signupId: id, programId: programId!, state: state as SignupState, childName: child.name, lastDay: dayOf(seasonTo), offer: { ...offer, foreningName: forening.name },
    meetings: occurrences.map((one) => ({ ...one, day: dayOf(one.day) })),
  }))
}
