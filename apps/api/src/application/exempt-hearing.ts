import type { CaseView, ExemptHearingInput } from '@medspil/contracts/application'
import { audit } from '@medspil/db'
import { addHearing, hearingFor, loadHearing } from '@medspil/db/application'
import { actsFrom } from '@medspil/domain/application'
import { Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { barOwnInterest } from './bar-own-interest.ts'
import { caseView } from './case-view.ts'
import { openCase } from './open-case.ts'
import { takeApplication } from './own-application.ts'

/** Notes why no hearing is held. The reason goes into the letter. @throws Refused without a reason, or when it is too late */
export async function exemptHearing(shell: Shell, { applicationId, requestId, reason }: ExemptHearingInput): Promise<CaseView> {
  const { tx, now } = shell
  const application = await takeApplication(shell, applicationId, 'sagsbehandling')
  await allow(shell, 'application.judge', application)
  await barOwnInterest(shell, [application.childId])
  if (!actsFrom(application.state).includes('hear')) throw new Refused({ reason: 'application-not-there', state: application.state, act: 'hear' })
  if (reason.trim() === '') throw new Refused({ reason: 'hearing-exemption-without-reason' })
  await addHearing(tx, application, { id: requestId, shown: [], deadline: now.day, exemptReason: reason })
  await audit(tx, 'application.hearing-exempted', { id: applicationId, childId: application.childId })
  const opened = await openCase(shell, application, 'sagsbehandling')
  const heard = await loadHearing(tx, applicationId)
  return caseView(shell, { ...opened, heard, hearing: hearingFor(heard) })
}
