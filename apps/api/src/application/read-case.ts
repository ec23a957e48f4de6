import type { ApplicationInput, CaseView } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { caseView } from './case-view.ts'
import { openCase } from './open-case.ts'
import { readAllowed } from './own-application.ts'

/** One case whole, logged as read. */
export async function readCase(shell: Shell, { applicationId }: ApplicationInput): Promise<CaseView> {
  return caseView(shell, await openCase(shell, await readAllowed(shell, 'application.read', applicationId, 'sagsbehandling'), 'sagsbehandling'))
}
