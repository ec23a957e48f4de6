import type { PublishInput, VersionRow } from '@medspil/contracts/ordning'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function publishVersion(_shell: Shell, _input: PublishInput): Promise<VersionRow> {
  throw new NotFound()
}
