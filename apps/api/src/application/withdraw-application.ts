import type { WithdrawInput, StateAfter } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function withdrawApplication(_shell: Shell, _input: WithdrawInput): Promise<StateAfter> {
  throw new NotFound()
}
