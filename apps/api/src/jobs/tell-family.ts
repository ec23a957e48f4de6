import { enqueue, type Jobs, saveEffect } from '@medspil/db'
import { loadKommune } from '@medspil/db/access'
import { loadDeciders } from '@medspil/db/forening'
import { loadPerson } from '@medspil/db/person'
import { isLanguage } from '@medspil/domain/language'
import { familyMessage } from '@medspil/wording/message'
import { makeLink } from '../access/make-link.ts'
import type { Job, JobHandler } from './job.ts'
import { sendMessages } from './send-messages.ts'

/** Nobody is asked how it goes while they sleep. */
const morningHour = 8
const eveningHour = 21
const followUpDays = 14
/** What can wait until people are awake. */
const quiet: ReadonlySet<string> = new Set(['follow-up', 'tomorrow', 'afterwards'])

/**
 * Tells a family that there is news, in their language. The words name nobody and give no reason (promises.md 4.5): a phone
 * lies open on a table. A follow-up carries a link with one question; all else is read after login.
 */
export const tellFamily: JobHandler<'tell-family'> = async (job, payload) => {
  const { personId, childId, purpose, subjectId } = payload
  if (personId === null) return tellDeciders(job, payload)
  const { hour } = job.clock()
  if (quiet.has(purpose) && (hour < morningHour || hour >= eveningHour)) {
    // The next morning it would speak of the wrong day.
    if (purpose === 'tomorrow') return
    const hours = (morningHour - hour + 24) % 24
    await job.inTx((tx) => enqueue(tx, 'tell-family', payload, new Date(Date.now() + hours * 3_600_000)))
    return
  }
  const found = await job.inTx(async (tx) => {
    // Whoever asked may have lost the child since, or be the home it is sheltered from: then it is for those who decide now.
    if (personId !== childId && !(await loadDeciders(tx, childId)).includes(personId)) return 'others'
    const person = await loadPerson(tx, personId)
    if (!person || person.contactBarred) return null
    const kommune = await loadKommune(tx)
    const start = `${new URL(job.env.FAMILY_ORIGIN).origin}/${kommune.key}`
    // The question is answered in the family's own app and languages, without a login; no server sees what is after #.
    const address = purpose === 'follow-up' ? `${start}/svar#${await makeLink(tx, { purpose: 'follow-up', personId, subjectId, days: followUpDays, jobId: job.id })}`
      : purpose === 'tomorrow' ? `${start}/dage` : purpose === 'afterwards' ? `${start}/efter/${subjectId}` : start
    return { person, kommune, address }
  })
  if (found === 'others') return tellDeciders(job, payload)
  if (!found) return
  const { person, kommune, address } = found
  const language = isLanguage(person.language) ? person.language : 'da'
  await sendMessages(job, { personId, foreningId: null, purpose, language }, [person], address, (to) => familyMessage(language, purpose, { kommune: kommune.name, phone: kommune.phone, address: to }))
}

/** One job for each who decides for the child today, once: the guardians, or from 18 the young person alone. */
function tellDeciders(job: Job, payload: Jobs['tell-family']): Promise<void> {
  return job.inTx(async (tx) => {
    if (!(await saveEffect(tx, `told-deciders/${job.id}`))) return
    for (const personId of await loadDeciders(tx, payload.childId)) await enqueue(tx, 'tell-family', { ...payload, personId })
  })
}
