import type { AskForInfoInput, CaseView } from '@medspil/contracts/application'
import { audit, enqueue } from '@medspil/db'
import { saveApplication, type StoredApplication } from '@medspil/db/application'
import { day } from '@medspil/domain/day'
import { allow, type Shell } from '../shell.ts'
import { barOwnInterest } from './bar-own-interest.ts'
import { caseView } from './case-view.ts'
import { openCase } from './open-case.ts'
import { moved, takeApplication } from './own-application.ts'
import { receiversOf } from './send-letters.ts'

/** Asks the family one thing, with a date. The application waits for the answer. @throws Refused when it cannot wait now */
export async function askForInfo(shell: Shell, { applicationId, requestId, question, by }: AskForInfoInput): Promise<CaseView> {
  const { tx, now } = shell
  const before = await takeApplication(shell, applicationId, 'sagsbehandling')
  await allow(shell, 'application.judge', before)
  await barOwnInterest(shell, [before.childId])
  const application: StoredApplication = {
    ...(before.state === 'needs-info' ? before : moved(before, 'ask')),
    asked: { ...before.asked, questions: [...before.asked.questions, { id: requestId, question, askedOn: now.day, by: day(by), answerSealed: null, answeredOn: null }] },
  }
  await saveApplication(tx, application)
  const opened = await openCase(shell, application, 'sagsbehandling')
  for (const { id } of await receiversOf(shell, opened)) await enqueue(tx, 'tell-family', { personId: id, childId: application.childId, purpose: 'news', subjectId: applicationId })
  await audit(tx, 'application.asked', { id: applicationId, childId: application.childId }, { by })
  return caseView(shell, opened)
}
