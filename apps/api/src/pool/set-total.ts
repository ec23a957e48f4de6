import type { SetTotalInput, PoolView } from '@medspil/contracts/pool'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function setTotal(_shell: Shell, _input: SetTotalInput): Promise<PoolView> {
  throw new NotFound()
}
