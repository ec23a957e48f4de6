import type { ApplicationInput, CaseView } from '@medspil/contracts/application'
import { allow, type Shell } from '../shell.ts'
import { caseView } from './case-view.ts'
import { openCase } from './open-case.ts'
import { readApplication } from './own-application.ts'

/** One case whole, logged as read. */
export async function readCase(shell: Shell, { applicationId }: ApplicationInput): Promise<CaseView> {
  const application = await readApplication(shell, applicationId, 'sagsbehandling')
  await allow(shell, 'application.read', application)
  return caseView(shell, await openCase(shell, application, 'sagsbehandling'))
}
