import type { StartHearingInput, CaseView } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function startHearing(_shell: Shell, _input: StartHearingInput): Promise<CaseView> {
  throw new NotFound()
}
