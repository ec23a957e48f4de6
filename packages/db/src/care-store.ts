import type { CareDays } from '@medspil/domain/attendance'
import type { SignupState } from '@medspil/domain/signup'
import type { Tx } from './as-actor.ts'
import { logRead } from './audit.ts'
import { dateOf, dayOf } from './days.ts'
import { teamRowId } from './keyring.ts'
import { newId } from './new-id.ts'
import { open, seal } from './sealed.ts'

/** What the adults of one activity must know, in clear; null is nothing to know. */
export interface ClearNote { allergies: string | null; medicine: string | null; fetchedBy: string | null; emergencyPhone: string | null; photoConsent: boolean }
/** The texts of a note and the columns they are sealed for. */
const sealedTexts = { allergies: 'allergies', medicine: 'medicine', fetchedBy: 'fetched_by', emergencyPhone: 'emergency_phone' } as const
type TextName = keyof typeof sealedTexts
const textNames = Object.keys(sealedTexts) as TextName[]

type Row = NonNullable<Awaited<ReturnType<Tx['db']['careNote']['findFirst']>>>

/** A sign-up to a holiday activity with the days of its care note; null when it is not the actor's, or no such activity. */
export async function loadCareSignup(tx: Tx, signupId: string) {
  const row = await tx.db.signup.findUnique({
    where: { kommuneId_id: { kommuneId: tx.kommuneId, id: signupId } },
    select: { id: true, childId: true, state: true, programId: true, child: { select: { name: true } }, offer: { select: { title: true, seasonFrom: true, seasonTo: true, forening: { select: { name: true } } } } },
  })
  if (!row?.programId) return null
  const { careOpensDays: opensDays, careErasedDays: erasedDays } = await tx.db.holidayProgram.findUniqueOrThrow({
    where: { kommuneId_id: { kommuneId: tx.kommuneId, id: row.programId } }, select: { careOpensDays: true, careErasedDays: true },
  })
  const days: CareDays = { firstDay: dayOf(row.offer.seasonFrom), lastDay: dayOf(row.offer.seasonTo), opensDays, erasedDays }
  return { id: row.id, childId: row.childId, childName: row.child.name, state: row.state as SignupState, title: row.offer.title, foreningName: row.offer.forening.name, days }
}
export type CareSignup = NonNullable<Awaited<ReturnType<typeof loadCareSignup>>>

/** Whose activity it is and the days of its care notes, null for a season team; null when the offer is unknown. */
export async function loadCareOffer(tx: Tx, offerId: string): Promise<{ foreningId: string; days: CareDays | null } | null> {
  const offer = await tx.db.offer.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: offerId } }, select: { foreningId: true, programId: true, seasonFrom: true, seasonTo: true } })
  if (!offer?.programId) return offer && { foreningId: offer.foreningId, days: null }
  const program = await tx.db.holidayProgram.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: offer.programId } }, select: { careOpensDays: true, careErasedDays: true } })
  return { foreningId: offer.foreningId, days: { firstDay: dayOf(offer.seasonFrom), lastDay: dayOf(offer.seasonTo), opensDays: program.careOpensDays, erasedDays: program.careErasedDays } }
}

/** A sign-up's note in clear, logged as read; null when there is none or it was erased. */
export async function loadOwnNote(tx: Tx, signup: Pick<CareSignup, 'id' | 'childId'>) {
  const row = await tx.db.careNote.findFirst({ where: { kommuneId: tx.kommuneId, signupId: signup.id, erasedAt: null } })
  await logRead(tx, [signup.childId], 'own-family', ['name', 'signup', ...(row ? ['care'] : [])])
  return row && { note: await clearOf(tx, row), writtenBy: row.writtenBy, writtenAt: row.writtenAt }
}

/** The child's last written note at another activity. Its texts stay closed, and nobody has looked, until `openNote`. */
export async function loadEarlierNote(tx: Tx, signup: Pick<CareSignup, 'id' | 'childId'>) {
  const row = await tx.db.careNote.findFirst({ where: { kommuneId: tx.kommuneId, childId: signup.childId, signupId: { not: signup.id }, erasedAt: null }, orderBy: { writtenAt: 'desc' } })
  if (!row) return null
  return { writtenBy: row.writtenBy, openNote: async () => { await logRead(tx, [signup.childId], 'own-family', ['care']); return clearOf(tx, row) } }
}

/** Whether an adult's place is kept secret. Run in the kommune's name, since no home may read the other's protection. */
export async function isProtectedAdult(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.db.person.count({ where: { kommuneId: tx.kommuneId, id: personId, OR: [{ addressProtected: true }, { nameProtected: true }] } })) > 0
}

/** Writes a note, sealed with the child's key for its own row and columns. @param keeps texts that stay as another adult wrote them */
export async function saveNote(tx: Tx, signup: Pick<CareSignup, 'id' | 'childId'>, note: ClearNote, keeps: readonly TextName[] = []): Promise<void> {
  const known = await tx.db.careNote.findFirst({ where: { kommuneId: tx.kommuneId, signupId: signup.id }, select: { id: true } })
  const id = known?.id ?? newId()
  const texts = Object.fromEntries(await Promise.all(textNames.filter((name) => !keeps.includes(name)).map(async (name) => {
    const clear = note[name]
    return [name, clear === null ? null : await seal(tx, fieldOf(signup.childId, id, name), clear)] as const
  })))
  // Whoever leaves another adult's texts standing has not written them: they stay theirs, and hidden from the other home.
  const data = { ...texts, photoConsent: note.photoConsent, ...(keeps.length === 0 && { writtenBy: tx.actor.id }), writtenAt: tx.now.at, erasedAt: null }
  if (known) await tx.db.careNote.updateMany({ where: { kommuneId: tx.kommuneId, id }, data })
  else await tx.db.careNote.createMany({ data: [{ kommuneId: tx.kommuneId, id, signupId: signup.id, childId: signup.childId, ...data }] })
}

/** Which notes of an activity the actor may read today, logged as read before anything is opened: the database's policy decides. */
export async function loadTeamNotes(tx: Tx, offerId: string): Promise<Row[]> {
  const signups = await tx.db.signup.findMany({ where: { kommuneId: tx.kommuneId, offerId, state: { in: ['requested', 'confirmed', 'started'] } }, select: { id: true } })
  const rows = await tx.db.careNote.findMany({ where: { kommuneId: tx.kommuneId, signupId: { in: signups.map(({ id }) => id) }, erasedAt: null }, orderBy: { id: 'asc' } })
  await logRead(tx, rows.map(({ childId }) => childId), 'signed-up-here', ['care'])
  return rows
}

/**
 * Opens notes of an activity, each under its row on the day list and in the order of those ids, which tells nothing. Run in the
 * kommune's name: a forening may read a note in its days and never a child's key.
 */
export async function openNotes(tx: Tx, offerId: string, rows: readonly Row[]): Promise<(ClearNote & { rowId: string })[]> {
  const notes = await Promise.all(rows.map(async (row) => ({ rowId: teamRowId(tx.keys, tx.kommuneId, { offerId, signupId: row.signupId }), ...(await clearOf(tx, row)) })))
  return notes.sort((a, b) => (a.rowId < b.rowId ? -1 : 1))
}

/** Notes that may have to be erased today, with what tells whether they must be; no text. For the worker. */
export async function loadStandingNotes(tx: Tx) {
  return tx.db.$queryRaw<{ id: string; childId: string; signupId: string; state: SignupState; firstDay: Date; lastDay: Date; opensDays: number; erasedDays: number }[]>`
    select n.id, n.child_id as "childId", n.signup_id as "signupId", s.state, o.season_from as "firstDay", o.season_to as "lastDay", h.care_opens_days as "opensDays", h.care_erased_days as "erasedDays"
    from care_note n join signup s on s.kommune_id = n.kommune_id and s.id = n.signup_id join offer o on o.kommune_id = s.kommune_id and o.id = s.offer_id
      join holiday_program h on h.kommune_id = s.kommune_id and h.id = s.program_id
    where n.kommune_id = ${tx.kommuneId}::uuid and n.erased_at is null and (not s.place or o.season_to < ${dateOf(tx.now.day)}::date) order by n.id`.then((rows) => rows.map(({ firstDay, lastDay, opensDays, erasedDays, ...row }) =>
    ({ ...row, days: { firstDay: dayOf(firstDay), lastDay: dayOf(lastDay), opensDays, erasedDays } satisfies CareDays })))
}

/** Takes every text out of notes; what stays is that there was one, and when it was erased. */
export async function eraseNotes(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.db.careNote.updateMany({
    where: { kommuneId: tx.kommuneId, id: { in: [...ids] } },
    data: { allergies: null, medicine: null, fetchedBy: null, emergencyPhone: null, photoConsent: false, writtenBy: null, erasedAt: tx.now.at },
  })
}

/** The id of a sign-up's standing note; null when there is none. */
export async function findNote(tx: Tx, signupId: string): Promise<string | null> {
  return (await tx.db.careNote.findFirst({ where: { kommuneId: tx.kommuneId, signupId, erasedAt: null }, select: { id: true } }))?.id ?? null
}

async function clearOf(tx: Tx, row: Row): Promise<ClearNote> {
  const texts = await Promise.all(textNames.map(async (name) => {
    const sealed = row[name]
    return [name, sealed === null ? null : await open(tx, fieldOf(row.childId, row.id, name), sealed)] as const
  }))
  return { ...(Object.fromEntries(texts) as Record<TextName, string | null>), photoConsent: row.photoConsent }
}

const fieldOf = (personId: string, rowId: string, name: TextName) => ({ personId, table: 'care_note', rowId, column: sealedTexts[name] })
