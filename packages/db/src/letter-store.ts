import type { LetterContent } from '@medspil/domain/letter'
import type { Tx } from './as-actor.ts'
import { logRead } from './audit.ts'

export * from './message-store.ts'

/** Why a family reads its own letters, as it stands in the read log. */
const ownLetter = 'eget brev'

const whole = (tx: Tx, id: string) => ({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } } })

/** The letters sent to the actor, newest first, without their text. */
export async function loadMyLetters(tx: Tx) {
  const rows = await tx.db.letter.findMany({
    where: { kommuneId: tx.kommuneId, receiverId: tx.actor.id ?? '', sentAt: { not: null } }, orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    select: { id: true, childId: true, kind: true, title: true, sentAt: true, readAt: true },
  })
  await logRead(tx, rows.map(({ childId }) => childId), ownLetter, ['letter-title'])
  return rows
}

/** One letter with its text, for its receiver or the kommune; null when there is none for this actor. */
export async function loadLetter(tx: Tx, id: string) {
  const row = await tx.db.letter.findUnique({ ...whole(tx, id), omit: { pdf: true, pdfHash: true } })
  if (!row) return null
  await logRead(tx, [row.childId], tx.actor.kind === 'family' ? ownLetter : 'sagsbehandling', ['letter'])
  return { ...row, content: row.content as unknown as LetterContent }
}

/** The PDF of a sent letter, for its receiver; null when there is none for this actor. */
export async function loadLetterPdf(tx: Tx, id: string): Promise<{ pdf: Uint8Array<ArrayBuffer> } | null> {
  const row = await tx.db.letter.findFirst({ where: { kommuneId: tx.kommuneId, id, receiverId: tx.actor.id ?? '' }, select: { childId: true, pdf: true } })
  if (!row?.pdf) return null
  await logRead(tx, [row.childId], ownLetter, ['letter'])
  return { pdf: row.pdf }
}

/** Notes when a letter was first opened. @returns whether there is such a letter for this actor */
export async function markLetterRead(tx: Tx, id: string): Promise<boolean> {
  const mine = await tx.db.letter.count({ where: { kommuneId: tx.kommuneId, id, receiverId: tx.actor.id ?? '' } })
  await tx.db.letter.updateMany({ where: { kommuneId: tx.kommuneId, id, receiverId: tx.actor.id ?? '', readAt: null }, data: { readAt: tx.now.at } })
  return mine > 0
}

/** Keeps the PDF that was set: once, since what was sent may not be set again. */
export async function saveLetterPdf(tx: Tx, id: string, pdf: Uint8Array<ArrayBuffer>, pdfHash: Uint8Array<ArrayBuffer>): Promise<void> {
  await tx.db.letter.updateMany({ where: { kommuneId: tx.kommuneId, id, pdf: null }, data: { pdf, pdfHash } })
}

/** Notes that a letter lies in the receiver's box; `availableAt` is what deadlines count from (lov om Digital Post § 10). */
export async function markLetterSent(tx: Tx, id: string, state: 'sent' | 'to-be-printed'): Promise<void> {
  await tx.db.letter.updateMany({ where: { kommuneId: tx.kommuneId, id, sentAt: null }, data: { state, sentAt: tx.now.at, availableAt: tx.now.at } })
}

/** What the letter job needs: content, receiver, and the PDF when it was set before. */
export async function loadLetterToSend(tx: Tx, id: string) {
  const row = await tx.db.letter.findUnique(whole(tx, id))
  return row && { ...row, content: row.content as unknown as LetterContent }
}

/** Writes the journal line of a letter that went out (offentlighedsloven § 15). */
export async function saveJournalEntry(tx: Tx, entry: { id: string; childId: string; direction: 'in' | 'out'; theme: string; documentHash: Uint8Array<ArrayBuffer> | null; letterId: string | null }): Promise<void> {
  await tx.db.journalEntry.createMany({ data: [{ kommuneId: tx.kommuneId, at: tx.now.at, ...entry }] })
}
