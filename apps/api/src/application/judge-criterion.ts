import type { JudgeInput, CaseView } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function judgeCriterion(_shell: Shell, _input: JudgeInput): Promise<CaseView> {
  throw new NotFound()
}
