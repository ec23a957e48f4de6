import type { InboxInput, InboxView } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function readInbox(_shell: Shell, _input: InboxInput): Promise<InboxView> {
  throw new NotFound()
}
