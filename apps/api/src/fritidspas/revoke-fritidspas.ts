import type { RevokeInput, FritidspasView } from '@medspil/contracts/fritidspas'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function revokeFritidspas(_shell: Shell, _input: RevokeInput): Promise<FritidspasView> {
  throw new NotFound()
}
