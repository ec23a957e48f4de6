import type { StateAfter, WithdrawInput } from '@medspil/contracts/application'
import { audit } from '@medspil/db'
import { saveApplication } from '@medspil/db/application'
import { allow, type Shell } from '../shell.ts'
import { moved, takeApplication } from './own-application.ts'

/** The family takes its application back before it is decided. @throws Refused when it is decided already */
export async function withdrawApplication(shell: Shell, { applicationId }: WithdrawInput): Promise<StateAfter> {
  const before = await takeApplication(shell, applicationId, 'værge')
  await allow(shell, 'application.withdraw', before)
  const application = moved(before, 'withdraw')
  await saveApplication(shell.tx, application)
  await audit(shell.tx, 'application.withdrawn', { id: applicationId, childId: application.childId })
  return { applicationId, state: application.state }
}
