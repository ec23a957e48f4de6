import type { VersionInput, VersionView } from '@medspil/contracts/ordning'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function readVersion(_shell: Shell, _input: VersionInput): Promise<VersionView> {
  throw new NotFound()
}
