import type { ReconsiderInput, Decided } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function reconsiderCase(_shell: Shell, _input: ReconsiderInput): Promise<Decided> {
  throw new NotFound()
}
