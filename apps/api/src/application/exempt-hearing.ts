import type { ExemptHearingInput, CaseView } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function exemptHearing(_shell: Shell, _input: ExemptHearingInput): Promise<CaseView> {
  throw new NotFound()
}
