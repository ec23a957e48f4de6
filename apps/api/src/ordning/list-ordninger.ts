import type { OrdningRow } from '@medspil/contracts/ordning'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function listOrdninger(_shell: Shell): Promise<OrdningRow[]> {
  throw new NotFound()
}
