import { loadKommune } from '@medspil/db/access'
import { loadForeningContacts } from '@medspil/db/letter'
import { foreningMessage } from '@medspil/wording/message'
import { linkAddress, makeLink } from '../access/make-link.ts'
import type { JobHandler } from './job.ts'
import { sendMessages } from './send-messages.ts'

const linkDays = 14

/**
 * Tells a forening's contacts that there is something for them, with a link of its own. The words name no child.
 */
export const tellForening: JobHandler<'tell-forening'> = async (job, { foreningId, purpose, subjectId }) => {
  const { receivers, kommune, address } = await job.inTx(async (tx) => {
    const token = await makeLink(tx, { purpose: purpose === 'team-list' ? 'team-list' : 'forening-desk', foreningId, subjectId, days: linkDays, jobId: job.id })
    return { receivers: await loadForeningContacts(tx, foreningId), kommune: await loadKommune(tx), address: await linkAddress(tx, job.env, token) }
  })
  await sendMessages(job, { personId: null, foreningId, purpose, language: 'da' }, receivers, address, (to) => foreningMessage(purpose, { kommune: kommune.name, phone: kommune.phone, address: to }))
}
