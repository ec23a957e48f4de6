import type { CompareInput, CompareView } from '@medspil/contracts/ordning'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function compareOrdning(_shell: Shell, _input: CompareInput): Promise<CompareView> {
  throw new NotFound()
}
