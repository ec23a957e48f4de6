import type { Day, Weekday } from '@medspil/domain/day'
import { firstNameOf } from '@medspil/domain/first-name'
import type { Availability, FadingStage, Guide, GuideState, MatchEnd, MatchState, TripState } from '@medspil/domain/guide-match'
import type { Tx } from './as-actor.ts'
import { logRead } from './audit.ts'
import { dateOf, dayOf, dayOrNull } from './days.ts'

/** A guide with what matching needs and what a list shows. */
export interface StoredGuide extends Guide { name: string; kind: string; area: string; certificateOn: Day | null; hourCeiling: number | null }

/** What the child wished of its guide, as it was when the match was proposed. */
export interface StoredWishes { gender: 'female' | 'male' | 'other' | null; languages: string[]; interests: string[]; ageFrom: number | null; ageTo: number | null }

/** A pair of child and guide. */
export interface StoredMatch {
  id: string; guideId: string; guideName: string; childId: string; courseId: string; state: MatchState; stage: FadingStage; weekday: Weekday; wishes: StoredWishes
  guideSaidYes: boolean; childSaidYes: boolean; permission: boolean; declinedBy: string | null; maxUntil: Day | null; endedAs: string | null
  guideState: GuideState; certificateValidTo: Day | null; trips: number
}

/** One trip, as stored. */
export interface StoredTrip {
  id: string; matchId: string; childId: string; day: Day; meetAt: string; place: string; state: TripState; stage: FadingStage; minutes: number | null; note: string | null; whyCancelled: string | null
}

const living: MatchState[] = ['proposed', 'accepted-by-guide', 'accepted-by-child', 'active', 'fading']

/** Every guide of the kommune with hours used and children followed. Distances are unknown until a child is named. */
export async function loadGuides(tx: Tx): Promise<StoredGuide[]> {
  const rows = await tx.db.fritidsguide.findMany({ where: { kommuneId: tx.kommuneId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  const matches = await tx.db.guideMatch.findMany({ where: { kommuneId: tx.kommuneId, state: { in: living } }, select: { guideId: true } })
  const trips = await tx.db.escort.findMany({ where: { kommuneId: tx.kommuneId, minutes: { not: null } }, select: { minutes: true, match: { select: { guideId: true } } } })
  return rows.map((row) => {
    const used = trips.filter(({ match }) => match.guideId === row.id).reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
    return {
      guideId: row.id, name: row.name, kind: row.kind, state: row.state as GuideState, area: row.area, certificateOn: dayOrNull(row.certificateOn), certificateValidTo: dayOrNull(row.certificateUntil),
      hourCeiling: row.hourCeiling, hoursLeft: row.hourCeiling === null ? null : Math.floor(row.hourCeiling - used / 60), children: matches.filter(({ guideId }) => guideId === row.id).length,
      mostChildren: row.mostChildren, days: row.days as Partial<Record<Weekday, Availability>>, metres: null, areas: row.areas, clearedForProtection: row.clearedForProtection,
      birthDay: dayOf(row.birthDay), gender: row.gender, languages: row.languages, interests: row.interests,
    }
  })
}

/** What matching asks about a child, logged as read. */
export async function loadChildToMatch(tx: Tx, childId: string) {
  await logRead(tx, [childId], 'guide-match', ['name', 'age', 'area'])
  const child = await tx.db.person.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: childId } } })
  return { name: child.name, birthDay: dayOf(child.birthDay), area: child.area, protection: child.addressProtected || child.nameProtected }
}

/** The child's open courses with the version of the rules each was granted under. */
export async function loadOpenCourses(tx: Tx, childId: string) {
  return tx.db.course.findMany({ where: { kommuneId: tx.kommuneId, childId, state: 'open' }, orderBy: { id: 'desc' }, select: { id: true, ordningVersionId: true, grantedOn: true, firstTrainingOn: true } })
}

/** Matches by child, guide or id, newest first; the reader of a child's match is noted. */
export async function loadMatches(tx: Tx, by: { childId?: string; guideId?: string; id?: string }): Promise<StoredMatch[]> {
  const rows = await tx.db.guideMatch.findMany({ where: { kommuneId: tx.kommuneId, ...by }, orderBy: { id: 'desc' }, include: { _count: { select: { escorts: true } } } })
  await logRead(tx, rows.map(({ childId }) => childId), 'guide-match', ['guide'])
  const guides = new Map((await tx.db.fritidsguide.findMany({ where: { kommuneId: tx.kommuneId, id: { in: rows.map(({ guideId }) => guideId) } } })).map((guide) => [guide.id, guide]))
  return rows.map((row) => ({
    id: row.id, guideId: row.guideId, guideName: guides.get(row.guideId)?.name ?? '', childId: row.childId, courseId: row.courseId, state: row.state as MatchState, stage: row.stage as FadingStage,
    weekday: row.weekday as Weekday, wishes: row.wishes as unknown as StoredWishes, guideSaidYes: row.guideSaidYesAt !== null, childSaidYes: row.childSaidYesAt !== null, permission: row.permissionBy !== null,
    declinedBy: row.declinedBy, maxUntil: dayOrNull(row.maxUntil), endedAs: row.endedAs, guideState: (guides.get(row.guideId)?.state ?? 'left') as GuideState,
    certificateValidTo: dayOrNull(guides.get(row.guideId)?.certificateUntil ?? null), trips: row._count.escorts,
  }))
}

/** First names of children the actor may see, by id. */
export async function loadFirstNames(tx: Tx, childIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.db.person.findMany({ where: { kommuneId: tx.kommuneId, id: { in: [...childIds] } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, firstNameOf(name)]))
}

/** Locks a match so that two answers at once give one outcome. */
export async function lockMatch(tx: Tx, id: string): Promise<void> {
  await tx.db.$queryRaw`select 1 from guide_match where kommune_id = ${tx.kommuneId}::uuid and id = ${id}::uuid for no key update`
}

/** Writes a new match in state `proposed`. */
export async function saveMatch(tx: Tx, match: { id: string; guideId: string; childId: string; courseId: string; weekday: number; stage: FadingStage; wishes: StoredWishes; reasons: unknown; proposedBy: string; maxUntil: Day | null }): Promise<void> {
  const { wishes, reasons, maxUntil, ...rest } = match
  await tx.db.guideMatch.createMany({ data: [{
    kommuneId: tx.kommuneId, ...rest, state: 'proposed', wishes: { ...wishes }, reasons: reasons as object, proposedAt: tx.now.at, maxUntil: maxUntil && dateOf(maxUntil),
  }] })
}

/** Writes what changed in a match. */
export async function updateMatch(tx: Tx, id: string, change: { state: MatchState; stage?: FadingStage; guideSaidYes?: true; childSaidYesBy?: string; declinedBy?: string; endedAs?: MatchEnd | 'declined' | null }): Promise<void> {
  const { state, stage, guideSaidYes, childSaidYesBy, declinedBy, endedAs } = change
  await tx.db.guideMatch.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: {
    state, ...(stage && { stage }), ...(guideSaidYes && { guideSaidYesAt: tx.now.at }), ...(childSaidYesBy && { childSaidYesAt: tx.now.at, permissionBy: childSaidYesBy }),
    ...(declinedBy && { declinedBy }), ...(state === 'ended' && { endedAt: tx.now.at, endedAs: endedAs ?? null }),
  } })
}

/** Trips of some matches, the next first and then the newest of the past. */
export async function loadTrips(tx: Tx, matchIds: readonly string[]): Promise<StoredTrip[]> {
  const rows = await tx.db.escort.findMany({ where: { kommuneId: tx.kommuneId, guideMatchId: { in: [...matchIds] } }, orderBy: [{ day: 'asc' }, { meetAt: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => ({
    id: row.id, matchId: row.guideMatchId, childId: row.childId, day: dayOf(row.day), meetAt: row.meetAt, place: row.place, state: row.state as TripState, stage: row.stage as FadingStage,
    minutes: row.minutes, note: row.note, whyCancelled: row.whyCancelled,
  }))
}

/** One trip, or null when the actor reaches none with this id. */
export async function loadTrip(tx: Tx, id: string): Promise<StoredTrip | null> {
  const row = await tx.db.escort.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: { guideMatchId: true } })
  return row ? (await loadTrips(tx, [row.guideMatchId])).find((trip) => trip.id === id) ?? null : null
}

/** Writes a planned trip. */
export async function saveTrip(tx: Tx, trip: { id: string; matchId: string; childId: string; day: Day; meetAt: string; place: string; stage: FadingStage }): Promise<void> {
  const { matchId, day, ...rest } = trip
  await tx.db.escort.createMany({ data: [{ kommuneId: tx.kommuneId, ...rest, guideMatchId: matchId, day: dateOf(day), state: 'planned' }] })
}

/** Writes a step of a trip. */
export async function updateTrip(tx: Tx, id: string, change: { state: TripState; minutes?: number | null; note?: string | null; whyCancelled?: string }): Promise<void> {
  await tx.db.escort.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { ...change, loggedAt: tx.now.at } })
}

/** Notes that the børneattest was seen: fact, dates and who; never the certificate (law.md 6). */
export async function saveCertificate(tx: Tx, guideId: string, certificate: { seenOn: Day; validTo: Day; checkedBy: string }): Promise<boolean> {
  const { count } = await tx.db.fritidsguide.updateMany({ where: { kommuneId: tx.kommuneId, id: guideId }, data: {
    certificateOn: dateOf(certificate.seenOn), certificateUntil: dateOf(certificate.validTo), certificateCheckedBy: certificate.checkedBy,
  } })
  return count === 1
}

/** Ids of the guides who have a trip planned from today on: whom the nightly look at certificates is about. */
export async function loadTravellingGuides(tx: Tx, today: Day): Promise<string[]> {
  const rows = await tx.db.escort.findMany({ where: { kommuneId: tx.kommuneId, day: { gte: dateOf(today) }, state: { in: ['planned', 'late'] } }, select: { match: { select: { guideId: true } } } })
  return [...new Set(rows.map(({ match }) => match.guideId))]
}

/** Guardians to tell about a child, by relation today. */
export async function loadGuardianIds(tx: Tx, childId: string): Promise<string[]> {
  const rows = await tx.db.relation.findMany({ where: { kommuneId: tx.kommuneId, childId, kind: { in: ['custody', 'foster'] }, fromDay: { lte: dateOf(tx.now.day) }, OR: [{ toDay: null }, { toDay: { gte: dateOf(tx.now.day) } }] }, select: { adultId: true } })
  return [...new Set(rows.map(({ adultId }) => adultId))]
}
