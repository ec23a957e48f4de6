import type { ApplicationInput, CaseView } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function readCase(_shell: Shell, _input: ApplicationInput): Promise<CaseView> {
  throw new NotFound()
}
