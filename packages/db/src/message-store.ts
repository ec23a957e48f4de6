import type { Tx } from './as-actor.ts'

/** A mail or SMS as it is kept: the words, never the secret of a link. */
export interface NewMessage {
  id: string
  personId: string | null
  foreningId: string | null
  channel: 'mail' | 'sms'
  receiver: string
  purpose: string
  language: string
  subject: string | null
  body: string
}

/** Keeps a message that was handed over. */
export async function saveSentMessage(tx: Tx, message: NewMessage): Promise<void> {
  await tx.db.message.createMany({ data: [{ kommuneId: tx.kommuneId, staffId: null, state: 'sent', createdAt: tx.now.at, sentAt: tx.now.at, ...message }], skipDuplicates: true })
}

/** The name of a forening and how to reach those who answer for it. */
export async function loadForeningContacts(tx: Tx, foreningId: string) {
  return tx.db.foreningContact.findMany({
    where: { kommuneId: tx.kommuneId, foreningId }, orderBy: { id: 'asc' }, select: { role: true, mail: true, phone: true },
  })
}

/** What a message to a forening about a sign-up needs: whose it is and whether it still waits for an answer. */
export async function loadSignupToAsk(tx: Tx, signupId: string) {
  const row = await tx.db.signup.findUnique({
    where: { kommuneId_id: { kommuneId: tx.kommuneId, id: signupId } }, select: { state: true, offer: { select: { foreningId: true, title: true } } },
  })
  return row && { state: row.state, foreningId: row.offer.foreningId, offerTitle: row.offer.title }
}
