import type { FindChildInput, FoundChild } from '@medspil/contracts/application'
import type { Context } from '../trpc/procedure.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function findChild(_shell: Context, _input: FindChildInput): Promise<FoundChild> {
  throw new NotFound()
}
