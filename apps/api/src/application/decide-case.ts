import type { DecideInput, Decided } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function decideCase(_shell: Shell, _input: DecideInput): Promise<Decided> {
  throw new NotFound()
}
