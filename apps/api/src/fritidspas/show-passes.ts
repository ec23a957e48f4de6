import type { PassesInput, FritidspasView } from '@medspil/contracts/fritidspas'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function showPasses(_shell: Shell, _input: PassesInput): Promise<FritidspasView[]> {
  throw new NotFound()
}
