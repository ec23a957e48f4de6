import type { StatementInput, StatementView } from '@medspil/contracts/fritidspas'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function readStatement(_shell: Shell, _input: StatementInput): Promise<StatementView> {
  throw new NotFound()
}
