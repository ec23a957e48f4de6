import type { CheckInput, CheckAnswer } from '@medspil/contracts/fritidspas'
import type { Context } from '../trpc/procedure.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function checkFritidspas(_shell: Context, _input: CheckInput): Promise<CheckAnswer> {
  throw new NotFound()
}
