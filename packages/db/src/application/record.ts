import type { ApplicationFacts, ApplicationState, Request } from '@medspil/domain/application'
import { isEnded, applicationStates } from '@medspil/domain/application'
import type { Day } from '@medspil/domain/day'
import type { Language } from '@medspil/domain/language'
import type { Application } from '../prisma-client/client.ts'
import { logRead } from '../audit.ts'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOrNull } from '../days.ts'
import { fromJson, toJson } from '../json.ts'

/** The door an application came in by. */
export type ApplicationDoor = 'family' | 'youngPerson' | 'fagperson'

/** Something the kommune asks before it can answer; the answer is sealed with the child's key, base64. */
export interface Question { id: string; question: string; askedOn: Day; by: Day; answerSealed: string | null; answeredOn: Day | null }

/** What is asked for, and the questions asked back. `answers` is what was sent, for showing it again. */
export interface Asked { request: Request; start: Day; months: number | null; answers: unknown; questions: Question[] }

/** An application as it stands. */
export interface StoredApplication {
  id: string; reference: string; childId: string; ordningId: string; versionId: string; courseId: string
  door: ApplicationDoor; state: ApplicationState; applicantId: string | null; staffId: string | null; language: Language
  facts: ApplicationFacts; wishes: unknown; asked: Asked; childView: string
  reasonSealed: Uint8Array | null; chips: string[]; submittedAt: Date; submittedOn: Day; answerBy: Day | null
}

const openStates = applicationStates.filter((state) => !isEnded(state))

/**
 * Makes everybody else who wants something for this child under this ordning wait for this transaction: two guardians who
 * act at once get one outcome.
 */
export async function lockChildAndOrdning(tx: Tx, childId: string, ordningId: string): Promise<void> {
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tx.kommuneId}/${childId}/${ordningId}`}, 0))`
}

/** Writes a new application. @returns false when its reference is taken, so that the caller can try another */
export async function addApplication(tx: Tx, application: StoredApplication): Promise<boolean> {
  const { versionId, asked, chips, facts, answerBy, submittedAt, submittedOn, reasonSealed, wishes, ...plain } = application
  const { count } = await tx.db.application.createMany({ skipDuplicates: true, data: [{
    kommuneId: tx.kommuneId, ...plain, ordningVersionId: versionId, reasonChips: chips, facts: toJson(facts), wishes: toJson(wishes),
    requested: toJson({ ...asked, submittedOn }), reasonSealed: reasonSealed && new Uint8Array(reasonSealed), createdAt: submittedAt, submittedAt, answerBy: answerBy && dateOf(answerBy),
  }] })
  return count === 1
}

/** One application, logged as read; null when it is not the actor's to see. */
export async function loadApplication(tx: Tx, id: string, why: string): Promise<StoredApplication | null> {
  const row = await tx.db.application.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } } })
  if (!row) return null
  await logRead(tx, [row.childId], why, ['application'])
  return applicationOf(row)
}

/** As `loadApplication`, and nobody else changes it until the end of the transaction. */
export async function lockApplication(tx: Tx, id: string, why: string): Promise<StoredApplication | null> {
  await tx.db.$queryRaw`select 1 from application where kommune_id = ${tx.kommuneId}::uuid and id = ${id}::uuid for no key update`
  return loadApplication(tx, id, why)
}

/** The application still open for a child under an ordning; null when there is none. */
export async function findOpenApplication(tx: Tx, childId: string, ordningId: string): Promise<StoredApplication | null> {
  const row = await tx.db.application.findFirst({ where: { kommuneId: tx.kommuneId, childId, ordningId, state: { in: openStates } } })
  return row && applicationOf(row)
}

/** Every application of some children, newest first, logged as read. */
export async function loadApplicationsOf(tx: Tx, childIds: readonly string[], why: string): Promise<StoredApplication[]> {
  const rows = await tx.db.application.findMany({ where: { kommuneId: tx.kommuneId, childId: { in: [...childIds] } }, orderBy: { createdAt: 'desc' } })
  await logRead(tx, rows.map(({ childId }) => childId), why, ['application'])
  return rows.map(applicationOf)
}

/** The applications a fagperson sent, newest first, logged as read. */
export async function loadGivenBy(tx: Tx, staffId: string): Promise<StoredApplication[]> {
  const rows = await tx.db.application.findMany({ where: { kommuneId: tx.kommuneId, staffId }, orderBy: { createdAt: 'desc' } })
  await logRead(tx, rows.map(({ childId }) => childId), 'gav eller indstillede', ['status'])
  return rows.map(applicationOf)
}

/** All applications that nobody has decided, logged as read. */
export async function loadOpenApplications(tx: Tx, ordningId: string | null): Promise<StoredApplication[]> {
  const rows = await tx.db.application.findMany({ where: { kommuneId: tx.kommuneId, state: { in: openStates, not: 'draft' }, ...(ordningId && { ordningId }) }, orderBy: { createdAt: 'asc' } })
  await logRead(tx, rows.map(({ childId }) => childId), 'sagsbehandling', ['name', 'application-list'])
  return rows.map(applicationOf)
}

/** The applications behind some decisions, logged as read. */
export async function loadApplicationsBehind(tx: Tx, ids: readonly string[]): Promise<StoredApplication[]> {
  const rows = await tx.db.application.findMany({ where: { kommuneId: tx.kommuneId, id: { in: [...ids] } } })
  await logRead(tx, rows.map(({ childId }) => childId), 'prøve af regler, kun tal', ['application-facts'])
  return rows.map(applicationOf)
}

/** Saves where an application stands and what it now rests on. Its id, child and reference never change. */
export async function saveApplication(tx: Tx, application: StoredApplication): Promise<void> {
  const { id, state, facts, asked, applicantId, wishes, childView, answerBy, submittedOn } = application
  await tx.db.application.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: {
    state, facts: toJson(facts), requested: toJson({ ...asked, submittedOn }), applicantId, wishes: toJson(wishes), childView, answerBy: answerBy && dateOf(answerBy),
    endedAt: isEnded(state) ? tx.now.at : null,
  } })
}

/** Ids of applications that nobody has decided and whose day to answer comes no later than `until`. */
export async function loadAnswersDue(tx: Tx, until: Day): Promise<string[]> {
  const rows = await tx.db.application.findMany({
    where: { kommuneId: tx.kommuneId, state: { in: openStates, not: 'draft' }, answerBy: { lte: dateOf(until) } }, select: { id: true }, orderBy: { answerBy: 'asc' },
  })
  return rows.map(({ id }) => id)
}

/** Sets the new day to answer by, and notes when the family was told. */
export async function saveDelay(tx: Tx, id: string, answerBy: Day): Promise<void> {
  await tx.db.application.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { answerBy: dateOf(answerBy), delayNotifiedAt: tx.now.at } })
}

function applicationOf(row: Application): StoredApplication {
  const { submittedOn, ...asked } = fromJson<Asked & { submittedOn: Day }>(row.requested)
  if (!row.courseId) throw new Error(`application ${row.id} has no course`)
  return {
    id: row.id, reference: row.reference, childId: row.childId, ordningId: row.ordningId, versionId: row.ordningVersionId, courseId: row.courseId,
    door: row.door as ApplicationDoor, state: row.state as ApplicationState, applicantId: row.applicantId, staffId: row.staffId, language: row.language as Language,
    facts: fromJson<ApplicationFacts>(row.facts), wishes: fromJson(row.wishes), asked, childView: row.childView,
    reasonSealed: row.reasonSealed, chips: row.reasonChips, submittedAt: row.submittedAt ?? row.createdAt, submittedOn, answerBy: dayOrNull(row.answerBy),
  }
}
