import type { SubmitInput, Receipt } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function submitApplication(_shell: Shell, _input: SubmitInput): Promise<Receipt> {
  throw new NotFound()
}
