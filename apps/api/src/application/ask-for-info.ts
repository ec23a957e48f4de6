import type { AskForInfoInput, CaseView } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function askForInfo(_shell: Shell, _input: AskForInfoInput): Promise<CaseView> {
  throw new NotFound()
}
