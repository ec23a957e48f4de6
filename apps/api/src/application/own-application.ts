import { loadApplication, lockApplication, type StoredApplication } from '@medspil/db/application'
import type { Action } from '@medspil/domain/access'
import { type ApplicationAct, moveApplication } from '@medspil/domain/application'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/** An application that the actor may do this to. Foreign and unknown are one answer. */
export async function readAllowed(shell: Shell, action: Action, id: string, why: string): Promise<StoredApplication> {
  return checked(shell, action, await loadApplication(shell.tx, id, why))
}

/** As `readAllowed`, locked until the end of the transaction: whoever comes second sees what the first one did. */
export async function lockAllowed(shell: Shell, action: Action, id: string, why: string): Promise<StoredApplication> {
  return checked(shell, action, await lockApplication(shell.tx, id, why))
}

/** The application after an act. @throws Refused when the act does not fit where it stands */
export function moved(application: StoredApplication, act: ApplicationAct): StoredApplication {
  const answer = moveApplication(application.state, act)
  if (!answer.ok) throw new Refused(answer.whyNot)
  return { ...application, state: answer.state }
}

async function checked(shell: Shell, action: Action, application: StoredApplication | null): Promise<StoredApplication> {
  if (!application) throw new NotFound(action)
  await allow(shell, action, { childId: application.childId })
  return application
}
