import type { Jobs } from '@medspil/db'
import { loadKommune } from '@medspil/db/access'
import { loadDeskProgram } from '@medspil/db/holiday-program'
import { loadForeningContacts } from '@medspil/db/letter'
import type { LinkPurpose } from '@medspil/domain/access'
import { foreningMessage } from '@medspil/wording/message'
import { linkAddress, makeLink } from '../access/make-link.ts'
import type { JobHandler } from './job.ts'
import { sendMessages } from './send-messages.ts'

const linkDays = 14

/** A link opens no more than its errand needs. */
const linkOf: Record<ForeningErrand, LinkPurpose> = { paid: 'forening-desk', declaration: 'forening-desk', 'team-list': 'team-list', 'describe-activities': 'program-activities', 'activities-reminder': 'program-activities' }
type ForeningErrand = Jobs['tell-forening']['purpose']

/**
 * Tells a forening's contacts that there is something for them, with a link of its own. The words name no child.
 */
export const tellForening: JobHandler<'tell-forening'> = async (job, { foreningId, purpose, subjectId }) => {
  const { receivers, kommune, address, holiday } = await job.inTx(async (tx) => {
    const program = linkOf[purpose] === 'program-activities' ? await loadDeskProgram(tx, subjectId) : null
    const token = await makeLink(tx, { purpose: linkOf[purpose], foreningId, subjectId, days: linkDays, jobId: job.id })
    return { receivers: await loadForeningContacts(tx, foreningId), kommune: await loadKommune(tx), address: await linkAddress(tx, job.env, token), holiday: program && { kind: program.plan.holiday, answerBy: program.plan.answerBy } }
  })
  await sendMessages(job, { personId: null, foreningId, purpose, language: 'da' }, receivers, address, (to) => foreningMessage(purpose, { kommune: kommune.name, phone: kommune.phone, address: to, holiday }))
}
