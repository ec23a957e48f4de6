import type { GivenByMe } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function givenByMe(_shell: Shell): Promise<GivenByMe[]> {
  throw new NotFound()
}
