import type { WithdrawConsentInput } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function withdrawConsent(_shell: Shell, _input: WithdrawConsentInput): Promise<{ done: true }> {
  throw new NotFound()
}
