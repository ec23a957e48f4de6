import { createHash } from 'node:crypto'
import { audit, enqueue, newId } from '@medspil/db'
import { loadKommune } from '@medspil/db/access'
import { loadLetterToSend, markLetterSent, saveJournalEntry, saveLetterPdf } from '@medspil/db/letter'
import { openCpr } from '@medspil/db/person'
import { type JobHandler, once } from '../jobs/job.ts'
import { typesetLetter } from './typeset.ts'

/**
 * Sets a letter once, sends the PDF by Digital Post and then says by mail and SMS that there is news. A receiver without
 * Digital Post or CPR number gets paper: the letter stands as `to-be-printed` for the desk, and the family reads it here too.
 */
export const sendLetter: JobHandler<'send-letter'> = async (job, { letterId }) => {
  const { letter, kommune, cpr } = await job.inTx(async (tx) => {
    const found = await loadLetterToSend(tx, letterId)
    if (!found) throw new Error('there is no such letter')
    return { letter: found, kommune: await loadKommune(tx), cpr: await openCpr(tx, found.receiverId) }
  })
  const pdf = letter.pdf ?? typesetLetter({ title: letter.title, author: kommune.name, content: letter.content, at: letter.createdAt })
  const pdfHash = new Uint8Array(createHash('sha256').update(pdf).digest())
  if (!letter.pdf) await job.inTx((tx) => saveLetterPdf(tx, letterId, pdf, pdfHash))

  let isExempt = cpr === null
  const post = async () => {
    if (cpr) isExempt = (await job.gateways.messages.digitalPost({ id: letterId, cpr: cpr.reveal(), title: letter.title, pdf })) === 'exempt'
  }
  await once(job, `digital-post-${letterId}`, post, async (tx) => {
    const state = isExempt ? 'to-be-printed' : 'sent'
    await markLetterSent(tx, letterId, state)
    await saveJournalEntry(tx, { id: newId(), childId: letter.childId, direction: 'out', theme: letter.kind, documentHash: pdfHash, letterId })
    await audit(tx, 'letter.sent', { id: letterId, childId: letter.childId }, { state, kind: letter.kind })
    await enqueue(tx, 'tell-family', { personId: letter.receiverId, childId: letter.childId, purpose: letter.kind === 'receipt' ? 'receipt' : 'news', subjectId: letterId })
  })
}
