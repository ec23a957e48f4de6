import { loadKommune } from '@medspil/db/access'
import { loadForeningContacts, loadSignupToAsk } from '@medspil/db/letter'
import { foreningMessage } from '@medspil/wording/message'
import { linkAddress, makeLink } from '../access/make-link.ts'
import type { JobHandler } from './job.ts'
import { sendMessages } from './send-messages.ts'

const linkDays = 14

/**
 * Asks a forening about one sign-up: a link that shows it and takes one answer. Nothing is sent once it was answered or
 * cancelled. A reminder's link ends the first one.
 */
export const askForening: JobHandler<'ask-forening'> = async (job, { signupId, purpose }) => {
  const found = await job.inTx(async (tx) => {
    const signup = await loadSignupToAsk(tx, signupId)
    if (signup?.state !== 'requested') return null
    const token = await makeLink(tx, { purpose: 'signup-answer', foreningId: signup.foreningId, subjectId: signupId, days: linkDays, jobId: job.id })
    return { signup, receivers: await loadForeningContacts(tx, signup.foreningId), kommune: await loadKommune(tx), address: await linkAddress(tx, job.env, token) }
  })
  if (!found) return
  const { signup, receivers, kommune, address } = found
  const words = (to: string) => foreningMessage(purpose, { kommune: kommune.name, phone: kommune.phone, address: to, offer: signup.offerTitle })
  await sendMessages(job, { personId: null, foreningId: signup.foreningId, purpose, language: 'da' }, receivers, address, words)
}
