import type { PublishedView } from '@medspil/contracts/ordning'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function readPublished(_shell: Shell): Promise<PublishedView> {
  throw new NotFound()
}
