import { enqueue } from '@medspil/db'
import { loadKommune } from '@medspil/db/access'
import { loadPerson } from '@medspil/db/person'
import { isLanguage } from '@medspil/domain/language'
import { familyMessage } from '@medspil/wording/message'
import { makeLink } from '../access/make-link.ts'
import type { JobHandler } from './job.ts'
import { sendMessages } from './send-messages.ts'

/** Nobody is asked how it goes while they sleep. */
const morningHour = 8
const eveningHour = 21
const followUpDays = 14

/**
 * Tells a family that there is news, in their language. The words name nobody and give no reason (promises.md 4.5): a phone
 * lies open on a table. A follow-up carries a link with one question; all else is read after login.
 */
export const tellFamily: JobHandler<'tell-family'> = async (job, payload) => {
  const { personId, purpose, subjectId } = payload
  const { hour } = job.clock()
  if (purpose === 'follow-up' && (hour < morningHour || hour >= eveningHour)) {
    const hours = (morningHour - hour + 24) % 24
    await job.inTx((tx) => enqueue(tx, 'tell-family', payload, new Date(Date.now() + hours * 3_600_000)))
    return
  }
  const found = await job.inTx(async (tx) => {
    const person = await loadPerson(tx, personId)
    if (!person || person.contactBarred) return null
    const kommune = await loadKommune(tx)
    const start = `${new URL(job.env.FAMILY_ORIGIN).origin}/${kommune.key}`
    // The question is answered in the family's own app and languages, without a login; no server sees what is after #.
    const address = purpose === 'follow-up' ? `${start}/svar#${await makeLink(tx, { purpose: 'follow-up', personId, subjectId, days: followUpDays, jobId: job.id })}` : start
    return { person, kommune, address }
  })
  if (!found) return
  const { person, kommune, address } = found
  const language = isLanguage(person.language) ? person.language : 'da'
  await sendMessages(job, { personId, foreningId: null, purpose, language }, [person], address, (to) => familyMessage(language, purpose, { kommune: kommune.name, phone: kommune.phone, address: to }))
}
