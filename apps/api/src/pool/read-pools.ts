import type { PoolView } from '@medspil/contracts/pool'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function readPools(_shell: Shell): Promise<PoolView[]> {
  throw new NotFound()
}
