import type { CaseView, StartHearingInput } from '@medspil/contracts/application'
import { audit } from '@medspil/db'
import { addHearing, hearingFor, loadHearing, saveApplication } from '@medspil/db/application'
import { hearingBy } from '@medspil/domain/ordning'
import { Refused } from '../errors.ts'
import { holidaysFrom } from '../ordning/index.ts'
import { allow, type Shell } from '../shell.ts'
import { barOwnInterest } from './bar-own-interest.ts'
import { caseView } from './case-view.ts'
import { adverseFacts, letterBase } from './letter-facts.ts'
import { openCase } from './open-case.ts'
import { moved, takeApplication } from './own-application.ts'
import { sendLetters } from './send-letters.ts'

/**
 * Shows the party the facts that speak against it, with source and deadline, before a no (forvaltningsloven § 19).
 * @throws Refused when there is nothing to show, or the application is not where a hearing can begin
 */
export async function startHearing(shell: Shell, { applicationId, requestId, criteria }: StartHearingInput): Promise<CaseView> {
  const { tx, now, actor } = shell
  const before = await takeApplication(shell, applicationId, 'sagsbehandling')
  await allow(shell, 'application.judge', before)
  await barOwnInterest(shell, [before.childId])
  const application = moved(before, 'hear')
  const opened = await openCase(shell, application, 'sagsbehandling')
  const shown = adverseFacts(opened, opened.judgements, criteria)
  const deadline = hearingBy(opened.version.rules.answer, now.day, holidaysFrom(now.day))
  if (shown.length === 0 || deadline === null) throw new Refused({ reason: 'facts-still-missing', criteria })
  await addHearing(tx, application, { id: requestId, shown, deadline, exemptReason: null })
  await saveApplication(tx, application)
  const contactName = 'name' in actor ? actor.name : opened.ordning.department
  await sendLetters(shell, opened, (name) => ({ ...letterBase(opened, name, contactName, now.day), kind: 'hearing', facts: shown, mayLeadTo: 'refused', deadline }), null)
  await audit(tx, 'application.hearing-started', { id: applicationId, childId: application.childId }, { deadline, criteria: criteria.join(' ') })
  const heard = await loadHearing(tx, applicationId)
  return caseView(shell, { ...opened, heard, hearing: hearingFor(heard) })
}
